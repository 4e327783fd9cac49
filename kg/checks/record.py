"""Findings as statements, so that questions can ask for what is odd without checking again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.checks.finding import Finding
from kg.rdf import iris
from kg.rdf.vocab import EC, RDF


def record(findings: Iterable[Finding], *, sha256: str, call: ox.NamedNode) -> Iterator[ox.Quad]:
    """The statements of a document's quality graph: each finding with its sentence and the claims that it is about."""
    graph = iris.quality_graph(sha256)
    for number, finding in enumerate(findings, 1):
        node = iris.local(sha256, f"finding-{number}")
        yield ox.Quad(node, RDF.type, EC.Finding, graph)
        yield ox.Quad(node, EC.checkKind, ox.Literal(finding.kind), graph)
        yield ox.Quad(node, EC.name, ox.Literal(finding.sentence), graph)
        yield ox.Quad(node, EC.call, call, graph)
        for claim in finding.claims:
            yield ox.Quad(node, EC.concerns, ox.NamedNode(claim), graph)
