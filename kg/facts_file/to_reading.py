"""A facts file beside its transcript as a reading: the way from facts to the graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from kg.entity_ids import mint
from kg.errors import FactsFileError
from kg.facts_file.anchors import Anchors
from kg.facts_file.known import UNNAMED
from kg.facts_file.rows import DriverRow, EntityRow, ExchangeRow, ObservationRow, RelationRow, Row, TurnRow
from kg.model import (
    Comparison,
    Direction,
    Driver,
    Entity,
    EntityId,
    EntityType,
    Exchange,
    Modality,
    Observation,
    Period,
    Polarity,
    Predicate,
    Reading,
    Relation,
    Role,
    Section,
    SpokenTurn,
    Surface,
    Transcript,
)
from kg.values.period import parse_period

R = TypeVar("R", bound=Row)

SURE = Decimal(1)


def reading_of(rows: Iterable[Row], transcript: Transcript, *, company: str) -> Reading:
    """What the rows say, anchored in the transcript; raises `FactsFileError` for words that do not stand there.

    `company` is the name of the company on the call. Names that no entity row declares become entities all the same.
    """
    return _Builder(tuple(rows), transcript).reading(company)


class _Builder:
    """Turns rows into facts, and coins the entities that they name."""

    def __init__(self, rows: tuple[Row, ...], transcript: Transcript) -> None:
        self._rows = rows
        self._transcript = transcript
        self._anchors = Anchors(transcript)
        self._entities: dict[EntityId, Entity] = {}
        self._by_name: dict[str, EntityId] = {}
        self._observations: dict[str, Observation] = {}

    def reading(self, company: str) -> Reading:
        for row in self._of(EntityRow):
            self._declare(row)
        turns = tuple(self._turn(row, number) for number, row in enumerate(self._of(TurnRow)))
        for observation in self._of(ObservationRow):
            self._observations[observation.id] = self._observation(observation)
        relations = tuple(self._relation(row) for row in self._of(RelationRow))
        drivers = tuple(self._driver(row) for row in self._of(DriverRow))
        exchanges = tuple(self._exchange(row) for row in self._of(ExchangeRow))
        return Reading(
            transcript=self._transcript,
            company=self._named(company, EntityType.ORGANIZATION),
            turns=turns,
            observations=tuple(self._observations.values()),
            relations=relations,
            drivers=drivers,
            exchanges=exchanges,
            entities=tuple(self._entities[id] for id in sorted(self._entities)),
        )

    def _of(self, kind: type[R]) -> list[R]:
        return [row for row in self._rows if isinstance(row, kind)]

    # ------------------------------------------------------------ entities

    def _declare(self, row: EntityRow) -> None:
        """An entity with its surfaces; two of one name and type are one."""
        kind = EntityType(row.type)
        id = self._named(row.name, kind)
        where = row.evidence if len(row.evidence) == len(row.surfaces) else row.surfaces
        nths = row.nth if len(row.nth) == len(row.surfaces) else (None,) * len(row.surfaces)
        surfaces = []
        for text, words, nth in zip(row.surfaces, where, nths, strict=True):
            span = self._anchors.inside(row.id, text, self._anchors.span(row.id, words, nth))
            surfaces.append(Surface(text, span, garbled=text in row.garbled))
        ordered = tuple(sorted(surfaces, key=lambda s: s.span))
        self._entities[id] = replace(self._entities[id], surfaces=ordered)

    def _named(self, name: str, kind: EntityType) -> EntityId:
        """The entity of a name, coined if need be."""
        if name not in self._by_name:
            id = mint(kind, name)
            while id in self._entities:
                id = EntityId(f"{id}-2")
            self._by_name[name] = id
            self._entities[id] = Entity(id, kind, name)
        return self._by_name[name]

    def _maybe_named(self, name: str | None, kind: EntityType) -> EntityId | None:
        return None if name is None else self._named(name, kind)

    # ------------------------------------------------------------ facts

    def _turn(self, row: TurnRow, number: int) -> SpokenTurn:
        turn = self._transcript.turns[number]
        return SpokenTurn(
            number=turn.number,
            speaker=self._named(row.speaker or UNNAMED, EntityType.PERSON),
            title=row.title,
            organization=self._maybe_named(row.organization, EntityType.ORGANIZATION),
            role=turn.speaker.role if turn.speaker.role else Role.UNKNOWN,
            section=Section(row.section),
            interpreted=row.interpreted,
            span=turn.span,
            label=turn.label,
        )

    def _observation(self, row: ObservationRow) -> Observation:
        return Observation(
            evidence=self._anchors.evidence(row.id, row.evidence, row.nth),
            entity=self._named(row.entity, EntityType.ORGANIZATION),
            metric=self._named(row.metric, EntityType.METRIC),
            qualifiers=row.qualifiers,
            value=row.value,
            value_max=row.value_max,
            value_is_bound=row.value_is_bound,
            unit=row.unit,
            change=row.change,
            change_max=row.change_max,
            change_is_bound=row.change_is_bound,
            change_unit=row.change_unit,
            direction=Direction(row.direction) if row.direction else None,
            prior_value=row.prior_value,
            comparison=Comparison(row.comparison) if row.comparison else None,
            period=_period(row.period),
            modality=Modality(row.modality),
            confidence=_sure(row.confidence),
        )

    def _relation(self, row: RelationRow) -> Relation:
        return Relation(
            evidence=self._anchors.evidence(row.id, row.evidence, row.nth),
            subject=self._named(row.subject, EntityType.ORGANIZATION),
            predicate=Predicate(row.predicate),
            object=self._named(row.object, EntityType.ORGANIZATION),
            title=row.title,
            date=row.date,
            modality=Modality(row.modality),
            confidence=_sure(row.confidence),
        )

    def _driver(self, row: DriverRow) -> Driver:
        effect = self._observations.get(row.effect)
        if effect is None:
            raise FactsFileError(f"{row.id}: there is no observation {row.effect!r} for it to explain")
        evidence = self._anchors.evidence(row.id, row.evidence, row.nth)
        return Driver(
            evidence=evidence,
            effect=effect,
            cause=self._anchors.inside(row.id, row.cause, evidence.span),
            polarity=Polarity(row.polarity),
            cause_entities=tuple(self._named(name, EntityType.METRIC) for name in row.cause_entities),
            confidence=_sure(row.confidence),
        )

    def _exchange(self, row: ExchangeRow) -> Exchange:
        evidence = self._anchors.evidence(row.id, row.evidence, row.nth)
        return Exchange(
            evidence=evidence,
            analyst=self._named(row.analyst or UNNAMED, EntityType.PERSON),
            firm=self._maybe_named(row.firm, EntityType.ORGANIZATION),
            question=self._anchors.inside(row.id, row.question, evidence.span),
            topics=row.topics,
            answered_by=tuple(self._named(name, EntityType.PERSON) for name in row.answered_by),
            confidence=_sure(row.confidence),
        )


def _sure(confidence: Decimal | None) -> Decimal:
    """A line without confidence is an annotator's, who is sure."""
    return SURE if confidence is None else confidence


def _period(text: str | None) -> Period | None:
    return None if text is None else parse_period(text)
