"""Segments named by a place under several of its names: "APAC" and "Asia Pacific" are one segment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.entities.aliases import Alias
from kg.entities.groups import Group
from kg.entities.identity import key
from kg.mentions.place_segments import RULE
from kg.model import Entity, EntityId, EntityType


def same_place(found: Sequence[Group], known: Iterable[Entity]) -> Mapping[str, Alias]:
    """For the key of each segment that a place names a second time, the key of the name used first."""
    named = [g for g in found if any(m.rule == RULE for m in g.mentions)]
    if len(named) < 2:
        return {}
    places = {key(label.text): e.id for e in known if e.type is EntityType.PLACE for label in e.labels}
    first: dict[EntityId, Group] = {}
    out: dict[str, Alias] = {}
    for group in named:
        place = places.get(key(group.name)) or places.get(key(group.name.rpartition(" ")[0]))
        known_as = first.setdefault(place, group) if place is not None else group
        if known_as is not group:
            out[group.key] = known_as.key, f"another name of {known_as.name}"
    return out
