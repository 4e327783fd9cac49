"""Observations: what the call says that a measure is, was, or will be, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.facts.context import Context
from kg.facts.observations.held_against import held_against
from kg.facts.observations.in_words.words import Setting, in_words
from kg.facts.observations.metric.measure import named
from kg.facts.observations.metric.recent import remembered
from kg.facts.observations.metric.talk import figures_of
from kg.facts.observations.metric.top_line import told_growing, top_line
from kg.facts.observations.owner.reported import owning, reported
from kg.facts.observations.owner.subject_unit import named_last, spoken_of, subject_of
from kg.facts.observations.roles.grown_multiples import with_growth
from kg.facts.observations.scene import scenes
from kg.facts.observations.state import State, entered, foretold, still_about, told_last, usual_clock
from kg.facts.observations.taken_up import Told, taken_up
from kg.facts.observations.told_figures import Sentence, told_in_figures
from kg.facts.observations.when.outlook import announced
from kg.model import Entity


def observations(context: Context) -> Iterator[Told]:
    """Every observation of the call in text order, each metric that it coins, and each figure that found none."""
    table = context.table
    usual = usual_clock(context)
    usual_line = top_line(context.metrics, table)
    products = reported(context)
    state: State | None = None
    before: list[Told] = []
    names = {one.id: one.name for one in context.entities.values()}
    for scene in map(with_growth, scenes(context)):
        state = entered(scene, state, context, usual)
        grows = told_growing(state.talk, scene.span(scene.sentence.start, scene.sentence.end).start, usual_line)
        used: set[int] = set()
        about = owning(state.topic, context.entities, products)
        now, last = told_in_figures(Sentence(scene, replace(state, topic=about), context, table, grows), used)
        before, now = held_against(scene, *taken_up(scene, before, now))
        yield from before
        if last is state.last and scene.metrics:
            last = named(scene.metrics[0], context.entities, Decimal("0.6"))
        setting = Setting(about, state.clock, grows)
        for one in in_words(scene, used, setting, context, table):
            if not isinstance(one, Entity) or one.id not in context.entities:
                now.append(one)
        before = now
        told = (last,) if last is not None else ()
        named_here = (named(m, context.entities, Decimal("0.6")) for m in scene.metrics)
        names.update((one.id, one.name) for one in now if isinstance(one, Entity))
        held = told_last(now) or state.clock.before
        state = replace(
            state,
            clock=replace(state.clock, before=held, foretold=foretold(now) or announced(scene, state.clock)),
            recent=remembered((*told, *named_here), state.recent),
            talk=state.talk.with_told(figures_of(now, names)),
            unit=named_last(scene, context.entities) or state.unit,
            subject=subject_of(scene, context.entities),
            last=last,
            about=spoken_of(scene, context.entities) or still_about(scene, state),
        )
    yield from before
