"""Observations: what the call says that a measure is, was, or will be, in figures and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from kg.facts.context import Context
from kg.facts.observations import topic as topics
from kg.facts.observations.against import comparison_of, of_rates, period_behind
from kg.facts.observations.amounts import amount
from kg.facts.observations.antecedent import refers_back, speaks_of_unit
from kg.facts.observations.coordination import spread
from kg.facts.observations.drafts import drafts
from kg.facts.observations.figures import observe
from kg.facts.observations.growth import growth_apart
from kg.facts.observations.listed_metrics import sharing
from kg.facts.observations.losses import as_profit
from kg.facts.observations.margins import as_margin
from kg.facts.observations.measure import Measure, named
from kg.facts.observations.measures import measure
from kg.facts.observations.nature import gives_averages
from kg.facts.observations.repeated_figures import as_told_before
from kg.facts.observations.respectively import narrowed, paired
from kg.facts.observations.scene import Scene, scenes
from kg.facts.observations.subject_choice import Owner, choose_owner
from kg.facts.observations.taken_up import Told, taken_up
from kg.facts.observations.timing import Clock, ahead, breaks_off, fronted_period, year_reviewed
from kg.facts.observations.top_line import top_line
from kg.facts.observations.unmeasured import why_unmeasured
from kg.facts.observations.words import Setting, in_words
from kg.lexicon.metrics import MetricEntry, MetricTable, shipped_metrics
from kg.model import (
    Comparison,
    Entity,
    EntityId,
    EntityType,
    Modality,
    Money,
    Observation,
    Paragraph,
    Period,
    Skipped,
    Surface,
)
from kg.values.fiscal import calendar_of

_HABIT = 3
"""How often a call compares with the quarter before, at least, until that is meant where it does not say."""

_PAIRED = 9.0
"""The weight of a metric that the sentence itself pairs with a figure."""


@dataclass(frozen=True, slots=True)
class State:
    """What one sentence hands to the next: topic, last metric, the dates that hold, and whom it was `about`."""

    paragraph: Paragraph
    topic: topics.Topic
    last: Measure | None
    clock: Clock
    about: EntityId | None = None


def observations(context: Context) -> Iterator[Told]:
    """Every observation of the call in text order, each metric that it coins, and each figure that found none."""
    table = shipped_metrics()
    usual = _usual(context)
    grows = top_line(context.metrics, table)
    state: State | None = None
    before: list[Told] = []
    for scene in scenes(context):
        state = _entered(scene, state, context, usual)
        used: set[int] = set()
        now, last = _of_sentence(scene, state, context, table, grows, used)
        before, now = taken_up(scene, before, now)
        yield from before
        if last is state.last and scene.metrics:
            last = named(scene.metrics[0], context.entities, Decimal("0.6"))
        setting = Setting(state.topic, state.clock, grows)
        for one in in_words(scene, used, setting, context, table):
            if not isinstance(one, Entity) or one.id not in context.entities:
                now.append(one)
        before = now
        state = replace(state, clock=replace(state.clock, before=_told_last(now) or state.clock.before))
        state = replace(state, last=last, about=topics.spoken_of(scene, context.entities) or _still(scene, state))
    yield from before


def _told_last(told: Sequence[Told]) -> Period | None:
    """The period of the last figure that a sentence reports."""
    figures = [o for o in told if isinstance(o, Observation) and o.evidence.rule == "observation.figure"]
    return figures[-1].period if figures and figures[-1].modality is Modality.ACTUAL else None


def usual_comparison(context: Context) -> Comparison:
    """What the call compares with where it does not say: year over year, unless it speaks of quarters more often."""
    said = Counter(c for m in context.periods if (c := comparison_of(m)) is not None)
    return Comparison.QOQ if said[Comparison.QOQ] >= max(_HABIT, said[Comparison.YOY] + 1) else Comparison.YOY


def _entered(scene: Scene, state: State | None, context: Context, usual: Clock) -> State:
    """The state in which a sentence is read."""
    if state is None or state.paragraph is not scene.passage.paragraph:
        carried = state.clock.outlook if state is not None and _goes_on(scene) else None
        clock = replace(usual, outlook=carried)
        start = topics.opening(scene, _carried(scene, state), context.entities, context.company)
        about = state.about if state is not None and _goes_on(scene) else None
        state = State(scene.passage.paragraph, start, None, clock, about)
    fronted = fronted_period(scene)
    keeps = state.clock.paragraph if fronted is None and not breaks_off(scene, state.clock.paragraph) else None
    clock = replace(state.clock, paragraph=fronted or year_reviewed(scene, usual.reported) or keeps)
    outlook = ahead(scene, clock.reported)
    clock = replace(clock, outlook=outlook) if outlook is not None else clock
    return replace(state, topic=topics.after(scene, state.topic, context.entities, context.company), clock=clock)


def _usual(context: Context) -> Clock:
    """The dates that hold at the start of a paragraph."""
    reported = context.transcript.call.period
    if reported is None:
        return Clock(None, None, usual_comparison(context))
    calendar, next_day = calendar_of(context.transcript), reported.end + timedelta(days=1)
    return Clock(
        reported,
        None,
        usual_comparison(context),
        coming=calendar.quarter_containing(next_day),
        year=calendar.year_containing(next_day),
        today=Period(held, held) if (held := context.transcript.call.held_on) is not None else None,
        averages=gives_averages(context.transcript.text),
    )


def _goes_on(scene: Scene) -> bool:
    """Whether the same person spoke the paragraph before."""
    return scene.passage.paragraph is not scene.passage.turn.paragraphs[0]


def _carried(scene: Scene, state: State | None) -> topics.Topic | None:
    """The topic of the paragraph before, where the same person goes on speaking."""
    return state.topic if state is not None and _goes_on(scene) else None


def _still(scene: Scene, state: State) -> EntityId | None:
    """Whom the sentences before were about; over the break of a paragraph only where the next one takes them up."""
    fresh = scene.sentence.start == 0 and scene.sentence[0].lower_ not in ("it", "its", "this", "they", "their")
    return None if fresh else state.about


def _of_sentence(
    scene: Scene, state: State, context: Context, table: MetricTable, grows: MetricEntry, used: set[int]
) -> tuple[list[Told], Measure | None]:
    """The observations in figures of a sentence, and the metric last spoken of."""
    last = state.last
    told: list[Told] = []
    measuring = []
    for figure in scene.figures:
        if (why := why_unmeasured(scene, figure)) is None:
            measuring.append(figure)
        else:
            told.append(Skipped("observation.figure", scene.span(figure.start, figure.end), why))
    pairs = paired(scene, context.entities)
    found_drafts = drafts(scene, measuring, table)
    for draft in found_drafts:
        own = pairs.get(draft.parts[0].figure.start)
        of = context.entities[own.item.entity].type if own is not None else None
        if own is not None and of is EntityType.METRIC:
            draft.metric, draft.weight = own, _PAIRED
        found = measure(scene, draft, last, table, context.entities, grows)
        anchor = draft.parts[0].figure.start
        if found is None:
            span = scene.span(anchor, draft.parts[-1].figure.end)
            told.append(Skipped("observation.figure", span, "no metric is named for this figure"))
            continue
        as_told_before(draft, found.id, table, context.quantities)
        found = as_margin(found, draft, table)
        if draft.value is not None and isinstance(amount(draft.value.figure), Money):
            found = as_profit(found, table, context.entities)
        if found.id not in context.entities:
            told.append(_coined(found, table))
        owner = choose_owner(scene, anchor, found.placed, state.topic, context.entities, context.company)
        announced = state.topic.heading and speaks_of_unit(scene, anchor)
        if not owner.stated and not announced and refers_back(scene, anchor, found.placed):
            about = topics.just_named(scene, anchor, context.entities) or state.about
            owner = replace(owner, entity=about, reason="the unit just spoken of") if about is not None else owner
        if own is not None and of not in (EntityType.METRIC, EntityType.PLACE):
            owner = Owner(own.item.entity, (), "paired by respectively", True)
        last = found
        used |= {found.placed.start} if found.placed is not None else set()
        observed = observe(scene, draft, found, owner, state.clock, table)
        rates = of_rates(scene, draft, observed.period)
        for one in growth_apart(observed, draft, found, period_behind(scene, draft.prior), rates):
            if isinstance(one, Observation) and own is not None:
                told.append(narrowed(scene, one, own, pairs) if of is EntityType.PLACE else one)
            elif isinstance(one, Observation):
                others = sharing(scene, draft, found_drafts) if one.metric == found.id and found.placed else []
                used |= {m.start for m in others}
                for metric in (one.metric, *(m.item.entity for m in others)):
                    told += spread(scene, draft, replace(one, metric=metric), context.entities)
            elif one.id not in context.entities:
                told.append(one)
    return told, last


def _coined(found: Measure, table: MetricTable) -> Entity:
    """The entity of a metric that no mention names: what is counted, or what a verb implies."""
    surfaces = (Surface(found.words[0], found.words[1]),) if found.words else ()
    return Entity(found.id, EntityType.METRIC, found.name, surfaces=surfaces, listed=found.id in table.by_id)
