"""The ontology's own files as statements in the graphs that a store keeps them in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.ontology_path import ontology_path
from kg.rdf import iris
from kg.rdf.vocab import EC, SKOS

Statement = tuple[
    ox.NamedNode | ox.BlankNode | ox.Triple, ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
]


@cache
def vocabulary() -> tuple[ox.Quad, ...]:
    """`ec.ttl` in the ontology graph; code lists and metrics, each with its plain name, in the codes graph."""
    root = ontology_path()
    schema = _parse(root / "ec.ttl", iris.ONTOLOGY_GRAPH)
    lists = [quad for path in sorted((root / "codes").glob("*.ttl")) for quad in _parse(path, iris.CODES_GRAPH)]
    names = [
        ox.Quad(quad.subject, EC.name, ox.Literal(quad.object.value), iris.CODES_GRAPH)
        for quad in lists
        if quad.predicate == SKOS.prefLabel and isinstance(quad.object, ox.Literal) and quad.object.language == "en"
    ]
    return tuple(sorted({*schema, *lists, *names}, key=str))


@cache
def vocabulary_statements() -> frozenset[Statement]:
    """The same without graphs."""
    return frozenset((quad.subject, quad.predicate, quad.object) for quad in vocabulary())


def _parse(path: Path, graph: ox.NamedNode) -> list[ox.Quad]:
    parsed = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    return [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in parsed]
