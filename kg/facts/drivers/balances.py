"""Offsets: what works with a move and what against it, told by a verb of balance or by "was offset by"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as DocSpan

from kg.facts.drivers.cues import Force, Found, Side, words
from kg.facts.drivers.effects import after_cue, own_subject
from kg.facts.drivers.finding import find
from kg.facts.drivers.pointing import told_before
from kg.facts.drivers.sides import both_sides, offset_first
from kg.facts.drivers.speech import Placed, Said
from kg.facts.drivers.tie import Tie
from kg.facts.sentence import subject
from kg.model import Direction


def by_balance(said: Said, cue: Found, earlier: Sequence[Said]) -> Iterator[Tie]:
    """Ties of "revenue rose, as prices more than offset volumes": one side works with the move, the other not."""
    winners, losers = both_sides(said.sentence, cue)
    if not losers:
        return
    if not winners:
        yield from (Tie(said, cue, x, e, Force.AGAINST) for x in losers for e in _held_up(said, cue, earlier))
        return
    before = after_cue(said, said.sentence.start, winners[0].start)
    effects = before[-1:] or told_before(said, cue, earlier) or _just_told(said, cue, (*winners, *losers), earlier)
    if not effects:
        held_back = after_cue(said, losers[0].start, losers[0].end)[:1]
        yield from (Tie(said, cue, w, e, Force.AGAINST) for w in winners for e in held_back)
    for effect in effects:
        yield from (Tie(said, cue, w, effect, Force.WITH) for w in winners)
        yield from (Tie(said, cue, x, effect, Force.AGAINST) for x in losers)


def _just_told(said: Said, cue: Found, sides: Sequence[DocSpan], earlier: Sequence[Said]) -> Sequence[Placed]:
    """The move of the sentence before, where this one only sets causes of it against each other."""
    verb = said.sentence.doc[cue.core]
    if verb.tag_ == "VBG" or verb.dep_ in {"relcl", "xcomp", "acl"} or any(t.dep_ == "aux" for t in verb.children):
        return []
    if any(not any(s.start <= p.anchor < s.end for s in sides) for p in said.told):
        return []
    return [p for s in earlier[-1:] for p in s.told if p.observation.direction is not None][-1:]


def _held_up(said: Said, cue: Found, earlier: Sequence[Said]) -> Sequence[Placed]:
    """What was told before "this more than offset costs" or "..., offsetting costs"."""
    verb = said.sentence.doc[cue.core]
    if verb.tag_ == "VBG":
        return after_cue(said, said.sentence.start, cue.start)[-1:]
    who = subject(verb)
    return told_before(said, cue, earlier) if who is not None and who.lower_ in words("demonstratives") else []


def outdone(said: Said, cue: Found, effect: Placed, force: Force) -> Iterator[Tie]:
    """What an offset outdoes, as in "rents fell, as new leases were offset by closures": it works the other way."""
    first = offset_first(said.sentence, cue) if cue.cue.id == "offset by" else None
    if first is not None and effect.anchor < first.start:
        yield Tie(said, cue, first, effect, Force.WITH if force is Force.AGAINST else Force.AGAINST)


def is_outdone(said: Said, cue: Found, found: Sequence[Found]) -> bool:
    """Whether the clause that a cue opens tells what an offset outdoes, and so is read with the offset."""
    offsets = [offset_first(said.sentence, f) for f in found if f.cue.id == "offset by" and f.start > cue.start]
    return cue.cue.side is Side.CLAUSE and any(o is not None and o.start == cue.end for o in offsets)


def offset_wins(said: Said, cue: Found, effect: Placed) -> bool:
    """Whether an offset explains a fall: "balances fell, as good production was offset by sales of loans"."""
    who = own_subject(said, cue)
    partly = any(t.lower_.startswith("part") for t in said.sentence.doc[cue.start : cue.core])
    fell = effect.observation.direction is Direction.DOWN
    first = offset_first(said.sentence, cue)
    if first is not None and effect.anchor < first.start and fell and not partly:
        return True
    return who is not None and not who.left_edge.i <= effect.anchor <= who.right_edge.i and fell and not partly


def is_balance(said: Said, cue: Found) -> bool:
    """Whether the clause that a cue opens is one of balance, which tells both sides itself: "as A offset B"."""
    verb = said.sentence.doc[cue.core].head
    return (cue.cue.side is Side.CLAUSE or cue.cue.weak) and any(
        verb.lemma_.lower() in c.cue.lemmas for c in find(said.sentence) if c.cue.side is Side.BALANCE
    )
