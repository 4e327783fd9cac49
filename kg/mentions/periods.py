"""Finds the periods that a paragraph names and gives them calendar dates.

A rule id that starts with `period.` dates what is said; `comparison.yoy`, `comparison.qoq` and `comparison.other`
mark what a change is measured against, the value then being the base period. A balance's day (`at quarter end`,
`as of June 30`) is an instant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language import Passage
from kg.mentions.call_clock import CallClock, clock_of
from kg.mentions.comparisons import as_base, markers
from kg.mentions.passed_part import passed_part
from kg.mentions.period_parts import Dated
from kg.mentions.period_phrases import dated
from kg.mentions.since import up_to_now
from kg.mentions.year_ends import year_ends
from kg.model import Mention, MentionKind, Period, Span, Transcript
from kg.values.fiscal import FiscalCalendar

_END_OF = re.compile(r"\b(?:(?:at|by|as\s+of|until)\s+)?(?:the\s+)?(?:very\s+)?end\s+of\s+(?:the\s+|our\s+)?$", re.I)
_AT_END = re.compile(r"[\s-]end\b(?!\s+(?:of|market|user|customer|demand|product))", re.I)
_AS_OF = re.compile(r"\bas\s+(?:of|at)\s+$", re.I)
_BEGINNING_OF = re.compile(r"\b(?:the\s+)?(?:beginning|start)\s+of\s+(?:the\s+|our\s+)?$", re.I)
_QUARTER_END = re.compile(
    r"\b(?:(?:at|by)\s+)?(?:the\s+)?(?:quarter|period)(?:[\s-]|['’]s\s)end\b"
    r"|\b(?:the\s+)?end\s+of\s+(?:the|this|our)\s+(?:reported\s+|reporting\s+)?(?:quarter|period)\b",
    re.I,
)
_BEYOND = re.compile(r"\bbeyond\s+(?:the\s+)?(?:end\s+of\s+)?(?:fiscal\s+|calendar\s+|full\s+)?(?:year\s+)?$", re.I)
"""What lies beyond a time has none of its own."""
_TIMED = re.compile(r"period\.(?:quarter|half|year|month)")


def periods(passage: Passage, transcript: Transcript, calendar: FiscalCalendar) -> Iterator[Mention]:
    """The periods and comparisons named in a paragraph, in text order, none overlapping another.

    Nothing where neither header nor calendar tells which quarter the call reports.
    """
    clock = clock_of(transcript, calendar)
    if clock is None:
        return
    for found in periods_in(passage.text, clock):
        span = Span(found.start, found.end).shifted(passage.paragraph.span.start)
        yield Mention(span, MentionKind.PERIOD, transcript.quote(span), found.rule, found.period)


def periods_in(text: str, clock: CallClock) -> list[Dated]:
    """The same for a text: of overlapping wordings the longest stands.

    >>> clock = CallClock(FiscalCalendar(6), FiscalCalendar(6).quarter(2019, 4))
    >>> [(text.rule, str(text.period)) for text in periods_in("Cash was up 4% sequentially at quarter end.", clock)]
    [('comparison.qoq', '2019-01-01/2019-03-31'), ('period.instant', '2019-06-30')]
    """
    named = (d for d in dated(text, clock) if not _BEYOND.search(text, max(0, d.start - 40), d.start))
    placed = (up_to_now(text, passed_part(text, _at_its_end(text, d), clock), clock) for d in named)
    told = [as_base(text, d, clock) for d in placed if d is not None]
    found = [*told, *_quarter_ends(text, clock), *year_ends(text, clock), *markers(text, clock)]
    return _longest(found)


def _quarter_ends(text: str, clock: CallClock) -> Iterator[Dated]:
    if "end" not in text.lower():
        return
    for match in _QUARTER_END.finditer(text):
        yield Dated(*match.span(), _last_day(clock.reported), "period.instant")


def _at_its_end(text: str, found: Dated) -> Dated:
    """ "The end of Q3" is a day."""
    before = text[max(0, found.start - 30) : found.start]
    if not _TIMED.match(found.rule):
        return found
    suffix = _AT_END.match(text, found.end)
    if suffix is not None:
        return Dated(found.start, suffix.end(), _last_day(found.period), "period.instant")
    end = _END_OF.search(before)
    if end is not None:
        return Dated(found.start - len(end.group()), found.end, _last_day(found.period), "period.instant")
    if (of := _AS_OF.search(before)) is not None and found.rule.startswith("period.month"):
        return Dated(found.start - len(of.group()), found.end, _last_day(found.period), "period.instant")
    start = _BEGINNING_OF.search(before)
    if start is not None:
        first = Period(found.period.start, found.period.start)
        return Dated(found.start - len(start.group()), found.end, first, "period.instant")
    return found


def _last_day(period: Period) -> Period:
    return Period(period.end, period.end)


def _longest(found: list[Dated]) -> list[Dated]:
    """Longer wordings first, then those of a comparison, then the earlier."""
    chosen: list[Dated] = []
    for one in sorted(found, key=lambda d: (d.start - d.end, d.rule, d.start)):
        if all(one.end <= other.start or other.end <= one.start for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda d: d.start)
