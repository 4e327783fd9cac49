"""Ids that hold beyond one call: a person goes with a firm, an unlisted unit with its company.

"Cloud" of one company is not "Cloud" of another, and two analysts of one name at two firms are two people; so the id of
a thing that only its name identifies says whose it is. What a lexicon lists, and names of products, firms, places and
events, are known by themselves; a product called by one ordinary word is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kg.entities.linked import Linked
from kg.entities.people import OPERATOR, UNIDENTIFIED
from kg.mentions.writing import is_ordinary
from kg.model import Entity, EntityId, EntityType, Link, SpokenTurn

Rename = Callable[[EntityId], EntityId]


def scoped(linked: Linked) -> Linked:
    """The same call with every id that its company or a firm has to make unique."""
    context = linked.context
    names = _names(context.entities.values(), context.company, _firms(context.turns))

    def rename(id: EntityId) -> EntityId:
        return names.get(id, id)

    entities = {rename(e.id): _entity(e, rename) for e in context.entities.values()}
    held = (replace(p, subject=rename(p.subject), object=rename(p.object)) for p in linked.positions)
    return replace(
        linked,
        context=replace(
            context,
            entities=dict(sorted(entities.items())),
            turns=tuple(_turn(turn, rename) for turn in context.turns),
            names=_links(context.names, rename),
            metrics=_links(context.metrics, rename),
        ),
        positions=tuple(held),
        corrections=tuple(replace(c, meant=rename(c.meant)) for c in linked.corrections),
    )


def within(owner: EntityId, id: EntityId) -> EntityId:
    """The id of what belongs to a company or firm.

    >>> within(EntityId("company/oakfield"), EntityId("segment/cloud"))
    'segment/oakfield.cloud'
    """
    kind, _, slug = id.partition("/")
    return EntityId(f"{kind}/{owner.partition('/')[2]}.{slug}")


def bare(id: EntityId) -> EntityId:
    """The id without its owner, as linking first makes it.

    >>> bare(EntityId("segment/oakfield.cloud")), bare(EntityId("segment/cloud"))
    ('segment/cloud', 'segment/cloud')
    """
    kind, _, slug = id.partition("/")
    return EntityId(f"{kind}/{slug.rpartition('.')[2]}")


def _names(
    entities: Iterable[Entity], company: EntityId, firms: Mapping[EntityId, EntityId]
) -> dict[EntityId, EntityId]:
    return {e.id: within(firms.get(e.id, company), e.id) for e in entities if _needs_owner(e)}


def _firms(turns: Iterable[SpokenTurn]) -> dict[EntityId, EntityId]:
    """For each speaker the first organisation that a turn gives."""
    firms: dict[EntityId, EntityId] = {}
    for turn in turns:
        if turn.organization is not None and turn.organization.startswith("company/"):
            firms.setdefault(turn.speaker, turn.organization)
    return firms


def _needs_owner(entity: Entity) -> bool:
    if entity.listed or entity.labels or entity.id in (OPERATOR.id, UNIDENTIFIED.id):
        return False
    if entity.type is EntityType.PRODUCT:
        return " " not in entity.name and is_ordinary(entity.name)
    return entity.type in (EntityType.PERSON, EntityType.BUSINESS_UNIT)


def _entity(entity: Entity, rename: Rename) -> Entity:
    return replace(entity, id=rename(entity.id), parent=rename(entity.parent) if entity.parent else None)


def _turn(turn: SpokenTurn, rename: Rename) -> SpokenTurn:
    organization = rename(turn.organization) if turn.organization else None
    return replace(turn, speaker=rename(turn.speaker), organization=organization)


def _links(links: Iterable[Link], rename: Rename) -> tuple[Link, ...]:
    return tuple(replace(link, entity=rename(link.entity)) for link in links)
