"""Calendars of 52 or 53 whole weeks: that which ends on a day the call names, or that of a call that counts weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from kg.model import CallInfo
from kg.values.fiscal_calendar import FiscalCalendar, YearEnd
from kg.values.fiscal_clues import AS_OF, ENDED, clues, counts_weeks, day_near, long_quarter, long_year
from kg.values.reported_quarter import reported_period

_SATURDAY, _SUNDAY, _FRIDAY = 5, 6, 4
_USUAL = tuple(product((_SATURDAY, _SUNDAY, _FRIDAY), (YearEnd.LAST_WEEKDAY, YearEnd.NEAREST_WEEKDAY)))
_LONG = 53


def week_years(calendar: FiscalCalendar) -> Iterator[FiscalCalendar]:
    """The calendar, and those of whole weeks whose years end about when its own do, whatever year they are named by.

    >>> len(list(week_years(FiscalCalendar())))
    30
    """
    yield from (replace(calendar, lag=lag) for lag in (0, 1))
    for lag, ends_on, weekday in product((0, 1), (YearEnd.NEAREST_WEEKDAY, YearEnd.LAST_WEEKDAY), range(7)):
        yield replace(calendar, lag=lag, ends_on=ends_on, weekday=weekday)


def to_the_day(text: str, call: CallInfo, found: FiscalCalendar) -> FiscalCalendar | None:
    """The calendar of whole weeks under which the reported quarter ends on the very day that the call names.

    >>> call = CallInfo("Acme", fiscal_year=2024, fiscal_quarter=1)
    >>> found = to_the_day("For the quarter ended March 30, 2024, sales rose.", call, FiscalCalendar())
    >>> found.quarter(2024, 1).end if found else None
    datetime.date(2024, 3, 30)
    """
    reported = reported_period(found, call)
    if reported is None:
        return None
    for match in clues(ENDED, text):
        day = day_near(match, reported.end)
        if match["what"].lower() == "year" or day is None or not 0 < abs((day - reported.end).days) <= 6:
            continue
        for ends_on, long in ((e, q) for e in (YearEnd.NEAREST_WEEKDAY, YearEnd.LAST_WEEKDAY) for q in (4, 1)):
            exact = replace(found, ends_on=ends_on, weekday=day.weekday(), long_quarter=long)
            if (named := reported_period(exact, call)) is not None and named.end == day:
                months = found.end_month == 1 and found.lag == 1
                return replace(exact, fiscal_months=months, reason=f"{found.reason}; the call names its last day")
    return None


def of_whole_weeks(text: str, call: CallInfo, found: FiscalCalendar) -> FiscalCalendar | None:
    """The 52/53-week form of a calendar where the call counts weeks; the quarter with the extra week if it is named.

    A call that dates its balance sheet on the last day of the month counts the weeks of something else.

    >>> of_whole_weeks("We sold more.", CallInfo("Acme"), FiscalCalendar()) is None
    True
    """
    if found.ends_on is not YearEnd.MONTH_END or not counts_weeks(text):
        return None
    reported = reported_period(found, call)
    dated = (match for kind in (AS_OF, ENDED) for match in clues(kind, text))
    if reported is not None and any(day_near(match, reported.end) == reported.end for match in dated):
        return None
    weeks = replace(
        found,
        ends_on=YearEnd.LAST_WEEKDAY,
        long_quarter=long_quarter(text, found.end_month),
        reason=f"{found.reason}; the call counts a year of 52 or 53 weeks",
    )
    year = long_year(text)
    if year is None:
        return weeks
    usual = (replace(weeks, weekday=weekday, ends_on=ends_on) for weekday, ends_on in _USUAL)
    told = next((one for one in usual if _weeks(one, year) == _LONG), None)
    return weeks if told is None else replace(told, reason=f"{weeks.reason}, {year} had 53")


def _weeks(calendar: FiscalCalendar, year: int) -> int:
    whole = calendar.year(year)
    return ((whole.end - whole.start).days + 1) // 7
