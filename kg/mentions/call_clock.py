"""What relative names of periods mean on the day of a call: "this quarter", "Q1", "October", "last year"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.model import Period, Transcript
from kg.values.fiscal import FiscalCalendar, reported_period
from kg.values.fiscal_calendar import DAY, month_end

_MONTH_QUARTER = re.compile(r"\b(?:March|June|September|December)\s+quarter\b")
_HABIT = 8
_AHEAD = 150
"""A month without a year lies at most five months after the reported quarter, else in the past."""


@dataclass(frozen=True, slots=True)
class CallClock:
    """The calendar of a company, the quarter its call reports, and the day of the call where known.

    `names_by_month`: the call says "the June quarter", so that a bare "June" may be the quarter.
    """

    calendar: FiscalCalendar
    reported: Period
    held_on: date | None = None
    names_by_month: bool = False

    @property
    def year(self) -> int:
        """The fiscal year of the reported quarter."""
        return self.calendar.position(self.reported.end)[0]

    @property
    def number(self) -> int:
        """1 to 4: which quarter of its fiscal year is reported."""
        return self.calendar.position(self.reported.end)[1]

    def quarter(self, number: int, year: int | None = None) -> Period:
        """A numbered quarter; without a year that of the reported year, or of the next once the year is over.

        >>> clock = CallClock(FiscalCalendar(6), FiscalCalendar(6).quarter(2019, 4))
        >>> clock.quarter(1).name, clock.quarter(3, 2018).name, clock.quarter(4).name
        ('Q1 2020', 'Q3 2018', 'Q4 2019')
        """
        if year is None:
            year = self.year + (1 if self.number == 4 and number <= 2 else 0)
        return self.calendar.quarter(year, number)

    def quarters_on(self, steps: int) -> Period:
        """The quarter so many after (or before) the reported one."""
        return self.calendar.quarter(self.year, self.number + steps)

    def quarter_of_month(self, month: int, year: int | None = None) -> Period:
        """ "The June quarter": the one that ends in or near a month, nearest to the reported one.

        >>> clock = CallClock(FiscalCalendar(9), FiscalCalendar(9).quarter(2022, 4))
        >>> str(clock.quarter_of_month(12)), str(clock.quarter_of_month(6)), str(clock.quarter_of_month(9, 2021))
        ('2022-10-01/2022-12-31', '2022-04-01/2022-06-30', '2021-07-01/2021-09-30')
        """
        near = [self.quarters_on(n) for n in (0, 1, -1, -2, -3, 2)]
        if year is not None:
            near = [self.calendar.quarter_containing(date(year, month, 15))]
        fitting = [q for q in near if month in {(q.end - 10 * DAY).month, q.end.month}]
        return fitting[0] if fitting else self.calendar.quarter_containing(self.month(month, year).end)

    def half(self, number: int, year: int | None = None) -> Period:
        """A half year; without a year that of the reported year, or of the next once the year is over."""
        return self.calendar.half(year if year is not None else self.year + (self.number == 4), number)

    def fiscal_year(self, year: int) -> Period:
        """A whole fiscal year by its number."""
        return self.calendar.year(year)

    def named_year(self, year: int) -> Period:
        """A year named without "fiscal": the calendar's, unless the company's own begins before it or ends with it.

        >>> from kg.values.fiscal import YearEnd
        >>> weeks = FiscalCalendar(12, YearEnd.LAST_WEEKDAY)
        >>> str(CallClock(weeks, weeks.quarter(2024, 4)).named_year(2024))
        '2023-12-31/2024-12-28'
        """
        if self.calendar.lag or self.calendar.end_month == 12:
            return self.calendar.year(year)
        return FiscalCalendar().year(year)

    def month(self, month: int, year: int | None = None) -> Period:
        """A named month; without a year the one nearest before the call, or soon after the reported quarter.

        >>> clock = CallClock(FiscalCalendar(), FiscalCalendar().quarter(2022, 3))
        >>> str(clock.month(10)), str(clock.month(6)), str(clock.month(4))
        ('2022-10-01/2022-10-31', '2022-06-01/2022-06-30', '2022-04-01/2022-04-30')
        """
        if year is None:
            latest = self.reported.end + _AHEAD * DAY
            year = latest.year if date(latest.year, month, 1) <= latest else latest.year - 1
        return self.calendar.month(year, month)

    def month_of_call(self, steps: int = 0) -> Period | None:
        """The calendar month of the call, or so many months on."""
        if self.held_on is None:
            return None
        last = month_end(self.held_on.year, self.held_on.month + steps)
        return Period(last.replace(day=1), last)

    def day(self, month: int, day: int, year: int | None = None) -> Period | None:
        """One day; None for a day that its month has not."""
        if year is None:
            year = self.month(month).end.year
        try:
            found = date(year, month, day)
        except ValueError:
            return None
        return Period(found, found)

    def to_date(self) -> Period:
        """From the beginning of the fiscal year to the end of the reported quarter."""
        return self.calendar.quarters(self.year, 1, self.number)

    def quarter_to_date(self) -> Period | None:
        """What has passed on the day of the call of the quarter after the reported one."""
        start = self.reported.end + DAY
        return Period(start, self.held_on) if self.held_on is not None and self.held_on > start else None

    def rest_of_year(self) -> Period | None:
        """What is left of the fiscal year after the reported quarter."""
        end = self.calendar.year(self.year).end
        return Period(self.reported.end + DAY, end) if self.reported.end < end else None

    def quarters_back(self, count: int) -> Period:
        """So many quarters up to and with the reported one."""
        return Period(self.quarters_on(1 - count).start, self.reported.end)

    def quarters_ahead(self, count: int) -> Period:
        """So many quarters after the reported one."""
        return Period(self.reported.end + DAY, self.quarters_on(count).end)

    def years_before(self, count: int) -> Period:
        """The reported quarter of so many years ago."""
        return self.calendar.quarter(self.year - count, self.number)

    def months_back(self, count: int) -> Period:
        """So many calendar months up to the end of the reported quarter."""
        start = month_end(self.reported.end.year, self.reported.end.month - count) + DAY
        return Period(start, self.reported.end)


def clock_of(transcript: Transcript, calendar: FiscalCalendar) -> CallClock | None:
    """The clock of a call; None where neither header nor words tell which quarter it reports."""
    call = transcript.call
    reported = call.period or reported_period(calendar, call)
    if reported is None:
        return None
    return CallClock(calendar, reported, call.held_on, _names_quarters_by_month(transcript.text))


@lru_cache(maxsize=4)
def _names_quarters_by_month(text: str) -> bool:
    """Whether "the June quarter" is the call's habit; remembered, since every paragraph of a call asks."""
    return len(_MONTH_QUARTER.findall(text)) >= _HABIT
