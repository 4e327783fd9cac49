"""Ties each cue of a speech to the causes that it announces and the observations that it explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers import causes
from kg.facts.drivers.balances import by_balance, is_balance, is_outdone, offset_wins, outdone
from kg.facts.drivers.cues import Force, Found, Side, words
from kg.facts.drivers.effects import after_cue, before_cue, chained, told_before
from kg.facts.drivers.enumerations import listed, pointed, promised
from kg.facts.drivers.finding import find
from kg.facts.drivers.speech import Placed, Said
from kg.facts.drivers.tie import Loose, Tie
from kg.facts.sentence import is_question, subject
from kg.model import Direction

_CLOSE = 6  # tokens behind a verb within which a word needs no parse to be its object
_MANY = 4  # effects that one verb may have
_BACK = 3  # sentences back to which "was a driver" may point
_PATIENCE = 6  # sentences after which announced causes are no longer waited for


def ties(speech: Sequence[Said]) -> Iterator[Tie | Loose]:
    """The ties of a speech, sentence by sentence; what a sentence only announces, the next ones may list."""
    awaited: list[Placed] = []
    open_to_more: list[Placed] = []
    since = 0
    for number, said in enumerate(speech):
        if is_question(said.sentence):
            continue
        waiting = awaited if number - since <= _PATIENCE else []
        added = listed(said, waiting, words("ordinals")) or listed(said, open_to_more, words("additions"))
        since = number if added else since
        yield from added
        read = [] if added else list(_of_sentence(said, speech[:number]))
        told = [tie for tie in read if isinstance(tie, Tie)]
        yield from (r for r in read if isinstance(r, Loose) or not causes.is_announcement(r.cause))
        effects = promised(said, told)
        if effects:
            awaited, since = effects, number
        open_to_more = open_to_more if added else pointed(said, told)


def _of_sentence(said: Said, earlier: Sequence[Said]) -> Iterator[Tie | Loose]:
    found = [cue for cue in find(said.sentence) if not _in_metric(said, cue)]
    spans: dict[int, int] = {}
    chain: list[Placed] = []
    for cue in found:
        match cue.cue.side:
            case Side.BEFORE:
                yield from _by_verb(said, cue, earlier)
            case Side.BALANCE:
                yield from by_balance(said, cue, earlier)
            case Side.BACKWARD:
                yield from _backward(said, cue, earlier)
            case _:
                pieces = causes.after(said.sentence, cue, found)
                if not pieces or is_balance(said, cue) or _is_part(said, cue, pieces) or is_outdone(said, cue, found):
                    continue
                effects = _effects(said, cue, earlier, spans, chain, pieces[-1].end)
                spans[pieces[0].start] = pieces[-1].end
                chain = effects or chain
                if not effects and cue.cue.side is Side.AFTER and not cue.cue.weak:
                    yield Loose(said, cue)
                for effect in effects:
                    force = _force(said, cue, effect)
                    yield from outdone(said, cue, effect, force)
                    yield from (Tie(said, cue, piece, effect, force) for piece in pieces)


def _in_metric(said: Said, cue: Found) -> bool:
    """Whether a cue is part of a metric's name: "net income attributable to ordinary shareholders"."""
    words = said.passage.span(said.sentence.doc[cue.core : cue.end])
    loose = cue.cue.force in {Force.RAISES, Force.LOWERS} or cue.cue.weak  # "headwind from" may be a measure's name
    return any(words in m.mention.span or (loose and words.overlaps(m.mention.span)) for m in said.named)


def _force(said: Said, cue: Found, effect: Placed) -> Force:
    """The force of a cue, turned by what stands before it: "rose 9%, below expectations, driven by lower volume"."""
    if cue.cue.id == "offset by" and offset_wins(said, cue, effect):
        return Force.WITH
    before = said.sentence.doc[max(effect.anchor, said.sentence.start) : cue.start].text.lower()
    if cue.cue.force is Force.WITH and any(phrase in before for phrase in words("misses")):
        return Force.LOWERS
    return cue.cue.force


def _is_part(said: Said, cue: Found, pieces: Sequence[DocSpan]) -> bool:
    """Whether "with" leads to a figure of its own, which tells a part and no cause: "with rent up 5%"."""
    figures = [p.anchor for p in said.told if _has_figure(p)]
    led = cue.cue.weak and said.sentence.doc[cue.core].lower_ == "with"
    return led and any(pieces[0].start <= anchor < pieces[-1].end for anchor in figures)


def _has_figure(placed: Placed) -> bool:
    return placed.observation.value is not None or placed.observation.change is not None


