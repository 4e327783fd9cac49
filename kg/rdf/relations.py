"""Relations: a claim with its words, and beside it one direct edge where the company's own people state it as so."""

from __future__ import annotations

from kg.model import Modality, Relation, Role
from kg.rdf import codes, iris
from kg.rdf.literals import date_literal
from kg.rdf.order import ordered
from kg.rdf.pen import Pen
from kg.rdf.vocab import EC, RDF


def write_relations(pen: Pen) -> None:
    """Every relation of the reading."""
    for relation in ordered(pen.reading.relations):
        _write(pen, relation)


def _write(pen: Pen, relation: Relation) -> None:
    node = pen.claim("rel", relation.evidence.span)
    subject, object_ = iris.entity(relation.subject), iris.entity(relation.object)
    predicate = codes.PREDICATE[relation.predicate]
    pen.write(node, RDF.type, EC.RelationClaim)
    pen.said(node, relation.evidence, relation.confidence)
    pen.write(node, EC.name, _name(pen, relation))
    pen.write(node, EC.subject, subject)
    pen.write(node, EC.predicate, predicate)
    pen.write(node, EC.object, object_)
    pen.write(node, EC.title, relation.title)
    pen.write(node, EC.statedDate, date_literal(relation.date) if relation.date else None)
    pen.write(node, EC.modality, codes.MODALITY[relation.modality])
    if relation.modality is Modality.ACTUAL and pen.role(relation.evidence.turn) is not Role.ANALYST:
        pen.derive(subject, predicate, object_)


def _name(pen: Pen, relation: Relation) -> str:
    return f"{pen.entity_name(relation.subject)} {relation.predicate.value} {pen.entity_name(relation.object)}"
