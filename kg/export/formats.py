"""One graph in, one file (or folder of files) out: a function for each format, all of one type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.export.choose.source import content_of
from kg.export.view.graph import PropertyGraph
from kg.export.view.report import Report, report
from kg.export.views import VIEWS
from kg.export.write import rdf as rdf_formats
from kg.export.write.csv import write_csv
from kg.export.write.dot import write_dot
from kg.export.write.gexf import write_gexf
from kg.export.write.graphml import write_graphml
from kg.export.write.map import write_map
from kg.export.write.page import write_page
from kg.export.write.render import write_png
from kg.rdf.vocab import EC

Files = bytes | Mapping[str, bytes]
"""A file's content, or file names and contents of a folder."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be written: the statements, of which call (None: of all), in which view."""

    statements: Sequence[ox.Quad]
    call: str | None = None
    view: str = "call"


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the name that a user gives, the extension of its file (none: a folder), and what it is good for.

    `opens` says with what to look at the file.
    """

    name: str
    extension: str
    sentence: str
    write: Callable[[Request], Files]
    opens: str = "any program that reads RDF"


def rdf(write: Callable[[Sequence[ox.Quad]], bytes]) -> Callable[[Request], Files]:
    """A writer of statements as a writer of requests; a document's manifest means something to its store alone."""
    return lambda request: write([quad for quad in request.statements if quad.predicate != EC.manifest])


def drawn(write: Callable[[PropertyGraph], Files]) -> Callable[[Request], Files]:
    """A writer of property graphs as a writer of requests."""
    return lambda request: write(VIEWS[request.view](content_of(request.statements, call=request.call)))


def paged(write: Callable[[Report], bytes]) -> Callable[[Request], Files]:
    """A writer of the page of a call as a writer of requests."""
    return lambda request: write(report(content_of(request.statements, call=request.call)))


TURTLE = Format("ttl", ".ttl", "RDF as Turtle: the easiest to read.", rdf(rdf_formats.write_turtle))
TRIG = Format("trig", ".trig", "RDF as TriG: Turtle with a graph a document.", rdf(rdf_formats.write_trig))
NTRIPLES = Format("nt", ".nt", "RDF as N-Triples: a statement a line.", rdf(rdf_formats.write_ntriples))
NQUADS = Format("nq", ".nq", "RDF as N-Quads: a statement with its document a line.", rdf(rdf_formats.write_nquads))
JSONLD = Format("jsonld", ".jsonld", "RDF as JSON-LD, for programs that read JSON.", rdf(rdf_formats.write_jsonld))
RDFXML = Format("rdfxml", ".rdf", "RDF as RDF/XML, for older programs.", rdf(rdf_formats.write_rdfxml))
GEXF = Format(
    "gexf",
    ".gexf",
    "The map for Gephi and Gephi Lite, laid out and coloured.",
    drawn(write_gexf),
    "Gephi or Gephi Lite",
)
GRAPHML = Format(
    "graphml", ".graphml", "The map for yEd, Cytoscape, igraph and networkx.", drawn(write_graphml), "yEd or Cytoscape"
)
CSV = Format(
    "csv",
    "",
    "The map as a folder with nodes.csv and edges.csv.",
    drawn(write_csv),
    "Gephi (Import Spreadsheet) or any spreadsheet",
)
QUESTIONS = Format(
    "questions",
    ".svg",
    "Who answered, who asked, what about: a picture in three columns.",
    lambda request: drawn(write_map)(replace(request, view="questions")),
    "any browser",
)
MAP = Format("map", ".svg", "The map as a picture, drawn without any other program.", drawn(write_map), "any browser")
DOT = Format("dot", ".dot", "The page of a call for Graphviz.", paged(write_dot), "Graphviz: dot -Tsvg")
SVG = Format(
    "svg", ".svg", "The page of a call as a picture, drawn without any other program.", paged(write_page), "any browser"
)
PNG = Format(
    "png",
    ".png",
    "The page of a call in pixels, drawn by Graphviz.",
    paged(lambda page: write_png(write_dot(page))),
    "any viewer of pictures",
)

MEANT = {
    **dict.fromkeys(("page", "html", "htm", "picture", "report", "web"), SVG.name),
    **dict.fromkeys(("pdf", "image", "jpg", "jpeg"), PNG.name),
    **dict.fromkeys(("turtle", "rdf", "n3"), TURTLE.name),
    **dict.fromkeys(("nquads", "n-quads"), NQUADS.name),
    **dict.fromkeys(("ntriples", "n-triples"), NTRIPLES.name),
    **dict.fromkeys(("json", "json-ld"), JSONLD.name),
    **dict.fromkeys(("xml", "rdf/xml", "owl"), RDFXML.name),
    **dict.fromkeys(("graph", "network"), MAP.name),
    **dict.fromkeys(("excel", "xls", "xlsx", "tables"), CSV.name),
    "gephi": GEXF.name,
    "graphviz": DOT.name,
    "jsonl": "facts",
}
"""Words that a user may try, with the format that comes nearest to what they mean."""