def _effects(
    said: Said, cue: Found, earlier: Sequence[Said], spans: dict[int, int], chain: list[Placed], end: int
) -> list[Placed]:
    """What a cue explains: for an offset what the cue before explained, else what stands before, after, or earlier."""
    near = before_cue(said, cue, spans) if cue.cue.id != "if" else []
    first = causes.offset_first(said.sentence, cue) if cue.cue.id == "offset by" else None
    if first is not None:
        near = [p for p in near if p.anchor < first.start] or after_cue(said, said.sentence.start, first.start)[-1:]
    if cue.cue.weak or cue.cue.side is Side.CLAUSE:
        near = [p for p in near if p.observation.direction is not None]
    if cue.cue.near:
        return [p for p in near if p.observation.direction is not None and 0 <= cue.start - p.end <= _CLOSE // 2]
    if chained(cue, near, chain, spans):
        return chain
    if near:
        return near
    fronted = cue.start - said.sentence.start <= 3 or (end < said.sentence.end and said.sentence.doc[end].text == ",")
    if fronted and (cue.cue.id != "despite" or cue.start > said.sentence.start + 3):
        following = [p for p in after_cue(said, end, said.sentence.end) if not _caused(said, p)]
        if following:
            return following[:2] if cue.cue.side is Side.AFTER else following[:1]
    return told_before(said, cue, earlier) if cue.cue.side is Side.AFTER and not cue.cue.weak else []


def _caused(said: Said, placed: Placed) -> bool:
    """Whether an observation stands right behind a cue, as a cause and no effect."""
    return any(c.end <= placed.start <= c.end + 1 for c in find(said.sentence) if c.cue.side is Side.AFTER)


def _by_verb(said: Said, cue: Found, earlier: Sequence[Said]) -> Iterator[Tie]:
    """Ties of "higher prices drove revenue": the subject is the cause, observations in the object are the effects."""
    verb = said.sentence.doc[cue.core]
    back = earlier[-1] if earlier else None
    following = after_cue(said, verb.i, verb.right_edge.i + 1)
    effects = [e for e in following if (e.named or e.start > verb.i) and _governs(verb, said.sentence.doc[e.anchor])]
    effects = [e for e in effects if e.passage.doc[e.anchor].lower_ not in cue.cue.nouns]
    if not effects and cue.cue.nouns:
        effects = next((list(s.told[:1]) for s in reversed(earlier[-_BACK:]) if s.told), [])
    for piece in causes.before(said.sentence, verb, back.sentence if back is not None else None) if effects else []:
        elsewhere = back if piece.doc is not said.sentence.doc or piece.start < said.sentence.start else None
        if _is_the_mover(said, cue) or (elsewhere is None and piece.root.i in said.actors):
            continue
        for effect in effects[:_MANY]:
            if not _covers(piece, effect, elsewhere or said):
                yield Tie(said, cue, piece, effect, cue.cue.force, elsewhere)


def _is_the_mover(said: Said, cue: Found) -> bool:
    """Whether a verb of moving tells no cause: its subject, being no pronoun, only moves itself: "rents fell 5%"."""
    verb = said.sentence.doc[cue.core]
    who = subject(verb)
    if cue.cue.id == "hurt":
        return any(p.anchor < verb.i < p.end for p in said.told if p.observation.direction is Direction.DOWN)
    return cue.cue.id == "move" and (who is None or who.lower_ not in words("demonstratives"))


def _governs(verb: Token, word: Token) -> bool:
    """Whether a word stands in the object of a verb: close behind it, or with no clause of its own between."""
    if word.i - verb.i <= _CLOSE and not any(t.is_punct for t in verb.doc[verb.i : word.i]):
        return True
    while word.i != verb.i:
        if word.dep_ in {"advcl", "relcl", "ROOT", "mark", "conj"} and word.pos_ == "VERB":
            return False
        word = word.head
    return True


def _covers(piece: DocSpan, effect: Placed, where: Said) -> bool:
    return where.passage is effect.passage and piece.start <= effect.anchor < piece.end


def _backward(said: Said, cue: Found, earlier: Sequence[Said]) -> Iterator[Tie]:
    """Ties of "as a result, costs rose": the sentence before is the cause."""
    if not earlier:
        return
    effects = after_cue(said, cue.end, said.sentence.end)[:1]
    for piece in causes.rest(earlier[-1].sentence, earlier[-1].sentence.start):
        yield from (Tie(said, cue, piece, effect, Force.WITH, earlier[-1]) for effect in effects)
