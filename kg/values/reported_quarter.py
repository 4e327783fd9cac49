"""The quarter that a call reports by a calendar, which must have ended in time for the call."""

from __future__ import annotations

from kg.model import CallInfo, Period
from kg.values.fiscal_calendar import DAY, FiscalCalendar

SOONEST, LATEST = 8, 100
"""Days from a quarter's end to the call: no company is quicker or later."""

WEEKS = 6
"""Days by which a quarter of whole weeks may end before its month does."""


def reported_period(calendar: FiscalCalendar, call: CallInfo) -> Period | None:
    """The quarter that a call reports: the header's, else the last one that ended a week or more before the call.

    >>> reported_period(FiscalCalendar(), CallInfo("Acme", fiscal_year=2020, fiscal_quarter=2)).name
    'Q2 2020'
    """
    if call.fiscal_year is not None and call.fiscal_quarter is not None:
        return calendar.quarter(call.fiscal_year, call.fiscal_quarter)
    if call.held_on is None:
        return None
    return calendar.previous(calendar.quarter_containing(call.held_on - SOONEST * DAY))


def in_time(calendar: FiscalCalendar, call: CallInfo) -> bool:
    """Whether the quarter that a call reports by this calendar ended in time for it.

    >>> from datetime import date
    >>> call = CallInfo("Acme", fiscal_year=2024, fiscal_quarter=2, held_on=date(2024, 7, 30))
    >>> in_time(FiscalCalendar(), call), in_time(FiscalCalendar(3), call)
    (True, False)
    """
    reported = reported_period(calendar, call)
    if call.held_on is None or reported is None:
        return True
    return SOONEST - WEEKS <= (call.held_on - reported.end).days <= LATEST


def lag_of(end_month: int, call: CallInfo) -> int:
    """1 where the header's year is the one in which the fiscal year began: the end comes too early otherwise.

    >>> from datetime import date
    >>> lag_of(1, CallInfo("Acme", fiscal_year=2022, fiscal_quarter=3, held_on=date(2022, 11, 16)))
    1
    """
    if call.held_on is None or call.fiscal_year is None or call.fiscal_quarter is None or end_month == 12:
        return 0
    reported = FiscalCalendar(end_month).quarter(call.fiscal_year, call.fiscal_quarter)
    return 1 if (call.held_on - reported.end).days > 300 else 0
