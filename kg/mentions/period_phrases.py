"""All wordings of periods, and how they are found in a text."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mentions.call_clock import CallClock
from kg.mentions.month_phrases import MONTH_PHRASES
from kg.mentions.period_parts import Dated, Phrase
from kg.mentions.quarter_phrases import QUARTER_PHRASES
from kg.mentions.year_phrases import YEAR_PHRASES

PHRASES: tuple[Phrase, ...] = (*QUARTER_PHRASES, *YEAR_PHRASES, *MONTH_PHRASES)


def dated(text: str, clock: CallClock) -> Iterator[Dated]:
    """Every wording of a period in a text, overlapping ones included.

    >>> from kg.values.fiscal import FiscalCalendar
    >>> clock = CallClock(FiscalCalendar(6), FiscalCalendar(6).quarter(2019, 4))
    >>> [(d.rule, str(d.period)) for d in dated("In Q4, as in May, sales rose.", clock)]
    [('period.quarter.numbered', '2019-04-01/2019-06-30'), ('period.month', '2019-05-01/2019-05-31')]
    """
    lower = text.lower()
    for phrase in (p for p in PHRASES if not p.words or any(word in lower for word in p.words)):
        for match in phrase.pattern.finditer(text):
            period = phrase.read(match, clock)
            if period is not None:
                yield Dated(*match.span(), period, phrase.rule)
