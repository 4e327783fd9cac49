"""Mis-heard words put right: each occurrence a node, and every claim that rests on it."""

from __future__ import annotations

from kg.model import Correction
from kg.rdf import codes, iris
from kg.rdf.pen import Pen
from kg.rdf.vocab import EC, RDF


def write_corrections(pen: Pen) -> None:
    """Every correction of the reading; call it after the claims are written."""
    for correction in sorted(pen.reading.corrections, key=lambda c: (c.span, c.meant)):
        _write(pen, correction)


def _write(pen: Pen, correction: Correction) -> None:
    node = pen.node(f"correction-{correction.span.start}-{correction.span.end}")
    pen.place(node, correction.span)
    pen.write(node, EC.occurrence, pen.occurrence(correction.span))
    pen.write(node, RDF.type, EC.Correction)
    pen.write(node, EC.call, pen.call)
    pen.write(node, EC.refersTo, iris.entity(correction.meant))
    pen.write(node, EC.correctedForm, correction.form)
    pen.write(node, EC.errorKind, codes.REPAIR[correction.kind])
    pen.write(node, EC.support, correction.support)
    pen.write(node, EC.reviewStatus, codes.REVIEW[correction.status])
    pen.write(node, EC.confidence, correction.confidence)
    for claim, evidence in pen.claims:
        if correction.span in evidence:
            pen.write(claim, EC.restsOn, node)
