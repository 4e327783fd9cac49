"""How companies count their fiscal years, as a lexicon tells: by a company's ticker and by its names."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import LexiconError
from kg.legal_forms import as_compared
from kg.model import CallInfo
from kg.values.fiscal_calendar import QUARTER_WEEKS, FiscalCalendar, YearEnd

_ENDS_ON = {"last": YearEnd.LAST_WEEKDAY, "nearest": YearEnd.NEAREST_WEEKDAY}
_WEEKDAYS = {name: number for number, name in enumerate(calendar.day_name)}


@dataclass(frozen=True, slots=True)
class FiscalYears:
    """The fiscal calendar of one company, with the tickers and the names by which its calls are known."""

    tickers: frozenset[str]
    names: frozenset[str]
    calendar: FiscalCalendar

    def covers(self, call: CallInfo) -> bool:
        """Whether a call is this company's."""
        return call.ticker in self.tickers or as_compared(call.company) in self.names


def fiscal_years(
    iri: str,
    *,
    tickers: Sequence[str],
    names: Sequence[str],
    end: str,
    ends_on: str | None,
    by_start: bool,
    weeks: str | None = None,
) -> FiscalYears:
    """The fiscal years that end on `end` as `xsd:gMonthDay` writes it, or on the weekday `ends_on` at that month's end.

    `by_start`: the year has the number of that it begins in. `weeks` are those of each quarter, 13 where they are not
    told. Raises `LexiconError` where one is written otherwise.

    >>> acme = fiscal_years("urn:a", tickers=(), names=("Acme",), end="--01-31", ends_on="last Sunday", by_start=False)
    >>> acme.calendar.year_end(2022)
    datetime.date(2022, 1, 30)
    """
    how, _, day = (ends_on or "").partition(" ")
    if ends_on is not None and (how not in _ENDS_ON or day not in _WEEKDAYS):
        raise LexiconError(f"<{iri}>: ec:fiscalYearEndsOn must be like 'last Sunday' or 'nearest Friday': {ends_on!r}")
    found = FiscalCalendar(
        _month(iri, end),
        _ENDS_ON.get(how, YearEnd.MONTH_END),
        _WEEKDAYS.get(day, calendar.SATURDAY),
        weeks=_weeks(iri, weeks) if weeks is not None else QUARTER_WEEKS,
        lag=int(by_start),
        reason="fiscal year given by the lexicon",
    )
    return FiscalYears(frozenset(tickers), frozenset(as_compared(name) for name in names), found)


def _weeks(iri: str, told: str) -> tuple[int, ...]:
    """The weeks of four quarters, of `12 12 12 16`."""
    weeks = tuple(int(number) for number in told.split() if number.isdecimal())
    if len(told.split()) != 4 or len(weeks) != 4 or sum(weeks) != 52:
        raise LexiconError(f"<{iri}>: ec:fiscalQuarterWeeks must be four numbers that add up to 52, got {told!r}")
    return weeks


def _month(iri: str, end: str) -> int:
    """The month of `--03-31`."""
    month, _, day = end.removeprefix("--").partition("-")
    if not (month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12):
        raise LexiconError(f"<{iri}>: ec:fiscalYearEnd must be like --03-31, got {end!r}")
    return int(month)
