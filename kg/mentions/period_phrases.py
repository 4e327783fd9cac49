"""The wordings of periods: each a pattern, and what it means on the clock of a call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.mentions.call_clock import CallClock
from kg.model import Period
from kg.values.fiscal import MONTHS, FiscalCalendar
from kg.values.scale import parse_number

Reader = Callable[[re.Match[str], CallClock], Period | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording with its rule id and its meaning."""

    rule: str
    pattern: re.Pattern[str]
    read: Reader


@dataclass(frozen=True, slots=True)
class Dated:
    """A period found in a text."""

    start: int
    end: int
    period: Period
    rule: str


_NUMBERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_NTH = "(?P<nth>" + "|".join(_NUMBERS) + ")"
_NUMBERS |= {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTH = "(?P<month>" + "|".join(name.capitalize() for name in MONTHS) + ")"
_SHORT_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?"
_FISCAL = r"(?P<kind>(?i:fiscal\s+year|financial\s+year|calendar\s+year|full[\s-]+year|fiscal|calendar)|FY)"
_YEAR = rf"(?:(?:{_FISCAL}\s*)?['’]?(?P<year>20[0-4]\d|1[0-9]|2[0-9]|3[0-9])\b(?![.,]\d|%|\s?(?:percent|million|billion|basis)))"
_RELATIVE = r"(?P<relative>this|current|last|next|prior|previous|the)\s+(?:fiscal\s+|financial\s+|full\s+|calendar\s+)?year(?!-)(?:['’]s)?"
_OF_YEAR = rf"(?:,?\s*(?:of\s+|in\s+|for\s+|from\s+)?(?:the\s+)?(?:{_YEAR}|(?i:{_RELATIVE})\b))"
_BEFORE_YEAR = r"(?:(?:(?P<before_kind>fiscal|FY)\s*)?(?P<before>20[0-4]\d)(?:['’]s)?\s+|(?P<before_relative>last|this|next)\s+year['’]s\s+)"
_COUNT = r"(?P<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty-four)"
_BACK = r"(?:last|past|trailing|previous|prior|preceding|recent)"
_AHEAD = r"(?:next|coming|following)"


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _year_of(match: re.Match[str], clock: CallClock) -> int | None:
    """The fiscal year that a phrase names, in front or behind; None where it names none."""
    groups = match.groupdict()
    written = groups.get("before") or groups.get("year")
    if written:
        return int(written) % 100 + 2000
    relative = (groups.get("before_relative") or groups.get("relative") or "").lower()
    steps = {"this": 0, "the": 0, "current": 0, "last": -1, "prior": -1, "previous": -1, "next": 1}.get(relative)
    return None if steps is None else clock.year + steps


_FORWARD = re.compile(
    r"\b(?:expect\w*|will|anticipat\w+|guid(?:e|ing|ance)|outlook|forecast\w*|plan(?:s|ned|ning)?|project(?:ed|ing)|going\s+to"
    r"|look(?:ing)?\s+(?:ahead|forward)|continue\s+into|into)\b[^.?!]*$",
    re.I,
)


_FORWARD_AFTER = re.compile(r"[^.?!]{0,60}?\b(?:will|expect|anticipate|should)\b", re.I)
_DONE = re.compile(
    r"(?<!expect)(?<!plann)(?<!forecast)(?<!project)ed\s+(?:in|during|for|back\s+in)\s+(?:the\s+|our\s+)?$", re.I
)


def looks_ahead(match: re.Match[str]) -> bool:
    """Whether words of expectation stand before in the same sentence.

    >>> looks_ahead(re.compile("full year").search("We expect costs of 5 for the full year."))
    True
    """
    before = match.string[max(0, match.start() - 160) : match.start()]
    if _DONE.search(before):
        return False
    return bool(_FORWARD.search(before) or _FORWARD_AFTER.match(match.string, match.end()))


_PAST = re.compile(
    r"\b(?:was|were|had|saw|grew|did|went|came|drove|fell|rose|declined|improved|increased|delivered)\b", re.I
)


def _is_past(match: re.Match[str]) -> bool:
    """Whether a past tense stands near in the same sentence.

    >>> _is_past(re.compile("second half").search("Demand was weak in the second half."))
    True
    """
    before = re.split(r"[.?!]\s", match.string[max(0, match.start() - 80) : match.start()])[-1]
    after = re.split(r"[.?!,]\s", match.string[match.end() : match.end() + 40])[0]
    return bool(_PAST.search(before) or _PAST.search(after))


def _quarter(match: re.Match[str], clock: CallClock) -> Period | None:
    word = match["nth"] or match["nth_last"]
    number = _NUMBERS[word.lower()] if word else int(match["q"] or match["q_last"])
    year = _year_of(match, clock)
    if year is None and number < clock.number and looks_ahead(match):
        year = clock.year + 1
    if (match["kind"] or "").lower().startswith("calendar") and year is not None:
        return FiscalCalendar().quarter(year, number)
    return clock.quarter(number, year)


def _quarter_of_month(match: re.Match[str], clock: CallClock) -> Period | None:
    year = int(match["year"]) % 100 + 2000 if match["year"] else None
    found = clock.quarter_of_month(MONTHS[match["month"].lower()], year)
    if match["relative"] and match["relative"].lower() in {"last", "prior", "previous"}:
        return clock.calendar.year_ago(found)
    return found


def _half(match: re.Match[str], clock: CallClock) -> Period | None:
    word = (match["nth"] or "").lower()
    number = int(match["h"] or match["h_last"] or 0) or (1 if word in {"first", "front", "1st"} else 2)
    year = _year_of(match, clock)
    relative = (match["relative"] or "").lower()
    if relative in {"the", ""} and not (match["year"] or match["before"] or match["before_relative"]):
        if clock.number == 4 and match["h"] == "1":
            return clock.half(1, clock.year + 1)
        ahead = looks_ahead(match) if clock.number == 3 and number == 1 else clock.number == 4 and not _is_past(match)
        year = clock.year + 1 if ahead else clock.year
    if (match["kind"] or "").lower().startswith("calendar") and year is not None:
        return FiscalCalendar().half(year, number)
    return clock.half(number, year)


def _fiscal_year(match: re.Match[str], clock: CallClock) -> Period | None:
    year = int(match["year"]) % 100 + 2000
    kind = match["kind"].lower()
    if kind.startswith("calendar"):
        return FiscalCalendar().year(year)
    return clock.named_year(year) if kind.startswith("full") else clock.fiscal_year(year)


_NAME_BEFORE = re.compile(
    r"\b(?!(?:In|For|Since|By|During|Fiscal|Through|And|Over|From|Until|Before|Year|Calendar|Full|Early|Late|Of|To|Entering|Both|To|The|As"
    r"|Q[1-4]|H[12]|FY|With|While|But|So|Now|Then|At)\s)[A-Z][\w.]*\s$"
)
_OLDEST = 16
"""A bare number that many years before the call is more likely a version or a count."""


def _bare_year(match: re.Match[str], clock: CallClock) -> Period | None:
    year = int(match["year"])
    if year == 2000 or not clock.year - _OLDEST <= year <= clock.year + 40:
        return None
    if _NAME_BEFORE.search(match.string, max(0, match.start() - 30), match.start()):
        return None
    return clock.named_year(year)


def _relative_year(match: re.Match[str], clock: CallClock) -> Period | None:
    year = _year_of(match, clock)
    if year is None:
        return None
    over = clock.number == 4 and match["relative"].lower() in {"the", "this", "current"}
    return clock.fiscal_year(year + 1 if over and looks_ahead(match) else year)


def _full_year(match: re.Match[str], clock: CallClock) -> Period | None:
    over = clock.number == 4 and looks_ahead(match)
    return clock.fiscal_year(clock.year + 1 if over else clock.year)


def _past_year(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "This past year" is the one that has just ended."""
    return clock.fiscal_year(clock.year if clock.number == 4 else clock.year - 1)


def _short_year(match: re.Match[str], clock: CallClock) -> Period | None:
    return clock.named_year(2000 + int(match["year"]))


def _means_the_quarter(match: re.Match[str]) -> bool:
    """ "We look at December", "September was 8%": in a call that names quarters by their months."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    inside = re.search(r"\b(?:in|of|since|early|late|mid|during|through|until|by|on|back)[\s-]$", before, re.I)
    return MONTHS[match["month"].lower()] % 3 == 0 and match["last_month"] is None and inside is None


def _month(match: re.Match[str], clock: CallClock) -> Period | None:
    """One month, or from one to another ("October and November")."""
    year = int(match["year"]) if match["year"] else None
    if clock.names_by_month and _means_the_quarter(match):
        return clock.quarter_of_month(MONTHS[match["month"].lower()], year)
    relative = (match["relative"] or "").lower()
    first = clock.month(MONTHS[match["month"].lower()], year)
    if match["last"] and clock.held_on is not None and first.end > clock.held_on:
        first = clock.month(MONTHS[match["month"].lower()], first.end.year - 1)
    if relative in {"last", "prior", "previous"}:
        first = clock.month(MONTHS[match["month"].lower()], first.end.year - 1)
    if not match["last_month"]:
        return first
    last = clock.month(MONTHS[match["last_month"].lower()], year)
    if last.end < first.start:
        last = clock.month(MONTHS[match["last_month"].lower()], last.end.year + 1)
    return Period(first.start, last.end) if (last.end - first.start).days < 366 else None


def _short_month(match: re.Match[str]) -> int:
    return next(n for name, n in MONTHS.items() if name.startswith(match["month"].lower()[:3]))


def _day(match: re.Match[str], clock: CallClock) -> Period | None:
    return clock.day(_short_month(match), int(match["day"]), int(match["year"]) if match["year"] else None)


def _ended(match: re.Match[str], clock: CallClock) -> Period | None:
    """ "The six months ended June 30": as many whole quarters up to the one that a day ends."""
    if match["day"]:
        day = _day(match, clock)
    else:
        month = clock.month(_short_month(match), int(match["year"]) if match["year"] else None)
        day = Period(month.end, month.end)
    if day is None:
        return None
    quarters = {"quarter": 1, "three": 1, "six": 2, "half": 2, "nine": 3, "twelve": 4, "year": 4}
    count = quarters[match["length"].lower().split()[0].split("-")[0]]
    year, number = clock.calendar.position(day.end)
    return Period(clock.calendar.quarter(year, number - count + 1).start, clock.calendar.quarter(year, number).end)


def _back(match: re.Match[str], clock: CallClock) -> Period | None:
    number = parse_number(match["count"])
    count = int(number.amount) if number else 0
    unit = match["unit"].lower()
    if unit.startswith("quarter"):
        return clock.quarters_back(count) if 0 < count <= 12 else None
    if count % 3 == 0 and 0 < count <= 36:
        return clock.quarters_back(count // 3)
    return clock.months_back(count) if 0 < count <= 36 else None


def _ahead(match: re.Match[str], clock: CallClock) -> Period | None:
    number = parse_number(match["count"])
    count = int(number.amount) if number else 0
    count = count if match["unit"].lower().startswith("quarter") else count // 3 if count % 3 == 0 else 0
    return clock.quarters_ahead(count) if 0 < count <= 8 else None


def _first_months(match: re.Match[str], clock: CallClock) -> Period | None:
    number = parse_number(match["count"])
    months = int(number.amount) if number else 0
    quarters = months if match["unit"].lower().startswith("quarter") else months // 3 if months % 3 == 0 else 0
    year = _year_of(match, clock)
    return clock.calendar.quarters(clock.year if year is None else year, 1, quarters) if 1 < quarters <= 4 else None


def _months_of_quarter(match: re.Match[str], clock: CallClock) -> Period | None:
    months = [clock.calendar.month(*_nth_month(clock, n)) for n in range(3)]
    count = 1 if not match["count"] else min(3, int(parse_number(match["count"]).amount))  # type: ignore[union-attr]
    chosen = months[:count] if match["side"].lower() == "first" else months[-count:]
    return Period(chosen[0].start, chosen[-1].end)


def _nth_month(clock: CallClock, n: int) -> tuple[int, int]:
    middle = clock.reported.start + (clock.reported.end - clock.reported.start) * (2 * n + 1) // 6
    return middle.year, middle.month


def _steps(steps: int) -> Reader:
    return lambda match, clock: clock.quarters_on(steps)


_I = "(?i)"
PHRASES: tuple[Phrase, ...] = (
    Phrase(
        "period.quarter.numbered",
        _pattern(
            rf"\b(?:{_BEFORE_YEAR})?(?:(?i:fiscal)\s+)?(?:(?i:{_NTH}[\s-]+(?:fiscal\s+)?quarter)|Q(?P<q>[1-4])|(?P<q_last>[1-4])Q|(?i:quarter\s+(?P<nth_last>one|two|three|four|[1-4]))\b(?!\s+(?:of\s+the|million|billion)))"
            rf"(?:\b|(?=\d)){_OF_YEAR}?"
        ),
        _quarter,
    ),
    Phrase("period.quarter.month", _pattern(rf"\b{_MONTH}\s+quarter\b{_OF_YEAR}?"), _quarter_of_month),
    Phrase(
        "period.ended",
        _pattern(
            rf"{_I}\b(?P<length>quarter|three[\s-]months?|six[\s-]months?|nine[\s-]months?|twelve[\s-]months?|half[\s-]year|year)"
            rf"(?:\s+period)?,?\s+(?:that\s+)?end(?:ed|ing)\s+(?:on\s+|in\s+)?{_SHORT_MONTH}(?:\s+(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)?"
            rf"(?:,?\s+(?P<year>20\d\d))?"
        ),
        _ended,
    ),
    Phrase(
        "period.half",
        _pattern(
            rf"\b(?:{_BEFORE_YEAR})?(?:(?i:(?P<nth>first|second|back|front|latter|1st|2nd)[\s-]+half)(?!\s+of\s+(?:the\s+)?(?:quarter|month|decade|call|our|this\s+quarter))"
            rf"|H(?P<h>[12])|(?P<h_last>[12])H)(?:\b|(?=\d)){_OF_YEAR}?"
        ),
        _half,
    ),
    Phrase(
        "period.year.fiscal",
        _pattern(rf"\b{_FISCAL}\s*(?:of\s+)?['’]?(?P<year>20[0-4]\d|\d\d)\b(?![.,]\d|%)"),
        _fiscal_year,
    ),
    Phrase(
        "period.year",
        _pattern(r"(?<![\w$.,/-])(?P<year>20[0-4]\d)\b(?![.,]\d|%|-\d|/\d|\s+(?:stores|shops|people))"),
        _bare_year,
    ),
    Phrase("period.year.short", _pattern(r"(?<=\s)['’](?P<year>[12]\d)\b(?!s)"), _short_year),
    Phrase(
        "period.year.relative",
        _pattern(rf"{_I}\b{_RELATIVE}\b(?!\s+(?:ago|earlier|over|on|end|to|of|before|in\s+a\s+row))"),
        _relative_year,
    ),
    Phrase(
        "period.year.full",
        _pattern(
            rf"{_I}\b(?:for\s+)?(?:the\s+|our\s+)?(?:full|entire|whole|fiscal)[\s-](?:fiscal\s+)?year\b(?!\s+(?:ago|over|on|end|['’]?\d))(?!,?\s+(?:of\s+)?(?:fiscal\s+)?20\d\d)"
        ),
        _full_year,
    ),
    Phrase("period.year.past", _pattern(rf"{_I}\b(?:this|the)\s+(?:last|past)\s+(?:fiscal\s+)?year\b"), _past_year),
    Phrase(
        "period.year.to-date",
        _pattern(rf"{_I}\b(?:year[\s-]to[\s-]date|YTD|so\s+far\s+this\s+(?:fiscal\s+)?year|this\s+year\s+so\s+far)\b"),
        lambda match, clock: clock.to_date(),
    ),
    Phrase(
        "period.year.rest",
        _pattern(rf"{_I}\b(?:rest|remainder|balance)\s+of\s+(?:the|this|our)\s+(?:fiscal\s+|calendar\s+)?year\b"),
        lambda match, clock: clock.rest_of_year(),
    ),
    Phrase(
        "period.year.part",
        _pattern(rf"{_I}\bfirst\s+{_COUNT}\s+(?P<unit>months|quarters)\b(?!\s+of\s+the\s+quarter){_OF_YEAR}?"),
        _first_months,
    ),
    Phrase(
        "period.quarter.part",
        _pattern(rf"{_I}\b(?P<side>first|last|final)\s+(?:{_COUNT}\s+)?months?\s+of\s+the\s+quarter\b"),
        _months_of_quarter,
    ),
    Phrase(
        "period.span.back",
        _pattern(rf"{_I}\b(?:over|in|during|within|throughout)\s+the\s+(?:last|past)\s+year\b"),
        lambda match, clock: clock.quarters_back(4),
    ),
    Phrase("period.span.back", _pattern(rf"{_I}\b{_BACK}\s+{_COUNT}[\s-]+(?P<unit>months?|quarters)\b"), _back),
    Phrase("period.span.ahead", _pattern(rf"{_I}\b{_AHEAD}\s+{_COUNT}[\s-]+(?P<unit>months?|quarters)\b"), _ahead),
    Phrase(
        "period.quarter.this",
        _pattern(
            rf"{_I}\b(?:this|the|our|the\s+reported|this\s+past|the\s+reporting)\s+(?:fiscal\s+)?quarter\b(?!\s+(?:end|ago|over|on|ended|ending|century|of\s+a)\b|-)"
        ),
        _steps(0),
    ),
    Phrase(
        "period.quarter.next",
        _pattern(rf"{_I}\b(?:the\s+)?(?:next|coming|upcoming|following|current|ongoing)\s+(?:fiscal\s+)?quarter\b"),
        _steps(1),
    ),
    Phrase(
        "period.quarter.last",
        _pattern(rf"{_I}\b(?:the\s+)?(?:last|previous|prior|preceding)\s+(?:fiscal\s+)?quarter(?:['’]s)?\b"),
        _steps(-1),
    ),
    Phrase(
        "period.month",
        _pattern(
            rf"\b(?:(?P<last>[Ll]ast|[Tt]his\s+past)\s+)?{_MONTH}\b(?!\s+\d{{1,2}}(?:\b|st|nd|rd|th)(?!\d))(?!\s+(?:be|have|not|I|we|you|also)\b)"
            r"(?:\s+(?:and|to|through|and\s+into|until)\s+(?P<last_month>"
            + "|".join(n.capitalize() for n in MONTHS)
            + r")\b)?"
            rf"(?:,?\s+(?:of\s+)?(?:(?P<year>20[0-4]\d)\b|{_RELATIVE}\b))?"
        ),
        _month,
    ),
    Phrase(
        "period.month.call",
        _pattern(rf"{_I}\b(?:earlier\s+)?this\s+month\b"),
        lambda match, clock: clock.month_of_call(),
    ),
    Phrase("period.month.last", _pattern(rf"{_I}\blast\s+month\b"), lambda match, clock: clock.month_of_call(-1)),
    Phrase("period.month.next", _pattern(rf"{_I}\bnext\s+month\b"), lambda match, clock: clock.month_of_call(1)),
    Phrase(
        "period.day",
        _pattern(rf"\b{_SHORT_MONTH}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!%|\.\d)(?:,?\s+(?P<year>20\d\d)\b)?"),
        _day,
    ),
    Phrase(
        "period.day",
        _pattern(rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{_SHORT_MONTH}(?:,?\s+(?P<year>20\d\d)\b)?"),
        _day,
    ),
)


def dated(text: str, clock: CallClock) -> Iterator[Dated]:
    """Every wording of a period in a text, overlapping ones included.

    >>> clock = CallClock(FiscalCalendar(6), FiscalCalendar(6).quarter(2019, 4))
    >>> [(d.rule, str(d.period)) for d in dated("In Q4, as in fiscal 2018, sales rose.", clock)]
    [('period.quarter.numbered', '2019-04-01/2019-06-30'), ('period.year.fiscal', '2017-07-01/2018-06-30'), \
('period.year', '2018-01-01/2018-12-31')]
    """
    for phrase in PHRASES:
        for match in phrase.pattern.finditer(text):
            period = phrase.read(match, clock)
            if period is not None:
                yield Dated(*match.span(), period, phrase.rule)
