"""Ties each cue of a speech to the causes that it announces and the observations that it explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from kg.facts.drivers import causes
from kg.facts.drivers.balances import by_balance, is_balance, is_outdone, offset_wins, outdone
from kg.facts.drivers.consequences import backward, by_consequence
from kg.facts.drivers.cues import Force, Found, Need, Side, words
from kg.facts.drivers.effects import (
    after_cue,
    before_cue,
    chained,
    is_subordinate,
    is_told_enough,
    moves_or_measures,
    own_subject,
)
from kg.facts.drivers.enumerations import listed, pointed, promised
from kg.facts.drivers.finding import find
from kg.facts.drivers.inside import comparables, is_inner, is_within, items, joined_by, within_offset
from kg.facts.drivers.pointing import told_before
from kg.facts.drivers.sides import offset_first
from kg.facts.drivers.speech import Placed, Said
from kg.facts.drivers.tie import Loose, Tie
from kg.facts.drivers.verbs import by_verb
from kg.facts.drivers.weighing import weighed
from kg.facts.sentence import SUBJECTS, is_question
from kg.model import Direction
from kg.word_lists import word_list

_CLOSE = 3  # tokens between an effect and a cue that must follow right upon it
_POINTING = 5  # words that may point back before a clause of reason: "And this was achieved"
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
    return nameless or causes.is_announcement(cause) or causes.is_vague(cause)


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
                    e for e in _effects(said, cue, earlier, spans, chain, pieces[-1].end) if is_told_enough(cue, e)
                ]
                spans[pieces[0].start] = pieces[-1].end
                if cue.cue.force is Force.AGAINST:
                    against.append((pieces[0].start, pieces[-1].end))
                chain = effects or chain
                if not effects and cue.cue.side is Side.AFTER and not cue.cue.weak:
                    yield Loose(said, cue)
                for effect in effects:
                    force = _force(said, cue, effect)
                    if force is Force.WITH and not inner and is_within(cue, against, effect):
                        force = Force.AGAINST  # "despite a drag due to closures"
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
    if cue.cue.needs is Need.COMPARABLE and any(
        t.lower_ in words("easy") for t in said.sentence.doc[cue.end : cue.end + 4]
    ):
        return Force.AGAINST if effect.observation.direction is Direction.DOWN else Force.WITH
    if cue.cue.id == "driver was" and any(
        t.lower_ == "offsetting" for t in said.sentence.doc[said.sentence.start : cue.end]
    ):
        return Force.AGAINST
    if cue.cue.id == "impacted by" and any(
        t.lower_ in word_list("kg.facts", "words/grammar.toml", "well") for t in _beside(said, cue)
    ):
        return Force.RAISES
    before = said.sentence.doc[max(effect.anchor, said.sentence.start) : cue.start].text.lower()
    if cue.cue.force is Force.WITH and any(phrase in before for phrase in words("misses")):
        return Force.LOWERS
    if cue.cue.force is Force.WITH and any(phrase in before for phrase in words("beats")):
        return Force.RAISES
    return cue.cue.force


def _beside(said: Said, cue: Found) -> DocSpan:
    """A cue with the word before it, which may turn it: "*positively* impacted by"."""
    return said.sentence.doc[max(said.sentence.start, cue.start - 1) : cue.end]


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


def _effects(
    said: Said, cue: Found, earlier: Sequence[Said], spans: dict[int, int], chain: list[Placed], end: int
) -> list[Placed]:
    """What a cue explains: for an offset what the cue before explained, else what stands before, after, or earlier."""
    near = before_cue(said, cue, spans) if cue.cue.id != "if" or _follows(said, cue) else []
    first = offset_first(said.sentence, cue) if cue.cue.id == "offset by" else None
    if first is not None:
        near = [p for p in near if p.anchor < first.start] or after_cue(said, said.sentence.start, first.start)[-1:]
    if cue.cue.weak:
        near = [p for p in near if p.observation.direction is not None]
    elif cue.cue.side is Side.CLAUSE:
        near = [p for p in near if moves_or_measures(p)]
        behind = next(((s, e) for s, e in spans.items() if 0 <= cue.start - e <= 1), None)
        if behind is not None and chain:
            near = [p for p in said.told if behind[0] <= p.anchor < behind[1]] or near
    if cue.cue.near and cue.start > said.sentence.start + 1:
        return [p for p in near if p.observation.direction is not None and 0 <= cue.start - p.end <= _CLOSE]
    if chained(cue, near, chain, spans):
        return chain
    if near:
        return near
    opens = cue.start - said.sentence.start <= 2 and said.sentence.doc[cue.core].lower_ == "through"
    strong = any(t.lower_ in words("strengths") - {"rates"} for t in said.sentence.doc[cue.end : end])
    if cue.cue.near and not strong and not opens:
        return []
    fronted = cue.start - said.sentence.start <= 3 or (end < said.sentence.end and said.sentence.doc[end].text == ",")
    if own_subject(said, cue) is not None and cue.start - said.sentence.start > 3:
        fronted = False
    if fronted and not _is_pointed_back(said, cue) and (cue.cue.id != "despite" or cue.start > said.sentence.start + 3):
        after = after_cue(said, end, said.sentence.end)
        following = [p for p in after if not _caused(said, p) and not is_subordinate(said.sentence.doc[p.anchor], end)]
        if cue.cue.near and not strong:
            following = [p for p in following if p.observation.direction is not None]
        if following:
            return following[:2] if cue.cue.side is Side.AFTER else following[:1]
    if cue.core == said.sentence.start and said.sentence[0].is_lower and earlier:  # a machine cut the sentence in two
        return [p for p in earlier[-1].told if p.observation.direction is not None][-1:]
    pointing = cue.cue.side is Side.AFTER or (cue.cue.side is Side.CLAUSE and _is_brief_pointer(said, cue))
    told = told_before(said, cue, earlier) if pointing and not cue.cue.weak else []
    return told if cue.cue.side is Side.AFTER else [p for p in told if p.observation.direction is not None]


def _is_pointed_back(said: Said, cue: Found) -> bool:
    """Whether a sentence opens by pointing at what it explains: "*This* reflects higher wages", "*the growth* is"."""
    first = said.sentence[0]
    moved = first.dep_ == "det" and first.head.lemma_.lower() in words("moves")
    who = first.head if moved else first
    points = first.lower_ in words("anaphors") or (moved and first.lower_ == "the" and who.right_edge.i == who.i)
    return cue.cue.side is Side.AFTER and points and who.dep_ in SUBJECTS


def _is_brief_pointer(said: Said, cue: Found) -> bool:
    """Whether all that stands before a clause of reason points back: "*This was achieved* as we cut costs"."""
    before = [t for t in said.sentence.doc[said.sentence.start : cue.start] if not t.is_punct]
    if not 1 < len(before) <= _POINTING or not any(t.lower_ in words("demonstratives") for t in before[:2]):
        return False
    return any(t.lemma_.lower() in words("happening") for t in before)


def _follows(said: Said, cue: Found) -> bool:
    """Whether a condition follows an effect within its sentence, close behind: "sales may recover once rates fall"."""
    ends = [p.end for p in said.told if p.anchor < cue.core and p.observation.direction is not None]
    return bool(ends) and said.sentence.doc[cue.core].lower_ == "once" and cue.core - max(ends) <= 3 * _CLOSE


def _caused(said: Said, placed: Placed) -> bool:
    """Whether an observation stands right behind a cue, as a cause and no effect."""
    return any(c.end <= placed.start <= c.end + 1 for c in find(said.sentence) if c.cue.side is Side.AFTER)
