"""What the lexicon says of a named unit's or product's parent, at the first place where the call names it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.context import Context
from kg.model import EntityType, Evidence, Link, Predicate, Relation


def listed(context: Context) -> Iterator[Relation]:
    """One relation for each entity of the call whose parent is known and also named in it."""
    named = {link.entity for link in context.names} | {context.company}
    seen: set[str] = set()
    for link in context.names:
        entity = context.entities.get(link.entity)
        if entity is None or entity.parent not in named or entity.id in seen:
            continue
        seen.add(entity.id)
        yield _relation(context, link)


def _relation(context: Context, link: Link) -> Relation:
    entity, turn = context.entities[link.entity], context.transcript.turn_at(link.mention.span.start)
    evidence = Evidence(link.mention.span, turn.number if turn is not None else 0, "relation/lexicon")
    parent = entity.parent or context.company
    offered = entity.type is EntityType.PRODUCT and context.entities[parent].type is not EntityType.PRODUCT
    if offered:
        return Relation(evidence, parent, Predicate.OFFERS, entity.id)
    return Relation(evidence, entity.id, Predicate.PART_OF, parent)
