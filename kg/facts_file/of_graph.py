"""Rows of a facts file from the graph: the inverse of `kg.rdf.quads`, so that a store can give the facts back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

import pyoxigraph as ox

from kg.facts_file.known import Known
from kg.facts_file.nodes import Nodes
from kg.facts_file.rows import DriverRow, EntityRow, ExchangeRow, ObservationRow, RelationRow, Row, TurnRow
from kg.model import Reading
from kg.rdf import codes, iris, quads
from kg.rdf.english import OPENING_WORDS
from kg.rdf.vocab import EC, RDF

R = TypeVar("R", bound=Row)

_PLACE = re.compile(r"-(\d+)-(\d+)-(\d+)$")


def rows(reading: Reading) -> tuple[Row, ...]:
    """What a reading says, in the words of the guidelines."""
    return rows_of_graph(quads(reading), iris.document_graph(reading.transcript.sha256))


def rows_of_graph(statements: Iterable[ox.Quad], graph: ox.NamedNode) -> tuple[Row, ...]:
    """What one document says. `statements` hold its graph and the registry; other graphs may be among them."""
    own, shared = [], []
    for quad in statements:
        if quad.graph_name == graph:
            own.append(quad)
        elif quad.graph_name == iris.REGISTRY_GRAPH:
            shared.append(quad)
    return _Document(Nodes(own), Nodes(shared)).rows()


class _Document:
    """One document's graph beside the registry."""

    def __init__(self, own: Nodes, shared: Nodes) -> None:
        self._own = own
        self._known = Known(own, shared)
        self._observations = {n: f"o{i}" for i, n in enumerate(self._claims(EC.MetricObservation), 1)}

    def rows(self) -> tuple[Row, ...]:
        """Turns, entities, observations, relations, drivers, exchanges; each kind in text order."""
        turns = sorted(self._own.of_type(EC.Turn, RDF.type), key=lambda n: int(self._own.one(n, EC.turnNumber)))
        return (
            *_numbered("t", turns, self._turn),
            *_numbered("e", self._known.spoken_of(), self._entity),
            *_numbered("o", list(self._observations), self._observation),
            *_numbered("r", self._claims(EC.RelationClaim), self._relation),
            *_numbered("d", self._claims(EC.DriverClaim), self._driver),
            *_numbered("q", self._claims(EC.Question), self._exchange),
        )

    def _claims(self, kind: ox.NamedNode) -> list[str]:
        return sorted(self._own.of_type(kind, RDF.type), key=_place)

    def _evidence(self, subject: str, predicate: ox.NamedNode = EC.evidence) -> tuple[str, int | None]:
        span = self._own.one(subject, predicate)
        return self._own.one(span, EC.text), self._own.number(span, EC.occurrence)

    def _turn(self, id: str, node: str) -> TurnRow:
        own = self._own
        words, nth = self._evidence(node, EC.opening)
        return TurnRow(
            id=id,
            evidence=words,
            speaker=self._known.who(own.one(node, EC.speaker)),
            section=codes.member(codes.SECTION, ox.NamedNode(own.one(node, EC.section))).value,
            interpreted=own.flag(node, EC.interpreted),
            title=own.maybe(node, EC.title),
            organization=self._known.maybe_name(own.maybe(node, EC.organization)),
            nth=nth,
        )

    def _entity(self, id: str, node: str) -> EntityRow:
        own = self._own
        mentions = sorted(
            (m for m in own.subjects_of(EC.refersTo, node) if EC.Mention.value in own.all(m, RDF.type)),
            key=lambda m: (int(own.one(m, EC.begin)), int(own.one(m, EC.end))),
        )
        surfaces = tuple(own.one(m, EC.text) for m in mentions)
        return EntityRow(
            id=id,
            name=self._known.name(node),
            type=self._known.type(node),
            surfaces=surfaces,
            garbled=tuple(own.one(m, EC.text) for m in mentions if own.flag(m, EC.garbled)),
            evidence=surfaces,
            nth=tuple(own.number(m, EC.occurrence) for m in mentions),
        )

    def _observation(self, id: str, node: str) -> ObservationRow:
        own = self._own
        words, nth = self._evidence(node)
        period = own.maybe(node, EC.period)
        direction = own.maybe(node, EC.direction)
        comparison = own.maybe(node, EC.comparison)
        return ObservationRow(
            id=id,
            evidence=words,
            entity=self._known.name(own.one(node, EC.about)),
            metric=self._known.name(own.one(node, EC.metric)),
            speaker=self._known.who(own.one(node, EC.statedBy)),
            qualifiers=tuple(own.all(node, EC.qualifier)),
            value=own.decimal(node, EC.value),
            value_max=own.decimal(node, EC.valueHigh),
            value_is_bound=own.flag(node, EC.valueIsBound),
            unit=self._unit(node, EC.unit, EC.countedThing),
            change=own.decimal(node, EC.change),
            change_max=own.decimal(node, EC.changeHigh),
            change_is_bound=own.flag(node, EC.changeIsBound),
            change_unit=self._unit(node, EC.changeUnit, EC.changedThing),
            direction=codes.member(codes.DIRECTION, ox.NamedNode(direction)).value if direction else None,
            prior_value=own.decimal(node, EC.priorValue),
            comparison=codes.member(codes.COMPARISON, ox.NamedNode(comparison)).value if comparison else None,
            period=str(iris.period_of(period)) if period else None,
            modality=self._modality(node),
            nth=nth,
            confidence=own.decimal(node, EC.confidence),
        )

    def _unit(self, node: str, unit: ox.NamedNode, thing: ox.NamedNode) -> str | None:
        iri = self._own.maybe(node, unit)
        return codes.unit_name(ox.NamedNode(iri), self._own.maybe(node, thing)) if iri else None

    def _modality(self, node: str) -> str:
        return codes.member(codes.MODALITY, ox.NamedNode(self._own.one(node, EC.modality))).value

    def _relation(self, id: str, node: str) -> RelationRow:
        own = self._own
        words, nth = self._evidence(node)
        return RelationRow(
            id=id,
            evidence=words,
            subject=self._known.name(own.one(node, EC.subject)),
            predicate=codes.member(codes.PREDICATE, ox.NamedNode(own.one(node, EC.predicate))).value,
            object=self._known.name(own.one(node, EC.object)),
            speaker=self._known.who(own.one(node, EC.statedBy)),
            title=own.maybe(node, EC.title),
            date=own.maybe(node, EC.statedDate),
            modality=self._modality(node),
            nth=nth,
            confidence=own.decimal(node, EC.confidence),
        )

    def _driver(self, id: str, node: str) -> DriverRow:
        own = self._own
        words, nth = self._evidence(node)
        return DriverRow(
            id=id,
            evidence=words,
            effect=self._observations[own.one(node, EC.explains)],
            cause=own.one(node, EC.causeText),
            polarity=codes.member(codes.POLARITY, ox.NamedNode(own.one(node, EC.polarity))).value,
            speaker=self._known.who(own.one(node, EC.statedBy)),
            cause_entities=self._known.names(node, EC.driver),
            nth=nth,
            confidence=own.decimal(node, EC.confidence),
        )

    def _exchange(self, id: str, node: str) -> ExchangeRow:
        own = self._own
        words, nth = self._evidence(node)
        wording, _ = self._evidence(node, EC.wording)
        answers = sorted(own.subjects_of(EC.answers, node), key=lambda a: int(own.one(a, EC.position)))
        topics = {*own.all(node, EC.topicText), *self._known.names(node, EC.topic)}
        return ExchangeRow(
            id=id,
            evidence=words,
            analyst=self._known.who(own.one(node, EC.asker)),
            question=" ".join(wording.split()[:OPENING_WORDS]),
            speaker=self._known.who(own.one(node, EC.statedBy)),
            firm=self._known.maybe_name(own.maybe(node, EC.organization)),
            topics=tuple(sorted(topics)),
            answered_by=tuple(self._known.name(own.one(a, EC.statedBy)) for a in answers),
            nth=nth,
            confidence=own.decimal(node, EC.confidence),
        )


def _numbered(letter: str, nodes: list[str], row: Callable[[str, str], R]) -> list[R]:
    return [row(f"{letter}{number}", node) for number, node in enumerate(nodes, 1)]


def _place(node: str) -> tuple[int, int, int]:
    """Begin, end and running number out of a claim's IRI."""
    match = _PLACE.search(node)
    return (int(match[1]), int(match[2]), int(match[3])) if match else (0, 0, 0)
