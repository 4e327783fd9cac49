"""Observations without a figure: a metric that is said to have risen, fallen, held, narrowed or set a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Token

from kg.facts.context import Context
from kg.facts.observations import topic as topics
from kg.facts.observations.coordination import spread
from kg.facts.observations.drafts import Draft
from kg.facts.observations.moved import counted_movement, movement
from kg.facts.observations.narrowing import narrowed_name
from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.stance import hedge, modality
from kg.facts.observations.subject_choice import Owner, choose_owner
from kg.facts.observations.timing import Clock, comparison_of, dates
from kg.facts.observations.unit_growth import growth_moved, lines_moved, units_moved
from kg.lexicon.metrics import MetricEntry, MetricTable
from kg.mentions.metrics import is_bare, metric_id
from kg.model import Basis, Comparison, Direction, Entity, EntityId, EntityType, Evidence, Link, Modality, Observation


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sentences before hand to one: the topic, the dates that hold, and what growing without more means."""

    topic: topics.Topic
    clock: Clock
    top_line: MetricEntry


@dataclass(frozen=True, slots=True)
class Said:
    """The metric that a sentence moves, and the tokens that name it or its owner."""

    id: EntityId
    name: str
    start: int
    end: int


_FLIPPED = {
    Direction.UP: Direction.WIDENED,
    Direction.DOWN: Direction.NARROWED,
}


def in_words(
    scene: Scene, used: Collection[int], state: Setting, context: Context, table: MetricTable
) -> Iterator[Observation | Entity]:
    """The observations in words of a sentence: one for each metric or unit that moves without a figure.

    `used` are the positions of metrics that a figure of the sentence belongs to.
    """
    for metric in scene.metrics:
        if metric.start in used:
            continue
        cue = (
            counted_movement(scene, metric)
            if _is_bare(metric)
            else movement(scene, metric, counted=_is_count(scene, metric, table))
        )
        if cue is None or _has_figure(scene, metric, cue[0]):
            continue
        owner = choose_owner(scene, cue[0].i, metric, state.topic, context.entities, context.company)
        entity = context.entities.get(metric.item.entity)
        said = Said(metric.item.entity, entity.name if entity else metric.item.mention.text, metric.start, metric.end)
        if said.name == "share":
            said = Said(metric_id("market share"), "market share", metric.start, metric.end)
            yield Entity(said.id, EntityType.METRIC, said.name)
        name = narrowed_name(scene, metric, said.name)
        if name != said.name:
            yield Entity(metric_id(name), EntityType.METRIC, name)
            said = Said(metric_id(name), name, metric.start, metric.end)
        rate = growth_moved(scene, metric)
        if rate is not None:
            name = f"{said.name} growth rate"
            yield Entity(metric_id(name), EntityType.METRIC, name)
            said, cue = Said(metric_id(name), name, metric.start, metric.end), rate
        yield from _observed(scene, said, cue, owner, state, context, table)
    for name_, cue in units_moved(scene, context.entities):
        said = Said(state.top_line.id, state.top_line.name, name_.start, name_.end)
        owner = Owner(name_.item.entity, (), f"grows: {name_.item.mention.text!r}", True)
        yield from _observed(scene, said, cue, owner, state, context, table)
    for name, start, end, cue in lines_moved(scene, state.top_line.name):
        said = Said(metric_id(name), name, start, end)
        yield Entity(said.id, EntityType.METRIC, said.name)
        owner = choose_owner(scene, cue[0].i, None, state.topic, context.entities, context.company)
        yield from _observed(scene, said, cue, owner, state, context, table)


def _observed(
    scene: Scene,
    said: Said,
    cue: tuple[Token, Direction],
    owner: Owner,
    state: Setting,
    context: Context,
    table: MetricTable,
) -> Iterator[Observation]:
    word, direction = cue
    stance = modality(scene, word.i)
    entry = table.closest(said.id)
    instant = entry is not None and entry.period_type == "Instant"
    if "loss" in said.name.lower().split():
        direction = _FLIPPED.get(direction, direction)
    words = said.name.lower()
    observed = Observation(
        evidence=Evidence(
            scene.span(min(said.start, word.i), max(said.end, word.i + 1)), scene.turn.number, "observation.words"
        ),
        entity=owner.entity,
        metric=said.id,
        qualifiers=owner.qualifiers,
        direction=direction,
        comparison=_comparison(scene, state.clock, stance),
        period=dates(scene, word.i, stance, state.clock, instant=instant),
        modality=stance,
        basis=Basis.NON_GAAP if "adjusted" in words or "non-gaap" in words else None,
        hedge=hedge(scene),
        confidence=Decimal("0.6") if owner.stated else Decimal("0.5"),
    )
    yield from spread(scene, Draft(None), observed, context.entities)


def _is_bare(metric: Placed[Link]) -> bool:
    return metric.item.mention.rule == "metric.bare"


def _is_count(scene: Scene, metric: Placed[Link], table: MetricTable) -> bool:
    entry = table.closest(metric.item.entity)
    return is_bare(scene.doc[metric.end - 1].text) or (entry is not None and entry.unit_kind == "Count")


def _comparison(scene: Scene, clock: Clock, stance: Modality) -> Comparison | None:
    said = next((c for p in scene.periods if (c := comparison_of(p.item)) is not None), None)
    return said or (clock.comparison if stance is Modality.ACTUAL else None)


def _has_figure(scene: Scene, metric: Placed[Link], cue: Token) -> bool:
    """Whether a figure stands within the stretch of metric and movement, or directly beside it."""
    low, high = min(metric.start, cue.i), max(metric.end, cue.i + 1)
    return any(f.end > low - 2 and f.start < high + 3 for f in scene.figures)
