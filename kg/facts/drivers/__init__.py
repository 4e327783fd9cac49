"""Reads why metrics moved: cue phrases and verbs of causing tie causes, in the speaker's words, to observations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan

from kg.facts.context import Context
from kg.facts.drivers import causes
from kg.facts.drivers.cues import Force, Found, Side, find
from kg.facts.drivers.effects import Placed, after_cue, before_cue, place, told_before
from kg.facts.drivers.polarity import polarity
from kg.facts.sentence import is_question
from kg.language import Passage
from kg.model import Driver, EntityId, Evidence, Observation, Skipped, Span


@dataclass(frozen=True, slots=True)
class _Tie:
    """A cue tied to an effect, with the words of one cause."""

    cue: Found
    cause: DocSpan
    effect: Placed
    force: Force


def drivers(context: Context, observations: Sequence[Observation]) -> Iterator[Driver | Skipped]:
    """The causes of a call's observations, in text order; a cue without an effect in reach is skipped."""
    for passage in context.passages:
        here = [o for o in observations if o.evidence.span in passage.paragraph.span]
        if not here:
            continue
        placed = place(context, passage, here)
        seen: set[tuple[int, int, int]] = set()
        for sentence in passage.doc.sents:
            for tie in _ties(context, passage, sentence, placed):
                key = (id(tie.effect.observation), tie.cause.start, tie.cause.end)
                if key not in seen:
                    seen.add(key)
                    yield _driver(context, passage, sentence, tie, placed)


def _ties(context: Context, passage: Passage, sentence: DocSpan, placed: Sequence[Placed]) -> Iterator[_Tie]:
    if is_question(sentence):
        return
    found = find(sentence)
    spans: dict[int, int] = {}
    chain: list[Placed] = []
    for cue in found:
        if cue.cue.side in {Side.BEFORE, Side.BALANCE}:
            yield from _by_verb(context, passage, sentence, cue, placed)
            continue
        pieces = causes.after(sentence, cue, found)
        if not pieces:
            continue
        effects = _effects(context, passage, sentence, cue, placed, spans, chain, pieces[-1].end)
        spans[pieces[0].start] = pieces[-1].end
        chain = effects or chain
        for effect in effects:
            for piece in pieces:
                yield _Tie(cue, piece, effect, cue.cue.force)


def _effects(
    context: Context,
    passage: Passage,
    sentence: DocSpan,
    cue: Found,
    placed: Sequence[Placed],
    spans: dict[int, int],
    chain: list[Placed],
    end: int,
) -> list[Placed]:
    """What a cue explains: for an offset what the cue before explained, else what stands before, after, or earlier."""
    near = before_cue(sentence, cue, placed, spans)
    if cue.cue.force is Force.AGAINST and chain and (near is None or near.anchor <= chain[0].anchor or spans):
        return chain
    if near is not None:
        return [near]
    if _opens(sentence, cue):
        return after_cue(sentence, end, placed)[:1]
    earlier = told_before(context, passage, sentence, cue, placed)
    return [earlier] if earlier is not None else []


def _opens(sentence: DocSpan, cue: Found) -> bool:
    """Whether a cue stands at the head of its sentence, so that the effect follows."""
    return cue.start - sentence.start <= 2


def _by_verb(
    context: Context, passage: Passage, sentence: DocSpan, cue: Found, placed: Sequence[Placed]
) -> Iterator[_Tie]:
    verb = sentence.doc[cue.core]
    pieces = causes.before(sentence, verb)
    effects = [p for p in after_cue(sentence, verb.i, placed) if p.anchor <= verb.right_edge.i]
    for effect in effects[:1]:
        for piece in pieces:
            if not piece.start <= effect.anchor < piece.end:
                yield _Tie(cue, piece, effect, cue.cue.force)


def _driver(context: Context, passage: Passage, sentence: DocSpan, tie: _Tie, placed: Sequence[Placed]) -> Driver:
    cause = passage.span(tie.cause)
    inside = [p for p in placed if tie.cause.start <= p.anchor < tie.cause.end and p is not tie.effect]
    start = min(
        tie.effect.start if tie.effect.start >= sentence.start else tie.cue.start, tie.cue.start, tie.cause.start
    )
    end = max(tie.cause.end, tie.cue.end, tie.effect.end if tie.effect.start >= sentence.start else 0)
    return Driver(
        evidence=Evidence(passage.span(passage.doc[start:end]), passage.turn.number, f"driver/{tie.cue.cue.id}"),
        effect=tie.effect.observation,
        cause=cause,
        polarity=polarity(tie.effect.observation, tie.force, tie.cause.text),
        cue=passage.doc[tie.cue.start : tie.cue.end].text,
        cause_entities=_named(context, cause),
        cause_observation=inside[0].observation if inside else None,
    )


def _named(context: Context, cause: Span) -> tuple[EntityId, ...]:
    links = sorted((*context.names, *context.metrics), key=lambda link: link.mention.span)
    return tuple(dict.fromkeys(link.entity for link in links if link.mention.span in cause))
