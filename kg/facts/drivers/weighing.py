"""Causes that a sentence sets against each other by "was offset by", for a move told in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import Force, Found, words
from kg.facts.drivers.effects import own_subject
from kg.facts.drivers.finding import find
from kg.facts.drivers.joints import at_joints
from kg.facts.drivers.pieces import pieces
from kg.facts.drivers.speech import Placed, Said
from kg.facts.drivers.tie import Tie
from kg.facts.sentence import phrase
from kg.model import Direction

_OPENING = 4  # words of a cause that say what it is of itself


def weighed(said: Said, cue: Found, against: Sequence[DocSpan], earlier: Sequence[Said]) -> Iterator[Tie]:
    """Ties of "margin rose 2%. Higher prices were partly offset by dear fuel": both work on what was told before."""
    who = own_subject(said, cue)
    if cue.cue.id != "offset by" or who is None or not _is_cause(said, who, cue):
        return
    whole = phrase(who)
    end = min([whole.end, cue.start, *(f.start for f in find(said.sentence) if f.start > who.i)])
    first = [p for piece in pieces(said.sentence.doc[whole.start : end], who) for p in at_joints(piece)]
    first = [p for p in first if not any(t.lower_ in words("demonstratives") for t in p[:_OPENING])]
    for effect in _told_last(earlier):
        if _is_of(first, effect):
            return
        along, opposed = _forces(said, cue, effect, first)
        yield from (Tie(said, cue, piece, effect, along) for piece in first)
        yield from (Tie(said, cue, piece, effect, opposed) for piece in against)


def _is_cause(said: Said, who: Token, cue: Found) -> bool:
    """Whether a subject opens with a word of comparison and tells no figure: "higher prices", "strength in lamps".

    So does "the impact of higher prices".
    """
    opening = [t for t in who.doc[who.left_edge.i : who.i + 1] if t.pos_ != "DET"]
    first = next(iter(opening), who)
    worked = who.lemma_.lower() in words("impacts") and any(t.lower_ in {"of", "from"} for t in who.children)
    if not (first.lower_ in words("compared") or worked) or who.head.dep_ in {"relcl", "acl", "advcl"}:
        return False
    figured = any(t.tag_ == "CD" or t.text in {"%", "$"} for t in said.sentence.doc[said.sentence.start : cue.start])
    return (worked or not figured) and all(who.left_edge.i <= p.anchor for p in said.told if p.anchor < cue.start)


def _is_of(first: Sequence[DocSpan], effect: Placed) -> bool:
    """Whether what is offset is the measure itself, told once more: "savings rose. The *savings* were offset by"."""
    named = set(effect.observation.metric.removeprefix("metric/").split("-"))
    return any({piece.root.lower_, piece.root.lemma_.lower()} & named for piece in first)


def _told_last(earlier: Sequence[Said]) -> list[Placed]:
    told = [p for s in earlier[-1:] for p in s.told]
    return [p for p in told if p.observation.direction is not None][:1] or told[:1]


def _forces(said: Said, cue: Found, effect: Placed, first: Sequence[DocSpan]) -> tuple[Force, Force]:
    """How the two sides work: of a move the greater side works with it, else the words of the first side decide."""
    degree = {t.lower_ for t in said.sentence.doc[cue.start : cue.core]}
    won = not any(d.startswith("part") or d in words("all but") for d in degree)
    if effect.observation.direction in {Direction.UP, Direction.DOWN} and (degree & {"more"} or not won):
        return (Force.AGAINST, Force.WITH) if won else (Force.WITH, Force.AGAINST)
    opening = {t.lower_ for piece in first[:1] for t in piece[:_OPENING]}
    costly = opening & words("burdens") and not opening & words("less")
    lowers = costly or (opening & words("adverse") and not opening & words("burdens"))
    return (Force.LOWERS, Force.RAISES) if lowers else (Force.RAISES, Force.LOWERS)
