"""From what a call says to its company's fiscal calendar, and from there to the dates of the quarter it reports.

The header's fiscal quarter and date leave a few calendars possible; the words of the call ("the September quarter",
"the quarter ended June 30", "a 14-week quarter", comparable sales) decide between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from kg.model import CallInfo, Period, Transcript
from kg.values.fiscal_calendar import DAY, FiscalCalendar, YearEnd, month_end
from kg.values.fiscal_clues import (
    AS_OF,
    ENDED,
    MONTH_QUARTER,
    MONTHS,
    YEAR_ENDING,
    clues,
    counts_crores,
    counts_weeks,
    day_near,
    ending_month,
    ends_month,
    is_last_day,
    is_retailer,
    long_quarter,
    month_of,
    months_around,
    says_fiscal,
)

__all__ = ["MONTHS", "FiscalCalendar", "YearEnd", "calendar_of", "infer_calendar", "reported_period"]

_SOONEST, _LATEST, _PROMPT = 8, 100, 40
"""Days from a quarter's end to the call: no company is quicker or later; a prompt one needs six weeks at most."""

_WEEKS = 6
"""Days by which a quarter of whole weeks may end before its month does."""

_OTHER_YEAR_ENDS = (9, 6, 3, 1)
"""Last months of years that are not the calendar's, the most frequent first."""

_SEASON = 3
"""Months of which a call speaks most: those just past and those to come."""

_LATEST_LAGGING = 3
"""Years that end by March may be named after the year in which they began (retailers, Japan)."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A calendar under which the call reports the quarter that ended on `end`, with the points for it."""

    calendar: FiscalCalendar
    end: date
    points: int = 0


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
        dated = replace(known, lag=known.lag if _in_time(known, call) else _lag(known.end_month, call))
        if _in_time(dated, call):
            months = dated.ends_on is YearEnd.NEAREST_WEEKDAY and is_retailer(text)
            return _of_whole_weeks(text, call, dated) or replace(dated, fiscal_months=months)
    best = max(_candidates(text, call), key=lambda c: (c.points, -c.calendar.end_month), default=None)
    found = best.calendar if best else _from_words_alone(text, call)
    return _to_the_day(text, call, found) or _of_whole_weeks(text, call, found) or found


def reported_period(calendar: FiscalCalendar, call: CallInfo) -> Period | None:
    """The quarter that a call reports: the header's, else the last one that ended a week or more before the call.

    >>> reported_period(FiscalCalendar(), CallInfo("Acme", fiscal_year=2020, fiscal_quarter=2)).name
    'Q2 2020'
    """
    if call.fiscal_year is not None and call.fiscal_quarter is not None:
        return calendar.quarter(call.fiscal_year, call.fiscal_quarter)
    if call.held_on is None:
        return None
    return calendar.previous(calendar.quarter_containing(call.held_on - _SOONEST * DAY))


def calendar_of(transcript: Transcript, *, known: FiscalCalendar | None = None) -> FiscalCalendar:
    """The fiscal calendar of a call that has been read; one that agrees with the period it is known to report.

    A call whose `period` was set from a known calendar needs none again.
    """
    call = transcript.call
    found = infer_calendar(transcript.text, call, known=known)
    if call.period is None or call.fiscal_quarter is None or reported_period(found, call) == call.period:
        return found
    month = (call.period.end - _SOONEST * DAY).month + 3 * (4 - call.fiscal_quarter)
    likely = infer_calendar(transcript.text, call, known=FiscalCalendar((month - 1) % 12 + 1))
    exact = (c for c in _week_years(likely) if reported_period(c, call) == call.period)
    return next(exact, likely)


def _week_years(calendar: FiscalCalendar) -> Iterator[FiscalCalendar]:
    """The calendar, and those of whole weeks whose years end about when its own do, whatever year they are named by."""
    yield from (replace(calendar, lag=lag) for lag in (0, 1))
    for lag, ends_on, weekday in product((0, 1), (YearEnd.NEAREST_WEEKDAY, YearEnd.LAST_WEEKDAY), range(7)):
        yield replace(calendar, lag=lag, ends_on=ends_on, weekday=weekday)


