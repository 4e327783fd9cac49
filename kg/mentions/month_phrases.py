"""Wordings of months, days and spans: "in October and November", "as of June 30", "the nine months ended …"."""

from __future__ import annotations

import re

from kg.mentions.call_clock import CallClock
from kg.mentions.period_parts import (
    COUNT,
    MONTH,
    MONTH_NAMES,
    PAST,
    RELATIVE_YEAR,
    SHORT_MONTH,
    Phrase,
    any_case,
    full_year,
    quarters_of,
)
from kg.model import Period
from kg.values.fiscal import MONTHS
from kg.values.fiscal_calendar import DAY
from kg.values.scale import parse_number

_LENGTHS = {
    "quarter": 1,
    "three": 1,
    "six": 2,
    "half": 2,
    "nine": 3,
    "twelve": 4,
    "year": 4,
    "3": 1,
    "6": 2,
    "9": 3,
    "12": 4,
}
_LENGTH = r"(?P<length>quarter|(?:three|six|nine|twelve|3|6|9|12)[\s-]months?|half[\s-]year|year)"
_ENDING = r"(?:\s+period)?,?\s+(?:that\s+)?end(?:ed|ing)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_SHORT_NAMES = "|".join(rf"{name[:3]}(?:{name[3:]})?" for name in MONTH_NAMES.split("|")) + "|Sept"
_A_DAY = (
    rf"(?:(?:{_SHORT_NAMES})\b\.?\s+[0-3]?\d(?:st|nd|rd|th)?\b(?!%|\.\d)(?:,?\s+20\d\d\b)?|\d{{1,2}}/\d{{1,2}}/20\d\d)"
)
_NO_DAY_BEHIND = r"(?!\s+\d{1,2}(?:\b|st|nd|rd|th)(?!\d))(?!\s+(?:be|have|not|I|we|you|also)\b)"
_UPTO = rf"(?:\s+(?:and|to|through|and\s+into|until)\s+(?P<last_month>{MONTH_NAMES})\b)?"
_WITHIN = re.compile(r"\b(?:in|of|since|early|late|mid|during|through|until|by|on|back)[\s-]$", re.I)


def _month(match: re.Match[str], clock: CallClock) -> Period | None:
    """One month, or from one to another ("October and November")."""
    number, year = MONTHS[match["month"].lower()], full_year(match["short"]) if match["short"] else _year(match)
    if clock.names_by_month and _means_the_quarter(match):
        return clock.quarter_of_month(number, year)
    first = clock.month(number, year)
    to_come = clock.held_on is not None and first.end > clock.held_on
    if (match["last"] and to_come) or (match["relative"] or "").lower() in PAST:
        first = clock.month(number, first.end.year - 1)
    return _through(match["last_month"], first, year, clock) if match["last_month"] else first


def _through(name: str, first: Period, year: int | None, clock: CallClock) -> Period | None:
    last = clock.month(MONTHS[name.lower()], year)
    if last.end < first.start:
        last = clock.month(MONTHS[name.lower()], last.end.year + 1)
    return Period(first.start, last.end) if (last.end - first.start).days < 366 else None


def _means_the_quarter(match: re.Match[str]) -> bool:
    """ "We look at December", "September was 8%": in a call that names quarters by their months."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    return MONTHS[match["month"].lower()] % 3 == 0 and match["last_month"] is None and not _WITHIN.search(before)


def _weeks_of_month(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "The first two weeks of October", counted in days from either end of the month."""
    number = parse_number(match["count"] or "one")
    days = 7 * int(number.amount) * DAY if number else DAY
    month = clock.month(MONTHS[match["month"].lower()])
    if match["side"].lower() == "first":
        return Period(month.start, month.start + days - DAY)
    return Period(month.end - days + DAY, month.end)


def _day(match: re.Match[str], clock: CallClock) -> Period | None:
    return clock.day(_short_month(match), int(match["day"]), _year(match))


