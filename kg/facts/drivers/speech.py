"""The sentences of a turn with the observations told in each, over the borders of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Span as DocSpan

from kg.facts.context import Context
from kg.language import Passage
from kg.model import EntityType, Link, Observation, Span, within

_ACTING = frozenset({EntityType.ORGANIZATION, EntityType.BUSINESS_UNIT, EntityType.PERSON})


@dataclass(frozen=True, slots=True)
class Placed:
    """An observation at tokens of a paragraph: `anchor` is its metric's word, `end` the token after its evidence.

    `named` is False where the evidence does not name the metric; the anchor is then where the evidence begins.
    """

    observation: Observation
    passage: Passage
    start: int
    anchor: int
    end: int
    named: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the observations whose evidence touches it.

    `named` are the metrics that it mentions, `actors` its tokens that name somebody: companies, units, people.
    """

    passage: Passage
    sentence: DocSpan
    told: tuple[Placed, ...]
    named: tuple[Link, ...]
    actors: frozenset[int] = frozenset()


def speeches(context: Context, observations: Sequence[Observation]) -> Iterator[list[Said]]:
    """The turns of a call as lists of sentences, in text order."""
    for _, passages in groupby(context.passages, key=lambda p: p.turn.number):
        yield [said for passage in passages for said in _sentences(context, passage, observations)]


def _sentences(context: Context, passage: Passage, observations: Sequence[Observation]) -> Iterator[Said]:
    span = passage.paragraph.span
    metrics = context.metrics_in(span)
    observed = within(observations, span, lambda o: o.evidence.span)
    placed = sorted(_place(passage, metrics, observed), key=lambda p: (p.anchor, p.start, p.end))
    actors = _actors(context, passage)
    for sentence in passage.doc.sents:
        told = tuple(p for p in placed if p.start < sentence.end and sentence.start < p.end)
        named = tuple(within(metrics, passage.span(sentence), lambda m: m.mention.span))
        yield Said(passage, sentence, told, named, actors)


def _place(passage: Passage, metrics: Sequence[Link], observations: Sequence[Observation]) -> Iterator[Placed]:
    for observation in observations:
        tokens = passage.words(observation.evidence.span)
        if tokens is not None and len(tokens):
            metric = _metric_of(metrics, observation)
            name = passage.words(metric) if metric is not None else None
            anchor = name.start if name else tokens.start
            yield Placed(observation, passage, tokens.start, anchor, tokens.end, name is not None)


def _actors(context: Context, passage: Passage) -> frozenset[int]:
    """The tokens that name a company, a unit or a person."""
    links = context.names_in(passage.paragraph.span)
    named = (passage.words(n.mention.span) for n in links if context.entities[n.entity].type in _ACTING)
    return frozenset(t.i for words in named if words is not None for t in words)


def _metric_of(metrics: Sequence[Link], observation: Observation) -> Span | None:
    """Where the evidence names the observation's metric, or failing that the one metric that it names."""
    inside = [m for m in metrics if m.mention.span in observation.evidence.span]
    own = [m.mention.span for m in inside if m.entity == observation.metric]
    return own[0] if own else inside[0].mention.span if len(inside) == 1 else None
