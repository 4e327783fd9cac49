"""Which unit or product a sentence is about: its subject, what it opens with, or the only one it names."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.facts.observations.owner.headings import is_example, is_topic
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import subject
from kg.mentions.own_lines import OWN_LINE
from kg.model import Entity, EntityId, EntityType, Link

_OPENERS = frozenset(
    {"in", "for", "on", "to", "at", "within", "across", "with", "now", "regarding", "as", "next", "first", "from"}
)

_LINKING = frozenset({"and", "but", "so", "lastly", "finally", "then", "also", ","})
_APART = frozenset({"excluding", "including", "include", "includes", "included", "comprise", "comprises"})


def fronted(scene: Scene, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """ "In cloud, ...", "For the Home segment, ..."."""
    doc, start = scene.doc, scene.sentence.start
    while start + 1 < scene.sentence.end and doc[start].lower_ in _LINKING:
        start += 1
    comma = scene.first(",", ":", "—", at=start)
    if comma is None or comma - start > 12 or doc[start].lower_ not in _OPENERS:
        return None
    inside = [n for n in scene.names if n.start >= start and n.end <= comma and is_topic(n, entities)]
    return inside[0] if inside else None


def subject_unit(scene: Scene, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The unit or product in the subject of the main verb: "Revenue from Logistics grew"."""
    about = subject(scene.sentence.root)
    if about is None:
        return None
    first, last = about.left_edge.i, about.right_edge.i
    named = [n for n in scene.names if first <= n.start <= last and is_topic(n, entities)]
    inside = [n for n in named if not is_example(scene, n) and not _is_of_line(scene, n)]
    return next((n for n in inside if not _is_told_apart(scene, n, about)), None)


def _is_told_apart(scene: Scene, name: Placed[Link], about: Token) -> bool:
    """Whether a name only says more of a subject: "Other income, *which includes Paint*", "costs *excluding Ink*"."""
    for token in (scene.doc[name.end - 1], *scene.doc[name.end - 1].ancestors):
        if token == about:
            return False
        if token.lower_ in _APART:
            return True
    return False


def _is_of_line(scene: Scene, name: Placed[Link]) -> bool:
    """Whether a name is part of what a line is called, as in "cloud storage revenue"."""
    lines = (m for m in scene.metrics if m.item.mention.rule == OWN_LINE)
    return any(m.start <= name.start and name.end <= m.end for m in lines)


def spoken_of(scene: Scene, entities: Mapping[EntityId, Entity]) -> EntityId | None:
    """The one unit or product that a sentence is about: its subject, what it opens with, or the only one it names."""
    named = [n for n in scene.names if is_topic(n, entities)]
    found = subject_unit(scene, entities) or fronted(scene, entities)
    if found is None and len(named) == 1 and _may_be_meant(scene, named[0], entities):
        found = named[0]
    return None if found is None else found.item.entity


def _may_be_meant(scene: Scene, name: Placed[Link], entities: Mapping[EntityId, Entity]) -> bool:
    """Whether "it" may mean what a sentence names in passing: a unit, or a product with which it begins or ends."""
    if entities[name.item.entity].type is EntityType.BUSINESS_UNIT:
        return True
    behind = [t for t in scene.doc[name.end : scene.sentence.end] if not t.is_punct and not t.is_space]
    return not behind or name.start <= scene.sentence.start + 1


def subject_of(scene: Scene, entities: Mapping[EntityId, Entity]) -> EntityId | None:
    """The unit or product that is the subject of a sentence."""
    unit = subject_unit(scene, entities)
    return None if unit is None else unit.item.entity


def just_named(scene: Scene, before: int, entities: Mapping[EntityId, Entity]) -> EntityId | None:
    """The last unit that a sentence names before a token."""
    named = [n for n in scene.names if n.end <= before and is_topic(n, entities)]
    units = [n for n in named if entities[n.item.entity].type is EntityType.BUSINESS_UNIT]
    return units[-1].item.entity if units else None


def named_last(scene: Scene, entities: Mapping[EntityId, Entity]) -> EntityId | None:
    """The unit that "this business" in a later sentence speaks of: that which a sentence is about, or names last."""
    about = spoken_of(scene, entities)
    if about is not None and entities[about].type is EntityType.BUSINESS_UNIT:
        return about
    return just_named(scene, scene.sentence.end, entities)


def is_part(entity: Entity, whole: EntityId, entities: Mapping[EntityId, Entity]) -> bool:
    parent = entity.parent
    for _ in range(5):
        if parent is None:
            return False
        if parent == whole:
            return True
        parent = entities[parent].parent if parent in entities else None
    return False
