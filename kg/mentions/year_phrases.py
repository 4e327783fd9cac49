"""Wordings of years and their parts: "fiscal 2023", "'22", "this year", "the full year", "year to date"."""

from __future__ import annotations

import re

from kg.mentions.call_clock import CallClock
from kg.mentions.period_parts import (
    COUNT,
    FISCAL,
    OF_YEAR,
    RELATIVE_YEAR,
    Phrase,
    any_case,
    full_year,
    is_calendar,
    quarters_of,
    year_of,
)
from kg.mentions.tense import looks_ahead, stands_alone, tells_past
from kg.model import Period
from kg.values.fiscal import FiscalCalendar

_NO_NAME = (
    "In|For|Since|By|During|Fiscal|Through|And|Over|From|Until|Before|Year|Calendar|Full|Early|Late|Of|To|Entering|Both"
    "|The|As|With|While|But|So|Now|Then|At|FY|Q[1-4]|H[12]|Our|My|Your|Their|Its|This|That|These|Those|All|Most|Total"
    "|Annual|Net|Revised|Updated|Initial|Original|Expected|Estimated|Compared|Versus|Beyond|After|Across|Between"
    "|Throughout|Within|On|Under|Into|Only|When|Where|If|Because|Given|Looking"
)
_NAME_BEFORE = re.compile(rf"\b(?!(?:{_NO_NAME})\s)[A-Z][\w.]*\s$")
_OF_QUARTER = re.compile(
    r"\bquarter\s+(?:results?|earnings|performance|figures|numbers)\s+(?:for|of|in)\s+(?:fiscal\s+)?$", re.I
)
""" "Third quarter results for 2023" are those of the quarter."""
_OLDEST, _FARTHEST = 16, 40
"""A bare number that many years before or after the call is more likely a version or a count."""
_FULL_YEAR = r"\b(?:for\s+)?(?:the\s+|our\s+)?(?:full|entire|whole|fiscal|total)[\s-](?:fiscal\s+)?year\b"
_ANNUAL = (
    r"(?<!in )(?<!of )\bannual(?=\s+(?:capex|capital\s+(?:expenditures?|spending)|revenues?|sales|bookings|shipments?"
    r"|(?:operating|net)\s+(?:profit|income)|earnings|production|output|flagship\s+sales)\b)"
)
_STREAK = (
    r"\b(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z]+teenth|[a-z]+tieth|another)"
    r"\s+(?:straight|consecutive|successive)\s+(?:fiscal\s+)?year\b(?!\s+of\s+(?:dividend|distribution))"
)
_ANNUALLY = r"(?<=% )annually\b"
_GREW = re.compile(r"\b(?:grew|rose|increased|climbed|declined|fell|decreased|up|down)\b[^.,;]{0,30}%\s$", re.I)
_YEAR_SAID = re.compile(r"\b(?:In|For)\s+(?:fiscal\s+|FY\s?)?['’‘]?(?P<year>20[0-4]\d)\b,(?:[^.?!]|\.(?=\d))*$")
_SAID_WITHIN = 200
_TO_NO_VERB = (
    r"to\b(?!\s+(?:be|come|grow|increase|rise|decline|decrease|fall|range|reach|remain|exceed|total|improve)\b)"
)
_PART_OF = re.compile(r"\b(?:quarters?|half|part|time|months?|weeks?|season|portion|event|point)\s+of\s+$", re.I)
_NO_FULL = r"(?!\s+(?:ago|over|on|end|['’‘]?\d))(?!,?\s+(?:of\s+)?(?:fiscal\s+)?20\d\d)"


def _fiscal_year(match: re.Match[str], clock: CallClock) -> Period | None:
    year = full_year(match["year"])
    if is_calendar(match):
        return FiscalCalendar().year(year)
    return clock.fiscal_year(year)


def _bare_year(match: re.Match[str], clock: CallClock) -> Period | None:
    """A number that may be a year, unless it is round or belongs to a name ("Widget Server 2008")."""
    year = int(match["year"])
    if year == 2000 or not clock.year - _OLDEST <= year <= clock.year + _FARTHEST:
        return None
    if year == clock.year and _OF_QUARTER.search(match.string, max(0, match.start() - 60), match.start()):
        return None
    if _NAME_BEFORE.search(match.string, max(0, match.start() - 30), match.start()):
        return None
    return clock.named_year(year)


