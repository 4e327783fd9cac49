"""What the words of a call say about its fiscal calendar: months, last days, weeks, and the trade of a retailer."""

from __future__ import annotations

import calendar
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from kg.values.fiscal_calendar import month_end

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
_MONTH_DAY = rf"{_MONTH}\s+(?P<day>\d{{1,2}})\b"
_DAY_MONTH = rf"(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month_last>{'|'.join(MONTHS)})\b"
MONTH_QUARTER = re.compile(rf"\b{_MONTH} quarter\b", re.I)
ENDED = re.compile(
    r"\b(?P<what>quarter|(?:three|3)[- ]months?|year)\b[^.\n]{0,30}?\bend(?:ed|ing|s)(?: on)? (?:[SMTWF][a-z]+day, )?"
    rf"(?:{_MONTH_DAY}|{_DAY_MONTH})",
    re.I,
)
AS_OF = re.compile(
    r"\b(?:as of|as at|by)(?: the end of)? "
    rf"(?:{_MONTH_DAY}|{_DAY_MONTH})",
    re.I,
)
YEAR_ENDING = re.compile(rf"\b(?:fiscal|financial) year (?:that )?(?:ending|ends|ended)(?: in)? {_MONTH}\b", re.I)
_ENOUGH = 5
_FISCAL = re.compile(r"\bfiscal\s+(?:Q[1-4]|'?(?:20)?\d\d\b|(?:first|second|third|fourth)\b|year\b|quarter\b)", re.I)
_FISCAL_HABIT = 3
_IN_MONTH = re.compile(rf"\b(?:in|by|this|until)\s+{_MONTH}\b(?!\s+(?:of\s+)?(?:20\d\d|last|quarter))", re.I)
_VERB_NEAR = 60
_VERB = re.compile(
    r"\b(?:(?P<ahead>will|'ll|going\s+to|expect|kicks?|starts?|begins?|opens?|launches|goes|arrives?|plan)"
    r"|(?P<past>\w+ed|was|were|began|went|did|saw|had|came|took|grew))\b",
    re.I,
)
_INDIAN = re.compile(r"\b(?:crores?|lakhs?|lacs?)\b", re.I)
_COMMON_YEAR = 2023
_NEAR_DAYS = 6
"""A year of whole weeks ends at most six days from the month's end."""


@lru_cache(maxsize=16)
def clues(kind: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """The clues of one kind in a call, searched for once: every calendar that is possible is weighed by them.

    >>> [m.group() for m in clues(MONTH_QUARTER, "From the March quarter to the June quarter.")]
    ['March quarter', 'June quarter']
    """
    return tuple(kind.finditer(text))


def counts_crores(text: str) -> bool:
    """Whether a call counts in crores and lakhs: an Indian company's, whose year ends in March.

    >>> counts_crores(6 * "Revenue was INR 90 crores. "), counts_crores("We sold a crore of lamps.")
    (True, False)
    """
    return len(clues(_INDIAN, text)) > _ENOUGH


def month_of(match: re.Match[str]) -> int:
    """The number of the month that a clue names.

    >>> month_of(MONTH_QUARTER.search("the June quarter"))
    6
    """
    groups = match.groupdict()
    return MONTHS[(groups["month"] or groups["month_last"]).lower()]


def _day(match: re.Match[str]) -> int:
    return int(match["day"] or match["day_first"])


def ending_month(match: re.Match[str]) -> int:
    """The month with which a quarter ends on the day that a clue names; one of whole weeks may end a few days on.

    >>> [ending_month(ENDED.search(f"the quarter ended {day}")) for day in ("May 29", "October 2")]
    [5, 9]
    """
    month = month_of(match)
    return (month - 2) % 12 + 1 if _day(match) <= _NEAR_DAYS else month


def ends_month(match: re.Match[str]) -> bool:
    """Whether a clue names the last day of a month.

    >>> [ends_month(AS_OF.search(f"as of {day}")) for day in ("April 30", "July 28")]
    [True, False]
    """
    return _day(match) >= month_end(_COMMON_YEAR, month_of(match)).day


def day_near(match: re.Match[str], end: date) -> date | None:
    """The day that a clue names, of the year that brings it nearest; None for a day that its month has not.

    >>> day_near(AS_OF.search("as of January 2"), date(2024, 12, 31))
    datetime.date(2025, 1, 2)
    """
    month, day = month_of(match), _day(match)
    years = [y for y in (end.year - 1, end.year, end.year + 1) if day <= month_end(y, month).day]
    return min((date(y, month, day) for y in years), key=lambda d: abs((d - end).days), default=None)


def is_last_day(match: re.Match[str], end: date) -> bool:
    """Whether a clue names the last day of a quarter, or a Saturday or Sunday beside it."""
    day = day_near(match, end)
    return day is not None and abs((day - end).days) <= _NEAR_DAYS


@lru_cache(maxsize=4)
def counts_weeks(text: str) -> bool:
    """Whether a call speaks of a year of 52 or 53 weeks.

    >>> counts_weeks("The quarter had 14 weeks."), counts_weeks("A trial of 52 weeks of treatment")
    (True, False)
    """
    return any(p.search(text) for p in _clues("weeks"))


def long_quarter(text: str, end_month: int) -> int:
    """The quarter that a sentence gives a 14th week; by custom the fourth.

    >>> long_quarter("The December quarter will have 14 weeks.", 9)
    1
    """
    for pattern in _clues("weeks"):
        for match in pattern.finditer(text):
            month = MONTH_QUARTER.search(text, match.start() - 80, match.end() + 60)
            if month:
                return (month_of(month) - end_month - 1) % 12 // 3 + 1
    return 4


@lru_cache(maxsize=4)
def long_year(text: str) -> int | None:
    """The year that a call says to have had 53 weeks, as it says most often.

    >>> long_year("Growth is against a 53rd week in fiscal 2020."), long_year("We count 53 weeks.")
    (2020, None)
    """
    for pattern in _clues("long_years"):
        years = Counter(int(match["year"]) for match in pattern.finditer(text))
        if years:
            return min(years, key=lambda year: (-years[year], year))
    return None


@lru_cache(maxsize=4)
def is_retailer(text: str) -> bool:
    """Whether most of the retailer's words occur.

    >>> is_retailer("Comparable sales rose as back-to-school brought guests into our stores for apparel.")
    True
    """
    return sum(bool(p.search(text)) for p in _clues("retail")) >= _ENOUGH


def says_fiscal(text: str) -> bool:
    """Whether a call speaks of fiscal quarters and years, as companies do whose years are not the calendar's.

    >>> says_fiscal("Fiscal Q4 was strong. In fiscal 2025 we grow, in fiscal '26 too.")
    True
    """
    return len(_FISCAL.findall(text)) >= _FISCAL_HABIT


def months_around(text: str) -> Iterator[tuple[int, bool]]:
    """Each month that a call names behind a verb, and whether it is still to come.

    >>> list(months_around("We started in June. That kicks in in September."))
    [(6, False), (9, True)]
    """
    for match in _IN_MONTH.finditer(text):
        before = re.split(r"[.?!]\s", text[max(0, match.start() - _VERB_NEAR) : match.start()])[-1]
        verbs = list(_VERB.finditer(before))
        if verbs:
            yield MONTHS[match["month"].lower()], verbs[-1].lastgroup == "ahead"


@cache
def _clues(name: str) -> tuple[re.Pattern[str], ...]:
    table = tomllib.loads((files("kg.values") / "fiscal_clues.toml").read_text(encoding="utf-8"))
    return tuple(re.compile(pattern, re.I) for pattern in table[name])
