"""One name for each thing that documents share; what else they call it is kept as its other names.

Two calls that write "Topgolf" and "TopGolf" mean one thing, and a question that asks for its name must answer once.
So it is with the preferred label, of which SKOS allows one a language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.vocab import EC, SKOS

SHARED = frozenset({iris.REGISTRY_GRAPH, iris.DERIVED_GRAPH})

Named = tuple[ox.NamedNode, ox.NamedNode, str]
"""A thing, the graph in which it is named, and the language of a label; that of a plain name is empty."""


def settled(
    database: ox.Store, gone: Set[ox.Quad], new: Set[ox.Quad], *, loaded: Iterable[ox.Quad] = ()
) -> tuple[frozenset[ox.Quad], frozenset[ox.Quad]]:
    """What to take out and to put in so that every thing that is named by these has one name.

    `loaded` is what the database has just been given as it came.
    """
    going, coming, there = _names(gone), _names(new), _names(loaded)
    out = {quad for quad in gone if not _names_shared(quad)}
    into = {quad for quad in new if not _names_shared(quad)}
    for thing in going.keys() | coming.keys() | there.keys():
        held = _held(database, thing)
        names = {quad.object for quad in held if isinstance(quad.object, ox.Literal)}
        wanted = _stated(thing, (names - going.get(thing, set())) | coming.get(thing, set()))
        out |= held - wanted
        into |= wanted - held
    return frozenset(out), frozenset(into)


def with_one_name(quads: Set[ox.Quad]) -> set[ox.Quad]:
    """Statements of several documents, each thing named once.

    >>> thing, graph = ox.NamedNode("urn:t"), iris.REGISTRY_GRAPH
    >>> found = with_one_name({ox.Quad(thing, EC.name, ox.Literal(n), graph) for n in ("Nimbus Co", "Nimbus")})
    >>> sorted((quad.predicate == EC.name, quad.object.value) for quad in found)
    [(False, 'Nimbus Co'), (True, 'Nimbus')]
    """
    rest = {quad for quad in quads if not _names_shared(quad)}
    return rest.union(*(_stated(thing, names) for thing, names in _names(quads).items()))


def _stated(thing: Named, names: Set[ox.Literal]) -> set[ox.Quad]:
    """The shortest name, of several the first by letters, which are capital before small; then the others."""
    node, graph, language = thing
    first = SKOS.prefLabel if language else EC.name
    ranked = sorted(names, key=lambda name: (len(name.value), name.value))
    return {ox.Quad(node, EC.otherName if at else first, name, graph) for at, name in enumerate(ranked)}


def _held(database: ox.Store, thing: Named) -> set[ox.Quad]:
    node, graph, language = thing
    return {
        quad
        for predicate in (SKOS.prefLabel if language else EC.name, EC.otherName)
        for quad in database.quads_for_pattern(node, predicate, None, graph)
        if isinstance(quad.object, ox.Literal) and (quad.object.language or "") == language
    }


def _names(quads: Iterable[ox.Quad]) -> Mapping[Named, set[ox.Literal]]:
    found: defaultdict[Named, set[ox.Literal]] = defaultdict(set)
    for quad in quads:
        if _names_shared(quad):
            thing, name, graph = quad.subject, quad.object, quad.graph_name
            assert isinstance(thing, ox.NamedNode) and isinstance(name, ox.Literal) and isinstance(graph, ox.NamedNode)
            found[thing, graph, name.language or ""].add(name)
    return found


def _names_shared(quad: ox.Quad) -> bool:
    if quad.predicate == SKOS.prefLabel:
        return quad.graph_name in SHARED and isinstance(quad.object, ox.Literal) and bool(quad.object.language)
    return quad.predicate == EC.name and quad.graph_name in SHARED
