"""Who speaks, as the layout of the transcript alone tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.entities.identity import mint
from kg.model import Entity, EntityId, EntityType, Link, Role, SpokenTurn, Transcript


@dataclass(frozen=True, slots=True)
class People:
    """Persons and firms of a call, its turns, and links of the words that name them."""

    entities: Mapping[EntityId, Entity]
    turns: tuple[SpokenTurn, ...]
    links: tuple[Link, ...] = ()


def resolve(transcript: Transcript, company: Entity) -> People:
    """The speakers under the names of their labels."""
    entities: dict[EntityId, Entity] = {company.id: company}
    turns = []
    for turn in transcript.turns:
        person = Entity(mint(EntityType.PERSON, turn.speaker.name), EntityType.PERSON, turn.speaker.name)
        entities[person.id] = person
        firm = turn.speaker.organization
        organization: EntityId | None = None
        if firm:
            organization = mint(EntityType.ORGANIZATION, firm)
            entities.setdefault(organization, Entity(organization, EntityType.ORGANIZATION, firm))
        elif turn.speaker.role is Role.EXECUTIVE:
            organization = company.id
        turns.append(
            SpokenTurn(
                turn.number, person.id, turn.speaker.title, organization, turn.speaker.role, turn.section,
                turn.interpreted, turn.span, turn.label,
            )
        )  # fmt: skip
    return People(entities, tuple(turns))
