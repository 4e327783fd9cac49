"""Figures of both calls side by side, and those that only one of them gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from kg.diff.alike import alike, is_leap
from kg.diff.model import Change
from kg.diff.side import Side, period_of
from kg.export.choose.content import Figure
from kg.export.choose.doubt import is_doubtful, is_spurious

Key = tuple[str, ...]

TENTH = Decimal("0.1")
GROWS_WITH_THE_YEAR = Decimal("1.25")
"""Six months are to nine at least as one to this: what grew so may have been told for the year so far in both calls."""
SHARES = {"percent": "percentage points", "percentage points": "percentage points", "bps": "bps"}
"""Units whose values are compared by difference, with the unit of that difference."""


def reported(side: Side) -> Mapping[Key, list[Figure]]:
    """The figures of each metric for the quarter of the call, or for the months up to its end, the best first."""
    found: dict[Key, list[Figure]] = defaultdict(list)
    for figure in side.said():
        months = _months(side, figure)
        if figure.said.modality == "actual" and figure.has_figure and months is not None:
            found[(*side.key(figure), *sorted(q.casefold() for q in figure.qualifiers), months)].append(figure)
    return {key: sorted(figures, key=_rank) for key, figures in found.items()}


def pairs(then: Side, now: Side) -> tuple[list[Change], list[Change], list[Change]]:
    """Changes of what both calls give, what only the later gives, and what only the earlier gives.

    Figures of one name that are not of one kind are neither held against each other nor called new or gone; nor is what
    was read too unsurely called so.
    """
    before, after = reported(then), reported(now)
    cumulative = _tells_the_year_so_far(before) and _tells_the_year_so_far(after)
    matched = [(key, _match(before[key], after[key])) for key in after if key in before]
    changed = [_change(now, *pair, cumulative and key[-1] == "quarter") for key, pair in matched if pair is not None]
    new = [Change(*now.name_of(f), None, f) for f in _only(after, before)]
    gone = [Change(*then.name_of(f), f, None) for f in _only(before, after)]
    return changed, new, gone


def _only(these: Mapping[Key, list[Figure]], others: Mapping[Key, list[Figure]]) -> Iterable[Figure]:
    best = (figures[0] for key, figures in these.items() if key not in others)
    return (figure for figure in best if not is_spurious(figure.said))


def _match(before: list[Figure], after: list[Figure]) -> tuple[Figure, Figure] | None:
    """The best two that are of one kind."""
    return next(((old, new) for new in after for old in before if alike(old, new)), None)


def _change(now: Side, before: Figure, after: Figure, cumulative: bool) -> Change:
    """Two figures and the move between them, which is left open where one of them may be read wrongly."""
    unsure = is_leap(before, after) or (cumulative and _grew_with_the_year(before, after))
    since = (None, None) if unsure else _since(before, after)
    return Change(*now.name_of(after), before, after, *since, unsure=unsure)


def _grew_with_the_year(before: Figure, after: Figure) -> bool:
    if before.value is None or after.value is None or before.unit in SHARES or before.value <= 0:
        return False
    return after.value >= before.value * GROWS_WITH_THE_YEAR


def _tells_the_year_so_far(found: Mapping[Key, list[Figure]]) -> bool:
    return any(key[-1] != "quarter" for key in found)


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
    if quarter is None:
        return "quarter"
    if period is None:
        return "undated"
    if period.end != quarter.end:
        return None
    if period.start >= quarter.start:
        return "quarter"
    return f"{round((period.end - period.start).days / 30.4)} months"


def _rank(figure: Figure) -> tuple[bool, int, Decimal, int, str]:
    """What is not doubtful before what is, value with change before either alone, then sure, then early."""
    told = (figure.value is not None) * 2 + (figure.change is not None)
    return is_doubtful(figure.said), -told, -(figure.said.confidence or Decimal(0)), figure.said.begin, figure.iri
