"""Series: a metric of a subject within one scope, named and described where derived statements are kept."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.model import EntityId
from kg.rdf import iris
from kg.rdf.pen import Pen
from kg.rdf.vocab import EC, RDF


def write_series(pen: Pen, subject: EntityId, metric: EntityId, qualifiers: Iterable[str] = ()) -> ox.NamedNode:
    """The series of a metric of a subject; qualifiers are compared in lower case and in any order."""
    scope = sorted({qualifier.casefold() for qualifier in qualifiers})
    node = iris.series(subject, metric, scope)
    name = f"{pen.entity_name(subject)}: {pen.entity_name(metric)}"
    pen.derive(node, RDF.type, EC.Series)
    pen.derive(node, EC.name, "".join([name, *(f", {qualifier}" for qualifier in scope)]))
    describe(pen, node, subject, metric, scope)
    return node


def describe(pen: Pen, node: ox.NamedNode, subject: EntityId, metric: EntityId, scope: Iterable[str]) -> None:
    """What a series and every fact in it are of."""
    pen.derive(node, EC.about, iris.entity(subject))
    pen.derive(node, EC.metric, iris.entity(metric))
    pen.derive(node, EC.qualifier, *scope)
