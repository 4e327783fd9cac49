"""Which readings are marked as doubtful wherever they are shown, and which are too unsure for a picture."""

from __future__ import annotations

from decimal import Decimal

from kg.export.choose.content import Said
from kg.word_lists import word_list

DOUBTFUL, SPURIOUS = Decimal("0.6"), Decimal("0.3")
"""Below the first, where four in ten are right, a reading is marked; below the second, where one in four is, it is left
out of pictures (`python tests/quality/train_confidence.py` counts them)."""

DOUBTFUL_HEADLINE = Decimal("0.8")
"""The same for revenue and profit, right 98 times in 100 or marked (`python tests/quality/board.py` counts)."""

MARK = "?"
MEANING = "a reading that may well be wrong"


def is_doubtful(said: Said) -> bool:
    """Whether a reading is more likely wrong than right in some field, as its confidence says.

    >>> is_doubtful(Said("call", 0, confidence=Decimal("0.4"))), is_doubtful(Said("call", 0))
    (True, False)
    """
    return said.confidence is not None and said.confidence < DOUBTFUL


def is_marked(said: Said) -> bool:
    """Whether a reading is shown with the mark: where it is doubtful, and sooner where it is of revenue or profit.

    >>> [is_marked(Said("call", 0, confidence=Decimal("0.7"), headline=headline)) for headline in (False, True)]
    [False, True]
    """
    return said.confidence is not None and said.confidence < (DOUBTFUL_HEADLINE if said.headline else DOUBTFUL)


def is_headline(metric: str) -> bool:
    """Whether a metric, by its name, is one of revenue or profit.

    >>> is_headline("net sales"), is_headline("headcount")
    (True, False)
    """
    return metric.casefold() in {name.casefold() for name in word_list("kg.export.choose", "headlines.toml", "metrics")}


def is_spurious(said: Said) -> bool:
    """Whether a reading is too unsure to be shown; the graph keeps it.

    >>> is_spurious(Said("call", 0, confidence=Decimal("0.4")))
    False
    """
    return said.confidence is not None and said.confidence < SPURIOUS


def marked(text: str, *said: Said) -> str:
    """Text that rests on readings, with the mark where one of them is doubtful.

    >>> marked("revenue +7%", Said("call", 0, confidence=Decimal("0.4")))
    'revenue +7% ?'
    """
    return f"{text} {MARK}" if any(is_marked(each) for each in said) else text
