"""What one sentence hands to the next: the topic, the dates that hold, the measure last told, and whom it was about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from kg.facts.context import Context
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.metric.talk import BEFORE_ALL, Talk
from kg.facts.observations.owner import topic as topics
from kg.facts.observations.owner.speaker_unit import handed_over
from kg.facts.observations.owner.turning import turned_to
from kg.facts.observations.scene import Scene
from kg.facts.observations.taken_up import Told
from kg.facts.observations.when.clock import Clock
from kg.facts.observations.when.comparing import comparison_of
from kg.facts.observations.when.nature import gives_averages
from kg.facts.observations.when.outlook import ahead
from kg.facts.observations.when.paragraph_period import (
    announces,
    breaks_off,
    fronted_period,
    is_told_again,
    year_reviewed,
)
from kg.facts.observations.when.reported_stretch import reported_stretch
from kg.facts.observations.when.year_section import year_section
from kg.model import Comparison, EntityId, EntityType, Modality, Observation, Paragraph, Period, Role, Section
from kg.values.fiscal import calendar_of

_HABIT = 6
"""How often a call compares with the quarter before, at least, until that is meant where it does not say."""


@dataclass(frozen=True, slots=True)
class State:
    """What one sentence hands to the next: topic, last metric, the dates that hold, and whom it was `about`.

    `recent` are the measures that the paragraph named lately, `subject` the unit that the last sentence began with;
    `handed` is who was called up, and for which unit; `segment` is the unit that the speaker reported on last;
    `talk` is what was told before in the call and in this turn, or this question and its answers, and
    `unit` the one that was named last in it.
    """

    paragraph: Paragraph
    topic: topics.Topic
    last: Measure | None
    clock: Clock
    about: EntityId | None = None
    recent: tuple[Measure, ...] = ()
    subject: EntityId | None = None
    handed: tuple[EntityId, EntityId] | None = None
    segment: EntityId | None = None
    unit: EntityId | None = None
    talk: Talk = BEFORE_ALL


def told_last(told: Sequence[Told]) -> Period | None:
    """The period of the last figure that a sentence reports."""
    figures = [o for o in told if isinstance(o, Observation) and o.evidence.rule == "observation.figure"]
    return figures[-1].period if figures and figures[-1].modality is Modality.ACTUAL else None


def foretold(told: Sequence[Told]) -> Period | None:
    """The period of the figure with which a sentence ends, where it is an outlook."""
    figures = [o for o in told if isinstance(o, Observation) and o.evidence.rule == "observation.figure"]
    return figures[-1].period if figures and figures[-1].modality is Modality.GUIDANCE else None


def usual_comparison(context: Context) -> Comparison:
    """What the call compares with where it does not say: year over year, unless it speaks of quarters more often."""
    said = Counter(c for m in context.periods if (c := comparison_of(m)) is not None)
    return Comparison.QOQ if said[Comparison.QOQ] >= max(_HABIT, 1.5 * said[Comparison.YOY]) else Comparison.YOY


def entered(scene: Scene, state: State | None, context: Context, usual: Clock) -> State:
    """The state in which a sentence is read."""
    if state is None or state.paragraph is not scene.passage.paragraph:
        carried = state.clock.outlook if state is not None and (_goes_on(scene) or _answers(scene, state)) else None
        section = state.clock.section if state is not None and _goes_on(scene) else None
        clock = replace(usual, outlook=carried, section=section)
        about = state.about if state is not None and _goes_on(scene) else None
        begun = state.subject if state is not None and _goes_on(scene) else None
        handed = state.handed if state is not None else None
        given = handed[1] if handed is not None and _takes_over(scene, handed[0]) else None
        told = state.segment if state is not None and _goes_on(scene) else None
        start = topics.opening(
            scene, _carried(scene, state), context.entities, context.company, begun=begun, handed=given, told=told
        )
        handed = handed if _goes_on(scene) else None
        talk = _talk(scene, state)
        unit = state.unit if state is not None and talk.since == state.talk.since else None
        state = State(
            scene.passage.paragraph, start, None, clock, about, handed=handed, segment=told, unit=unit, talk=talk
        )
    handed = handed_over(scene, context.entities) or state.handed
    left = breaks_off(scene, state.clock.paragraph) or turned_to(scene) is not None or announces(scene)
    kept = None if left else state.clock.paragraph
    set_here = fronted_period(scene) or year_reviewed(scene, usual.reported)
    section = year_section(scene, state.clock.section, usual.reported)
    kept = set_here or (None if is_told_again(scene, kept, context) else kept)
    clock = replace(state.clock, paragraph=kept or section, section=section)
    outlook = ahead(scene, clock)
    clock = replace(clock, outlook=outlook) if outlook is not None else clock
    state = replace(state, handed=handed)
    topic = topics.after(scene, state.topic, context.entities, context.company)
    of_unit = topic.entity is not None and context.entities[topic.entity].type is EntityType.BUSINESS_UNIT
    return replace(state, topic=topic, clock=clock, segment=topic.entity if of_unit else state.segment)


def _talk(scene: Scene, state: State | None) -> Talk:
    """The talk in which a paragraph stands: the one before goes on in a turn, and from a question to its answers."""
    turn = scene.turn
    if state is None:
        return BEFORE_ALL
    asker = turn.speaker if turn.role is Role.ANALYST else state.talk.asker
    answers = turn.section is Section.QA and turn.role is not Role.OPERATOR and asker == state.talk.asker is not None
    if _goes_on(scene) or answers:
        return state.talk.with_named(state.recent)
    since = scene.passage.paragraph.span.start
    return Talk(state.talk.figures, since=since, asker=asker if turn.section is Section.QA else None)


def usual_clock(context: Context) -> Clock:
    """The dates that hold at the start of a paragraph."""
    reported = context.transcript.call.period
    if reported is None:
        return Clock(None, None, usual_comparison(context))
    next_day = reported.end + timedelta(days=1)
    year = calendar_of(context.transcript).year_containing(next_day)
    return Clock(
        reported_stretch(context, reported),
        None,
        usual_comparison(context),
        next_year=year if year.start == next_day else None,
        year=year,
        today=Period(held, held) if (held := context.transcript.call.held_on) is not None else None,
        averages=gives_averages(context.transcript.text),
    )


def _goes_on(scene: Scene) -> bool:
    """Whether the same person spoke the paragraph before."""
    return scene.passage.paragraph is not scene.passage.turn.paragraphs[0]


def _answers(scene: Scene, state: State) -> bool:
    """Whether management begins to answer the question that an analyst has just asked."""
    turn = scene.turn
    asked = state.talk.asker is not None and turn.speaker != state.talk.asker
    return turn.section is Section.QA and turn.role is Role.EXECUTIVE and asked


def _takes_over(scene: Scene, called: EntityId) -> bool:
    """Whether a paragraph is the first of whoever was called up last."""
    return scene.turn.speaker == called and not _goes_on(scene)


def _carried(scene: Scene, state: State | None) -> topics.Topic | None:
    """The topic of the paragraph before, where the same person goes on speaking, or what an answer is asked about."""
    if state is None:
        return None
    answers = state.topic.origin is topics.Origin.ASKED and scene.turn.role not in (Role.ANALYST, Role.OPERATOR)
    return state.topic if _goes_on(scene) or answers else None


def still_about(scene: Scene, state: State) -> EntityId | None:
    """Whom the sentences before were about; over the break of a paragraph only where the next one takes them up."""
    fresh = scene.sentence.start == 0 and scene.sentence[0].lower_ not in ("it", "its", "this", "they", "their")
    return None if fresh else state.about
