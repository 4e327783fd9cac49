"""Guidance of two calls: raised, cut, narrowed, repeated, dropped or new, or beside what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from kg.diff.model import Guided
from kg.diff.side import Side, period_of
from kg.export.choose.content import Figure

AHEAD = ("guidance", "target")
Key = tuple[str, str, str, str]
Interval = tuple[Decimal, Decimal]


def compared(then: Side, now: Side) -> list[Guided]:
    """One row for what was or is expected of a metric, for a period, in a unit; that of the later call first."""
    before, after = _expected(then), _expected(now)
    rows = [_row(then, now, key, before.get(key, []), figures) for key, figures in after.items()]
    rows += [_row(then, now, key, figures, []) for key, figures in before.items() if key not in after]
    return [row for row in rows if row is not None]


def interval(figure: Figure, measure: str) -> Interval | None:
    """From where to where an expected value, or for the measure `change` its change, runs.

    >>> from kg.export.choose.content import Said
    >>> interval(Figure("f", "s", "u", "revenue", Said("c", 0), change=Decimal(4), change_max=Decimal(6)), "change")
    (Decimal('4'), Decimal('6'))
    """
    if measure == "change":
        low, high = figure.change, figure.change_max
    else:
        low, high = figure.value, figure.value_max
    return None if low is None else (min(low, high or low), max(low, low if high is None else high))


def verdict(before: Interval, after: Interval) -> str:
    """What became of an expected range, by its middle and then by its width.

    >>> four_to_six, six_to_eight = (Decimal(4), Decimal(6)), (Decimal(6), Decimal(8))
    >>> verdict(four_to_six, six_to_eight), verdict(six_to_eight, four_to_six), verdict(four_to_six, four_to_six)
    ('raised', 'cut', 'repeated')
    """
    middle, width = sum(after) - sum(before), (after[1] - after[0]) - (before[1] - before[0])
    if middle:
        return "raised" if middle > 0 else "cut"
    return "repeated" if not width else "narrowed" if width < 0 else "widened"


def _expected(side: Side) -> Mapping[Key, list[Figure]]:
    """Expected figures by unit, metric, period and what is expected: a value in a unit of measure, or a change."""
    found: dict[Key, list[Figure]] = defaultdict(list)
    for figure in side.said():
        if figure.said.modality in AHEAD:
            for measure in ("value", "change"):
                if interval(figure, measure) is not None:
                    found[(*side.key(figure), figure.period or "", measure)].append(figure)
    return found


def _row(then: Side, now: Side, key: Key, before: list[Figure], after: list[Figure]) -> Guided | None:
    measure = key[3]
    old = _first(before)
    was = interval(old, measure) if old else None
    # "now 6% to 8%, up from our earlier 4% to 6%" states both: the one that is not new is the former
    new = _first([f for f in after if interval(f, measure) != was] or after)
    shown = new or old
    if shown is None:
        return None
    unit, metric = (now if new else then).name_of(shown)
    if old is None or was is None:
        return Guided(unit, metric, key[2], "new", None, new)
    is_ = interval(new, measure) if new else None
    if is_ is not None:
        return Guided(unit, metric, key[2], verdict(was, is_), old, new)
    return _ended(now, key, old, was, (unit, metric))


def _ended(now: Side, key: Key, old: Figure, was: Interval, name: tuple[str, str]) -> Guided | None:
    """What was expected and is not any more: its period has come, or nothing is said of it."""
    period = period_of(old)
    if period is not None and now.quarter is not None and period.end <= now.quarter.end:
        actual = _first([f for f in now.said() if f.said.modality == "actual" and _is(now, f, key)])
        given = interval(actual, key[3]) if actual else None
        return Guided(*name, key[2], _outcome(was, given), old, None, actual)
    return Guided(*name, key[2], "dropped", old, None) if now.read else None


def _is(now: Side, figure: Figure, key: Key) -> bool:
    return (*now.key(figure), figure.period or "") == key[:3] and interval(figure, key[3]) is not None


def _outcome(was: Interval, given: Interval | None) -> str:
    if given is None:
        return "due"
    return "below" if given[1] < was[0] else "above" if given[0] > was[1] else "within"


def _first(figures: list[Figure]) -> Figure | None:
    """The surest, of equals the first; without restriction before with one."""
    return min(
        figures,
        key=lambda f: (len(f.qualifiers), -(f.said.confidence or Decimal(0)), f.said.begin, f.iri),
        default=None,
    )
