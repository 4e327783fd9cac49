"""The parts of which wordings of periods are composed: names of months, years in front and behind, counts."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.mentions.call_clock import CallClock
from kg.model import Period
from kg.values.fiscal import MONTHS
from kg.values.scale import parse_number

Reader = Callable[[re.Match[str], CallClock], Period | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording of a period with its rule id and its meaning; the meaning may be None in its place.

    One of `words` stands in lower case in whatever the pattern matches: a text without any need not be searched.
    """

    rule: str
    pattern: re.Pattern[str]
    read: Reader
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A period found in a text."""

    start: int
    end: int
    period: Period
    rule: str


MONTH_NAMES = "|".join(name.capitalize() for name in MONTHS)
MONTH = f"(?P<month>{MONTH_NAMES})"
_SHORT = "|".join(rf"{name[:3]}(?:{name[3:]})?" for name in calendar.month_name if name and name != "September")
SHORT_MONTH = rf"(?P<month>{_SHORT}|Sept?(?:ember)?)\b\.?"
FISCAL = r"(?P<kind>(?i:(?:fiscal|financial|calendar|full)[\s-]+year|fiscal|calendar)|FY)"
_NO_YEAR = r"(?![.,]\d|%|\s?(?:percent|million|billion|basis))"
_MARKED = r"(?:(?<=['’‘])|(?<=FY)|(?<=FY\s)|(?<=[Ff]iscal\s)|(?<=year\s)|(?<=[1-4QH]))"
_YEAR = rf"(?:(?:{FISCAL}\s*)?['’‘]?(?P<year>20[0-4]\d|{_MARKED}[1-3]\d)\b{_NO_YEAR})"
_YEAR_WORDS = r"(?:fiscal\s+|financial\s+|full\s+|calendar\s+)?year(?!-)(?:['’]s)?"
RELATIVE_YEAR = rf"(?P<relative>this|current|last|next|prior|previous|(?:up)?coming|the)\s+{_YEAR_WORDS}"
_YEAR_AGO = r"(?P<ago>(?:a|one)\s+year\s+(?:ago|earlier))"
_OF = r"(?:of\s+|in\s+|for\s+|from\s+)?(?:the\s+)?"
OF_YEAR = rf"(?:,?\s*{_OF}{_YEAR}|\s+{_OF}(?i:{RELATIVE_YEAR})\b|\s+(?:of\s+)?(?i:{_YEAR_AGO})\b)"
BEFORE_YEAR = (
    r"(?:(?:(?:fiscal|FY)\s*)?['’‘]?(?P<before>20[0-4]\d|(?:(?<=FY)|(?<=FY['’‘])|(?<=FY\s))\d\d)(?:['’]s)?\s+"
    r"|(?P<before_relative>(?:last|this|next)(?=\s+year(?!,\s+(?!in|during)))|Last|This|Next)"
    r"\s+year(?:['’]s|,)?\s+(?:(?:in|during)\s+)?(?:the\s+|our\s+)?)"
)
COUNT = r"(?P<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty-four)"
PAST = frozenset({"last", "prior", "previous"})
_STEPS = {
    "this": 0,
    "the": 0,
    "current": 0,
    "last": -1,
    "prior": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}


def any_case(pattern: str) -> re.Pattern[str]:
    """A pattern that does not look at case.

    >>> bool(any_case("next quarter").match("Next quarter"))
    True
    """
    return re.compile(pattern, re.IGNORECASE)


def year_of(match: re.Match[str], clock: CallClock) -> int | None:
    """The fiscal year that a phrase names, in front or behind; None where it names none.

    >>> from kg.values.fiscal import FiscalCalendar
    >>> clock = CallClock(FiscalCalendar(), FiscalCalendar().quarter(2022, 3))
    >>> [year_of(re.match(rf"Q1{OF_YEAR}", words), clock) for words in ("Q1 of next year", "Q1 FY '24")]
    [2023, 2024]
    """
    groups = match.groupdict()
    if groups.get("ago"):
        return clock.year - 1
    written = groups.get("before") or groups.get("year")
    if written:
        return full_year(written)
    relative = (groups.get("before_relative") or groups.get("relative") or "").lower()
    return clock.year + _STEPS[relative] if relative in _STEPS else None


def full_year(digits: str) -> int:
    """A year of this century from its last two digits or all four.

    >>> full_year("22"), full_year("2022")
    (2022, 2022)
    """
    return int(digits) % 100 + 2000


def is_calendar(match: re.Match[str]) -> bool:
    """Whether the phrase says that it means the calendar's year, not the company's."""
    return (match["kind"] or "").lower().startswith("calendar")


def quarters_of(match: re.Match[str]) -> int:
    """How many quarters a phrase counts, in quarters or months; 0 where they make no whole quarters.

    >>> quarters_of(re.match(rf"{COUNT} (?P<unit>months)", "nine months"))
    3
    """
    number = parse_number(match["count"])
    count = int(number.amount) if number else 0
    if match["unit"].lower().startswith("quarter"):
        return count
    return count // 3 if count % 3 == 0 else 0
