"""Which call of a company came before which: what lies between two calls is asked along this edge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.vocab import EC

CALL = iris.ID + "call/"


@dataclass(frozen=True, slots=True)
class CallHeld:
    """A call, the company that holds it, and the last day of what it reports; IRIs, and a date as in `2024-03-31`."""

    call: str
    company: str
    end: str


def calls_held(statements: Iterable[ox.Quad]) -> frozenset[CallHeld]:
    """The calls that are described among what is stated, as far as their period is known."""
    companies: dict[str, str] = {}
    ends: dict[str, str] = defaultdict(str)
    for quad in statements:
        call, said = quad.subject, quad.object
        if isinstance(call, ox.NamedNode) and isinstance(said, ox.NamedNode) and call.value.startswith(CALL):
            if quad.predicate == EC.company:
                companies[call.value] = said.value
            elif quad.predicate == EC.period:
                ends[call.value] = max(ends[call.value], iris.period_of(said.value).end.isoformat())
    return frozenset(CallHeld(call, company, ends[call]) for call, company in companies.items() if call in ends)


def succession(calls: Iterable[CallHeld]) -> frozenset[ox.Quad]:
    """`ec:previousCall` from each call to the one of the same company that reports the latest period before.

    >>> held = [CallHeld(f"{CALL}{end}", "urn:acme", end) for end in ("2024-09-30", "2024-03-31", "2024-06-30")]
    >>> sorted(quad.subject.value[-10:] + " after " + quad.object.value[-10:] for quad in succession(held))
    ['2024-06-30 after 2024-03-31', '2024-09-30 after 2024-06-30']
    """
    by_company: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for held in calls:
        by_company[held.company][held.end].append(held.call)
    return frozenset(
        ox.Quad(ox.NamedNode(later), EC.previousCall, ox.NamedNode(earlier), iris.DERIVED_GRAPH)
        for ends in by_company.values()
        for before, after in pairwise(sorted(ends))
        for earlier in ends[before]
        for later in ends[after]
    )
