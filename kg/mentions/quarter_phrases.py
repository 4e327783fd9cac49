"""Wordings of quarters and half years: "Q3 FY24", "the June quarter", "last quarter", "second half of next year"."""

from __future__ import annotations

import re
from datetime import date

from kg.mentions.call_clock import CallClock
from kg.mentions.period_parts import (
    BEFORE_YEAR,
    COUNT,
    MONTH,
    OF_YEAR,
    PAST,
    Phrase,
    Reader,
    any_case,
    full_year,
    is_calendar,
    year_of,
)
from kg.mentions.tense import looks_ahead, looks_back, tells_past
from kg.model import Period
from kg.values.fiscal import MONTHS, FiscalCalendar
from kg.values.scale import parse_number

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_CARDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NTH_QUARTER = (
    rf"(?i:(?P<nth>{'|'.join(_ORDINALS)})[\s-]+(?:fiscal\s+)?quarter)(?!\s+(?:in\s+a\s+row|running|straight)\b)"
)
_QUARTER_N = rf"(?i:quarter\s+(?P<n>{'|'.join(_CARDINALS)})\b(?!\s+(?:of\s+the|million|billion)))"
_NTH_HALF = r"(?i:(?P<nth>first|second|back|front|latter|1st|2nd)[\s-]+half)"
_NO_YEARS_HALF = r"(?!\s+of\s+(?:the\s+)?(?:quarter|month|decade|call|our|this\s+quarter))"
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|relative\s+to|versus|vs\.?|than)\s+(?:in\s+)?(?:the\s+|our\s+)?$", re.I
)
_FAR = 2
"""So many quarters after the reported one a quarter is no longer under way on the day of the call."""
_FOURTH = re.compile(r"[^.?!]{0,40}\b(?:Q4|fourth\s+quarter)\b", re.I)
_THIS_YEAR = re.compile(r"\bthis\s+year\b[^?!]*$", re.I)
_TO_DATE = r"\b(?:quarter[\s-]to[\s-]date|(?:so|thus)\s+far\s+(?:this|in\s+(?:the|this)\s+(?:current|new))\s+quarter)\b"
_HOLIDAY = r"\b(?:holiday|christmas)\s+quarter\b"
_THIS_QUARTER = (
    r"\b(?:this|the|our|the\s+reported|this\s+past|the\s+reporting|(?:this|(?:the\s+)?current)\s+year['’]s)"
    r"\s+(?:fiscal\s+)?quarter\b"
)
_ENDED = re.compile(r"\b(?:ended|closed|finished|exited)\s+$", re.I)
_NO_THIS = r"(?!\s+(?:end|ago|over|on|ended|ending|century|of\s+a)\b|-)"


def _quarter(match: re.Match[str], clock: CallClock) -> Period | None:
    number = _quarter_number(match)
    year = year_of(match, clock)
    if year is None and number < clock.number and looks_ahead(match):
        year = clock.year + 1
    elif number < clock.number == 4 and _is_told_after(match):
        year = clock.year if _is_past(match) else clock.year + 1
    elif year is None and number - clock.number >= _FAR and _is_over(match, clock):
        year = clock.year - 1
    if match["calendar"] or is_calendar(match):
        return FiscalCalendar().quarter(clock.reported.end.year if year is None else year, number)
    return clock.quarter(number, year)


def _is_over(match: re.Match[str], clock: CallClock) -> bool:
    """Whether a quarter that this year has yet to reach is last year's, told of as past: "we opened it in Q4".

    Early in the year any past tense tells so, in its middle only one beside the quarter.
    """
    compared = _COMPARED.search(match.string, max(0, match.start() - 30), match.start()) is not None
    if clock.number == 1 and compared:
        return True
    told = tells_past(match) if clock.number == 1 else looks_back(match)
    return (told or compared) and not looks_ahead(match)


def _is_told_after(match: re.Match[str]) -> bool:
    """Whether "last year" or "this year" behind a quarter counts from the year that has begun when the last is told."""
    return _is_past(match) or (_relative(match) in {"this", "current"} and not tells_past(match))


def _is_past(match: re.Match[str]) -> bool:
    return _relative(match) in PAST


def _relative(match: re.Match[str]) -> str:
    return (match["relative"] or match["before_relative"] or "").lower()


def _quarter_number(match: re.Match[str]) -> int:
    if match["nth"]:
        return _ORDINALS[match["nth"].lower()]
    return _CARDINALS[match["n"].lower()] if match["n"] else int(match["q"] or match["q_last"])


def _quarter_of_month(match: re.Match[str], clock: CallClock) -> Period | None:
    year = full_year(match["year"]) if match["year"] else None
    found = clock.quarter_of_month(MONTHS[match["month"].lower()], year)
    earlier = match["ago"] or (match["relative"] or "").lower() in PAST
    return clock.calendar.year_ago(found) if earlier else found


