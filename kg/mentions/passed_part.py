"""The part of a named time that a call speaks of: "so far in Q4", "the first three weeks of May"."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.mentions.call_clock import CallClock
from kg.mentions.period_parts import COUNT, Dated
from kg.model import Period
from kg.values.scale import parse_number

_LINK = r"\s+(?:of|in|into|through|for|during)?\s*(?:the\s+|our\s+|this\s+)?$"
_SO_FAR_BEFORE = re.compile(rf"\b(?:(?:so|thus)\s+far|to\s+date)\b,?{_LINK}", re.I)
_SO_FAR_BEHIND = re.compile(r",?\s+(?:(?:so|thus)\s+far|to[\s-]date)\b", re.I)
_FIRST_WEEKS = re.compile(rf"\b(?:the\s+|our\s+)?first\s+{COUNT}\s+weeks{_LINK}", re.I)
_NEAR = 40
_TIMED = ("period.quarter", "period.half", "period.month", "period.year")
_WEEK = timedelta(days=7)


def passed_part(text: str, found: Dated, clock: CallClock) -> Dated:
    """The first weeks of a time, or what of one under way has passed on the day of the call; else the time itself.

    >>> from datetime import date
    >>> from kg.mentions.period_phrases import dated
    >>> from kg.values.fiscal import FiscalCalendar
    >>> clock = CallClock(FiscalCalendar(), FiscalCalendar().quarter(2022, 3), date(2022, 10, 25))
    >>> def said(text): return [str(passed_part(text, d, clock).period) for d in dated(text, clock)]
    >>> said("So far in Q4, sales are up."), said("In our first two weeks of Q4, lamps sold.")
    (['2022-10-01/2022-10-25'], ['2022-10-01/2022-10-14'])
    """
    if not found.rule.startswith(_TIMED) or found.rule.endswith("to-date") or found.period.instant:
        return found
    start = max(0, found.start - _NEAR)
    weeks = _FIRST_WEEKS.search(text, start, found.start)
    number = parse_number(weeks["count"]) if weeks is not None else None
    if weeks is not None and number is not None:
        end = found.period.start + int(number.amount) * _WEEK - timedelta(days=1)
        return Dated(weeks.start(), found.end, Period(found.period.start, min(end, found.period.end)), found.rule)
    today = clock.held_on
    if today is None or not found.period.start <= today < found.period.end:
        return found
    before, behind = _SO_FAR_BEFORE.search(text, start, found.start), _SO_FAR_BEHIND.match(text, found.end)
    if before is None and behind is None:
        return found
    end = clock.reported.end if found.period.start <= clock.reported.start else today
    begin = before.start() if before is not None else found.start
    stop = behind.end() if behind is not None else found.end
    rule = ".".join(found.rule.split(".")[:2])
    rule = found.rule if rule == "period.month" else f"{rule}.to-date"
    return Dated(begin, stop, Period(found.period.start, end), rule)
