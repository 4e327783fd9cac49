"""Which figures of different documents corroborate or contradict each other: kept up whenever a document comes or goes.

Asked unbound over many calls this would compare every statement with every other, so it is stated once, on storing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.agreements import agreements
from kg.rdf.vocab import EC

VERDICTS = (EC.corroborates, EC.contradicts)


def claims(statements: Iterable[ox.Quad]) -> frozenset[ox.NamedNode]:
    """The statements of facts among the statements of documents.

    >>> o, f, g = ox.NamedNode("urn:o"), ox.NamedNode("urn:f"), ox.NamedNode("urn:g")
    >>> claims([ox.Quad(o, EC.fact, f, g), ox.Quad(f, EC.series, o, g)]) == {o}
    True
    """
    found = (quad.subject for quad in statements if quad.predicate == EC.fact)
    return frozenset(subject for subject in found if isinstance(subject, ox.NamedNode))


def verdicts(database: ox.Store, of: frozenset[ox.NamedNode]) -> set[ox.Quad]:
    """What is stated of these claims and any others, in either direction."""
    found: set[ox.Quad] = set()
    for claim in of:
        for verdict in VERDICTS:
            found |= set(database.quads_for_pattern(claim, verdict, None, iris.DERIVED_GRAPH))
            found |= set(database.quads_for_pattern(None, verdict, claim, iris.DERIVED_GRAPH))
    return found


def across(database: ox.Store, new: Iterable[ox.Quad], *, gone: frozenset[ox.NamedNode]) -> set[ox.Quad]:
    """How the figures of a new document stand to those of the documents that stay; `gone` are claims that do not."""
    coming = tuple(new)
    mine = claims(coming)
    others = tuple(_others(database, coming, mine | gone))
    found = agreements((*(quad for quad in coming if quad.subject in mine), *others)) if others else ()
    return {quad for quad in found if (quad.subject in mine) != (quad.object in mine)}


def _others(database: ox.Store, coming: Iterable[ox.Quad], not_these: frozenset[ox.NamedNode]) -> Iterator[ox.Quad]:
    """What the store says of every other claim about a fact that the new document states too."""
    facts = {quad.object for quad in coming if quad.predicate == EC.fact}
    stating = {quad.subject for fact in facts for quad in database.quads_for_pattern(None, EC.fact, fact)}
    for claim in stating - not_these:
        yield from database.quads_for_pattern(claim, None, None)