def _ended(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "The six months ended June 30": as many whole quarters up to the one that a day ends."""
    last = _day(match, clock) if match["day"] else clock.month(_short_month(match), _year(match))
    if last is None:
        return None
    count = _LENGTHS[re.split(r"[\s-]", match["length"].lower())[0]]
    year, number = clock.calendar.position(last.end)
    return Period(clock.calendar.quarter(year, number - count + 1).start, clock.calendar.quarter(year, number).end)


def _days(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "Between July 31, 2025 and October 29, 2025", "from 7/31/2025 to 10/29/2025"."""
    first, last = (_day_named(match[side], clock) for side in ("first_day", "last_day"))
    if first is None or last is None:
        return None
    if first.start > last.end and not re.search(r"20\d\d", match["first_day"]):
        first = clock.day(first.start.month, first.start.day, first.start.year - 1) or first
    return Period(first.start, last.end) if first.start <= last.end else None


def _day_named(words: str, clock: CallClock) -> Period | None:
    numbers = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(20\d\d)", words)
    if numbers is not None:
        month, day, year = (int(n) for n in numbers.groups())
        return clock.day(month, day, year) if month <= 12 else None
    match = re.match(rf"{SHORT_MONTH}\s+{_DAY}(?:,?\s+(?P<year>20\d\d))?", words)
    return _day(match, clock) if match is not None else None


def _back(match: re.Match[str], clock: CallClock) -> Period | None:
    quarters, number = quarters_of(match), parse_number(match["count"])
    if 0 < quarters <= 12:
        return clock.quarters_back(quarters)
    months = int(number.amount) if number else 0
    return clock.months_back(months) if 0 < months <= 24 and quarters == 0 else None


def _ahead(match: re.Match[str], clock: CallClock) -> Period | None:
    quarters = quarters_of(match)
    return clock.quarters_ahead(quarters) if 0 < quarters <= 8 else None


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _short_month(match: re.Match[str]) -> int:
    return next(n for name, n in MONTHS.items() if name.startswith(match["month"].lower()[:3]))


MONTH_PHRASES: tuple[Phrase, ...] = (
    Phrase(
        "period.month",
        re.compile(
            rf"\b(?:(?P<last>[Ll]ast|[Tt]his\s+past)\s+)?{MONTH}\b{_NO_DAY_BEHIND}{_UPTO}"
            rf"(?:,?\s+(?:of\s+)?(?:(?P<year>20[0-4]\d)\b|['’‘](?P<short>[0-3]\d)\b|{RELATIVE_YEAR}\b))?"
        ),
        _month,
        tuple(MONTHS),
    ),
    Phrase(
        "period.month.call",
        any_case(r"\b(?:earlier\s+)?this\s+month\b"),
        lambda match, clock: clock.month_of_call(),
        ("month",),
    ),
    Phrase(
        "period.month.part",
        re.compile(rf"\b(?P<side>[Ff]irst|[Ll]ast|[Ff]inal)\s+(?:{COUNT}\s+)?weeks?\s+of\s+{MONTH}\b"),
        _weeks_of_month,
        ("week",),
    ),
    Phrase(
        "period.month.last", any_case(r"\blast\s+month\b"), lambda match, clock: clock.month_of_call(-1), ("month",)
    ),
    Phrase("period.month.next", any_case(r"\bnext\s+month\b"), lambda match, clock: clock.month_of_call(1), ("month",)),
    Phrase(
        "period.days",
        re.compile(
            rf"\b(?:[Bb]etween|[Ff]rom)\s+(?P<first_day>{_A_DAY}),?\s+(?:and|to|through|until)\s+(?P<last_day>{_A_DAY})"
        ),
        _days,
    ),
    Phrase("period.day", re.compile(rf"\b{SHORT_MONTH}\s+{_DAY}\b(?!%|\.\d)(?:,?\s+(?P<year>20\d\d)\b)?"), _day),
    Phrase("period.day", re.compile(rf"\b{_DAY}\s+(?:of\s+)?{SHORT_MONTH}(?:,?\s+(?P<year>20\d\d)\b)?"), _day),
    Phrase(
        "period.ended",
        any_case(
            rf"\b{_LENGTH}{_ENDING}\s+(?:on\s+|in\s+)?{SHORT_MONTH}(?:\s+{_DAY}(?!\d))?"
            r"(?:,?\s+(?P<year>20\d\d))?"
        ),
        _ended,
        ("end",),
    ),
    Phrase(
        "period.ended",
        any_case(
            rf"\b{_LENGTH}{_ENDING}\s+(?:on\s+)?{_DAY}\s+{SHORT_MONTH}"
            r"(?:,?\s+(?P<year>20\d\d))?"
        ),
        _ended,
        ("end",),
    ),
    Phrase(
        "period.span.back",
        any_case(r"\b(?:over|in|during|within|throughout)\s+the\s+(?:last|past)\s+year\b"),
        lambda match, clock: clock.quarters_back(4),
        ("year",),
    ),
    Phrase(
        "period.span.back",
        any_case(
            rf"\b(?:last|past|trailing|previous|prior|preceding|recent)\s+{COUNT}[\s-]+(?P<unit>months?|quarters)\b"
            r"(?:\s+(?:(?:of|in|for|through)\s+)?(?:the|this)\s+(?:\w+\s+)?quarter(?:\s+of\s+this\s+year)?)?"
        ),
        _back,
        ("month", "quarters"),
    ),
    Phrase(
        "period.span.ahead",
        any_case(r"\b(?:over|in|during|within|throughout)\s+the\s+next\s+year\b"),
        lambda match, clock: clock.quarters_ahead(4),
        ("next",),
    ),
    Phrase(
        "period.span.ahead",
        any_case(rf"\b(?:next|coming|following)\s+{COUNT}[\s-]+(?P<unit>months?|quarters)\b"),
        _ahead,
        ("month", "quarters"),
    ),
)
