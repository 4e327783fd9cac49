"""Reads why metrics moved: cue phrases and verbs of causing tie causes, in the speaker's words, to observations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.facts.context import Context
from kg.facts.drivers.inside import is_told_in
from kg.facts.drivers.polarity import polarity
from kg.facts.drivers.speech import Placed, speeches
from kg.facts.drivers.tie import Loose, Tie
from kg.facts.drivers.ties import ties
from kg.model import Direction, Driver, EntityId, Evidence, Observation, Polarity, Skipped, Span


def drivers(context: Context, observations: Sequence[Observation]) -> Iterator[Driver | Skipped]:
    """The causes of a call's observations, in text order; a cue without an effect in reach is skipped."""
    for speech in speeches(context, observations):
        seen: set[tuple[int, Span]] = set()
        for tie in ties(speech):
            if isinstance(tie, Loose):
                yield _skipped(tie)
                continue
            cause = tie.said.passage.span(tie.cause) if tie.cause_in is None else tie.cause_in.passage.span(tie.cause)
            key = (id(tie.effect.observation), cause)
            if key not in seen and not _is_its_own(context, tie.effect.observation, cause):
                seen.add(key)
                yield _driver(context, tie, cause)


def _is_its_own(context: Context, effect: Observation, cause: Span) -> bool:
    """Whether a cause is no more than whose measure moved: "*Lanterns* contributed 9 million to revenue"."""
    named = [link for link in context.names_in(cause) if link.entity == effect.entity]
    return any(len(link.mention.span) >= len(cause) - _ARTICLE for link in named)


_ARTICLE = len("our ")


def _skipped(loose: Loose) -> Skipped:
    words = loose.said.passage.doc[loose.cue.start : loose.cue.end]
    reason = f"{words.text!r} announces a cause, but no observation is told here that it could explain"
    return Skipped(f"driver/{loose.cue.cue.id}", loose.said.passage.span(words), reason)


def _driver(context: Context, tie: Tie, cause: Span) -> Driver:
    said = tie.cause_in or tie.said
    inside = [p for p in said.told if tie.cause.start <= p.anchor < tie.cause.end and p is not tie.effect]
    return Driver(
        evidence=Evidence(_evidence(tie, cause), tie.said.passage.turn.number, f"driver/{tie.cue.cue.id}"),
        effect=tie.effect.observation,
        cause=cause,
        polarity=_polarity(context, tie, [p for p in said.told if is_told_in(p, tie.cause.start, tie.cause.end)]),
        cue=tie.said.passage.doc[tie.cue.start : tie.cue.end].text,
        cause_entities=_named(context, cause),
        cause_observation=inside[0].observation if inside else None,
        confidence=tie.cue.cue.confidence,
    )


def _polarity(context: Context, tie: Tie, inside: Sequence[Placed]) -> Polarity:
    """How a cause works; one that is itself a move of the measure works as that goes: "a 2 point decline in Peru"."""
    own = [p.observation.direction for p in inside if p.observation.metric == tie.effect.observation.metric]
    if own[:1] in ([Direction.UP], [Direction.DOWN]):
        return Polarity.RAISES if own[0] is Direction.UP else Polarity.LOWERS
    told = context.transcript.quote(tie.effect.observation.evidence.span)
    circumstance = tie.cue.cue.id in {"given", "with", "in a market"}
    return polarity(tie.effect.observation, tie.force, tie.cause.text, context=circumstance, told=told)


def _evidence(tie: Tie, cause: Span) -> Span:
    """The shortest run of words with the cue, the cause and, where it stands in the same sentence, the effect."""
    passage, sentence = tie.said.passage, tie.said.sentence
    cue = passage.span(passage.doc[tie.cue.start : tie.cue.end])
    spans = [cue, cause]
    effect = tie.effect
    if effect.passage is passage and sentence.start <= effect.start and effect.end <= sentence.end:
        spans.append(passage.span(passage.doc[effect.start : effect.end]))
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _named(context: Context, cause: Span) -> tuple[EntityId, ...]:
    links = sorted((*context.names_in(cause), *context.metrics_in(cause)), key=lambda link: link.mention.span)
    return tuple(dict.fromkeys(link.entity for link in links))
