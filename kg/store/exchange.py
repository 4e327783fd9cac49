"""What changes in the database when documents go and a document comes: the statements to take out and to put in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.succession import CALL, CallHeld, calls_held, succession
from kg.rdf.vocab import EC
from kg.store.across import across, chain, claims, verdicts
from kg.store.manifests import Manifests
from kg.store.naming import settled


@dataclass(frozen=True, slots=True)
class Exchange:
    """Statements that go, and statements that come; none is in both, none that comes is there already."""

    gone: frozenset[ox.Quad]
    new: frozenset[ox.Quad]


def exchange(
    database: ox.Store,
    manifests: Manifests,
    *,
    held: Iterable[ox.Quad],
    new: Iterable[ox.Quad],
    former: Collection[str],
) -> Exchange:
    """What to change so that documents with the manifests `former`, which state `held`, give way to what states `new`.

    What other documents state too stays; what figures and calls have to do with those of others is stated anew.
    """
    leaving = set(held)
    leaving |= verdicts(database, claims(leaving))
    coming = set(new)
    coming |= across(database, coming, gone=claims(leaving))
    gone = leaving - coming
    lines = {line(quad): quad for quad in gone}
    gone -= {lines[shared] for shared in manifests.still_shared(lines.keys(), without=former)}
    fresh = coming - leaving
    before, after = _succession(database, gone, fresh)
    return Exchange(*settled(database, gone | (before - after), fresh | (after - before)))


def arrivals(database: ox.Store, documents: Iterable[Set[ox.Quad]]) -> Exchange:
    """What to change when new documents have just been loaded: what they have to do with each other and with others."""
    said = list(documents)
    verdicts = {quad for quads in said for quad in across(database, quads, gone=frozenset())}
    loaded = [quad for quads in said for quad in quads]
    before, after = _succession(database, (), loaded)
    return Exchange(*settled(database, before - after, verdicts | (after - before), loaded=loaded))


def line(quad: ox.Quad) -> str:
    """A statement as a line of N-Quads, by which documents are compared.

    >>> line(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c"), ox.NamedNode("urn:g")))
    '<urn:a> <urn:b> "c" <urn:g> .'
    """
    return f"{quad.subject} {quad.predicate} {quad.object} {quad.graph_name} ."


def _succession(
    database: ox.Store, gone: Iterable[ox.Quad], fresh: Iterable[ox.Quad]
) -> tuple[frozenset[ox.Quad], frozenset[ox.Quad]]:
    """How the calls of the companies concerned follow each other, as the database has it and as it ought to be."""
    going, coming = _of_calls(gone), _of_calls(fresh)
    before: frozenset[ox.Quad] = frozenset()
    after: frozenset[ox.Quad] = frozenset()
    for company in {quad.object for quad in (*going, *coming) if quad.predicate == EC.company}:
        if isinstance(company, ox.NamedNode):
            calls, links = chain(database, company)
            before |= links
            after |= succession(_changed(calls, going, calls_held(coming), company.value))
    return before, after


def _of_calls(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """What the registry says of calls."""
    return [
        quad
        for quad in quads
        if quad.graph_name == iris.REGISTRY_GRAPH
        and isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value.startswith(CALL)
    ]


def _changed(
    calls: frozenset[CallHeld], going: list[ox.Quad], coming: frozenset[CallHeld], company: str
) -> frozenset[CallHeld]:
    """The calls of a company without those of which nobody says any more that they are its, with those that come."""
    lost = {str(getattr(quad.subject, "value", "")) for quad in going if quad.predicate == EC.company}
    return frozenset(call for call in calls if call.call not in lost) | {c for c in coming if c.company == company}
