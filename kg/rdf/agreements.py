"""What statements of one fact have to do with each other, within a call and across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.vocab import CODE, EC

_VAGUE = (EC.valueHigh, EC.valueIsBound, EC.changeHigh, EC.changeIsBound, EC.approximate)
_NEEDED = frozenset(
    term.value
    for term in (
        *(EC.fact, EC.modality, EC.side, EC.value, EC.decimals, EC.unit, EC.countedThing),
        *(EC.change, EC.changeUnit, EC.comparison, *_VAGUE),
    )
)

Node = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Figure:
    """One statement of a fact, as an interval of what it can mean."""

    claim: str
    low: float
    high: float


def agreements(statements: Iterable[ox.Quad]) -> tuple[ox.Quad, ...]:
    """`ec:corroborates` and `ec:contradicts` between management's figures of one fact, sorted.

    Two values in one unit agree when their rounding intervals touch, two changes in one unit and comparison likewise;
    ranges, bounds and rough figures are left out. Pass the statements of all documents that may share facts.
    """
    verdicts: dict[tuple[str, str], bool] = {}
    for figures in _comparable(statements):
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


def _comparable(statements: Iterable[ox.Quad]) -> Iterator[list[_Figure]]:
    """Figures that speak of the same: one fact, one unit, one base of comparison."""
    groups: dict[tuple[str, ...], list[_Figure]] = defaultdict(list)
    for claim, node in sorted(_claims(statements).items()):
        if _is_plain(node):
            for key, low, high in (*_value(node), *_change(node)):
                groups[key].append(_Figure(claim, low, high))
    yield from (groups[key] for key in sorted(groups))


def _claims(statements: Iterable[ox.Quad]) -> dict[str, dict[str, str]]:
    claims: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in statements:
        if quad.predicate.value in _NEEDED and isinstance(quad.subject, ox.NamedNode):
            value = quad.object.value if isinstance(quad.object, ox.NamedNode | ox.Literal) else ""
            claims[quad.subject.value][quad.predicate.value] = value
    return claims


def _is_plain(node: Node) -> bool:
    """A figure that management gives as a result, neither bound, range nor rough."""
    return (
        EC.fact.value in node
        and node.get(EC.modality.value) == CODE.Actual.value
        and node.get(EC.side.value) == CODE.Management.value
        and not any(term.value in node for term in _VAGUE)
    )


def _value(node: Node) -> Iterator[tuple[tuple[str, ...], float, float]]:
    if EC.value.value in node and EC.decimals.value in node:
        value = float(node[EC.value.value])
        half = 10.0 ** -int(node[EC.decimals.value]) / 2
        unit = (node.get(EC.unit.value, ""), node.get(EC.countedThing.value, ""))
        yield (node[EC.fact.value], "value", *unit), value - half, value + half


def _change(node: Node) -> Iterator[tuple[tuple[str, ...], float, float]]:
    if EC.change.value in node and EC.comparison.value in node:
        text = node[EC.change.value]
        half = 10.0 ** -len(text.partition(".")[2]) / 2
        base = (node.get(EC.changeUnit.value, ""), node[EC.comparison.value])
        yield (node[EC.fact.value], "change", *base), float(text) - half, float(text) + half
