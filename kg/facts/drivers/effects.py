"""Says which observation a cue explains: the one it hangs on in its sentence, or the one told just before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan

from kg.facts.context import Context
from kg.facts.drivers.cues import Found, words
from kg.facts.sentence import clause_head, phrase, subject
from kg.language import Passage
from kg.model import EntityId, Link, Observation, Span


@dataclass(frozen=True, slots=True)
class Placed:
    """An observation at tokens of a paragraph: `anchor` is its metric's word, `end` the token after its evidence."""

    observation: Observation
    start: int
    anchor: int
    end: int


def place(context: Context, passage: Passage, observations: Sequence[Observation]) -> list[Placed]:
    """The observations of a paragraph in text order, each at its tokens."""
    placed = []
    for observation in observations:
        tokens = passage.words(observation.evidence.span)
        if tokens is None or not len(tokens):
            continue
        metric = _metric_in(context.metrics, observation.metric, observation.evidence.span)
        name = passage.words(metric) if metric else None
        placed.append(Placed(observation, tokens.start, name.start if name else tokens.start, tokens.end))
    return sorted(placed, key=lambda p: (p.anchor, p.start, p.end))


def _metric_in(metrics: Sequence[Link], metric: EntityId, span: Span) -> Span | None:
    return next((m.mention.span for m in metrics if m.entity == metric and m.mention.span in span), None)


def within(sentence: DocSpan, placed: Sequence[Placed]) -> list[Placed]:
    """The observations whose evidence touches a sentence."""
    return [p for p in placed if p.start < sentence.end and sentence.start < p.end]


def before_cue(sentence: DocSpan, cue: Found, placed: Sequence[Placed], causes: Mapping[int, int]) -> Placed | None:
    """The nearest observation before a cue, leaving out those inside an earlier cause, unless the cue hangs on it.

    `causes` maps the first token of each cause found so far in the sentence to the token after it.
    """
    ahead = [p for p in within(sentence, placed) if p.anchor < cue.core]
    free = [p for p in ahead if not any(s <= p.anchor < e for s, e in causes.items())]
    inner = [p for p in ahead if p not in free and _hangs_on(sentence, cue, p)]
    return _first_of_its_kind(inner or free, ahead)


def _hangs_on(sentence: DocSpan, cue: Found, placed: Placed) -> bool:
    """Whether a cue follows right upon an observation, with no comma between: a cause of the cause."""
    between = sentence.doc[placed.anchor : cue.start]
    return not any(t.text in {",", ";"} or t.lower_ == "and" for t in between) and cue.start == cue.core


def _first_of_its_kind(candidates: Sequence[Placed], ahead: Sequence[Placed]) -> Placed | None:
    """The last candidate, or the first one of the same metric and entity: "rose 8% and 9% in constant currency"."""
    if not candidates:
        return None
    last = candidates[-1]
    return next((p for p in ahead if _same_measure(p, last)), last)


def _same_measure(one: Placed, other: Placed) -> bool:
    return (one.observation.metric, one.observation.entity) == (other.observation.metric, other.observation.entity)


def after_cue(sentence: DocSpan, end: int, placed: Sequence[Placed]) -> list[Placed]:
    """The observations of a sentence from a token on, the first of each measure."""
    found: list[Placed] = []
    for p in within(sentence, placed):
        if p.anchor >= end and not any(_same_measure(p, f) for f in found):
            found.append(p)
    return found


def told_before(
    context: Context, passage: Passage, sentence: DocSpan, cue: Found, placed: Sequence[Placed], *, reach: int = 2
) -> Placed | None:
    """The observation of a sentence before to which "this was driven by", "the decline reflects" points back."""
    who = subject(clause_head(sentence.doc[cue.core])) or sentence.doc[sentence.start]
    head = phrase(who)
    said = {t.lower_ for t in head}
    if not (said & words("moves") or who.lower_ in words("anaphors") or sentence[0].lower_ in words("anaphors")):
        return None
    named = {m.entity for m in context.metrics if m.mention.span in passage.span(head)}
    sentences = [s for s in sentence.doc.sents if s.end <= sentence.start][-reach:]
    for earlier in reversed(sentences):
        told = within(earlier, placed)
        fitting = [p for p in told if p.observation.metric in named] or ([] if named else told)
        if fitting:
            return fitting[0]
    return None
