"""RDF files hold exactly the statements, sorted, without blank nodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyoxigraph as ox
import pytest

from kg.export.write import rdf as rdf_formats

Writer = Callable[[Sequence[ox.Quad]], bytes]


@pytest.mark.parametrize(
    ("write", "format"),
    [
        (rdf_formats.write_nquads, ox.RdfFormat.N_QUADS),
        (rdf_formats.write_trig, ox.RdfFormat.TRIG),
        (rdf_formats.write_jsonld, ox.RdfFormat.JSON_LD),
    ],
)
def test_formats_with_graphs_give_back_every_statement(
    statements: tuple[ox.Quad, ...], write: Writer, format: ox.RdfFormat
) -> None:
    assert set(ox.parse(write(statements), format=format)) == set(statements)


@pytest.mark.parametrize(
    ("write", "format"),
    [
        (rdf_formats.write_ntriples, ox.RdfFormat.N_TRIPLES),
        (rdf_formats.write_turtle, ox.RdfFormat.TURTLE),
        (rdf_formats.write_rdfxml, ox.RdfFormat.RDF_XML),
    ],
)
def test_formats_without_graphs_give_back_every_triple(
    statements: tuple[ox.Quad, ...], write: Writer, format: ox.RdfFormat
) -> None:
    triples = {quad.triple for quad in statements}
    assert {quad.triple for quad in ox.parse(write(statements), format=format)} == triples


def test_lines_are_sorted_and_name_no_blank_node(statements: tuple[ox.Quad, ...]) -> None:
    written = rdf_formats.write_nquads(statements).decode()
    assert "_:" not in written
    subjects = [line.split(" ", 1)[0] for line in rdf_formats.write_ntriples(statements).decode().splitlines()]
    assert subjects == sorted(subjects)


def test_turtle_abbreviates_terms_and_the_document(statements: tuple[ox.Quad, ...]) -> None:
    written = rdf_formats.write_turtle(statements).decode()
    assert "@prefix ec:" in written and "@prefix d1:" in written
    assert "a ec:MetricObservation" in written