def _half(match: re.Match[str], clock: CallClock) -> Period | None:
    word = (match["nth"] or "").lower()
    number = int(match["h"] or match["h_last"] or 0) or (1 if word in {"first", "front", "1st"} else 2)
    year = year_of(match, clock)
    named = match["ago"] or match["year"] or match["before"] or match["before_relative"]
    if not named and (match["relative"] or "the").lower() == "the":
        year = clock.year + (1 if _is_next_years(match, clock, number) else 0)
    if is_calendar(match) and year is not None:
        return FiscalCalendar().half(year, number)
    return clock.half(number, year)


def _is_next_years(match: re.Match[str], clock: CallClock, number: int) -> bool:
    """Whether a half without a year is that of the year to come: the reported one is over, or half of it is."""
    if clock.number == 4:
        if number == 2 and (_FOURTH.match(match.string, match.end()) or (tells_past(match) and not looks_ahead(match))):
            return False
        return bool(match["h"] == "1" or not looks_back(match))
    said_this_year = _THIS_YEAR.search(match.string[max(0, match.start() - 80) : match.start()])
    return clock.number == 3 and number == 1 and looks_ahead(match) and said_this_year is None


def _months_of_quarter(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "The first two months of the quarter", in the months of the company's calendar."""
    length = clock.reported.end - clock.reported.start
    middles = [clock.reported.start + length * (2 * n + 1) // 6 for n in range(3)]
    months = [clock.calendar.month(day.year, day.month) for day in middles]
    number = parse_number(match["count"] or "one")
    count = int(number.amount) if number else 1
    chosen = months[:count] if match["side"].lower() == "first" else months[-count:]
    return Period(chosen[0].start, chosen[-1].end)


def _holiday(match: re.Match[str], clock: CallClock) -> Period | None:
    """The quarter around Christmas."""
    near = [clock.quarters_on(n) for n in (0, 1, -1, 2, -2)]
    return next((q for q in near if date(q.end.year, 12, 15) <= q.end or q.end.month == 1), None)


def _last_quarter(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "Last quarter" is the one before the reported; "we ended last quarter" and "this last quarter" tell of that."""
    lead = match.string[max(0, match.start() - 20) : match.start()].lower()
    ended = lead.endswith("this ") or _ENDED.search(match.string, max(0, match.start() - 20), match.start())
    return clock.quarters_on(0 if ended else -1)


def _steps(steps: int) -> Reader:
    return lambda match, clock: clock.quarters_on(steps)


QUARTER_PHRASES: tuple[Phrase, ...] = (
    Phrase(
        "period.quarter.numbered",
        re.compile(
            rf"\b{BEFORE_YEAR}?(?:(?i:fiscal|(?P<calendar>calendar))\s+)?"
            rf"(?:{_NTH_QUARTER}|Q(?P<q>[1-4])|(?P<q_last>[1-4])Q|{_QUARTER_N})(?:\b|(?=\d|FY)){OF_YEAR}?"
        ),
        _quarter,
        ("quarter", *(f"q{n}" for n in range(1, 5)), *(f"{n}q" for n in range(1, 5))),
    ),
    Phrase("period.quarter.month", re.compile(rf"\b{MONTH}\s+quarter\b{OF_YEAR}?"), _quarter_of_month, ("quarter",)),
    Phrase(
        "period.half",
        re.compile(
            rf"\b{BEFORE_YEAR}?(?:{_NTH_HALF}{_NO_YEARS_HALF}|H(?P<h>[12])|(?P<h_last>[12])H)(?:\b|(?=\d|FY)){OF_YEAR}?"
        ),
        _half,
        ("half", "h1", "h2", "1h", "2h"),
    ),
    Phrase(
        "period.quarter.part",
        any_case(rf"\b(?P<side>first|last|final)\s+(?:{COUNT}\s+)?months?\s+of\s+the\s+quarter\b"),
        _months_of_quarter,
        ("quarter",),
    ),
    Phrase("period.quarter.to-date", any_case(_TO_DATE), lambda match, clock: clock.quarter_to_date(), ("quarter",)),
    Phrase("period.quarter.holiday", any_case(_HOLIDAY), _holiday, ("quarter",)),
    Phrase("period.quarter.this", any_case(_THIS_QUARTER + _NO_THIS), _steps(0), ("quarter",)),
    Phrase(
        "period.quarter.next",
        any_case(r"\b(?:the\s+)?(?:next|coming|upcoming|following|ongoing)\s+(?:fiscal\s+)?quarter\b"),
        _steps(1),
        ("quarter",),
    ),
    Phrase(
        "period.quarter.current",
        any_case(r"\b(?:the\s+|our\s+)?current\s+(?:fiscal\s+)?quarter\b"),
        lambda match, clock: clock.quarters_on(1 if looks_ahead(match) else 0),
        ("quarter",),
    ),
    Phrase(
        "period.quarter.last",
        any_case(r"\b(?:the\s+)?(?:last|previous|prior|preceding)\s+(?:fiscal\s+)?quarter(?:['’]s)?\b"),
        _last_quarter,
        ("quarter",),
    ),
)
