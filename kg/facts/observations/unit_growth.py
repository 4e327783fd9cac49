"""Growth that names no metric ("growth in Logistics", "Home softened"), and growth that itself speeds up or slows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.facts.observations.movement import noun_direction, verb_direction
from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.topic import SUBJECT_TYPES
from kg.model import Direction, Entity, EntityId, Link

_GROWING = frozenset(
    {"growth", "decline", "softness", "weakness", "acceleration", "deceleration", "momentum", "strength"}
)
_SPEEDING = {
    "accelerate": Direction.UP,
    "improve": Direction.UP,
    "decelerate": Direction.DOWN,
    "slow": Direction.DOWN,
    "moderate": Direction.DOWN,
}


def units_moved(
    scene: Scene, entities: Mapping[EntityId, Entity]
) -> Iterator[tuple[Placed[Link], tuple[Token, Direction]]]:
    """Units and products that a sentence says grew or shrank, with the word that says so; none beside a figure."""
    for name in scene.names:
        entity = entities.get(name.item.entity)
        if entity is None or entity.type not in SUBJECT_TYPES:
            continue
        cue = _moving(scene, name)
        if cue is None or any(abs(f.start - cue[0].i) < 6 for f in scene.figures):
            continue
        if not any(min(name.start, cue[0].i) <= m.start < max(name.end, cue[0].i + 1) for m in scene.metrics):
            yield name, cue


def _moving(scene: Scene, name: Placed[Link]) -> tuple[Token, Direction] | None:
    """ "growth in Logistics", "Logistics growth", "Logistics grew"."""
    doc = scene.doc
    if name.end < scene.sentence.end and doc[name.end].lemma_.lower() in _GROWING:
        direction = noun_direction(doc[name.end])
        return (doc[name.end], direction) if direction is not None else None
    last = doc[name.end - 1]
    for position in range(name.start - 1, max(scene.sentence.start, name.start - 4) - 1, -1):
        word = doc[position]
        if word.lower_ in ("in", "of", "across", "for"):
            noun = word.head
            direction = noun_direction(noun) if noun.lemma_.lower() in _GROWING and noun.i < position else None
            return (noun, direction) if direction is not None else None
        if word.pos_ not in ("DET", "PRON", "ADJ"):
            break
    if last.dep_ == "nsubj" and last.head.pos_ == "VERB" and last.head.lemma_.lower() in ("grow", "decline", "soften"):
        direction = verb_direction(last.head)
        return (last.head, direction) if direction is not None else None
    return None


def growth_moved(scene: Scene, metric: Placed[Link]) -> tuple[Token, Direction] | None:
    """The word that moves a growth itself: "revenue growth accelerated", "slower order growth"."""
    if metric.end >= scene.sentence.end or scene.doc[metric.end].lower_ != "growth":
        return None
    growth = scene.doc[metric.end]
    if growth.dep_ in ("nsubj", "nsubjpass", "dobj") and growth.head.lemma_.lower() in _SPEEDING:
        return growth.head, _SPEEDING[growth.head.lemma_.lower()]
    for word in scene.doc[max(scene.sentence.start, metric.start - 2) : metric.start]:
        stem = word.lemma_.lower() if word.pos_ == "VERB" else word.lower_.removesuffix("d").removesuffix("e") + "e"
        if stem in _SPEEDING and word.tag_ in ("VBN", "VBD", "JJ", "VBG"):
            return word, _SPEEDING[stem]
    return None
