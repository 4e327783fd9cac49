"""Observations without a figure: a metric that is said to have risen, fallen, held, narrowed or set a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Token

from kg.facts.context import Context
from kg.facts.observations import topic as topics
from kg.facts.observations.assertion import is_asserted
from kg.facts.observations.coordination import spread
from kg.facts.observations.drafts import Draft
from kg.facts.observations.movement import (
    adjective_direction,
    is_copula,
    noun_direction,
    vague_adjectives,
    verb_direction,
)
from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.stance import hedge, modality
from kg.facts.observations.subject_choice import Owner, choose_owner
from kg.facts.observations.timing import Clock, comparison_of, dates
from kg.facts.observations.unit_growth import growth_moved, units_moved
from kg.facts.sentence import is_negated, subject
from kg.lexicon.metrics import MetricEntry, MetricTable
from kg.mentions.metrics import metric_id
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
        if metric.item.mention.rule == "metric.bare" or metric.start in used:
            continue
        cue = _movement(scene, metric)
        if cue is None or _has_figure(scene, metric, cue[0]):
            continue
        owner = choose_owner(scene, cue[0].i, metric, state.topic, context.entities, context.company)
        entity = context.entities.get(metric.item.entity)
        said = Said(metric.item.entity, entity.name if entity else metric.item.mention.text, metric.start, metric.end)
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


def _comparison(scene: Scene, clock: Clock, stance: Modality) -> Comparison | None:
    said = next((c for p in scene.periods if (c := comparison_of(p.item)) is not None), None)
    return said or (clock.comparison if stance is Modality.ACTUAL else None)


def _has_figure(scene: Scene, metric: Placed[Link], cue: Token) -> bool:
    """Whether a figure stands within the stretch of metric and movement, or directly beside it."""
    low, high = min(metric.start, cue.i), max(metric.end, cue.i + 1)
    return any(f.end > low - 2 and f.start < high + 3 for f in scene.figures)


def _movement(scene: Scene, metric: Placed[Link]) -> tuple[Token, Direction] | None:
    """The word that moves a metric, and which way."""
    head = scene.doc[metric.end - 1]
    found = (
        _noun_after(scene, metric)
        or _governing_noun(head)
        or _as_subject(head)
        or _as_object(head)
        or _adjective_before(scene, metric)
    )
    if found is None or is_negated(found[0]):
        return None
    return found


def _noun_after(scene: Scene, metric: Placed[Link]) -> tuple[Token, Direction] | None:
    """ "revenue growth", "margin expansion"."""
    if metric.end >= scene.sentence.end:
        return None
    word = scene.doc[metric.end]
    direction = noun_direction(word) if word.pos_ in ("NOUN", "PROPN") else None
    return (word, direction) if direction is not None else None


def _governing_noun(head: Token) -> tuple[Token, Direction] | None:
    """ "growth in orders", "a reduction of costs"."""
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if head.dep_ == "pobj" and head.head.lower_ in ("in", "of") and head.head.head.pos_ == "NOUN":
        noun = head.head.head
        direction = noun_direction(noun)
        return (noun, direction) if direction is not None else None
    return None


def _as_subject(head: Token) -> tuple[Token, Direction] | None:
    """ "losses narrowed", "take rate remained stable", "demand was higher"."""
    if head.dep_ not in ("nsubj", "nsubjpass", "conj"):
        return None
    verb = head.head if head.dep_ != "conj" else head.head.head
    if verb.pos_ not in ("VERB", "AUX") or (head.dep_ == "conj" and subject(verb) is not head.head):
        return None
    direction = verb_direction(verb)
    if direction is not None and not any(c.dep_ == "dobj" for c in verb.children):
        return verb, direction
    for child in verb.children:
        if child.dep_ == "xcomp" and (inner := verb_direction(child)) is not None:
            return child, inner
        if is_copula(verb) and child.dep_ in ("acomp", "advmod", "attr", "prep", "oprd"):
            stated = adjective_direction(child)
            if stated is not None and child.lower_ not in vague_adjectives() - {"up", "down", "strong"}:
                return child, stated
    return None


def _as_object(head: Token) -> tuple[Token, Direction] | None:
    """ "we improved efficiency", "reduced its operating loss"."""
    current = head
    while current.dep_ == "conj" and current.head.pos_ in ("NOUN", "PROPN"):
        current = current.head
    if current.dep_ in ("dobj", "nsubjpass") and current.head.pos_ == "VERB" and is_asserted(current.head):
        direction = verb_direction(current.head)
        return (current.head, direction) if direction is not None else None
    return None


def _adjective_before(scene: Scene, metric: Placed[Link]) -> tuple[Token, Direction] | None:
    """ "higher costs", "increased advertising revenue", "record orders"."""
    for position in range(metric.start - 1, max(scene.sentence.start, metric.start - 3) - 1, -1):
        word = scene.doc[position]
        direction = adjective_direction(word)
        if (
            direction is not None
            and word.lower_ not in vague_adjectives()
            and word.pos_ in ("ADJ", "VERB", "NOUN", "ADV")
        ):
            return word, direction
        if word.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV"):
            return None
    return None
