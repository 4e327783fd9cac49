"""The calendar of a call without date or quarter in its header, from its words alone."""

from __future__ import annotations

from dataclasses import replace

from kg.model import CallInfo
from kg.values.fiscal_calendar import FiscalCalendar, YearEnd
from kg.values.fiscal_clues import (
    AS_OF,
    ENDED,
    MONTH_QUARTER,
    YEAR_ENDING,
    clues,
    counts_weeks,
    ending_month,
    ends_month,
    is_retailer,
    month_of,
    months_around,
    says_fiscal,
)
from kg.values.reported_quarter import lag_of

_OTHER_YEAR_ENDS = (9, 6, 3, 1)
"""Last months of years that are not the calendar's, the most frequent first."""

_SEASON = 3
"""Months of which a call speaks most: those just past and those to come."""


def from_words_alone(text: str, call: CallInfo) -> FiscalCalendar:
    """Without date or quarter: the last day that the call gives its quarter, the month of "fiscal year ending March",
    or the quarter named most often.

    A call that never says "fiscal" has the calendar's year, and its "June quarter" may as well be the coming one.

    >>> from_words_alone("Our fiscal year ending in March was good.", CallInfo("Acme")).end_month
    3
    """
    month = _year_end_by_last_day(text, call.fiscal_quarter)
    if month is not None:
        return FiscalCalendar(month, lag=lag_of(month, call), reason="the call names the last day of its quarter")
    ending = YEAR_ENDING.search(text)
    if ending:
        month = month_of(ending)
        return FiscalCalendar(month, lag=lag_of(month, call), reason="the call says when its year ends")
    months = [month_of(m) for m in clues(MONTH_QUARTER, text)] if says_fiscal(text) else []
    if months and call.fiscal_quarter:
        often = max(sorted(set(months)), key=months.count)
        month = (often + 3 * (4 - call.fiscal_quarter) - 1) % 12 + 1
        return FiscalCalendar(month, lag=lag_of(month, call), reason="the call names the quarter by its last month")
    quarter = call.fiscal_quarter
    if call.held_on is None and quarter is not None and says_fiscal(text) and not counts_weeks(text):
        return _of_fiscal_words(text, quarter)
    return FiscalCalendar()


def _year_end_by_last_day(text: str, quarter: int | None) -> int | None:
    """The last month of the year whose quarter of this number ends on the day that a call names: "ended May 31".

    A call that does not say "fiscal" names the end of a calendar quarter as often to compare with it.
    """
    if quarter is None:
        return None
    told = [m for m in clues(ENDED, text) if m["what"].lower() != "year"]
    years = [ending_month(m) for m in clues(ENDED, text) if m["what"].lower() == "year"]
    fiscal = says_fiscal(text)
    if not told and years and fiscal:
        return max(sorted(set(years)), key=years.count)
    if not told and fiscal:
        told = [m for m in clues(AS_OF, text) if m.group()[:2].lower() == "as" and ends_month(m)]
    ends = [ending_month(m) for m in told]
    often = max(sorted(set(ends)), key=ends.count, default=None)
    if often is None or not (fiscal or (often % 3 and ends.count(often) > 1)):
        return None
    return (often + 3 * (4 - quarter) - 1) % 12 + 1


def _of_fiscal_words(text: str, quarter: int) -> FiscalCalendar:
    """The likeliest of the years that are not the calendar's: that whose months past and to come fit the quarter."""
    if is_retailer(text):
        months = FiscalCalendar(1, YearEnd.NEAREST_WEEKDAY, lag=1, fiscal_months=True)
        return replace(months, reason="the call speaks of fiscal years in the words of a retailer")
    spoken = list(months_around(text))
    month = max(_OTHER_YEAR_ENDS, key=lambda end: sum(_fits(m, ahead, end + 3 * quarter + 2) for m, ahead in spoken))
    return FiscalCalendar(month, reason="the call speaks of fiscal years, and of months as past or to come")


def _fits(month: int, ahead: bool, today: int) -> int:
    """How well a month said to be past or to come agrees with the month of the call."""
    distance = (month - today) % 12 if ahead else (today - month) % 12
    return 2 if distance <= _SEASON else 1 if distance <= 2 * _SEASON else -1
