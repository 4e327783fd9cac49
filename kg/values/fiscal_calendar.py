"""A company's fiscal calendar: which days its quarters, halves, months and years cover.

Three kinds: years that end with a month; years of 52 or 53 weeks that end on a weekday at a month's end;
and the retailer's calendar, a 52/53-week year whose months have 4, 5 and 4 weeks.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kg.model import Period

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
MONTH_WEEKS = (4, 5, 4)
"""Weeks of a retailer's months in each quarter (National Retail Federation, 4-5-4 calendar)."""
QUARTER_WEEKS = (13, 13, 13, 13)


class YearEnd(StrEnum):
    """On which day a fiscal year ends, given its last month."""

    MONTH_END = "month end"
    LAST_WEEKDAY = "last weekday of the month"
    NEAREST_WEEKDAY = "weekday nearest the month's end"


def month_end(year: int, month: int) -> date:
    """The last day of a month, which may be counted beyond December or before January.

    >>> month_end(2023, 14), month_end(2023, 0)
    (datetime.date(2024, 2, 29), datetime.date(2022, 12, 31))
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """Turns a company's names for periods into dates.

    `weekday` counts from Monday 0 and matters only where the year does not end with a month; the 53rd week, in the
    years that have one, belongs to quarter `long_quarter`; `weeks` are those of each quarter without it, which some
    grocers and restaurants make of three and four months of four weeks. `lag` is 1 for companies that name the fiscal
    year after the calendar year in which it begins. `reason` says what the calendar was inferred from.

    >>> FiscalCalendar(6).quarter(2019, 4)
    Period(start=datetime.date(2019, 4, 1), end=datetime.date(2019, 6, 30), name='Q4 2019')
    """

    end_month: int = 12
    ends_on: YearEnd = YearEnd.MONTH_END
    weekday: int = calendar.SATURDAY
    long_quarter: int = 4
    weeks: tuple[int, ...] = QUARTER_WEEKS
    lag: int = 0
    fiscal_months: bool = False
    reason: str = "default: calendar quarters"

    def year_end(self, fiscal_year: int) -> date:
        """The last day of a fiscal year.

        >>> FiscalCalendar(9, YearEnd.LAST_WEEKDAY).year_end(2022)
        datetime.date(2022, 9, 24)
        """
        last = month_end(fiscal_year + self.lag, self.end_month)
        if self.ends_on is YearEnd.MONTH_END:
            return last
        before = last - (last.weekday() - self.weekday) % 7 * DAY
        if self.ends_on is YearEnd.NEAREST_WEEKDAY and last - before > 3 * DAY:
            return before + WEEK
        return before

    def year(self, fiscal_year: int) -> Period:
        """A fiscal year by its number, from the day after the last one's end."""
        return Period(self.year_end(fiscal_year - 1) + DAY, self.year_end(fiscal_year), f"FY {fiscal_year}")

    def quarter(self, fiscal_year: int, q: int) -> Period:
        """Quarter 1 to 4 of a fiscal year; other numbers count on into the years before and after.

        >>> FiscalCalendar(3).quarter(2025, 0)
        Period(start=datetime.date(2024, 1, 1), end=datetime.date(2024, 3, 31), name='Q4 2024')
        """
        fiscal_year, q = fiscal_year + (q - 1) // 4, (q - 1) % 4 + 1
        return Period(
            self._quarter_end(fiscal_year, q - 1) + DAY, self._quarter_end(fiscal_year, q), f"Q{q} {fiscal_year}"
        )

    def half(self, fiscal_year: int, h: int) -> Period:
        """The first or second half of a fiscal year.

        >>> str(FiscalCalendar(3).half(2025, 1))
        '2024-04-01/2024-09-30'
        """
        return self.quarters(fiscal_year, 2 * h - 1, 2 * h, f"H{h} {fiscal_year}")

    def quarters(self, fiscal_year: int, first: int, last: int, name: str | None = None) -> Period:
        """Several quarters on end: the first nine months are `quarters(year, 1, 3)`."""
        name = name or f"Q{first}-Q{last} {fiscal_year}"
        return Period(self.quarter(fiscal_year, first).start, self.quarter(fiscal_year, last).end, name)

    def month(self, year: int, month: int) -> Period:
        """A month of a calendar year; a retailer's months are made of whole weeks.

        >>> retailer = FiscalCalendar(1, YearEnd.NEAREST_WEEKDAY, lag=1, fiscal_months=True)
        >>> str(retailer.month(2022, 9))
        '2022-08-28/2022-10-01'
        """
        name = f"{calendar.month_name[month]} {year}"
        if not self.fiscal_months:
            return Period(date(year, month, 1), month_end(year, month), name)
        position = (month - self.end_month - 1) % 12
        fiscal_year = year - self.lag + (1 if month > self.end_month else 0)
        start = self.quarter(fiscal_year, position // 3 + 1).start + sum(MONTH_WEEKS[: position % 3]) * WEEK
        if position % 3 == 2:
            return Period(start, self.quarter(fiscal_year, position // 3 + 1).end, name)
        return Period(start, start + MONTH_WEEKS[position % 3] * WEEK - DAY, name)

    def position(self, day: date) -> tuple[int, int]:
        """The fiscal year and quarter that a day falls in.

        >>> FiscalCalendar(6).position(date(2019, 7, 18))
        (2020, 1)
        """
        year = day.year - self.lag - 1
        while self.year_end(year) < day:
            year += 1
        return year, next(q for q in (1, 2, 3, 4) if day <= self._quarter_end(year, q))

    def quarter_containing(self, day: date) -> Period:
        """The fiscal quarter in which a day lies."""
        return self.quarter(*self.position(day))

    def year_containing(self, day: date) -> Period:
        """The fiscal year in which a day lies."""
        return self.year(self.position(day)[0])

    def previous(self, period: Period) -> Period:
        """The period of the same kind just before: quarter, half, year, month, or as many days.

        >>> FiscalCalendar(3).previous(FiscalCalendar(3).quarter(2025, 1)).name
        'Q4 2024'
        """
        return self._moved(period, years=0)

    def year_ago(self, period: Period) -> Period:
        """The same period one year before; an instant goes to the same day, or to the matching fiscal quarter's end.

        >>> apple_like = FiscalCalendar(9, YearEnd.LAST_WEEKDAY, long_quarter=1)
        >>> str(apple_like.year_ago(apple_like.quarter(2022, 4)))
        '2021-06-27/2021-09-25'
        """
        return self._moved(period, years=1)

    def _moved(self, period: Period, *, years: int) -> Period:
        year, q = self.position(period.end)
        if period.instant:
            return self._instant_before(period.end, years=years)
        if period == self.quarter(year, q):
            return self.quarter(year - years, q if years else q - 1)
        if period == self.year(year):
            return self.year(year - 1)
        half = self.half(year, (q + 1) // 2)
        if period == half:
            before = 2 if years else 1
            index = 2 * year + (q + 1) // 2 - 1 - before
            return self.half(index // 2, index % 2 + 1)
        first = self.position(period.start)[1]
        if years and period == self.quarters(year, first, q):
            return self.quarters(year - 1, first, q)
        return self._shifted(period, years=years)

    def _shifted(self, period: Period, *, years: int) -> Period:
        if years:
            return Period(_year_before(period.start), _year_before(period.end))
        end = period.start - DAY
        if period == self.month(period.end.year, period.end.month):
            middle = end - 2 * WEEK
            return self.month(middle.year, middle.month)
        return Period(end - (period.end - period.start), end)

    def _instant_before(self, day: date, *, years: int) -> Period:
        year, q = self.position(day)
        if day == self._quarter_end(year, q):
            day = self.quarter(year - years, q if years else q - 1).end
        else:
            day = _year_before(day) if years else self.quarter(year, q - 1).end
        return Period(day, day)

    def _quarter_end(self, fiscal_year: int, q: int) -> date:
        if q == 4:
            return self.year_end(fiscal_year)
        if q == 0:
            return self.year_end(fiscal_year - 1)
        if self.ends_on is YearEnd.MONTH_END:
            return month_end(fiscal_year + self.lag, self.end_month - 12 + 3 * q)
        weeks = sum(self.weeks[:q])
        if self.long_quarter <= q:
            total = (self.year_end(fiscal_year) - self.year_end(fiscal_year - 1)).days // 7
            weeks += total - 52
        return self.year_end(fiscal_year - 1) + weeks * WEEK


def _year_before(day: date) -> date:
    last = month_end(day.year - 1, day.month)
    return last if day.day >= last.day else day.replace(year=day.year - 1)
