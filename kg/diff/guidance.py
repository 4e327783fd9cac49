"""Guidance of two calls: raised, cut, narrowed, repeated, dropped or new, or beside what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from kg.diff.alike import is_leap, unit_of
from kg.diff.model import Guided
from kg.diff.side import Side, period_of
from kg.export.choose.content import Figure
from kg.export.choose.doubt import is_doubtful, is_spurious
from kg.model import Period

AHEAD = ("guidance", "target")
Key = tuple[str, ...]
Interval = tuple[Decimal, Decimal]
ENDED = ("due", "dropped", "told otherwise")
ENDLESS = Decimal("Infinity")
NEAR = timedelta(days=15)
"""By how much the ends of a fiscal quarter lie off those of the calendar's by which it is spoken of."""


def compared(then: Side, now: Side) -> list[Guided]:
    """One row for what was or is expected of a metric, for a period, in a unit; that of the later call first.

    Expectations under other restrictions, in another unit or against another time stand in rows of their own.
    """
    before, after = _expected(then, now.quarter), _expected(now, now.quarter)
    rows = [_row(then, now, key, before.get(key, []), figures) for key, figures in after.items()]
    rows += [_row(then, now, key, figures, []) for key, figures in before.items() if key not in after]
    return _told_once([row for row in rows if row is not None])


def _told_once(rows: list[Guided]) -> list[Guided]:
    """Of an expectation given as a value and as a change, only what is known: not that one of them was left out."""
    known = {row.then.iri for row in rows if row.then is not None and row.verdict not in ENDED}
    return [row for row in rows if row.verdict not in ENDED or row.then is None or row.then.iri not in known]


def interval(figure: Figure, measure: str) -> Interval | None:
    """From where to where an expected value, or for the measure `change` its change, runs; a bound is open on one side.

    >>> from kg.export.choose.content import Said
    >>> interval(Figure("f", "s", "u", "revenue", Said("c", 0), change=Decimal(4), change_max=Decimal(6)), "change")
    (Decimal('4'), Decimal('6'))
    """
    low, high, is_bound, limit = (
        (figure.change, figure.change_max, figure.change_is_bound, figure.change_limit)
        if measure == "change"
        else (figure.value, figure.value_max, figure.value_is_bound, figure.value_limit)
    )
    if low is None:
        return None
    ends = min(low, high or low), max(low, low if high is None else high)
    return _opened(*ends, limit) if is_bound and limit != "about" else ends


def _opened(low: Decimal, high: Decimal, limit: str | None) -> Interval:
    """A bound says nothing of what lies beyond it; a level of digits or tens reaches three further from nought."""
    if limit is not None and limit.endswith(("single-digit", "teens", "0s")):
        return (low - 2, high) if high < 0 else (low, high + 2)
    below = (limit == "at most") == (low >= 0)
    return (-ENDLESS, high) if below else (low, ENDLESS)


def verdict(before: Interval, after: Interval) -> str:
    """What became of an expected range, by its middle and then by its width.

    >>> four_to_six, six_to_eight = (Decimal(4), Decimal(6)), (Decimal(6), Decimal(8))
    >>> verdict(four_to_six, six_to_eight), verdict(six_to_eight, four_to_six), verdict(four_to_six, four_to_six)
    ('raised', 'cut', 'repeated')
    """
    if before == after:
        return "repeated"
    if not all(end.is_finite() for end in (*before, *after)):
        return _by_bound(before, after)
    middle, width = sum(after) - sum(before), (after[1] - after[0]) - (before[1] - before[0])
    if middle:
        return "raised" if middle > 0 else "cut"
    return "narrowed" if width < 0 else "widened"


def _by_bound(before: Interval, after: Interval) -> str:
    """Bounds on one side are compared by the end that they have; others cannot be."""
    if before[1] == after[1] == ENDLESS:
        return "raised" if after[0] > before[0] else "cut"
    if before[0] == after[0] == -ENDLESS:
        return "raised" if after[1] > before[1] else "cut"
    return "unclear"


