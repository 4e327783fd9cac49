"""Another unit that takes over without a word of turning: "Ink reported a profit of $5 million" behind Paint's page."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from kg.facts.observations.owner.headings import is_topic
from kg.facts.observations.owner.subject_unit import fronted, is_part, subject_unit
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.mentions.place_segments import RULE as PLACE_SEGMENT
from kg.model import Entity, EntityId, EntityType, Link, Money
from kg.word_lists import word_list

_POINTING = frozenset({"the", "this", "that"})


def reports_next(scene: Scene, before: EntityId | None, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The unit with whose result a paragraph opens under the heading of another: "In Ink, sales were $5 million"."""
    if scene.sentence.start > 0 or before is None or not states_money(scene):
        return None
    unit = fronted(scene, entities) or subject_unit(scene, entities)
    if unit is None or unit.item.entity == before or entities[unit.item.entity].type is not EntityType.BUSINESS_UNIT:
        return None
    if is_part(entities[unit.item.entity], before, entities) or not _has_result(scene):
        return None
    return unit


def takes_over(scene: Scene, before: EntityId | None, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The unit that is told of behind another, without its revenue: "Paint grew 3%. *Ink* earnings fell 2%"."""
    unit = subject_unit(scene, entities) if scene.figures and before is not None else None
    if unit is None or before is None or unit.item.entity == before:
        return None
    entity, last = entities[unit.item.entity], entities[before]
    units = entity.type is EntityType.BUSINESS_UNIT and last.type is EntityType.BUSINESS_UNIT
    opens = all(t.pos_ in ("DET", "PRON", "CCONJ") for t in scene.doc[scene.sentence.start : unit.start])
    return unit if units and opens and not is_part(entity, before, entities) else None


def goes_on_about_segment(scene: Scene, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether a paragraph opens with the segment told of before it: "Better mix raised *the segment's* margin"."""
    if any(is_topic(n, entities) for n in scene.names):
        return False
    return any(a in _POINTING and b in ("segment", "division") for a, b in pairwise(scene.words))


def called_segment(scene: Scene, before: EntityId | None, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """Another segment that a paragraph opens with: "As foreseen, our Ink segment gained the most"."""
    unit = subject_unit(scene, entities) if scene.sentence.start == 0 else None
    if unit is None or unit.item.entity == before or not _is_called_segment(scene, unit, entities):
        return None
    return unit


def _is_called_segment(scene: Scene, unit: Placed[Link], entities: Mapping[EntityId, Entity]) -> bool:
    called = {t.lower_ for t in scene.doc[unit.end - 1 : min(unit.end + 1, scene.sentence.end)]}
    return entities[unit.item.entity].type is EntityType.BUSINESS_UNIT and "segment" in called


def fronted_segment(scene: Scene, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The segment with which a sentence begins: "In our Ink segment, volume rose 4%"."""
    unit = fronted(scene, entities)
    return unit if unit is not None and scene.figures and _is_called_segment(scene, unit, entities) else None


def _has_result(scene: Scene) -> bool:
    """Whether a sentence tells what a unit of its own is judged by: its revenue or its profit."""
    results = word_list("kg.facts", "words/topics.toml", "results")
    return any(results & {t.lower_ for t in scene.doc[m.start : m.end]} for m in scene.metrics)


def next_part(scene: Scene, before: EntityId | None, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The region or the part of a total that a call takes up next: "Sales in Chile rose" behind those of Peru."""
    regions = [n for n in scene.names if n.item.mention.rule == PLACE_SEGMENT]
    opening = next((n for n in regions if n.start <= scene.sentence.start + 1), None)
    unit = opening or subject_unit(scene, entities)
    if unit is None or before is None or not scene.figures:
        return None
    if unit not in regions and not _is_part_of_total(scene):
        return None
    entity = entities[unit.item.entity]
    return None if entity.id == before or is_part(entity, before, entities) else unit


def _is_part_of_total(scene: Scene) -> bool:
    """Whether a sentence tells which part of a total its subject is: "Paint represented 9% of total sales"."""
    return "total" in scene.words and scene.sentence.root.lemma_.lower() in ("represent", "account", "comprise")


def takes_turns(scene: Scene, before: EntityId | None, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether the next unit has its sum in the midst of a paragraph: "Paint income was $5. Ink income was $4."."""
    unit = subject_unit(scene, entities)
    if unit is None or before is None or unit.item.entity == before or not states_money(scene):
        return False
    entity = entities[unit.item.entity]
    opens = unit.start <= scene.sentence.start + 1
    return opens and entity.type is EntityType.BUSINESS_UNIT and not is_part(entity, before, entities)


def opens_with_another(
    scene: Scene, before: EntityId | None, entities: Mapping[EntityId, Entity]
) -> Placed[Link] | None:
    """Another unit with which a paragraph on the page of one begins: "Ink delivered $5 million"."""
    unit = subject_unit(scene, entities) if scene.sentence.start == 0 and scene.figures else None
    if unit is None or unit.start > 1 or unit.item.entity == before or before is None:
        return None
    entity = entities[unit.item.entity]
    return None if entity.type is not EntityType.BUSINESS_UNIT or is_part(entity, before, entities) else unit


def states_money(scene: Scene) -> bool:
    """Whether a sentence gives a sum, as the headline of a segment does; examples within one give growth only."""
    return any(isinstance(amount(f), Money) for f in scene.figures)
