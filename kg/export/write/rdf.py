"""RDF in the usual syntaxes, sorted, so that the same statements give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.vocab import EC, RDF, SKOS, UNIT

PREFIXES = {
    "code": iris.CODE,
    "company": iris.ID + "company/",
    "ec": EC.BASE,
    "event": iris.ID + "event/",
    "fact": iris.ID + "fact/",
    "metric": iris.METRIC,
    "period": iris.ID + "period/",
    "person": iris.ID + "person/",
    "place": iris.ID + "place/",
    "product": iris.ID + "product/",
    "segment": iris.ID + "segment/",
    "series": iris.ID + "series/",
    "skos": SKOS.BASE,
    "unit": UNIT.BASE,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def write_turtle(statements: Iterable[ox.Quad]) -> bytes:
    """Turtle, a prefix for each document; which document a statement comes from is lost."""
    return _triples(statements, ox.RdfFormat.TURTLE)


def write_ntriples(statements: Iterable[ox.Quad]) -> bytes:
    """N-Triples; which document a statement comes from is lost."""
    return _triples(statements, ox.RdfFormat.N_TRIPLES)


def write_rdfxml(statements: Iterable[ox.Quad]) -> bytes:
    """RDF/XML; which document a statement comes from is lost."""
    return _triples(statements, ox.RdfFormat.RDF_XML)


def write_trig(statements: Iterable[ox.Quad]) -> bytes:
    """TriG, with one named graph a document."""
    return _quads(statements, ox.RdfFormat.TRIG)


def write_nquads(statements: Iterable[ox.Quad]) -> bytes:
    """N-Quads, with one named graph a document."""
    return _quads(statements, ox.RdfFormat.N_QUADS)


def write_jsonld(statements: Iterable[ox.Quad]) -> bytes:
    """JSON-LD, with one named graph a document."""
    return _quads(statements, ox.RdfFormat.JSON_LD)


def _triples(statements: Iterable[ox.Quad], format: ox.RdfFormat) -> bytes:
    triples = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in statements}
    return _serialized(triples, format)


def _quads(statements: Iterable[ox.Quad], format: ox.RdfFormat) -> bytes:
    return _serialized(set(statements), format)


def _serialized(quads: set[ox.Quad], format: ox.RdfFormat) -> bytes:
    ordered = sorted(quads, key=_order)
    prefixes = PREFIXES | _document_prefixes(ordered)
    if format.supports_datasets:
        return ox.serialize(ordered, format=format, prefixes=prefixes) or b""
    return ox.serialize((quad.triple for quad in ordered), format=format, prefixes=prefixes) or b""


def _order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    """Node by node within a graph, the type of each first."""
    return str(quad.graph_name), str(quad.subject), quad.predicate != RDF.type, str(quad.predicate), str(quad.object)


def _document_prefixes(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """`d1`, `d2`, … for the documents, in order of their names."""
    base = iris.ID + "doc/"
    subjects = (quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))
    documents = sorted({s.removeprefix(base).split("/")[0] for s in subjects if s.startswith(base)})
    return {f"d{number}": f"{base}{document}/" for number, document in enumerate(documents, 1)}
