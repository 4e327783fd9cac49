"""Observations without a figure: a metric that is said to have risen, fallen, held, narrowed or set a record."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from spacy.tokens import Token

from kg.facts.context import Context
from kg.facts.observations import topic as topics
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
from kg.facts.observations.subject_choice import choose_owner
from kg.facts.observations.timing import Clock, comparison_of, dates
from kg.facts.sentence import is_negated, subject
from kg.lexicon.metrics import MetricTable
from kg.model import Basis, Comparison, Direction, Evidence, Link, Modality, Observation

_FLIPPED = {
    Direction.UP: Direction.WIDENED,
    Direction.DOWN: Direction.NARROWED,
}


def in_words(
    scene: Scene, topic: topics.Topic, clock: Clock, context: Context, table: MetricTable
) -> Iterator[Observation]:
    """The observations in words of a sentence: one for each metric that moves in a clause without a figure."""
    for metric in scene.metrics:
        if metric.item.mention.rule == "metric.bare":
            continue
        cue = _movement(scene, metric)
        if cue is None or _has_figure(scene, metric, cue[0]):
            continue
        yield from _observed(scene, metric, cue, topic, clock, context, table)


def _observed(
    scene: Scene,
    metric: Placed[Link],
    cue: tuple[Token, Direction],
    topic: topics.Topic,
    clock: Clock,
    context: Context,
    table: MetricTable,
) -> Iterator[Observation]:
    word, direction = cue
    entity = context.entities.get(metric.item.entity)
    name = entity.name if entity else metric.item.mention.text
    stance = modality(scene, word.i)
    entry = table.by_id.get(metric.item.entity)
    instant = entry is not None and entry.period_type == "Instant"
    owner = choose_owner(scene, word.i, metric, topic, context.entities, context.company)
    start, end = min(metric.start, word.i), max(metric.end, word.i + 1)
    if "loss" in name.lower().split():
        direction = _FLIPPED.get(direction, direction)
    observed = Observation(
        evidence=Evidence(scene.span(start, end), scene.turn.number, "observation.words"),
        entity=owner.entity,
        metric=metric.item.entity,
        qualifiers=owner.qualifiers,
        direction=direction,
        comparison=_comparison(scene, clock, stance),
        period=dates(scene, word.i, stance, clock, instant=instant),
        modality=stance,
        basis=Basis.NON_GAAP if "adjusted" in name.lower() or "non-gaap" in name.lower() else None,
        hedge=hedge(scene),
        confidence=Decimal("0.6") if owner.stated else Decimal("0.5"),
    )
    yield from spread(scene, Draft(metric), observed, context.entities)


def _comparison(scene: Scene, clock: Clock, stance: Modality) -> Comparison | None:
    said = next((c for p in scene.periods if (c := comparison_of(p.item)) is not None), None)
    return said or (clock.comparison if stance is Modality.ACTUAL else None)


def _has_figure(scene: Scene, metric: Placed[Link], cue: Token) -> bool:
    """Whether a figure stands in the stretch of metric and movement, or close behind it."""
    low, high = min(metric.start, cue.i), max(metric.end, cue.i + 1)
    return any(f.end > low - 3 and f.start < high + 6 for f in scene.figures)


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
    if current.dep_ in ("dobj", "nsubjpass") and current.head.pos_ == "VERB":
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
