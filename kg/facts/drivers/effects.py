"""Says which observations a cue explains: those it hangs on in its sentence, or the one told just before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import Force, Found, Need, Side, words
from kg.facts.drivers.parts import is_part_of_it
from kg.facts.drivers.pointing import POINTERS
from kg.facts.drivers.speech import Placed, Said
from kg.facts.sentence import SUBJECTS
from kg.language.neighbours import word_at

_SPEAKING = frozenset({"we", "i", "they", "you", "he", "she"})


def before_cue(said: Said, cue: Found, causes: Mapping[int, int]) -> list[Placed]:
    """The nearest observations before a cue, leaving out those inside an earlier cause, unless the cue hangs on it.

    `causes` maps the first token of each cause found so far in the sentence to the token after it.
    """
    who = own_subject(said, cue)
    ahead = [p for p in said.told if p.anchor < cue.core and (who is None or _within(p, who)) and not _is_part(p)]
    ahead = [p for p in ahead if not _is_left_out(p, said)] or ahead
    ahead = [p for p in ahead if not _is_told_before(p, cue, ahead)]
    if cue.cue.weak or cue.cue.side is Side.CLAUSE:
        ahead = _of_clause(said, cue, ahead)
    free = [p for p in ahead if not any(s <= p.anchor < e for s, e in causes.items())]
    inner = [p for p in ahead if p not in free and _hangs_on(said, cue, p)]
    inner = inner or [p for p in said.told if p.end == cue.start and any(s <= p.anchor < e for s, e in causes.items())]
    inner = inner or _just_caused(said, cue, ahead, causes)
    last = max(causes, default=-1)
    nearest = inner or [p for p in free if p.anchor > last] or free
    return _with_fellows(nearest, ahead, said, cue)


def _just_caused(said: Said, cue: Found, ahead: Sequence[Placed], causes: Mapping[int, int]) -> list[Placed]:
    """The move that the cause right before a comma tells: "profit fell on *lower fees*, driven by fewer trades"."""
    if cue.cue.side is not Side.AFTER or cue.cue.force is not Force.WITH or cue.cue.weak or cue.cue.near:
        return []
    if said.sentence.doc[cue.start - 1].text != ",":
        return []
    start = next((s for s, e in causes.items() if 0 <= cue.start - e <= 1), cue.start)
    told = [p for p in ahead if start <= p.anchor and p.observation.direction is not None]
    return [p for p in told if not any(t.lower_ == "and" for t in said.sentence.doc[p.end : cue.start])][-1:]


def _is_told_before(placed: Placed, cue: Found, ahead: Sequence[Placed]) -> bool:
    """Whether an observation runs over a cue into its cause, and its measure was told of before the cue."""
    runs = placed.start < cue.start and cue.end < placed.end
    return runs and any(p.end <= cue.start and p.observation.metric == placed.observation.metric for p in ahead)


def _of_clause(said: Said, cue: Found, ahead: list[Placed]) -> list[Placed]:
    """Of what was told before, none of an earlier clause: "sales fell, and we hire as the market reopens"."""
    for token in reversed(said.sentence.doc[said.sentence.start : cue.start]):
        joins = token.lower_ in {"and", "but"} and word_at(token.doc, token.i - 1) == ","
        who = word_at(token.doc, token.i + 1)
        if joins and who in _SPEAKING and token.i + 1 < cue.start - 1:
            return [p for p in ahead if p.anchor > token.i]
    return ahead


def _is_part(placed: Placed) -> bool:
    """Whether an observation only says how much of a move told before something makes up: "half *of the decline*"."""
    name = placed.observation.metric.removeprefix("metric/")
    return name.removeprefix("share-of-") in words("moves") and name.startswith("share-of-")


def own_subject(said: Said, cue: Found) -> Token | None:
    """The subject of a cue that is itself the verb of a clause: what "was driven by", "reflects", "benefited from"."""
    token = said.sentence.doc[cue.core]
    verb = token if token.pos_ in {"VERB", "AUX"} and token.dep_ != "acomp" else token.head
    if verb.i > cue.end or (verb.i < cue.start and verb.pos_ != "AUX"):
        return None
    own = next((t for t in verb.children if t.dep_ in SUBJECTS and t.i < cue.core), None)
    if own is None or own.lower_ in words("anaphors") | {"that", "who"} or is_part_of_it(own):
        return None
    pointing = own.lemma_.lower() in words("moves") and any(t.lower_ in POINTERS for t in own.children)
    return None if pointing and not any(_within(p, own) for p in said.told) else own


def _is_left_out(placed: Placed, said: Said) -> bool:
    """Whether a measure is only what another one leaves out: "excluding the *reserve* of 2 million"."""
    word = said.sentence.doc[placed.anchor]
    while (
        word.dep_ in {"pobj", "dobj", "prep", "compound", "amod", "nmod", "nummod"} and word.head.i < placed.anchor + 8
    ):
        word = word.head
        if word.lower_ in {"excluding", "net", "before"} or word.head.i == word.i:
            return word.lower_ in {"excluding", "before"}
    return False


def _within(placed: Placed, who: Token) -> bool:
    """Whether an observation is about a subject: its measure stands in it, or its evidence runs from it."""
    return who.left_edge.i <= placed.anchor <= who.right_edge.i or placed.start <= who.i < placed.end


def _hangs_on(said: Said, cue: Found, placed: Placed) -> bool:
    """Whether a cue follows right upon an observation, with no comma between: a cause of the cause."""
    between = said.sentence.doc[placed.anchor : cue.start]
    near = cue.start == cue.core or placed.end == cue.start
    return near and not any(t.text in {",", ";"} or t.lower_ == "and" for t in between)


def _with_fellows(candidates: Sequence[Placed], ahead: Sequence[Placed], said: Said, cue: Found) -> list[Placed]:
    """The last candidate, as its first mention, and the measure that it is coordinated with by "while" or "and"."""
    if not candidates:
        return []
    last = next((p for p in reversed(candidates) if p.named), candidates[-1])
    way = last.observation.direction
    alike = (p for p in ahead if _same_measure(p, last) and p.observation.direction in {way, None})
    first = next(alike, last)
    fellows = [p for p in candidates if _fellow(p, first, said, cue)][-1:]
    joined = [p for p in candidates if p not in fellows and _joined(p, first, said)]
    return [*joined, *fellows, first]


def _joined(one: Placed, other: Placed, said: Said) -> bool:
    """Whether two measures stand under one verb: "both sales and profit rose", "$5 million in sales and $2 million"."""
    a, b = one.observation, other.observation
    if _same_measure(one, other) or a.direction != b.direction:
        return False
    low, high = sorted((one.anchor, other.anchor))
    between = said.sentence.doc[low:high]
    if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} or t.text in {";", ":"} for t in between):
        return False
    return a.evidence.span == b.evidence.span or (a.entity == b.entity and any(t.lower_ == "and" for t in between))


def _fellow(one: Placed, other: Placed, said: Said, cue: Found) -> bool:
    """Whether two measures of one entity move together in one sentence: "profit rose 5%, while its margin rose"."""
    a, b = one.observation, other.observation
    if a.metric == b.metric or a.entity != b.entity or a.direction != b.direction or one.anchor >= other.anchor:
        return False
    between = said.sentence.doc[one.anchor : other.anchor]
    if any(t.lower_ == "while" for t in between):
        return True
    joins = [t for t in between if t.lower_ == "and"]
    return bool(joins) and not any(word_at(t.doc, t.i - 1) == "," and _tells(t.doc[t.i + 1 : cue.start]) for t in joins)


def _tells(clause: DocSpan) -> bool:
    """Whether words hold a verb with a tense, and so may tell a move of their own: ", and *loans grew* 5%"."""
    return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in clause)


def _same_measure(one: Placed, other: Placed) -> bool:
    return (one.observation.metric, one.observation.entity) == (other.observation.metric, other.observation.entity)


def after_cue(said: Said, start: int, end: int) -> list[Placed]:
    """The observations of a sentence between two tokens, the first of each measure."""
    found: list[Placed] = []
    for p in said.told:
        if start <= p.anchor < end and not any(_same_measure(p, f) for f in found):
            found.append(p)
    return found


def is_told_enough(cue: Found, effect: Placed) -> bool:
    """Whether an effect moves or is an amount or a rate, as some cues need: they tie no bare count and no share."""
    counted = effect.observation.value is not None and cue.cue.id == "benefiting from"
    return moves_or_measures(effect) or (cue.cue.needs is not Need.DIRECTION and not counted)


def moves_or_measures(effect: Placed) -> bool:
    """Whether an observation tells a direction, an amount or a rate, not only a count or a share."""
    told = effect.observation
    if told.direction is not None:
        return True
    return told.unit is not None and (told.unit.isupper() or told.unit == "percent") and "share-of" not in told.metric


def is_subordinate(word: Token, start: int) -> bool:
    """Whether a word stands in a clause that hangs on another clause behind `start`: "we rose, as rents fell"."""
    while word.head.i != word.i:
        opened = any(t.dep_ in {"mark", "advmod"} or t.lower_ == "which" for t in word.children if t.i < word.i)
        if word.dep_ in {"advcl", "relcl"} and opened and start <= word.head.i < word.i:
            return True
        word = word.head
    return False


def chained(cue: Found, near: Sequence[Placed], chain: Sequence[Placed], causes: Mapping[int, int]) -> bool:
    """Whether an offset speaks of what the cue before explained, not of an observation of its own."""
    if cue.cue.force is not Force.AGAINST or not chain:
        return False
    last = max(causes, default=-1)
    return not any(p.anchor > last and not any(s <= p.anchor < e for s, e in causes.items()) for p in near)
