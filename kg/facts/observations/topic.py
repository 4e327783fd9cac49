"""Whom the speaker is talking about: a topic set by one sentence holds for the next ones of its paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import subject
from kg.model import Entity, EntityId, EntityType, Link, Role

SUBJECT_TYPES = frozenset({EntityType.BUSINESS_UNIT, EntityType.PRODUCT})
_OPENERS = frozenset({"in", "for", "on", "to", "at", "within", "across", "with", "now", "regarding", "as"})
_WHOLE = frozenset(
    {
        "consolidated",
        "company-wide",
        "companywide",
        "group-wide",
        "overall",
        "total",
        "company",
        "group",
        "firmwide",
        "enterprise",
    }
)


@dataclass(frozen=True, slots=True)
class Topic:
    """The unit or product under discussion, and how it came up; None where the whole company is meant."""

    entity: EntityId | None
    reason: str


def opening(scene: Scene, entities: Mapping[EntityId, Entity], company: EntityId) -> Topic:
    """The topic with which a paragraph begins: the speaker's own unit if they head one, else the company."""
    home = scene.turn.organization
    if scene.turn.role is not Role.ANALYST and home is not None and home != company and home in entities:
        if entities[home].type is EntityType.BUSINESS_UNIT:
            return Topic(home, "the speaker's unit")
    return Topic(None, "nothing said")


def after(scene: Scene, topic: Topic, entities: Mapping[EntityId, Entity]) -> Topic:
    """The topic that holds in a sentence, given the one before it."""
    named = _fronted(scene, entities) or _subject_unit(scene, entities)
    if named is None:
        return Topic(None, "the whole company") if _speaks_of_whole(scene) else topic
    entity = entities[named.item.entity]
    if topic.entity is not None and _is_part(entity, topic.entity, entities):
        return topic
    return Topic(entity.id, f"{named.item.mention.text!r}")


def _is_part(entity: Entity, whole: EntityId, entities: Mapping[EntityId, Entity]) -> bool:
    parent = entity.parent
    for _ in range(5):
        if parent is None:
            return False
        if parent == whole:
            return True
        parent = entities[parent].parent if parent in entities else None
    return False


def _fronted(scene: Scene, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """ "In cloud, ...", "Turning to logistics, ...", "For the Home segment, ..."."""
    doc, start = scene.doc, scene.sentence.start
    comma = next((t.i for t in scene.sentence if t.text in (",", ":", "—")), None)
    if comma is None or comma - start > 12:
        return None
    words = [t.lower_ for t in doc[start:comma]]
    if not words or not (words[0] in _OPENERS or words[0].endswith("ing") or "to" in words[:3]):
        return None
    inside = [n for n in scene.names if n.start >= start and n.end <= comma and _is_topic(n, entities)]
    return inside[0] if inside else None


def _subject_unit(scene: Scene, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The unit or product in the subject of the main verb: "Revenue from Logistics grew"."""
    about = subject(scene.sentence.root)
    if about is None:
        return None
    first, last = about.left_edge.i, about.right_edge.i
    inside = [n for n in scene.names if first <= n.start <= last and _is_topic(n, entities)]
    return inside[0] if inside else None


def _is_topic(name: Placed[Link], entities: Mapping[EntityId, Entity]) -> bool:
    entity = entities.get(name.item.entity)
    return entity is not None and entity.type in SUBJECT_TYPES


def _speaks_of_whole(scene: Scene) -> bool:
    """Whether a sentence turns to the company as a whole: "Total revenue", "On a consolidated basis"."""
    return any(t.lower_ in _WHOLE for t in scene.sentence[:8])
