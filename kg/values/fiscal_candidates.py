"""The calendars that the header's fiscal quarter and date leave possible, weighed by the words of the call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.model import CallInfo
from kg.values.fiscal_calendar import FiscalCalendar, YearEnd, month_end
from kg.values.fiscal_clues import (
    AS_OF,
    ENDED,
    MONTH_QUARTER,
    YEAR_ENDING,
    clues,
    counts_crores,
    is_last_day,
    is_retailer,
    month_of,
)
from kg.values.reported_quarter import LATEST, SOONEST, WEEKS

_PROMPT = 40
"""Days from a quarter's end that a prompt call needs at most."""

_LATEST_LAGGING = 3
"""Years that end by March may be named after the year in which they began (retailers, Japan)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A calendar under which the call reports the quarter that ended on `end`, with the points for it."""

    calendar: FiscalCalendar
    end: date
    points: int = 0


def candidates(text: str, call: CallInfo) -> Iterator[Candidate]:
    """Every month's end before the call that may have been the quarter's, with the year that it makes.

    >>> call = CallInfo("Acme", fiscal_year=2024, fiscal_quarter=2, held_on=date(2024, 7, 30))
    >>> [(c.end.month, c.calendar.end_month) for c in candidates("", call)]
    [(6, 12), (5, 11), (4, 10)]
    """
    quarter = call.fiscal_quarter
    if call.held_on is None or quarter is None:
        return
    ends = [month_end(call.held_on.year, call.held_on.month - back) for back in range(1, 5)]
    for end in ends:
        days = (call.held_on - end).days
        if not SOONEST - WEEKS <= days <= LATEST:
            continue
        year_end = month_end(end.year, end.month + 3 * (4 - quarter))
        lag = year_end.year - (call.fiscal_year or year_end.year)
        if lag == 0 or (lag == 1 and year_end.month <= _LATEST_LAGGING):
            whole_weeks = YearEnd.LAST_WEEKDAY if days < SOONEST else YearEnd.MONTH_END
            yield _weighed(text, FiscalCalendar(year_end.month, lag=lag, ends_on=whole_weeks), end, days)


def _weighed(text: str, calendar: FiscalCalendar, end: date, days: int) -> Candidate:
    """Points: how common the year's end is, how soon the call was, and what its words say."""
    points = {12: 6, 6: 3, 9: 3, 3: 3, 1: 2}.get(calendar.end_month, 0)
    points -= calendar.lag
    points -= 4 if days > _PROMPT and calendar.end_month != 12 else 0
    points -= 8 if days < SOONEST else 0
    reasons = ["fiscal quarter and date of the call"]
    named = sum(month_of(m) == end.month for m in clues(MONTH_QUARTER, text))
    named += sum(is_last_day(m, end) for m in clues(ENDED, text) if m["what"].lower() != "year")
    if named:
        points += 20 + min(named, 10)
        reasons.append("the call names the quarter by its last month or day")
    if any(is_last_day(m, end) for m in clues(AS_OF, text)):
        points += 10
        reasons.append("the call gives balances as of its last day")
    if any(month_of(m) == calendar.end_month for m in clues(YEAR_ENDING, text)):
        points += 20
        reasons.append("the call says when its year ends")
    if calendar.end_month == 3 and counts_crores(text):
        points += 8
        reasons.append("the call counts in crores")
    if calendar.end_month == 1 and is_retailer(text):
        points += 8
        reasons.append("the words of a retailer")
        calendar = replace(calendar, ends_on=YearEnd.NEAREST_WEEKDAY, fiscal_months=True)
    return Candidate(replace(calendar, reason="; ".join(reasons)), end, points)
