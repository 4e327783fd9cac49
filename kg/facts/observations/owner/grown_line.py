"""The line of business that a sentence says has grown, where nothing else names it: "*Dog snacks* grew 9%"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.entity_ids import mint
from kg.facts.observations.owner.choice import Owner, may_own
from kg.model import Entity, EntityId, EntityType, Span, Surface


def grown_line(line: tuple[str, Span], owner: Owner, entities: Mapping[EntityId, Entity]) -> Owner:
    """The unit of the line's name in place of an owner that was only presumed.

    Where the call knows none, it is made of a name with a capital; in small letters it may well be no line of business,
    and the owner stays.
    """
    name, span = line
    reason = f"the line that is said to move: {name!r}"
    known = (e for e in entities.values() if e.name.casefold() == name.casefold() and may_own(e))
    unit = min((e.id for e in known), default=None)
    if unit is not None:
        return replace(owner, entity=unit, reason=reason, stated=True, of_line=True)
    if name.islower():
        return owner
    id = mint(EntityType.BUSINESS_UNIT, name)
    made = Entity(id, EntityType.BUSINESS_UNIT, name, surfaces=(Surface(name, span),))
    return Owner(id, owner.qualifiers, reason, True, coined=made, of_line=True)
