"""Ties each cue of a speech to the causes that it announces and the observations that it explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from kg.facts.drivers import causes
from kg.facts.drivers.balances import by_balance, is_balance, is_outdone, outdone
from kg.facts.drivers.consequences import backward, by_consequence
from kg.facts.drivers.cue_force import force_of
from kg.facts.drivers.cues import Force, Found, Side, words
from kg.facts.drivers.effects import (
    is_told_enough,
)
from kg.facts.drivers.enumerations import listed, pointed, promised
from kg.facts.drivers.explained import explained
from kg.facts.drivers.finding import find
from kg.facts.drivers.inside import comparables, is_inner, is_within, items, joined_by, within_offset
from kg.facts.drivers.speech import Placed, Said
from kg.facts.drivers.tie import Loose, Tie
from kg.facts.drivers.verbs import by_verb
from kg.facts.drivers.weighing import weighed
from kg.facts.sentence import is_question

_TALK = 4  # words of which a cause is no more than talk: "I say"
_PATIENCE = 4  # sentences after which announced causes are no longer waited for


def ties(speech: Sequence[Said]) -> Iterator[Tie | Loose]:
    """The ties of a speech, sentence by sentence; what a sentence only announces, the next ones may list."""
    awaited: list[Placed] = []
    open_to_more: list[Placed] = []
    heard: list[Said] = []
    since = 0
    for number, said in enumerate(speech):
        heard.append(said)
        if is_question(said.sentence):
            continue
        waiting = awaited if number - since <= _PATIENCE else []
        more = [] if any(_has_figure(p) for p in said.told) else open_to_more
        added = listed(said, waiting, words("ordinals")) or listed(said, more, words("additions"))
        since = number if added else since
        yield from added
        read = [] if added else list(_of_sentence(said, heard[:-1]))
        told = [tie for tie in read if isinstance(tie, Tie)]
        yield from (r for r in read if isinstance(r, Loose) or not _is_only_called_one(r.cause))
        effects = promised(said, told, heard[:-1])
        if effects:
            awaited, since = effects, number
        open_to_more = open_to_more if added else pointed(said, told)
        heard[-1] = _as_heard(said, [*added, *told])


def _is_only_called_one(cause: DocSpan) -> bool:
    nameless = not any(
        t.pos_ in {"NOUN", "PROPN", "VERB", "NUM", "ADJ"} or t.lower_ in words("demonstratives") for t in cause
    )
    spoken = len(cause) <= _TALK and causes.is_talk(cause)
    return (
        nameless
        or spoken
        or cause.text.lower() == "you know"
        or causes.is_announcement(cause)
        or causes.is_vague(cause)
    )


def _as_heard(said: Said, told: Sequence[Tie]) -> Said:
    """A sentence that only gives causes of what was told before, as a sentence about that; any other as it is."""
    effects = tuple(dict.fromkeys(tie.effect for tie in told if tie.effect not in said.told))
    causes_only = all(
        any(tie.cause_in is None and tie.cause.start <= p.anchor < tie.cause.end for tie in told) for p in said.told
    )
    return replace(said, told=effects) if effects and causes_only else said


def _of_sentence(said: Said, earlier: Sequence[Said]) -> Iterator[Tie | Loose]:
    found = [cue for cue in find(said.sentence) if not _in_metric(said, cue)]
    spans: dict[int, int] = {}
    chain: list[Placed] = []
    against: list[tuple[int, int]] = []
    for cue in found:
        match cue.cue.side:
            case Side.BEFORE:
                yield from by_verb(said, cue, earlier)
            case Side.BALANCE:
                yield from by_balance(said, cue, earlier)
            case Side.CONSEQUENCE:
                yield from by_consequence(said, cue)
            case Side.BACKWARD:
                yield from backward(said, cue, earlier)
            case _:
                pieces = causes.after(said.sentence, cue, found)
                if not pieces or is_balance(said, cue) or _is_part(said, cue, pieces) or is_outdone(said, cue, found):
                    continue
                if is_inner(cue, spans):
                    continue
                own = (*comparables(said), *joined_by(said, cue, spans), *items(said, cue, spans))
                if any(cue.start in range(*past) for past in own):
                    continue
                weighing = list(weighed(said, cue, pieces, earlier))
                if weighing:
                    yield from weighing
                    chain = [weighing[0].effect]
                    spans[pieces[0].start] = pieces[-1].end
                    against.append((pieces[0].start, pieces[-1].end))
                    continue
                if _only_varies(said, cue):
                    continue
                inner = within_offset(said, cue, against)
                effects = inner or [
                    e for e in explained(said, cue, earlier, spans, chain, pieces[-1].end) if is_told_enough(cue, e)
                ]
                spans[pieces[0].start] = pieces[-1].end
                if cue.cue.force is Force.AGAINST:
                    against.append((pieces[0].start, pieces[-1].end))
                chain = effects or chain
                if not effects and cue.cue.side is Side.AFTER and not cue.cue.weak:
                    yield Loose(said, cue)
                for effect in effects:
                    force = force_of(said, cue, effect)
                    if force is Force.WITH and not inner and is_within(cue, against, effect):
                        force = Force.AGAINST  # "despite a drag due to closures"
                    yield from outdone(said, cue, effect, force)
                    yield from (Tie(said, cue, piece, effect, force) for piece in pieces)


def _in_metric(said: Said, cue: Found) -> bool:
    """Whether a cue is part of a metric's name or begins in it: "net income attributable to", "load *factor was*"."""
    words = said.passage.span(said.sentence.doc[cue.core : cue.end])
    loose = cue.cue.force in {Force.RAISES, Force.LOWERS} or cue.cue.weak  # "headwind from" may be a measure's name
    return any(
        words in m or m.start < words.start < m.end or (loose and words.overlaps(m))
        for m in (link.mention.span for link in said.named)
    )


def _is_part(said: Said, cue: Found, pieces: Sequence[DocSpan]) -> bool:
    """Whether "with" leads to a move of its own, which tells a part and no cause: "with rent up 5%"."""
    moves = [p.anchor for p in said.told if p.observation.metric.removeprefix("metric/") not in words("causing")]
    led = cue.cue.weak and said.sentence.doc[cue.core].lower_ == "with" and cue.start > said.sentence.start
    return led and any(pieces[0].start <= anchor < pieces[-1].end for anchor in moves)


def _only_varies(said: Said, cue: Found) -> bool:
    """Whether the cue's own verb tells no way up or down: "rates may *vary* due to"."""
    before = said.sentence.doc[max(said.sentence.start, cue.start - 4) : cue.start]
    return any(t.lemma_ in {"vary", "differ", "fluctuate"} for t in before)


def _has_figure(placed: Placed) -> bool:
    return placed.observation.value is not None or placed.observation.change is not None
