"""The unit that somebody asks about, or answers about: "I have a question on Paint. What margin do you expect?"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.facts.observations.owner.headings import is_topic
from kg.facts.observations.scene import Placed, Scene
from kg.model import Entity, EntityId, EntityType, Link, Role, Section
from kg.word_lists import word_list

_LONGEST, _NEAR = 45, 8


def asked_about(scene: Scene, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The one unit that a sentence says a question is about, before it gives figures."""
    named = [n for n in scene.names if is_topic(n, entities)]
    if scene.turn.section is not Section.QA or len({n.item.entity for n in named}) != 1:
        return None
    asks = scene.first(*_words("asking"))
    unit = entities[named[0].item.entity].type is EntityType.BUSINESS_UNIT
    if any(f.start < named[0].start for f in scene.figures):
        return None
    if asks is None or not unit or len(scene.sentence) > _LONGEST or named[0].start < asks:
        return None
    led = any(t.lower_ in _words("asked_on") for t in scene.doc[max(asks, named[0].start - _NEAR) : named[0].start])
    return named[0] if led else None


def asks_anew(scene: Scene, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether somebody comes to another question, which is about no unit: "And secondly, on taxes, ..."."""
    if scene.turn.section is not Section.QA or any(is_topic(n, entities) for n in scene.names):
        return False
    anew = not _words("asking_anew").isdisjoint(scene.words[:14]) or scene.words[:2] == ("one", "is")
    return scene.turn.role is Role.ANALYST and anew


def _words(name: str) -> frozenset[str]:
    return word_list("kg.facts", "words/topics.toml", name)
