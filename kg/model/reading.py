"""All that one call says, and what was recognised but could not be completed."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.facts import Driver, Exchange, Observation, Relation, SpokenTurn
from kg.model.naming import Correction, Entity, EntityId, Link, Rendering
from kg.model.text import Span, Transcript


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something recognised that could not be completed, with the rule that gave up and why."""

    rule: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one call says: the result of extraction, and what the graph and the facts file are written from.

    Every `EntityId` in `turns` and facts is one of `entities`; entities are sorted by id, facts by evidence.
    """

    transcript: Transcript
    company: EntityId
    entities: tuple[Entity, ...]
    turns: tuple[SpokenTurn, ...]
    observations: tuple[Observation, ...] = ()
    relations: tuple[Relation, ...] = ()
    drivers: tuple[Driver, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    corrections: tuple[Correction, ...] = ()
    renderings: tuple[Rendering, ...] = ()
    links: tuple[Link, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def entity(self, id: EntityId) -> Entity:
        """The entity of an id; raises `KeyError` when this call does not know it."""
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise KeyError(f"no entity {id} in this reading")
