"""Says where a cue is only part of a cause, or of words about another year, and so explains no move of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.facts.drivers.cues import Force, Found, Need, Side, words
from kg.facts.drivers.speech import Placed, Said
from kg.language.neighbours import word_at


def is_inner(cue: Found, causes: Mapping[int, int]) -> bool:
    """Whether a market or a doing is part of a cause: "by refining them by hand", "offset by a weak market"."""
    loose = cue.cue.needs in {Need.SETTING, Need.WANT} or cue.cue.side is Side.DOING
    return loose and any(start <= cue.start < end for start, end in causes.items())


def is_within(cue: Found, causes: Sequence[tuple[int, int]], effect: Placed) -> bool:
    """Whether a cue stands inside one of the causes, and its effect outside of it."""
    return any(s <= cue.core < e and not is_told_in(effect, s, e) for s, e in causes)


def is_told_in(placed: Placed, start: int, end: int) -> bool:
    """Whether a run of tokens tells an observation: its measure stands there, or its words end there."""
    return start <= placed.anchor < end or start < placed.end <= end


def within_offset(said: Said, cue: Found, causes: Sequence[tuple[int, int]]) -> list[Placed]:
    """What a cue right behind an offset explains, where the offset tells a move: "offset by dearer silk, driven by"."""
    if cue.cue.side is not Side.AFTER or cue.cue.force is not Force.WITH or cue.cue.weak or cue.cue.near:
        return []
    behind = [(s, e) for s, e in causes if e <= cue.start and all(t.is_punct for t in said.sentence.doc[e : cue.start])]
    moved = [p for p in said.told if p.observation.direction is not None]
    return [p for s, e in behind for p in moved if s <= p.anchor < e][-1:]


def joined_by(said: Said, cue: Found, causes: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The causes within which "from" or "with" only joins words and explains no move: "due to gains from shares"."""
    noun = said.sentence.doc[cue.core]
    wind = noun.pos_ == "NOUN" and word_at(noun.doc, noun.i + 1) == "from" and noun.lemma_.lower() in words("impacts")
    worked = cue.start > said.sentence.start and noun.nbor(-1).lemma_.lower() in words("impacts")  # "impacts from"
    for start, end in causes.items() if cue.cue.id == "with" or wind else ():
        if worked or not any(start <= p.anchor < cue.start for p in said.told):
            yield start, end


def items(said: Said, cue: Found, causes: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The lists of causes behind a colon, whose items have causes of their own: "better mix, driven by lamps; ..."."""
    if cue.cue.force is not Force.AGAINST:
        yield from ((s, e) for s, e in causes.items() if s > 0 and said.sentence.doc[s - 1].text == ":")


def comparables(said: Said) -> Iterator[tuple[int, int]]:
    """The words about a year before, whose own causes are none of this year: "a comparable that benefited from"."""
    for token in said.sentence:
        if token.lower_ in words("comparables"):
            yield from ((t.left_edge.i, t.right_edge.i + 1) for t in token.children if t.dep_ in {"relcl", "acl"})
