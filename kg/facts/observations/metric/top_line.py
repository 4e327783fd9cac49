"""What is meant when a business is said to have grown: revenue or sales, or what the talk tells the growth of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.facts.observations.metric.presumed_words import presumed_words
from kg.facts.observations.metric.talk import Talk
from kg.lexicon.metrics import MetricEntry, MetricTable, singular
from kg.model import Link

_NAMES = ("revenue", "sales", "net revenue", "net sales")
_REACH = 2500
"""Characters behind which a growth told no longer says what the next one is of."""


def top_line(metrics: Sequence[Link], table: MetricTable) -> MetricEntry:
    """The top line of a call: of revenue and sales the one that it names more often; revenue on a tie.

    >>> from kg.lexicon.metrics import shipped_metrics
    >>> top_line((), shipped_metrics()).name
    'revenue'
    """
    said = Counter(link.entity for link in metrics)
    revenue, sales = (table.by_words[(name if name != "sales" else "sale",)] for name in _NAMES[:2])
    return sales if said[sales.id] > said[revenue.id] else revenue


def told_growing(talk: Talk, at: int, usual: MetricEntry) -> MetricEntry:
    """What a business grew in at a place of a talk: that whose growth was told last, of those that each business has.

    "Billings grew 11%. ... Small business was up 10%": a business has billings of its own, and organic sales.
    """
    for told in talk.figures:
        one = told.observation
        if told.place < talk.since or at - told.place > _REACH:
            return usual
        if one.change is not None and one.change_unit == "percent" and (line := _of_each(told.name)) is not None:
            return MetricEntry(one.metric, told.name) if line else usual
    return usual


def _of_each(name: str) -> bool | None:
    """Whether a measure is the top line of each business told of by other words than the usual; None for no top line.

    >>> _of_each("organic revenue"), _of_each("revenue"), _of_each("EPS")
    (True, False, None)
    """
    words = name.lower().split()
    if {singular(words[-1]), name.lower()} & presumed_words("takings"):
        return True
    if singular(words[-1]) not in ("revenue", "sale"):
        return None
    return any(word in presumed_words("ways_of_counting") for word in words[:-1])
