"""What a change is measured against: the markers of a comparison, and which periods are its base."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kg.mentions.call_clock import CallClock
from kg.mentions.period_parts import Dated
from kg.model import Period
from kg.values.scale import parse_number

_LAST_YEAR = re.compile(r"(?:the\s+)?(?:last|prior|previous)\s+year(?:['’]s)?", re.I)
_ONWARD = re.compile(r"\s+(?:onwards?|forward|to|through|until|on)\b", re.I)
_NEAR = 80
_FIGURE_THEN_IN = re.compile(r"\s(?:in|for|at|as\s+of|during)\s+(?:the\s+)?$|^on\s+top", re.I)
_FIGURE_BETWEEN = re.compile(r"\d|%|,\s|;\s|\.\s")
_FRONTED_BASE = re.compile(
    r"(?:^|[.;]\s|^\D*,\s)(?:as\s+)?(?:compared|versus|relative|in\s+comparison)\b[^,;%$]*"
    r"\b(?:quarter|year|half|month|ago|20\d\d|Q[1-4])[^,.;\d]{0,12},\s(?!\d)",
    re.I,
)


def markers(text: str, clock: CallClock) -> Iterator[Dated]:
    """Words that say against what growth is measured, with the base period.

    >>> from kg.values.fiscal import FiscalCalendar
    >>> clock = CallClock(FiscalCalendar(), FiscalCalendar().quarter(2022, 3))
    >>> [(m.rule, str(m.period)) for m in markers("Sales rose 5% year over year and 2% sequentially.", clock)]
    [('comparison.yoy', '2021-07-01/2021-09-30'), ('comparison.qoq', '2022-04-01/2022-06-30')]
    """
    bases = {"yoy": clock.calendar.year_ago(clock.reported), "qoq": clock.quarters_on(-1), "other": clock.reported}
    lower = text.lower()
    for kind, base in bases.items():
        for pattern in (p for word, patterns in _by_word(kind) if word in lower for p in patterns):
            for match in pattern.finditer(text):
                yield Dated(*match.span(), base, f"comparison.{kind}")
    counted = ("years_ago", "years_long") if "year" in lower or "quarters" in lower else ()
    for match in (m for kind in counted for m in _patterns(kind)[0].finditer(text)):
        number = parse_number(match["count"])
        count = int(number.amount) if number else 0
        quarters = (match.groupdict().get("unit") or "").lower() == "quarters"
        base = clock.quarters_on(-count) if quarters else clock.years_before(count)
        yield Dated(*match.span(), base, "comparison.other")


def as_base(text: str, found: Dated, clock: CallClock) -> Dated:
    """The same words as the base of a comparison, where a comparator stands before a period no later than reported.

    >>> from kg.mentions.period_phrases import dated
    >>> from kg.values.fiscal import FiscalCalendar
    >>> clock = CallClock(FiscalCalendar(), FiscalCalendar().quarter(2022, 3))
    >>> text = "up 5% from the second quarter"
    >>> [as_base(text, d, clock).rule for d in dated(text, clock)]
    ['comparison.qoq']
    """
    if not found.rule.startswith("period.") or found.rule.startswith("period.span"):
        return found
    left = text[max(0, found.start - _NEAR) : found.start]
    if _compared(left, "comparators"):
        latest = clock.reported.end
    elif _compared(left, "weak") and found.period.start < clock.reported.start and not _ONWARD.match(text, found.end):
        latest = clock.reported.start
    else:
        return found
    if _LAST_YEAR.fullmatch(text[found.start : found.end]):
        return Dated(found.start, found.end, clock.calendar.year_ago(clock.reported), "comparison.yoy")
    if found.period.end > latest:
        return found
    return Dated(found.start, found.end, found.period, f"comparison.{_kind(found.period, clock)}")


def _compared(left: str, kind: str) -> bool:
    """Whether a comparator stands before, with no other figure, clause or base between."""
    if _FRONTED_BASE.search(left):
        return False
    matches = [m for p in _patterns(kind) if (m := p.search(left))]
    return any(not _FIGURE_BETWEEN.search(m.group()) or _FIGURE_THEN_IN.search(m.group()) for m in matches)


def _kind(base: Period, clock: CallClock) -> str:
    """Which comparison a base makes with the reported quarter, or with the one after it."""
    calendar, reported = clock.calendar, clock.reported
    ahead = clock.quarters_on(1)
    years = {
        clock.fiscal_year(clock.year),
        clock.fiscal_year(clock.year - 1),
        calendar.year_ago(reported),
        calendar.year_ago(ahead),
    }
    if base in years or base.end in {calendar.year_ago(reported).end}:
        return "yoy"
    if base in {reported, clock.quarters_on(-1)} or base.end == clock.quarters_on(-1).end:
        return "qoq"
    if base.instant and base.start == clock.to_date().start:
        return "other"
    months = (reported.end.year - base.end.year) * 12 + reported.end.month - base.end.month
    return "yoy" if 8 <= months <= 15 and (base.end - base.start).days < 300 else "other"


@cache
def _table() -> dict[str, str | list[str] | dict[str, list[str]]]:
    return tomllib.loads((files("kg.mentions") / "comparisons.toml").read_text(encoding="utf-8"))


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    written = _table()[kind]
    return tuple(re.compile(pattern, re.I) for pattern in ([written] if isinstance(written, str) else written))


@cache
def _by_word(kind: str) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    """The patterns of a base, by a word in lower case without which none of them matches."""
    table = _table()[kind]
    assert isinstance(table, dict)
    return tuple((word, tuple(re.compile(pattern, re.I) for pattern in table[word])) for word in table)