def _expected(side: Side, quarter: Period | None) -> Mapping[Key, list[Figure]]:
    """Expected figures by what they are of: unit, metric, restrictions, period, and a value or a change in a unit."""
    found: dict[Key, list[Figure]] = defaultdict(list)
    for figure in side.said():
        if figure.said.modality in AHEAD and not is_spurious(figure.said):
            for measure in ("value", "change"):
                if interval(figure, measure) is not None:
                    found[_key(side, figure, measure, quarter)].append(figure)
    return found


def _key(side: Side, figure: Figure, measure: str, quarter: Period | None) -> Key:
    scope = "; ".join(sorted(qualifier.casefold() for qualifier in figure.qualifiers))
    return (*side.key(figure), scope, _when(figure, quarter), unit_of(figure, measure), measure)


def _when(figure: Figure, quarter: Period | None) -> str:
    """The period of a figure; that of the later call where the former spoke of the same quarter by the calendar."""
    period = period_of(figure)
    if period is None or quarter is None:
        return figure.period or ""
    ends = abs(period.start - quarter.start), abs(period.end - quarter.end)
    return str(quarter) if max(ends) <= NEAR else str(period)


def _row(then: Side, now: Side, key: Key, before: list[Figure], after: list[Figure]) -> Guided | None:
    period, measure = key[3], key[-1]
    old = _first(before)
    was = interval(old, measure) if old else None
    # "now 6% to 8%, up from our earlier 4% to 6%" states both: the one that is not new is the former
    new = _first([f for f in after if interval(f, measure) != was] or after)
    shown = new or old
    if shown is None:
        return None
    unit, metric = (now if new else then).name_of(shown)
    if old is None or was is None:
        return Guided(unit, metric, period, "new", None, new)
    is_ = interval(new, measure) if new else None
    if new is not None and is_ is not None:
        return Guided(unit, metric, period, "unclear" if is_leap(old, new) else verdict(was, is_), old, new)
    return None if is_doubtful(old.said) else _ended(now, key, old, was, (unit, metric))


def _ended(now: Side, key: Key, old: Figure, was: Interval, name: tuple[str, str]) -> Guided | None:
    """What was expected and is not any more: its period has come, or nothing is said of it."""
    period = period_of(old)
    if period is not None and now.quarter is not None and period.end <= now.quarter.end + NEAR:
        told = [f for f in now.said() if f.said.modality == "actual" and _is(now, f, key) and not is_leap(old, f)]
        actual = _first(told)
        given = interval(actual, key[-1]) if actual else None
        return Guided(*name, key[3], _outcome(was, given), old, None, actual)
    if not now.read:
        return None
    instead = _told_instead(now, old)
    return Guided(*name, key[3], "told otherwise" if instead else "dropped", old, None, instead)


def _told_instead(now: Side, old: Figure) -> Figure | None:
    """The surest figure that the later call still tells of a metric: of that time, or expected of another unit or kind.

    To say that guidance was dropped is a strong word: it takes a call that is silent about it.
    """
    named = [f for f in now.said() if f.metric.casefold() == old.metric.casefold()]
    return _first([f for f in named if f.said.modality in AHEAD or f.period == old.period])


def _is(now: Side, figure: Figure, key: Key) -> bool:
    sure = not is_doubtful(figure.said)
    return sure and _key(now, figure, key[-1], now.quarter) == key and interval(figure, key[-1]) is not None


def _outcome(was: Interval, given: Interval | None) -> str:
    if given is None:
        return "due"
    return "below" if given[1] < was[0] else "above" if given[0] > was[1] else "within"


def _first(figures: list[Figure]) -> Figure | None:
    """The surest, of equals the first."""
    return min(figures, key=lambda f: (-(f.said.confidence or Decimal(0)), f.said.begin, f.iri), default=None)
