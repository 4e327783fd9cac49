"""Observations: what the call says that a measure is, was, or will be, in figures and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.facts.context import Context
from kg.facts.observations import topic as topics
from kg.facts.observations.coordination import spread
from kg.facts.observations.drafts import drafts
from kg.facts.observations.figures import Measure, observe
from kg.facts.observations.measures import measure
from kg.facts.observations.scene import Scene, scenes
from kg.facts.observations.subject_choice import choose_owner
from kg.facts.observations.timing import Clock, comparison_of, fronted_period
from kg.facts.observations.words import in_words
from kg.lexicon.metrics import MetricTable, shipped_metrics
from kg.model import Comparison, Observation, Paragraph, Skipped


@dataclass(frozen=True, slots=True)
class State:
    """What one sentence hands to the next: topic, last metric, and the dates and comparison that hold."""

    paragraph: Paragraph
    topic: topics.Topic
    last: Measure | None
    clock: Clock


def observations(context: Context) -> Iterator[Observation | Skipped]:
    """Every observation of the call in text order, and each figure that found no metric."""
    table = shipped_metrics()
    usual = usual_comparison(context)
    state: State | None = None
    for scene in scenes(context):
        state = _entered(scene, state, context, usual)
        last = state.last
        for found, last in _of_sentence(scene, state, context, table):
            yield found
        yield from in_words(scene, state.topic, state.clock, context, table)
        state = replace(state, last=last)


def usual_comparison(context: Context) -> Comparison:
    """What the call compares with where it does not say: year over year, unless it speaks of quarters more often."""
    said = Counter(c for m in context.periods if (c := comparison_of(m)) is not None)
    return Comparison.QOQ if said[Comparison.QOQ] > said[Comparison.YOY] else Comparison.YOY


def _entered(scene: Scene, state: State | None, context: Context, usual: Comparison) -> State:
    """The state in which a sentence is read."""
    if state is None or state.paragraph is not scene.passage.paragraph:
        clock = Clock(context.transcript.call.period, None, usual)
        start = topics.opening(scene, context.entities, context.company)
        state = State(scene.passage.paragraph, start, None, clock)
    fronted = fronted_period(scene)
    clock = replace(state.clock, paragraph=fronted) if fronted is not None else state.clock
    return replace(state, topic=topics.after(scene, state.topic, context.entities), clock=clock)


def _of_sentence(
    scene: Scene, state: State, context: Context, table: MetricTable
) -> Iterator[tuple[Observation | Skipped, Measure | None]]:
    last = state.last
    for draft in drafts(scene, table):
        found = measure(scene, draft, last, table, context.entities)
        if found is None:
            span = scene.span(draft.parts[0].figure.start, draft.parts[-1].figure.end)
            yield Skipped("observation.figure", span, "no metric is named for this figure"), last
            continue
        owner = choose_owner(
            scene, draft.parts[0].figure.start, found.placed, state.topic, context.entities, context.company
        )
        last = found
        observed = observe(scene, draft, found, owner, state.clock, table)
        for one in spread(scene, draft, observed, context.entities):
            yield one, last
