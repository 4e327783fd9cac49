"""Entities in the registry, and the words that name them in the document."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from kg.model import Entity, EntityType, Label, Link, Rendering, Surface
from kg.rdf import codes, iris
from kg.rdf.pen import Pen
from kg.rdf.vocab import EC, RDF, SKOS

_LABELS: Mapping[str, ox.NamedNode] = {
    "pref": SKOS.prefLabel,
    "alt": SKOS.altLabel,
    "hidden": SKOS.hiddenLabel,
}
_IDENTIFIERS: Mapping[str, ox.NamedNode] = {
    "lei": EC.lei,
    "cik": EC.cik,
    "mic": EC.mic,
    "iso4217": EC.iso4217,
}
WIKIDATA = "http://www.wikidata.org/entity/"


def write_entities(pen: Pen) -> None:
    """Every entity that the reading knows."""
    reasons = {(link.entity, link.mention.span): link for link in pen.reading.links}
    for entity in pen.reading.entities:
        _describe(pen, entity)
        for surface in entity.surfaces:
            _write_mention(pen, entity, surface, reasons.get((entity.id, surface.span)))
    for rendering in pen.reading.renderings:
        _write_rendering(pen, rendering)


def _describe(pen: Pen, entity: Entity) -> None:
    node = iris.entity(entity.id)
    pen.share(node, RDF.type, codes.CLASS[entity.type])
    pen.share(node, EC.name, entity.name)
    pen.share(node, EC.knownFrom, pen.document)
    for label in _labels(entity):
        pen.share(node, _LABELS[label.kind], ox.Literal(label.text, language=label.language))
    for kind, value in entity.identifiers:
        _identify(pen, node, kind, value)
    if entity.parent is not None:
        pen.share(node, EC.reportsIn, iris.entity(entity.parent))
        pen.derive(node, EC.partOf, iris.entity(entity.parent))


def _labels(entity: Entity) -> list[Label]:
    """The labels of a lexicon, or failing that the name and the call's own forms of it."""
    if entity.labels:
        return list(entity.labels)
    surfaces = {s.text: s.garbled for s in entity.surfaces if s.text != entity.name}
    others = [Label(text, kind="hidden" if garbled else "alt") for text, garbled in sorted(surfaces.items())]
    return [Label(entity.name, kind="pref"), *others]


def _identify(pen: Pen, node: ox.NamedNode, kind: str, value: str) -> None:
    """Identifiers of the world outside; a ticker is a listing on an exchange, since exchanges reassign it."""
    if kind == "wikidata":
        pen.share(node, SKOS.exactMatch, ox.NamedNode(WIKIDATA + value))
    elif kind == "ticker":
        exchange, _, ticker = value.rpartition(":")
        listing = iris.listing(exchange, ticker)
        pen.share(node, EC.listing, listing)
        pen.share(listing, RDF.type, EC.Listing)
        pen.share(listing, EC.company, node)
        pen.share(listing, EC.ticker, ticker)
        pen.share(listing, EC.mic, exchange or None)
    elif kind in _IDENTIFIERS:
        pen.share(node, _IDENTIFIERS[kind], value)


def _write_mention(pen: Pen, entity: Entity, surface: Surface, link: Link | None) -> None:
    slug = iris.entity(entity.id).value.rsplit("/", 1)[-1]
    kind = "metric" if entity.type is EntityType.METRIC else entity.id.partition("/")[0]
    node = pen.node(f"mention-{surface.span.start}-{surface.span.end}-{kind}-{slug}")
    pen.place(node, surface.span)
    pen.write(node, EC.occurrence, pen.occurrence(surface.span))
    pen.write(node, RDF.type, EC.Mention)
    pen.write(node, EC.refersTo, iris.entity(entity.id))
    pen.write(node, EC.occurrences, surface.occurrences)
    pen.write(node, EC.garbled, True if surface.garbled else None)
    if link is not None:
        pen.write(node, EC.reason, link.reason)
        pen.write(node, EC.confidence, link.score)
        pen.write(node, EC.rule, link.mention.rule)


def _write_rendering(pen: Pen, rendering: Rendering) -> None:
    """The Chinese writing of a name: a label of the thing, and where and how surely it was learned."""
    entity, language = iris.entity(rendering.entity), pen.reading.transcript.chinese or "zh"
    pen.share(entity, SKOS.altLabel, ox.Literal(rendering.text, language=language))
    slug = entity.value.rsplit("/", 1)[-1]
    node = pen.node(f"rendering-{rendering.span.start}-{rendering.span.end}-{slug}")
    pen.place(node, rendering.span, language)
    pen.write(node, RDF.type, EC.Rendering)
    pen.write(node, EC.refersTo, entity)
    pen.write(node, EC.occurrences, rendering.occurrences)
    pen.write(node, EC.reason, "stands in the paragraphs beside those that say the name")
    pen.write(node, EC.confidence, rendering.confidence)
    pen.write(node, EC.rule, "name.aligned")
