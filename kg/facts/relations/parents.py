"""What the lexicon says of a named unit's or product's parents, where the call names both."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.relations.belonging import is_unsold
from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene
from kg.model import Entity, EntityId, EntityType, Predicate


def listed(scene: Scene) -> Iterator[Claim]:
    """A known unit or product beside one of the wholes above it, in one sentence: part of it, or offered by it."""
    for named in scene.names:
        above = _above(scene.context, named.entity) if named.entity.listed else set()
        for whole in scene.names:
            direct = whole.entity.id == named.entity.parent or whole.entity.id != scene.company.id
            if direct and whole.entity.id in above and whole.words.sent.start == named.words.sent.start:
                words = (min(named.words.start, whole.words.start), max(named.words.end, whole.words.end))
                yield _belongs(scene.context, named.entity, whole.entity, words, "relation/lexicon")


def alone(scene: Scene) -> Iterator[Claim]:
    """A known unit or product with the parent right above it, for those that no sentence names beside a whole."""
    mentioned = {link.entity for link in scene.context.names} | {scene.company.id}
    for named in scene.names:
        entity = named.entity
        if entity.listed and entity.parent is not None and entity.parent in mentioned and not is_unsold(entity):
            parent = scene.context.entities[entity.parent]
            yield _belongs(scene.context, entity, parent, _words(named), "relation/parent")


def _words(named: Named) -> tuple[int, int]:
    return named.words.start, named.words.end


def _above(context: Context, entity: Entity) -> set[EntityId]:
    found: set[EntityId] = set()
    while entity.parent is not None and entity.parent not in found and entity.parent in context.entities:
        found.add(entity.parent)
        entity = context.entities[entity.parent]
    return found


def _belongs(context: Context, part: Entity, whole: Entity, words: tuple[int, int], rule: str) -> Claim:
    """A unit is part of its whole, as is a product that bears its parent's name or belongs to a product.

    Other products are offered by the whole.
    """
    parent = context.entities[part.parent] if part.parent is not None else whole
    line = part.type is not EntityType.PRODUCT or whole.type is EntityType.PRODUCT
    if line or part.name.startswith(parent.name + " "):
        return Claim(part.id, Predicate.PART_OF, whole.id, words, rule)
    return Claim(whole.id, Predicate.OFFERS, part.id, words, rule)
