""" "Since its launch in October": a stretch of time from a period that is named up to the day of the call."""

from __future__ import annotations

import re

from kg.mentions.call_clock import CallClock
from kg.mentions.period_parts import Dated
from kg.model import Period

_SINCE = re.compile(
    r"\bsince\s+(?:[a-z’'-]+\s+){0,8}?(?:in|on|during|at|early|late|mid|back\s+in)[\s-]+(?:the\s+)?$", re.I
)
_NEAR = re.compile(r"\bsince\s+(?:the\s+)?$", re.I)
_START = re.compile(r"(?:the\s+)?(?:very\s+)?(?:beginning|start)\b", re.I)
_BEST = re.compile(r"\b(?:first|record|\w{2,}est|most|least|best|worst)\b[^.;,]{0,40}$", re.I)
_REACH = 80


def up_to_now(text: str, found: Dated, clock: CallClock) -> Dated | None:
    """The stretch since a period; None where the words say so only to call something the best since then.

    The period itself where no "since" stands before it, or one that makes it the base of a comparison.

    >>> from kg.mentions.period_phrases import dated
    >>> from kg.values.fiscal import FiscalCalendar
    >>> clock = CallClock(FiscalCalendar(), FiscalCalendar().quarter(2022, 3))
    >>> text = "We won 40 users since the launch in December."
    >>> [str(up_to_now(text, d, clock).period) for d in dated(text, clock)]
    ['2021-12-01/2022-09-30']
    """
    if not found.rule.startswith("period.") or found.rule.startswith("period.span"):
        return found
    before = text[max(0, found.start - _REACH) : found.start]
    words = _SINCE.search(before)
    if words is None and (near := _NEAR.search(before)) is not None:
        begins = _START.match(text, found.start) or found.period.start >= clock.reported.start
        words = near if begins else None
    if words is None:
        return found
    if _BEST.search(before[: words.start()]):
        return None
    today = clock.held_on or clock.reported.end
    start = found.period.start
    if start > today:
        start = clock.calendar.year_ago(found.period).start
    return Dated(found.start - len(words.group()), found.end, Period(start, max(start, today)), "period.span.since")
