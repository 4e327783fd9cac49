"""Figures of one call that exclude each other: all but the likeliest of them are held to be doubtful.

Where a call gives two amounts for one measure of one thing over one period, one of them is of something else, most
often of a unit whose name stands too far off: the sum of a company is no less than that of a part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kg.model import Modality, Observation
from kg.values.unit import RATIOS, is_currency

DOUBTED = Decimal("0.4")
"""The most that a figure is trusted which another one excludes: in calls with gold, three in ten of these are right."""

_ALIKE = Decimal("0.1")
"""Amounts that differ by no more of the larger are roundings, or bounds, of one another."""

_PART = Decimal(5)
"""A sum so many times as large is no longer that of the year so far beside that of its last quarter."""

_TRUSTED = Decimal("0.6")


def without_rivals(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The observations of a call, those doubted that a likelier one excludes, and what their own words add to them."""
    doubted = excluded(observations)
    said = {(one.evidence.span.start, one.entity, one.metric) for one in doubted}
    return tuple(
        replace(one, confidence=min(one.confidence, DOUBTED))
        if one in doubted or (one.value is None and (one.evidence.span.start, one.entity, one.metric) in said)
        else one
        for one in observations
    )


def excluded(observations: Sequence[Observation]) -> frozenset[Observation]:
    """Those that give another amount than the likeliest one for the same measure, thing, period and scope."""
    told: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in observations:
        if _is_exact(one):
            scope = tuple(sorted(qualifier.casefold() for qualifier in one.qualifiers))
            told[one.entity, one.metric, one.unit, one.period, one.basis, scope].append(one)
    return frozenset(one for group in told.values() for one in group if not _alike(one, likeliest(group)))


def likeliest(rivals: Sequence[Observation]) -> Observation:
    """The one that stands: told more often, then more surely, then first; of a company's sums a far larger one."""
    best = max(rivals, key=lambda one: (sum(_alike(one, other) for other in rivals), one.confidence, -_begin(one)))
    wholes = [one for one in rivals if _is_sum(one) and one.confidence >= _TRUSTED and _size(one) > _PART * _size(best)]
    return max(wholes, key=lambda one: (_size(one), one.confidence, -_begin(one)), default=best)


def _is_exact(one: Observation) -> bool:
    """Whether it reports one amount of money or one ratio; of counts, a call tells several of one name."""
    exact = one.value is not None and one.value_max is None and not one.value_is_bound
    return (
        exact
        and one.period is not None
        and one.modality is Modality.ACTUAL
        and (is_currency(one.unit) or one.unit in RATIOS)
    )


def _is_sum(one: Observation) -> bool:
    return one.entity.startswith("company/") and is_currency(one.unit) and one.value is not None and one.value > 0


def _alike(one: Observation, other: Observation) -> bool:
    assert one.value is not None and other.value is not None
    return abs(one.value - other.value) <= _ALIKE * max(abs(one.value), abs(other.value))


def _size(one: Observation) -> Decimal:
    return abs(one.value or Decimal(0))


def _begin(one: Observation) -> int:
    return one.evidence.span.start
