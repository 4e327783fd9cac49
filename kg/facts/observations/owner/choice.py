"""Whom a figure belongs to: the unit that owns the metric in the sentence, else the topic, else the company."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.facts.observations.owner.company_metrics import is_company_metric
from kg.facts.observations.owner.headings import SUBJECT_TYPES, is_example
from kg.facts.observations.owner.names_apart import is_in_metric, is_kept_at, is_left_out, shares_noun
from kg.facts.observations.owner.no_owners import owns_nothing
from kg.facts.observations.owner.places import place_that_moved, places_of
from kg.facts.observations.owner.topic import Topic
from kg.facts.observations.owner.weight import weight
from kg.facts.observations.owner.whole_company import is_aside_to_whole
from kg.facts.observations.scene import Placed, Scene
from kg.lexicon.metrics import words_of
from kg.model import Entity, EntityId, EntityType, Link

_ENOUGH = 2.0
"""A figure is of no name that goes with it less firmly."""
_WHOLE = frozenset({"consolidated", "company-wide", "companywide", "group-wide", "firmwide"})


@dataclass(frozen=True, slots=True)
class Owner:
    """The entity of an observation, the qualifiers that places add, and why; `coined` where no mention names it.

    `of_line`: it is the line of business that the measure leaves out.
    """

    entity: EntityId
    qualifiers: tuple[str, ...]
    reason: str
    stated: bool
    coined: Entity | None = None
    of_line: bool = False


def choose_owner(
    scene: Scene,
    anchor: int,
    metric: Placed[Link] | None,
    topic: Topic,
    entities: Mapping[EntityId, Entity],
    company: EntityId,
) -> Owner:
    """The owner of a metric at a figure; `anchor` is the figure's token position."""
    best, most = None, _ENOUGH
    for name in scene.names:
        entity = entities.get(name.item.entity)
        if entity is None or not may_own(entity) or is_in_metric(name, metric) or shares_noun(scene, name, metric):
            continue
        scored = weight(scene, name, anchor, metric)
        if entity.type is EntityType.ORGANIZATION and entity.id != company:
            scored -= 2.0
        if is_left_out(scene, name, anchor) or is_example(scene, name) or is_kept_at(scene, name, entity):
            scored -= 6.0
        if scored > most:
            best, most = name, scored
    places = places_of(scene, anchor, metric, entities)
    if best is None and (place := place_that_moved(scene, anchor, entities)) is not None:
        return Owner(place, (), "the place that is said to have moved", True)
    if best is not None:
        return Owner(best.item.entity, places, f"named beside the metric: {best.item.mention.text!r}", True)
    if is_aside_to_whole(scene) or (metric is not None and _whole(scene, metric, topic)):
        return Owner(company, places, "consolidated", True)
    if metric is not None and is_company_metric(metric.item.mention.text) and not _of_section(metric, topic, entities):
        return Owner(company, places, "a measure of the whole company", True)
    if topic.entity is not None:
        return Owner(topic.entity, places, f"topic: {topic.reason}", False)
    return Owner(company, places, "the company, since no unit is named", False)


def may_own(entity: Entity) -> bool:
    """Whether measures may be of a thing: of a unit, a product, a firm or an event, not of a share that is traded."""
    if entity.type not in SUBJECT_TYPES | {EntityType.ORGANIZATION, EntityType.EVENT}:
        return False
    return not owns_nothing(entity)


def _of_section(metric: Placed[Link], topic: Topic, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether a net income is that of the unit whose section is announced, as banks report it."""
    bank = any(e.type is EntityType.METRIC and e.name == "net interest income" for e in entities.values())
    announced = topic.heading and not topic.headline and topic.entity is not None
    return announced and bank and words_of(metric.item.mention.text)[-2:] == ("net", "income")


def _whole(scene: Scene, metric: Placed[Link], topic: Topic) -> bool:
    """Whether a metric is said to be of the whole; "our total" says so where nothing was announced."""
    words = [t.lower_ for t in scene.doc[max(scene.sentence.start, metric.start - 3) : metric.end]]
    total = not topic.heading and "our" in words and bool({"total", "overall"} & set(words))
    return total or any(word in _WHOLE for word in words)
