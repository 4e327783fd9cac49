"""The structure of a graph against `ontology/shapes`: SHACL core only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox
import pyshacl
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH

from kg.checks.blame import READING
from kg.checks.finding import Ask, Finding, Place, places_of
from kg.ontology_path import ontology_path


@cache
def _shapes() -> Graph:
    shapes = Graph()
    for path in sorted((ontology_path() / "shapes").glob("*.ttl")):
        shapes.parse(path, format="turtle")
    return shapes


def broken_shapes(statements: Iterable[ox.Quad], ask: Ask) -> Iterator[Finding]:
    """Each node that breaks a shape; warnings count too, since a person decides."""
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in statements)
    data = Graph()
    data.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none", allow_warnings=True)
    if not isinstance(report, Graph):
        return
    broken = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node = report.value(result, SH.focusNode)
        if isinstance(node, URIRef):
            broken.add((str(node), str(report.value(result, SH.resultMessage))))
    places = places_of(ask, sorted({claim for claim, _ in broken}))
    for claim, message in sorted(broken):
        place = places.get(claim, Place(words=claim))
        yield Finding(place.call, place.begin, "shape", message, (claim,), place.words, READING)
