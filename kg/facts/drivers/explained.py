"""Says which observations a cue of a sentence explains: those before it, behind it, or told in an earlier sentence."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.drivers.cues import Found, Need, Side, words
from kg.facts.drivers.effects import after_cue, before_cue, chained, is_subordinate, moves_or_measures, own_subject
from kg.facts.drivers.finding import find
from kg.facts.drivers.pointing import told_before
from kg.facts.drivers.sides import offset_first
from kg.facts.drivers.speech import Placed, Said
from kg.facts.sentence import SUBJECTS
from kg.language.neighbours import word_at

_CLOSE = 3  # tokens between an effect and a cue that must follow right upon it
_FAR = 25  # tokens between an effect and a weak cue at most
_POINTING = 5  # words that may point back before a clause of reason: "And this was achieved"


def explained(
    said: Said, cue: Found, earlier: Sequence[Said], spans: dict[int, int], chain: list[Placed], end: int
) -> list[Placed]:
    """What a cue explains: for an offset what the cue before explained, else what stands before, after, or earlier."""
    near = before_cue(said, cue, spans) if cue.cue.id != "if" or _follows(said, cue) else []
    first = offset_first(said.sentence, cue) if cue.cue.id == "offset by" else None
    if first is not None:
        near = [p for p in near if p.anchor < first.start] or after_cue(said, said.sentence.start, first.start)[-1:]
    if cue.cue.needs is Need.POINTER:
        told = near or told_before(said, cue, earlier[-1:])
        return [p for p in told if p.observation.direction is not None]
    if cue.cue.weak:
        reach = _CLOSE if cue.cue.needs is Need.SETTING else _FAR
        near = [p for p in near if p.observation.direction is not None and cue.start - p.end <= reach]
    elif cue.cue.side is Side.CLAUSE:
        near = [p for p in near if moves_or_measures(p)]
        behind = next(((s, e) for s, e in spans.items() if 0 <= cue.start - e <= 1), None)
        if behind is not None and chain:
            near = [p for p in said.told if behind[0] <= p.anchor < behind[1]] or near
    if cue.cue.side is Side.CLAUSE:
        near = [p for p in near if p.end <= cue.end]  # "lamp orders were fine, as we booked 7 million": told twice
    if cue.cue.id in {"even with", "despite"} and _opens_next(said, cue):
        near = []
    if cue.cue.id == "if":
        near = [p for p in near if p.observation.direction is not None]
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
    led = said.sentence.doc[max(cue.start - 1, 0)].lower_
    if cue.cue.weak and cue.start - said.sentence.start > 3 and led not in {",", "and", "but", "that", "so"}:
        fronted = False
    if _has_subject(said, cue) and cue.start - said.sentence.start > 3:
        fronted = False
    if fronted and not _is_pointed_back(said, cue) and (cue.cue.id != "despite" or cue.start > said.sentence.start + 3):
        after = after_cue(said, end, said.sentence.end)
        following = [p for p in after if not _caused(said, p) and not is_subordinate(said.sentence.doc[p.anchor], end)]
        if (cue.cue.near and not strong) or cue.cue.weak or cue.cue.side is Side.DOING:
            following = [p for p in following if p.observation.direction is not None and p.anchor - end <= _FAR]
        elif cue.cue.side is Side.CLAUSE:
            following = [p for p in following if moves_or_measures(p)]
        if cue.cue.id == "if":
            following = [p for p in following if p.observation.direction is not None]
        if following:
            return following[:2] if cue.cue.side is Side.AFTER else following[:1]
    if cue.core == said.sentence.start and said.sentence[0].is_lower and earlier:  # a machine cut the sentence in two
        return [p for p in earlier[-1].told if p.observation.direction is not None][-1:]
    pointing = cue.cue.side is Side.AFTER or (cue.cue.side is Side.CLAUSE and _is_brief_pointer(said, cue))
    opening = cue.cue.id == "despite" and cue.start == said.sentence.start
    told = told_before(said, cue, earlier) if pointing and not cue.cue.weak and not opening else []
    told = [p for p in told if moves_or_measures(p)]
    return told if cue.cue.side is Side.AFTER else [p for p in told if p.observation.direction is not None]


def _opens_next(said: Said, cue: Found) -> bool:
    """Whether a circumstance belongs to the clause behind it: "sales rose, and *even with* dear clay, margin rose"."""
    before = word_at(said.sentence.doc, cue.start - 1)
    return before in {"and", "but"} and cue.start - 1 > said.sentence.start


def _has_subject(said: Said, cue: Found) -> bool:
    """Whether a cue is the verb of a clause that says what it speaks of: "as you see, *the rise* is driven by"."""
    verb = said.sentence.doc[cue.core]
    spoken = verb.tag_ == "VBN" and any(t.dep_ == "nsubjpass" and t.i < cue.core for t in verb.children)
    return spoken or own_subject(said, cue) is not None


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
    described = any(t.dep_ == "acomp" for t in before)  # "it is interesting because"
    return not described and any(t.lemma_.lower() in words("happening") for t in before)


def _follows(said: Said, cue: Found) -> bool:
    """Whether a condition follows an effect within its sentence, close behind: "sales may recover once rates fall"."""
    ends = [p.end for p in said.told if p.anchor < cue.core and p.observation.direction is not None]
    return bool(ends) and said.sentence.doc[cue.core].lower_ == "once" and cue.core - max(ends) <= 3 * _CLOSE


def _caused(said: Said, placed: Placed) -> bool:
    """Whether an observation stands right behind a cue, as a cause and no effect."""
    return any(c.end <= placed.start <= c.end + 1 for c in find(said.sentence) if c.cue.side is Side.AFTER)
