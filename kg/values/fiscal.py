"""From what a call says to its company's fiscal calendar, and from there to the dates of the quarter it reports.

The header's fiscal quarter and date leave a few calendars possible; the words of the call ("the September quarter",
"the quarter ended June 30", "a 14-week quarter", comparable sales) decide between them.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import CallInfo, Transcript
from kg.values.fiscal_calendar import DAY, FiscalCalendar, YearEnd
from kg.values.fiscal_candidates import candidates
from kg.values.fiscal_clues import MONTHS, is_retailer
from kg.values.fiscal_weeks import of_whole_weeks, to_the_day, week_years
from kg.values.fiscal_words import from_words_alone
from kg.values.reported_quarter import SOONEST, in_time, lag_of, reported_period

__all__ = ["MONTHS", "FiscalCalendar", "YearEnd", "calendar_of", "infer_calendar", "reported_period"]


def infer_calendar(text: str, call: CallInfo, *, known: FiscalCalendar | None = None) -> FiscalCalendar:
    """The calendar that best agrees with the header and the words of a call; never fails.

    `known` is the calendar of a known company, which holds unless the call comes too early or too late for it. Without
    any clue the result has calendar quarters; `reason` says what decided.

    >>> from datetime import date
    >>> call = CallInfo("Acme", fiscal_year=2022, fiscal_quarter=4, held_on=date(2022, 10, 25))
    >>> infer_calendar("Revenue in the September quarter rose.", call).end_month
    9
    """
    if known is not None:
        dated = replace(known, lag=known.lag if in_time(known, call) else lag_of(known.end_month, call))
        if in_time(dated, call):
            months = dated.ends_on is YearEnd.NEAREST_WEEKDAY and is_retailer(text)
            return of_whole_weeks(text, call, dated) or replace(dated, fiscal_months=months)
    best = max(candidates(text, call), key=lambda c: (c.points, -c.calendar.end_month), default=None)
    found = best.calendar if best else from_words_alone(text, call)
    return to_the_day(text, call, found) or of_whole_weeks(text, call, found) or found


def calendar_of(transcript: Transcript, *, known: FiscalCalendar | None = None) -> FiscalCalendar:
    """The fiscal calendar of a call that has been read; one that agrees with the period it is known to report.

    A call whose `period` was set from a known calendar needs none again.
    """
    call = transcript.call
    found = infer_calendar(transcript.text, call, known=known)
    if call.period is None or call.fiscal_quarter is None or reported_period(found, call) == call.period:
        return found
    month = (call.period.end - SOONEST * DAY).month + 3 * (4 - call.fiscal_quarter)
    likely = infer_calendar(transcript.text, call, known=FiscalCalendar((month - 1) % 12 + 1))
    exact = (c for c in week_years(likely) if reported_period(c, call) == call.period)
    return next(exact, likely)