def _through_year(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "Capex of $9 billion *through 2028*": from the year under way to the end of that one."""
    last, begun = clock.named_year(full_year(match["year"])), clock.fiscal_year(clock.year + (clock.number == 4))
    return Period(begun.start, last.end) if begun.end < last.end else None


def _relative_year(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "This year", "last year"; once over, a year is the last one, unless the sentence named it before."""
    year = year_of(match, clock)
    if year is None or (
        match["relative"].lower() == "the" and _PART_OF.search(match.string, max(0, match.start() - 20), match.start())
    ):
        return None
    if clock.number == 4 and match["relative"].lower() == "last" and stands_alone(match):
        return clock.fiscal_year(clock.year)  # said after the year's end: "we opened 40 shops last year"
    over = clock.number == 4 and match["relative"].lower() in {"the", "this", "current"}
    begun = over and match["relative"].lower() != "the" and clock.calendar.end_month == 12 and not tells_past(match)
    return clock.fiscal_year(year + 1 if begun or (over and looks_ahead(match)) else year)


def _full_year(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "The full year": the one that the sentence has named, else that of the reported quarter or the next."""
    said = _YEAR_SAID.search(match.string, max(0, match.start() - _SAID_WITHIN), match.start())
    if said is not None:
        return clock.fiscal_year(full_year(said["year"]))
    over = clock.number == 4 and looks_ahead(match)
    return clock.fiscal_year(clock.year + 1 if over else clock.year)


def _closed_year(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "Our fifth straight year of growth", told when the year has closed; at other times it is none."""
    return clock.fiscal_year(clock.year) if clock.number == 4 and not looks_ahead(match) else None


def _grown_in_year(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "Revenue grew 9% *annually*", told when the year has closed."""
    grew = _GREW.search(match.string, max(0, match.start() - 60), match.start())
    return _closed_year(match, clock) if grew else None


def _past_year(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "This past year" is the one that has just ended."""
    return clock.fiscal_year(clock.year if clock.number == 4 else clock.year - 1)


def _years(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "2021 through 2025": from the beginning of one year to the end of another."""
    first, last = clock.named_year(full_year(match["first"])), clock.named_year(full_year(match["last"]))
    return Period(first.start, last.end) if first.end < last.start else None


def _beside_quarter(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "The quarter and year": what has passed of the year."""
    return clock.to_date()


def _so_far_in(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "So far in 2023": what has passed of the year, unless it is another one."""
    return clock.to_date() if full_year(match["year"]) == clock.year else None


def _short_year(match: re.Match[str], clock: CallClock) -> Period | None:
    return clock.named_year(full_year(match["year"]))


def _first_months(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "The first nine months": whole quarters from the beginning of the fiscal year."""
    quarters, year = quarters_of(match), year_of(match, clock)
    return clock.calendar.quarters(clock.year if year is None else year, 1, quarters) if 1 < quarters <= 4 else None


YEAR_PHRASES: tuple[Phrase, ...] = (
    Phrase(
        "period.year.fiscal",
        re.compile(rf"\b{FISCAL}\s*(?:of\s+)?['’‘]?(?P<year>20[0-4]\d|\d\d)\b(?![.,]\d|%)"),
        _fiscal_year,
        ("fiscal", "financial", "calendar", "full", "fy"),
    ),
    Phrase(
        "period.year",
        re.compile(r"(?<![\w$.,/-])(?P<year>20[0-4]\d)\b(?![.,]\d|%|-\d|/\d|\s+(?:stores|shops|people))"),
        _bare_year,
        ("20",),
    ),
    Phrase(
        "period.year.range",
        re.compile(
            r"(?<![\w$.,/-])(?:\b(?i:from|between|over|during|in)\s+)?(?:(?i:fiscal)\s+)?(?P<first>20[0-4]\d)"
            r"\s*(?:through|until|to|–|-)\s*(?:(?i:fiscal)\s+)?(?P<last>20[0-4]\d)\b(?![.,]\d|%|-\d)"
        ),
        _years,
        ("20",),
    ),
    Phrase(
        "period.year.through",
        any_case(r"\bthrough\s+(?:the\s+end\s+of\s+)?(?:fiscal\s+(?:year\s+)?)?(?P<year>20[0-4]\d)\b(?![.,]\d|%|-\d)"),
        _through_year,
        ("20",),
    ),
    Phrase(
        "period.year.beside-quarter",
        any_case(
            r"(?:(?<=quarter and )|(?<=quarter and the )|(?<=quarter and for the ))year\b"
            r"(?!\s+(?:ago|over|on|end|to|20))"
        ),
        _beside_quarter,
        ("year",),
    ),
    Phrase("period.year.short", re.compile(r"(?<=\s)['’‘](?P<year>[12]\d)\b(?!s)"), _short_year),
    Phrase(
        "period.year.relative",
        any_case(
            rf"\b{RELATIVE_YEAR}\b(?!\s+(?:ago|earlier|over|on|end|of|before|in\s+a\s+row|{_TO_NO_VERB}))(?!,?\s+20\d\d\b)"
        ),
        _relative_year,
        ("year",),
    ),
    Phrase("period.year.full", any_case(_FULL_YEAR + _NO_FULL), _full_year, ("year",)),
    Phrase("period.year.annual", any_case(_ANNUAL), _full_year, ("annual",)),
    Phrase("period.year.streak", any_case(_STREAK), _closed_year, ("straight", "consecutive", "successive")),
    Phrase("period.year.streak", any_case(_ANNUALLY), _grown_in_year, ("annually",)),
    Phrase(
        "period.year.past", any_case(r"\b(?:this|the)\s+(?:last|past)\s+(?:fiscal\s+)?year\b"), _past_year, ("year",)
    ),
    Phrase(
        "period.year.to-date",
        any_case(
            r"\b(?:year[\s-]to[\s-](?:date|day)(?:\s+(?:(?:in|for|of)\s+)?(?:fiscal\s+)?20\d\d)?|YTD|so\s+far\s+this\s+(?:fiscal\s+)?year|this\s+year\s+so\s+far)\b"
        ),
        lambda match, clock: clock.to_date(),
        ("date", "day", "ytd", "far"),
    ),
    Phrase(
        "period.year.to-date",
        any_case(r"\b(?:so\s+far|(?:year[\s-])?to[\s-]date),?\s+in\s+(?:fiscal\s+)?(?P<year>20\d\d)\b"),
        _so_far_in,
        ("20",),
    ),
    Phrase(
        "period.year.rest",
        any_case(r"\b(?:rest|remainder|balance)\s+of\s+(?:the|this|our)\s+(?:fiscal\s+|calendar\s+)?year\b"),
        lambda match, clock: clock.rest_of_year(),
        ("year",),
    ),
    Phrase(
        "period.year.part",
        any_case(rf"\bfirst\s+{COUNT}\s+(?P<unit>months|quarters)\b(?!\s+of\s+the\s+quarter){OF_YEAR}?"),
        _first_months,
        ("first",),
    ),
)
