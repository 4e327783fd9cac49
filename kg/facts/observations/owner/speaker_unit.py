"""The unit that a speaker speaks for: the one he is introduced with, leads by his title, or is handed the call for."""

from __future__ import annotations

from collections.abc import Mapping

from kg.facts.observations.owner.headings import is_topic
from kg.facts.observations.scene import Placed, Scene
from kg.model import Entity, EntityId, EntityType, Link, Role, Section

_TELLING = frozenset({"discuss", "cover", "review", "talk", "update", "take", "share", "detail", "present", "speak"})


def home_of(scene: Scene, entities: Mapping[EntityId, Entity], company: EntityId) -> EntityId | None:
    """The unit for which the speaker speaks, by whom he is introduced for or by his title."""
    home = scene.turn.organization
    if scene.turn.role is Role.ANALYST or home is None:
        return None
    if home == company or home not in entities:
        return _headed(scene.turn.title or "", entities)
    return home if entities[home].type is EntityType.BUSINESS_UNIT else None


def _headed(title: str, entities: Mapping[EntityId, Entity]) -> EntityId | None:
    """The unit that somebody leads by his title: "President of Paint and Ink"; who counts for all of it leads none."""
    words = title.casefold().replace(",", " ").split()
    if not words or {"financial", "finance", "investor"} & set(words) or not {"president", "head", "ceo"} & set(words):
        return None
    units = (e for e in entities.values() if e.type is EntityType.BUSINESS_UNIT)
    named = [e for e in units if f" {e.name.casefold()} " in f" {' '.join(words)} "]
    return max(named, key=lambda e: (len(e.name), e.id)).id if named else None


def handed_over(scene: Scene, entities: Mapping[EntityId, Entity]) -> tuple[EntityId, EntityId] | None:
    """Who will speak next, and of which unit alone: "I'll ask Teo to talk about Paint"."""
    if scene.turn.section is not Section.PREPARED:
        return None
    known = [n for n in scene.names if n.item.entity in entities]
    people = {n.item.entity for n in known if entities[n.item.entity].type is EntityType.PERSON}
    units = [n for n in known if is_topic(n, entities)]
    if len(people) != 1 or len(units) != 1 or not _is_all(scene, units[0]):
        return None
    unit = entities[units[0].item.entity]
    return (people.pop(), unit.id) if unit.type is EntityType.BUSINESS_UNIT else None


def _is_all(scene: Scene, unit: Placed[Link]) -> bool:
    """Whether a unit is all that somebody will speak of: right behind "talk about", with nothing else after it."""
    told = any(t.lemma_.lower() in _TELLING for t in scene.doc[max(scene.sentence.start, unit.start - 5) : unit.start])
    rest = [t.lower_ for t in scene.doc[unit.end : scene.sentence.end] if not t.is_punct]
    return told and (not rest or rest[0] in ("in", "for", "results", "performance")) and "and" not in rest
