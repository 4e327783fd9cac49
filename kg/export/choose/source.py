"""Reads from the RDF of calls what the drawings need: the only part of the drawings that knows the ontology."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

import pyoxigraph as ox

from kg.export.choose.content import CallHead, Cause, Content, Figure, Iri, Question, Said, Thing, Tie, Topic
from kg.export.choose.doubt import is_headline
from kg.export.choose.favour import Favour
from kg.export.choose.quotes import shown
from kg.facts_file.nodes import Nodes
from kg.model import Direction, EntityType, Predicate
from kg.rdf import codes, iris, vocabulary
from kg.rdf.vocab import EC, RDF, SKOS

Claim = TypeVar("Claim", Figure, Cause, Question, Tie)

_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}")
_LONG = 18
_PLACE = re.compile(r"-(\d+)-(\d+)-(\d+)$")


def content_of(statements: Iterable[ox.Quad], *, call: str | None = None) -> Content:
    """What the calls in a graph say; with `call` (`acme_2024-09-30`) that one alone."""
    return _Source(Nodes([*vocabulary(), *statements]), call).content()


class _Source:
    """The statements of the calls that are drawn."""

    def __init__(self, nodes: Nodes, call: str | None) -> None:
        self._nodes = nodes
        heads = (self._head(node) for node in nodes.of_type(EC.EarningsCall, RDF.type))
        self._calls = {head.iri: head for head in heads if call is None or iris.call_slug(head.iri) == call}
        self._texts = {text: call for call in self._calls for text in nodes.subjects_of(EC.transcriptOf, call)}
        self._favour = Favour.of(nodes)
        listed = nodes.subjects_of(SKOS.inScheme, f"{iris.METRIC}Scheme")
        self._listed = {
            label.casefold() for m in listed for label in (*nodes.all(m, SKOS.prefLabel), *nodes.all(m, SKOS.altLabel))
        }

    def content(self) -> Content:
        """All of it, claims in text order."""
        return Content(
            calls=tuple(sorted(self._calls.values(), key=lambda c: (str(c.period), c.iri))),
            things=self._things(),
            figures=tuple(self._figure(n) for n in self._claims(EC.MetricObservation)),
            causes=tuple(self._cause(n) for n in self._claims(EC.DriverClaim)),
            questions=tuple(self._question(n) for n in self._claims(EC.Question)),
            ties=tuple(self._tie(n) for n in self._claims(EC.RelationClaim)),
        )

    def _head(self, node: Iri) -> CallHead:
        period = self._nodes.maybe(node, EC.period)
        year, quarter = self._nodes.maybe(node, EC.fiscalYear), self._nodes.maybe(node, EC.fiscalQuarter)
        fiscal = f"fiscal {year}" + (f" Q{quarter}" if quarter else "") if year else None
        company = self._nodes.one(node, EC.company)
        return CallHead(node, company, iris.period_of(period) if period else None, fiscal)

    def _claims(self, kind: ox.NamedNode) -> list[Iri]:
        found = (n for n in self._nodes.of_type(kind, RDF.type) if self._nodes.maybe(n, EC.call) in self._calls)
        return sorted(found, key=_place)

    # ------------------------------------------------------------ things

    def _things(self) -> Mapping[Iri, Thing]:
        heard = self._heard()
        return {
            node: self._thing(node, type_, tuple(sorted(heard.get(node, ()))))
            for type_, kind in codes.CLASS.items()
            for node in self._nodes.of_type(kind, RDF.type)
            if self._texts.keys() & set(self._nodes.all(node, EC.knownFrom))
        }

    def _thing(self, node: Iri, type_: EntityType, heard: tuple[str, ...]) -> Thing:
        nodes = self._nodes
        name = nodes.maybe(node, EC.name) or node.rsplit("/", 1)[-1]
        parents = (
            *nodes.all(node, EC.reportsIn),
            *nodes.all(node, EC.partOf),
            *nodes.subjects_of(EC.offers, node),
            *nodes.subjects_of(EC.launched, node),
        )
        calls = sorted({self._texts[text] for text in nodes.all(node, EC.knownFrom) if text in self._texts})
        return Thing(
            node,
            type_.value,
            name,
            self._short(node, name),
            tuple(dict.fromkeys(parents)),
            heard=heard,
            calls=tuple(calls),
        )

    def _short(self, node: Iri, name: str) -> str:
        """The name, or for a long one the acronym that the call or a lexicon gives for it."""
        if len(name) <= _LONG:
            return name
        return next((a for a in self._nodes.all(node, SKOS.altLabel) if _ACRONYM.fullmatch(a)), name)

    def _heard(self) -> Mapping[Iri, set[str]]:
        heard: dict[Iri, set[str]] = {}
        for node in self._nodes.of_type(EC.Correction, RDF.type):
            meant, text = self._nodes.maybe(node, EC.refersTo), self._nodes.maybe(node, EC.text)
            if meant and text:
                heard.setdefault(meant, set()).add(text)
        return heard

    def _name(self, node: Iri | None) -> str | None:
        return self._nodes.maybe(node, EC.name) if node else None

    # ------------------------------------------------------------ claims

    def _said(self, node: Iri) -> Said:
        nodes = self._nodes
        span, side, modality = nodes.one(node, EC.evidence), nodes.one(node, EC.side), nodes.maybe(node, EC.modality)
        return Said(
            call=nodes.one(node, EC.call),
            begin=nodes.number(span, EC.begin) or 0,
            speaker=self._name(nodes.maybe(node, EC.statedBy)),
            side=side.removeprefix(iris.CODE),
            modality=codes.member(codes.MODALITY, ox.NamedNode(modality)).value if modality else "actual",
            confidence=nodes.decimal(node, EC.confidence),
            quote=shown(words) if (words := nodes.maybe(span, EC.text)) else None,
        )

    def _figure(self, node: Iri) -> Figure:
        nodes, metric = self._nodes, self._nodes.one(node, EC.metric)
        direction, period = nodes.maybe(node, EC.direction), nodes.maybe(node, EC.period)
        moved = codes.member(codes.DIRECTION, ox.NamedNode(direction)) if direction else None
        against, name = nodes.maybe(node, EC.comparison), self._name(metric) or metric.rsplit("/", 1)[-1]
        said = replace(self._said(node), headline=is_headline(name))
        return Figure(
            iri=node,
            series=nodes.one(node, EC.series),
            subject=nodes.one(node, EC.about),
            metric=name,
            said=said,
            value=nodes.decimal(node, EC.value),
            value_max=nodes.decimal(node, EC.valueHigh),
            value_is_bound=nodes.flag(node, EC.valueIsBound),
            unit=self._unit(node, EC.unit, EC.countedThing),
            change=nodes.decimal(node, EC.change),
            change_max=nodes.decimal(node, EC.changeHigh),
            change_is_bound=nodes.flag(node, EC.changeIsBound),
            change_unit=self._unit(node, EC.changeUnit, EC.changedThing),
            value_limit=nodes.maybe(node, EC.valueLimit),
            change_limit=nodes.maybe(node, EC.changeLimit),
            comparison=codes.member(codes.COMPARISON, ox.NamedNode(against)).value if against else None,
            listed=self._is_listed(name),
            prior=nodes.decimal(node, EC.priorValue),
            direction=moved.value if moved else None,
            favourable=self._favour.judge(metric, name, self._moved(node, moved))
            if said.modality == "actual"
            else None,
            period=str(iris.period_of(period)) if period else None,
            qualifiers=tuple(nodes.all(node, EC.qualifier)),
        )

    def _is_listed(self, name: str) -> bool:
        """Whether the list of metrics knows a name, or the end of it: "insulin sales" are sales."""
        words = name.casefold().split()
        return any(" ".join(words[start:]) in self._listed for start in range(len(words)))

    def _moved(self, node: Iri, stated: Direction | None) -> Direction | None:
        """The direction of the signed value where both values are told, which no wording can turn; else as stated."""
        value, prior = self._nodes.decimal(node, EC.value), self._nodes.decimal(node, EC.priorValue)
        if value is None or prior is None or value == prior:
            return stated
        return Direction.UP if value > prior else Direction.DOWN

    def _unit(self, node: Iri, unit: ox.NamedNode, thing: ox.NamedNode) -> str | None:
        found = self._nodes.maybe(node, unit)
        return codes.unit_name(ox.NamedNode(found), self._nodes.maybe(node, thing)) if found else None

    def _cause(self, node: Iri) -> Cause:
        nodes, effect = self._nodes, self._nodes.one(node, EC.explains)
        observed = nodes.maybe(node, EC.causeObservation)
        series = nodes.all(observed, EC.series) if observed else []
        polarity = ox.NamedNode(nodes.one(node, EC.polarity))
        return Cause(
            iri=node,
            figure=effect,
            text=shown(nodes.maybe(node, EC.causeText) or ""),
            polarity=codes.member(codes.POLARITY, polarity).value,
            said=self._said(node),
            things=(*series, *(self._driver(effect, thing) for thing in nodes.all(node, EC.driver))),
            names=tuple(name for thing in nodes.all(node, EC.driver) if (name := self._name(thing))),
        )

    def _driver(self, effect: Iri, thing: Iri) -> Iri:
        """A metric named as a cause is the series of that metric of the same subject."""
        if not thing.startswith(iris.METRIC):
            return thing
        subject = iris.entity_id(self._nodes.one(effect, EC.about))
        return iris.series(subject, iris.entity_id(thing), ()).value

    def _question(self, node: Iri) -> Question:
        nodes = self._nodes
        known = (Topic(self._name(topic) or topic, topic) for topic in nodes.all(node, EC.topic))
        answers = sorted(nodes.subjects_of(EC.answers, node), key=lambda a: nodes.number(a, EC.position) or 0)
        return Question(
            iri=node,
            analyst=nodes.one(node, EC.asker),
            firm=self._name(nodes.maybe(node, EC.organization)),
            said=self._said(node),
            topics=(*known, *(Topic(words) for words in nodes.all(node, EC.topicText))),
            answered_by=tuple(nodes.one(answer, EC.statedBy) for answer in answers),
        )

    def _tie(self, node: Iri) -> Tie:
        nodes = self._nodes
        predicate = ox.NamedNode(nodes.one(node, EC.predicate))
        name: Predicate = codes.member(codes.PREDICATE, predicate)
        return Tie(
            nodes.one(node, EC.subject),
            name.value,
            nodes.one(node, EC.object),
            self._said(node),
            nodes.maybe(node, EC.title),
        )


def _place(node: Iri) -> tuple[str, int, int, int]:
    """Document, begin, end and running number out of a claim's IRI."""
    match = _PLACE.search(node)
    document = node.rsplit("/", 1)[0]
    return (document, int(match[1]), int(match[2]), int(match[3])) if match else (document, 0, 0, 0)
