"""Ties of consequences, told after their causes: "prices fell, so we sold more", "as a result, costs rose"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as DocSpan

from kg.facts.drivers import causes
from kg.facts.drivers.cues import Force, Found, words
from kg.facts.drivers.cuts import only
from kg.facts.drivers.effects import after_cue
from kg.facts.drivers.ends import is_finite
from kg.facts.drivers.speech import Said
from kg.facts.drivers.tie import Tie

_CLOSE = 2  # tokens behind a bare "so", which may only go on with the talk
_REACH = 12  # tokens behind "so" within which its consequence is told


def by_consequence(said: Said, cue: Found) -> Iterator[Tie]:
    """Ties of "prices fell, so we sold more": the clause before is the cause."""
    near = after_cue(said, cue.end, min(said.sentence.end, cue.end + _REACH))[:1]
    loose = said.sentence.doc[cue.end - 1].lower_ == "so"
    effects = [e for e in near if e.observation.direction is not None and (not loose or e.start - cue.end <= _CLOSE)]
    for piece in _clause_of(said.sentence, cue):
        yield from (Tie(said, cue, piece, effect, cue.cue.force) for effect in effects)


def backward(said: Said, cue: Found, earlier: Sequence[Said]) -> Iterator[Tie]:
    """Ties of "as a result, costs rose": the sentence before is the cause."""
    if not earlier:
        return
    near = after_cue(said, cue.end, said.sentence.end)[:1]
    effects = [e for e in near if e.observation.direction is not None]
    for piece in causes.rest(earlier[-1].sentence, earlier[-1].sentence.start):
        if causes.is_talk(piece):
            continue
        yield from (Tie(said, cue, piece, effect, Force.WITH, earlier[-1]) for effect in effects)


def _clause_of(sentence: DocSpan, cue: Found) -> list[DocSpan]:
    """The clause of which a cue in the middle of a sentence tells the consequence: "prices fell, so we sold more"."""
    clause = causes.clause_before(sentence, sentence.doc[cue.start])
    told = any(is_finite(t) and t.dep_ not in {"relcl", "acl"} for t in clause)
    said = any(t.lemma_ in words("speaking") for t in clause) or causes.is_talk(clause)
    return only(clause) if told and not said and clause[0].dep_ != "mark" else []
