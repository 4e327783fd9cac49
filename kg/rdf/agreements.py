"""What statements of one fact have to do with each other, within a call and across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.vocab import CODE, EC

_NEEDED = (EC.fact, EC.value, EC.decimals, EC.modality, EC.side, EC.valueHigh, EC.valueIsBound, EC.approximate)


@dataclass(frozen=True, slots=True)
class _Figure:
    """One statement of a fact, as an interval of what it can mean."""

    claim: str
    low: float
    high: float


def agreements(statements: Iterable[ox.Quad]) -> tuple[ox.Quad, ...]:
    """`ec:corroborates` and `ec:contradicts` between management's figures of one fact, sorted.

    Two figures agree when their rounding intervals touch. Ranges, bounds and rough figures are left out. Pass the
    statements of all documents that may share facts: at least those with the properties of an observation's value.
    """
    found = []
    for figures in _by_fact(statements):
        for one, other in combinations(figures, 2):
            agree = one.low <= other.high and other.low <= one.high
            predicate = EC.corroborates if agree else EC.contradicts
            found.append(ox.Quad(ox.NamedNode(one.claim), predicate, ox.NamedNode(other.claim), iris.DERIVED_GRAPH))
    return tuple(sorted(found, key=str))


def _by_fact(statements: Iterable[ox.Quad]) -> Iterator[list[_Figure]]:
    claims: dict[str, dict[str, str]] = defaultdict(dict)
    needed = {term.value for term in _NEEDED}
    for quad in statements:
        if quad.predicate.value in needed and isinstance(quad.subject, ox.NamedNode):
            if isinstance(quad.object, ox.NamedNode | ox.Literal):
                claims[quad.subject.value][quad.predicate.value] = quad.object.value
    facts: dict[str, list[_Figure]] = defaultdict(list)
    for claim, node in sorted(claims.items()):
        figure = _figure(claim, node)
        if figure is not None:
            facts[node[EC.fact.value]].append(figure)
    yield from (facts[fact] for fact in sorted(facts))


def _figure(claim: str, node: dict[str, str]) -> _Figure | None:
    """None for a claim without a plain figure by management."""
    said = node.get(EC.modality.value) == CODE.Actual.value and node.get(EC.side.value) == CODE.Management.value
    vague = any(term.value in node for term in (EC.valueHigh, EC.valueIsBound, EC.approximate))
    if not said or vague or EC.fact.value not in node or EC.value.value not in node:
        return None
    value = float(node[EC.value.value])
    slack = 10.0 ** -int(node[EC.decimals.value]) / 2 if EC.decimals.value in node else 0.0
    return _Figure(claim, value - slack, value + slack)
