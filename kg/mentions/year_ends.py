"""The last day of a year that no number names, or one behind it: "down from *year-end*", "at *year-end 2023*"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.call_clock import CallClock
from kg.mentions.comparisons import as_base
from kg.mentions.period_parts import Dated
from kg.model import Period

_YEAR_END = re.compile(
    r"\b(?:the\s+)?(?:(?P<past>prior|last|previous)[\s-]+)?(?:fiscal[\s-])?(?:calendar[\s-])?year[\s-]end"
    r"(?:\s+(?:of\s+)?(?:fiscal\s+)?(?P<year>20\d\d))?\b"
    r"|\b(?:the\s+)?end\s+of\s+(?:the|this|our)\s+(?:fiscal\s+|calendar\s+)?year\b",
    re.I,
)
_BEHIND = re.compile(
    r"\b(?:since|from|over|versus|vs\.?|against|than|(?:compared|relative)\s+(?:to|with))\s+"
    r"(?:(?:the|our|its|levels?|at|that|where|we|were)\s+){0,4}$",
    re.I,
)
"""Words of a comparison, before which a year's end has passed."""
_REACH = 60


def year_ends(text: str, clock: CallClock) -> Iterator[Dated]:
    """The ends of years in a text: of the year reported, or of the one before where something is compared with it.

    >>> from kg.values.fiscal import FiscalCalendar
    >>> clock = CallClock(FiscalCalendar(), FiscalCalendar().quarter(2024, 2))
    >>> [(str(d.period), d.rule) for d in year_ends("Debt is down since year-end and falls by year-end.", clock)]
    [('2023-12-31', 'comparison.other'), ('2024-12-31', 'period.instant')]
    """
    if "end" not in text.lower():
        return
    for match in _YEAR_END.finditer(text):
        behind = match["past"] or _BEHIND.search(text[max(0, match.start() - _REACH) : match.start()])
        year = int(match["year"]) if match["year"] else clock.year - (behind is not None)
        end = clock.fiscal_year(year).end
        yield as_base(text, Dated(*match.span(), Period(end, end), "period.instant"), clock)
