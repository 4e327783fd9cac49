"""Figures of both calls side by side, and those that only one of them gives."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kg.diff.model import Change
from kg.diff.side import Side, period_of
from kg.export.choose.content import Figure

Key = tuple[str, ...]

TENTH = Decimal("0.1")
SHARES = {"percent": "percentage points", "percentage points": "percentage points", "bps": "bps"}
"""Units whose values are compared by difference, with the unit of that difference."""


def reported(side: Side) -> Mapping[Key, Figure]:
    """The figure of each metric for the quarter of the call, or for the months up to its end, by what it is of."""
    best: dict[Key, Figure] = {}
    for figure in side.said():
        months = _months(side, figure)
        if figure.said.modality != "actual" or not figure.has_figure or months is None:
            continue
        key = (*side.key(figure), *sorted(q.casefold() for q in figure.qualifiers), months)
        if key not in best or _rank(figure) < _rank(best[key]):
            best[key] = figure
    return best


def pairs(then: Side, now: Side) -> tuple[list[Change], list[Change], list[Change]]:
    """Changes of what both calls give, what only the later gives, and what only the earlier gives."""
    before, after = reported(then), reported(now)
    changed = [_change(now, before[key], figure) for key, figure in after.items() if key in before]
    new = [Change(*now.name_of(figure), None, figure) for key, figure in after.items() if key not in before]
    gone = [Change(*then.name_of(figure), figure, None) for key, figure in before.items() if key not in after]
    return changed, new, gone


def _change(now: Side, before: Figure, after: Figure) -> Change:
    return Change(*now.name_of(after), before, after, *_since(before, after))


def _since(before: Figure, after: Figure) -> tuple[Decimal | None, str | None]:
    """The move between two values of one unit, to a tenth; None where it cannot be told."""
    if before.value is None or after.value is None or before.unit != after.unit:
        return None, None
    if before.value_max is not None or after.value_max is not None or before.value_is_bound or after.value_is_bound:
        return None, None
    if before.unit in SHARES:
        return after.value - before.value, SHARES[before.unit]
    if before.value <= 0 or after.value < 0 or before.unit == "rank":
        return None, None
    return ((after.value / before.value - 1) * 100).quantize(TENTH), "percent"


def _months(side: Side, figure: Figure) -> str | None:
    """Over which stretch a figure runs; None for one of another time than the call's."""
    period, quarter = period_of(figure), side.quarter
    if period is None or quarter is None:
        return "quarter"
    if period.end != quarter.end:
        return None
    if period.start >= quarter.start:
        return "quarter"
    return f"{(period.end - period.start).days // 30} months"


def _rank(figure: Figure) -> tuple[int, Decimal, int, str]:
    """Value with change before either alone, then sure, then early."""
    told = (figure.value is not None) * 2 + (figure.change is not None)
    return -told, -(figure.said.confidence or Decimal(0)), figure.said.begin, figure.iri
