"""Every exporter over the same graph: it writes, twice the same, and what it writes can be read."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.errors import ExportError, UnknownName
from kg.export import FORMATS, export
from kg.export.write import render as rendering
from kg.rdf import iris
from kg.rdf.vocab import EC


def parsed(format: ox.RdfFormat) -> Callable[[bytes], int]:
    return lambda content: len(list(ox.parse(content, format=format)))


READERS: Mapping[str, Callable[[bytes], int]] = {
    "ttl": parsed(ox.RdfFormat.TURTLE),
    "trig": parsed(ox.RdfFormat.TRIG),
    "nt": parsed(ox.RdfFormat.N_TRIPLES),
    "nq": parsed(ox.RdfFormat.N_QUADS),
    "jsonld": lambda content: len(json.loads(content)),
    "rdfxml": parsed(ox.RdfFormat.RDF_XML),
    "gexf": lambda content: len(nx.read_gexf(io.BytesIO(content), version="1.3")),
    "graphml": lambda content: len(nx.read_graphml(io.BytesIO(content))),
    "csv": lambda content: len(list(csv.reader(io.StringIO(content.decode())))),
    "map": lambda content: len(list(ET.fromstring(content))),
    "questions": lambda content: len(list(ET.fromstring(content))),
    "dot": lambda content: content.count(b"URL="),
    "svg": lambda content: len(list(ET.fromstring(content))),
    "png": lambda content: int(content.startswith(b"\x89PNG")),
}

needs_graphviz = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed here")
NAMES = [pytest.param(f.name, marks=needs_graphviz) if f.name == "png" else f.name for f in FORMATS]


def files(statements: tuple[ox.Quad, ...], name: str, *, without_quotes: bool = False) -> dict[str, bytes]:
    written = export(statements, name, without_quotes=without_quotes)
    return {name: written} if isinstance(written, bytes) else dict(written)


def test_every_format_is_read_back_by_something_here() -> None:
    assert sorted(READERS) == sorted(each.name for each in FORMATS)


@pytest.mark.parametrize("without_quotes", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_each_format_can_be_read_and_comes_out_the_same_twice(
    statements: tuple[ox.Quad, ...], name: str, without_quotes: bool
) -> None:
    written = files(statements, name, without_quotes=without_quotes)
    assert all(READERS[name](content) > 0 for content in written.values())
    assert files(tuple(sorted(statements, key=str, reverse=True)), name, without_quotes=without_quotes) == written


def test_formats_and_views_that_are_unknown_name_the_nearest() -> None:
    with pytest.raises(UnknownName, match="no format 'graphmll'; did you mean 'graphml'"):
        export([], "graphmll")
    with pytest.raises(UnknownName, match="no view 'question'; did you mean 'questions'"):
        export([], "gexf", view="question")


def test_png_without_anything_that_draws_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(ExportError, match=r"install Graphviz .*pip install 'earnings-kg\[render\]'; svg needs neither"):
        rendering.write_png(b"digraph { a }")


@needs_graphviz
def test_dot_names_its_error_where_it_does_not_understand() -> None:
    with pytest.raises(ExportError, match=r"did not draw the page: .*syntax error"):
        rendering.write_png(b"digraph {")


def test_a_store_s_own_bookkeeping_stays_in_the_store(statements: tuple[ox.Quad, ...]) -> None:
    """Its key changes with every change of the program."""
    document = next(quad.subject for quad in statements if quad.predicate == EC.sha256)
    kept = ox.Quad(document, EC.manifest, ox.Literal("0123"), iris.CATALOG_GRAPH)
    assert export((*statements, kept), "nq") == export(statements, "nq")