def _in_time(calendar: FiscalCalendar, call: CallInfo) -> bool:
    """Whether the quarter that a call reports by this calendar ended in time for it."""
    reported = reported_period(calendar, call)
    if call.held_on is None or reported is None:
        return True
    return _SOONEST - _WEEKS <= (call.held_on - reported.end).days <= _LATEST


def _candidates(text: str, call: CallInfo) -> Iterator[_Candidate]:
    """Every month's end before the call that may have been the quarter's, with the year that it makes."""
    quarter = call.fiscal_quarter
    if call.held_on is None or quarter is None:
        return
    ends = [month_end(call.held_on.year, call.held_on.month - back) for back in range(1, 5)]
    for end in ends:
        days = (call.held_on - end).days
        if not _SOONEST - _WEEKS <= days <= _LATEST:
            continue
        year_end = month_end(end.year, end.month + 3 * (4 - quarter))
        lag = year_end.year - (call.fiscal_year or year_end.year)
        if lag == 0 or (lag == 1 and year_end.month <= _LATEST_LAGGING):
            whole_weeks = YearEnd.LAST_WEEKDAY if days < _SOONEST else YearEnd.MONTH_END
            yield _weighed(text, FiscalCalendar(year_end.month, lag=lag, ends_on=whole_weeks), end, days)


def _weighed(text: str, calendar: FiscalCalendar, end: date, days: int) -> _Candidate:
    """Points: how common the year's end is, how soon the call was, and what its words say."""
    points = {12: 6, 6: 3, 9: 3, 3: 3, 1: 2}.get(calendar.end_month, 0)
    points -= calendar.lag
    points -= 4 if days > _PROMPT and calendar.end_month != 12 else 0
    points -= 8 if days < _SOONEST else 0
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
    return _Candidate(replace(calendar, reason="; ".join(reasons)), end, points)


def _from_words_alone(text: str, call: CallInfo) -> FiscalCalendar:
    """Without date or quarter: the last day that the call gives its quarter, the month of "fiscal year ending March",
    or the quarter named most often.

    A call that never says "fiscal" has the calendar's year, and its "June quarter" may as well be the coming one.
    """
    month = _year_end_by_last_day(text, call.fiscal_quarter)
    if month is not None:
        return FiscalCalendar(month, lag=_lag(month, call), reason="the call names the last day of its quarter")
    ending = YEAR_ENDING.search(text)
    if ending:
        month = month_of(ending)
        return FiscalCalendar(month, lag=_lag(month, call), reason="the call says when its year ends")
    months = [month_of(m) for m in clues(MONTH_QUARTER, text)] if says_fiscal(text) else []
    if months and call.fiscal_quarter:
        often = max(sorted(set(months)), key=months.count)
        month = (often + 3 * (4 - call.fiscal_quarter) - 1) % 12 + 1
        return FiscalCalendar(month, lag=_lag(month, call), reason="the call names the quarter by its last month")
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


def _to_the_day(text: str, call: CallInfo, found: FiscalCalendar) -> FiscalCalendar | None:
    """The calendar of whole weeks under which the reported quarter ends on the very day that the call names."""
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


def _of_whole_weeks(text: str, call: CallInfo, found: FiscalCalendar) -> FiscalCalendar | None:
    """The 52/53-week form of a calendar where the call counts weeks; the quarter with the extra week if it is named.

    A call that dates its balance sheet on the last day of the month counts the weeks of something else.
    """
    if found.ends_on is not YearEnd.MONTH_END or not counts_weeks(text):
        return None
    reported = reported_period(found, call)
    dated = (match for kind in (AS_OF, ENDED) for match in clues(kind, text))
    if reported is not None and any(day_near(match, reported.end) == reported.end for match in dated):
        return None
    return replace(
        found,
        ends_on=YearEnd.LAST_WEEKDAY,
        long_quarter=long_quarter(text, found.end_month),
        reason=f"{found.reason}; the call counts a year of 52 or 53 weeks",
    )


def _lag(end_month: int, call: CallInfo) -> int:
    """1 where the header's year is the one in which the fiscal year began: the end comes too early otherwise."""
    if call.held_on is None or call.fiscal_year is None or call.fiscal_quarter is None or end_month == 12:
        return 0
    reported = FiscalCalendar(end_month).quarter(call.fiscal_year, call.fiscal_quarter)
    return 1 if (call.held_on - reported.end).days > 300 else 0
