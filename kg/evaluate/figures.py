"""When two figures, units and metrics agree: the tolerances of the scorer, each with its reason."""

from __future__ import annotations

from kg.evaluate.names import Names, bag
from kg.evaluate.rows import ObservationRow
from kg.values.unit import MEASURED, is_currency

OTHER_MEASURES = frozenset({"margin", "rate", "growth", "ratio", "share", "efficiency"})
"""Words that make it another measure: a margin is never the thing that it is a margin of."""

BOUND_TOLERANCE = 0.25
"""How far a bound or a figure in words ("mid-teens") may be read otherwise."""

LEAST_METRIC = 0.6


def same_number(a: float | None, b: float | None) -> bool:
    """Equal within a millionth.

    >>> same_number(29.6e9, 29600000000), same_number(None, 0.0)
    (True, False)
    """
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def agrees(gold: float | None, other: float | None, *, bound: bool) -> bool:
    """The same figure; where the gold is only a bound, one of the same sign and about the size."""
    if same_number(gold, other):
        return True
    if not bound or gold is None or other is None or gold * other <= 0:
        return False
    return abs(gold - other) <= BOUND_TOLERANCE * max(abs(gold), abs(other))


def values_agree(gold: ObservationRow, other: ObservationRow) -> bool:
    """Whether the values are one, or near where the gold has only a bound."""
    return agrees(gold.value, other.value, bound=gold.value_is_bound)


def changes_agree(gold: ObservationRow, other: ObservationRow) -> bool:
    """Whether the changes are one, or near where the gold has only a bound."""
    return agrees(gold.change, other.change, bound=gold.change_is_bound)


def priors_agree(gold: ObservationRow, other: ObservationRow) -> bool:
    """Whether the figures compared with are one; they are as exact as the change."""
    return agrees(gold.prior_value, other.prior_value, bound=gold.change_is_bound)


def common_figures(gold: ObservationRow, other: ObservationRow) -> int:
    """How many figures both give; 0 where one contradicts (a sign lost on a loss is a contradiction)."""
    both = (
        (gold.value, other.value, values_agree),
        (gold.change, other.change, changes_agree),
        (gold.prior_value, other.prior_value, priors_agree),
    )
    tests = [test for g, o, test in both if g is not None and o is not None]
    return len(tests) if all(test(gold, other) for test in tests) else 0


def same_unit(golds: tuple[str, ...], other: str) -> bool:
    """Currencies and rates must be equal; things counted are taken as equal.

    >>> same_unit(("people",), "members"), same_unit(("CNY",), "USD")
    (True, False)
    """
    return any(unit == other or bool(unit and other and not _strict(unit) and not _strict(other)) for unit in golds)


def _strict(unit: str) -> bool:
    return unit in MEASURED or is_currency(unit)


def same_metric(names: Names, gold: str, other: str) -> bool:
    """The same measure, in other words."""
    if names.same(gold, other):
        return True
    same_measure = bag(gold) & OTHER_MEASURES == bag(other) & OTHER_MEASURES
    return same_measure and names.close(gold, other) >= LEAST_METRIC


def joined(gold: ObservationRow, other: ObservationRow) -> bool:
    """The same line of business, split otherwise between entity and metric: "public cloud" + "revenue"."""
    m, n = bag(gold.metric), bag(other.metric)
    return bool(m and n and m != n and m <= bag(other.entity) | n and n <= bag(gold.entity) | m)
