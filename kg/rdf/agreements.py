"""What statements of one fact have to do with each other, within a call and across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.stated import Stated, stated
from kg.rdf.vocab import EC


@dataclass(frozen=True, slots=True)
class _Figure:
    """One statement of a fact, as an interval of what it can mean."""

    claim: str
    low: float
    high: float


def agreements(statements: Iterable[ox.Quad]) -> tuple[ox.Quad, ...]:
    """`agreements_of` the claims among what is stated."""
    return agreements_of(stated(statements))


def agreements_of(claims: Iterable[Stated]) -> tuple[ox.Quad, ...]:
    """`ec:corroborates` and `ec:contradicts` between management's figures of one fact, sorted.

    Two values in one unit agree when their rounding intervals touch, two changes in one unit and comparison likewise;
    ranges, bounds and rough figures are left out. Pass the claims of all documents that may share facts.
    """
    verdicts: dict[tuple[str, str], bool] = {}
    for figures in _comparable(claims):
        for one, other in combinations(figures, 2):
            pair = (one.claim, other.claim)
            agree = one.low <= other.high and other.low <= one.high
            verdicts[pair] = verdicts.get(pair, True) and agree
    found = (
        ox.Quad(
            ox.NamedNode(one), EC.corroborates if agree else EC.contradicts, ox.NamedNode(other), iris.DERIVED_GRAPH
        )
        for (one, other), agree in verdicts.items()
    )
    return tuple(sorted(found, key=str))


def _comparable(claims: Iterable[Stated]) -> Iterator[list[_Figure]]:
    """Figures that speak of the same: one fact, one unit, one base of comparison."""
    groups: dict[tuple[str, ...], list[_Figure]] = defaultdict(list)
    for said in sorted(claims, key=lambda said: said.claim):
        if said.is_result and not said.is_vague:
            for key, low, high in (*_value(said), *_change(said)):
                groups[key].append(_Figure(said.claim, low, high))
    yield from (groups[key] for key in sorted(groups))


def _value(said: Stated) -> Iterator[tuple[tuple[str, ...], float, float]]:
    if said.value and said.decimals:
        value = float(said.value)
        half = 10.0 ** -int(said.decimals) / 2
        yield (said.fact, "value", said.unit, said.thing), value - half, value + half


def _change(said: Stated) -> Iterator[tuple[tuple[str, ...], float, float]]:
    if said.change and said.comparison:
        half = 10.0 ** -len(said.change.partition(".")[2]) / 2
        value = float(said.change)
        yield (said.fact, "change", said.change_unit, said.comparison), value - half, value + half
