"""What a thing belongs to, where the words before it say so: "our packaging business", "Orchard's Foundry"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.entities.kinds import Places
from kg.model import Entity, EntityId, EntityType, Link, Role, Transcript

OWNED = {EntityType.BUSINESS_UNIT, EntityType.PRODUCT}


def with_parents(
    transcript: Transcript,
    entities: Mapping[EntityId, Entity],
    links: Iterable[Link],
    places: Places,
    company: EntityId,
) -> dict[EntityId, Entity]:
    """Entities with the parent that an "our" of the management, or a possessive, gives those that have none."""
    by_end = {link.mention.span.end: link.entity for link in links}
    out = dict(entities)
    for link in links:
        entity = out.get(link.entity)
        if entity is None or entity.parent or entity.type not in OWNED or entity.listed or link.mention not in places:
            continue
        owner = _owner(transcript, link, places, company, by_end)
        if owner is not None and owner != entity.id and not _is_below(owner, entity.id, out):
            out[entity.id] = replace(entity, parent=owner)
    return out


def _owner(
    transcript: Transcript, link: Link, places: Places, company: EntityId, by_end: Mapping[int, EntityId]
) -> EntityId | None:
    passage, words = places[link.mention]
    for token in words.root.children:
        if token.dep_ == "poss" and token.i < words.start:
            if token.lower_ == "our":
                turn = transcript.turn_at(link.mention.span.start)
                return company if turn is not None and turn.speaker.role is not Role.ANALYST else None
            owner = by_end.get(passage.span(token).end)
            return owner if owner == company or (owner is not None and owner.startswith("segment/")) else None
    return None


def _is_below(one: EntityId, other: EntityId, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether one thing already belongs to the other, over any number of steps."""
    seen: set[EntityId] = set()
    current: EntityId | None = one
    while current is not None and current not in seen:
        if current == other:
            return True
        seen.add(current)
        current = entities[current].parent if current in entities else None
    return False
