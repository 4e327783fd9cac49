"""The observation of an earlier sentence to which "this was driven by", "the decline reflects" points back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import Found, Side, words
from kg.facts.drivers.parts import is_part_of_it
from kg.facts.drivers.speech import Placed, Said
from kg.facts.sentence import SUBJECTS, clause_head, phrase, subject
from kg.model import Direction, EntityId, Observation

POINTERS = frozenset({"the", "this", "that", "these", "those"})
_NEAR, _FAR = 3, 8  # sentences back to which "this" and a named metric may point


def told_before(said: Said, cue: Found, earlier: Sequence[Said]) -> list[Placed]:
    """The observation of a sentence before to which "this was driven by", "the decline reflects" points back."""
    sentence = said.sentence
    who = subject(clause_head(sentence.doc[cue.core])) or sentence[0]
    who = _shown(who)
    if _explains_another(sentence.doc[cue.core], who) or _only_opens(who, cue):
        return []
    head = phrase(who) if sentence.start <= who.i < cue.end else sentence.doc[sentence.start : cue.core]
    until = said.passage.span(sentence.doc[cue.core]).start
    measures = {m.entity for m in said.named if m.mention.span.end <= until}
    ours = cue.cue.id == "benefiting from" and who.lower_ == "we"
    named = bool(measures) and cue.cue.side is Side.AFTER and (_is_definite(head) or _is_measure(said, who, head))
    if not (ours or named or _is_move(head, who, cue, measures) or _is_pointer(who, sentence)):
        return []
    moves = {t.lemma_.lower() for t in head}
    ways = words("falls") | words("rises")
    for back, before in enumerate(reversed(earlier[-_FAR:])):
        told = [p for p in before.told if went_so(p.observation, moves)]
        fitting = [p for p in told if p.observation.metric in measures]
        if not fitting and not measures and back < _NEAR - ours:
            went = [p for p in told if p.observation.direction is not None or not moves & ways]
            fitting = went or (told if not back else [])
        if fitting:
            moved = [p for p in fitting if p.observation.direction is not None]
            return [p for p in moved if not _is_aside(p)][:1] or moved[:1] or fitting[-1:]
    return []


def _explains_another(core: Token, who: Token) -> bool:
    """Whether a cue hangs on a noun that is no subject: "it includes *charges* due to", "we make a *shift* driven by".

    What was planned is none: "this was below our *plan* due to".
    """
    noun = core.head
    tied = core.dep_ in {"acl", "prep", "amod"} and noun.pos_ in {"NOUN", "PROPN"} and noun.i > who.i
    return (
        tied
        and noun.lemma_.lower() not in words("moves") | words("planned")
        and noun.dep_ in {"dobj", "pobj", "conj", "appos"}
    )


def _only_opens(who: Token, cue: Found) -> bool:
    """Whether a pronoun points at no measure: "*it* is hard for us because of", "*they* will go on despite"."""
    described = who.lower_ == "it" and any(t.dep_ == "acomp" and t.tag_ == "JJ" for t in who.head.children)
    return described or (cue.cue.id == "despite" and who.lower_ in {"they", "we"})


def _is_aside(placed: Placed) -> bool:
    """Whether an observation stands in a circumstance: "*despite* lower fees, sales rose"."""
    word = placed.passage.doc[placed.anchor]
    while word.head.i != word.i and word.pos_ not in {"VERB", "AUX"}:
        word = word.head
        if word.lower_ in words("asides"):
            return True
    return False


def _shown(who: Token) -> Token:
    """What a sentence with "there" is about: the "rise" of "there came a rise due to dearer clay"."""
    if who.dep_ != "expl":
        return who
    return next((t for t in who.head.children if t.dep_ == "attr" and t.lemma_.lower() in words("moves")), who)


def _is_definite(head: DocSpan) -> bool:
    """Whether a subject points: "this growth", "the decline", "most of the decline"."""
    ways = words("falls") | words("rises")
    return (len(head) > 0 and head[0].lower_ in POINTERS) or any(
        t.lemma_.lower() in ways and t.nbor(-1).lower_ in POINTERS for t in head[1:]
    )


def _is_measure(said: Said, who: Token, head: DocSpan) -> bool:
    """Whether a subject is the measure itself: "*margin* beat our plan due to", "*operating margin percent* was"."""
    first = next((t.i for t in head if t.dep_ not in {"det", "poss", "compound", "amod", "case"}), head.start)
    names = (said.passage.words(m.mention.span) for m in said.named)
    return any(n is not None and n.start <= first and n.end in {who.i, who.i + 1} for n in names)


def _is_move(head: DocSpan, who: Token, cue: Found, measures: Collection[EntityId]) -> bool:
    """Whether a subject is a move that was told: "the decline", "our growth", "year-over-year growth", "drivers"."""
    if who.lemma_.lower() in words("contributors") or (who.dep_ == "attr" and who.lemma_.lower() in words("moves")):
        return True
    definite = _is_definite(head) and bool({t.lemma_.lower() for t in head} & words("moves"))
    named = who.pos_ == "NOUN" and who.lemma_.lower() in words("moves")
    if definite or not named or measures or not len(head):
        return definite
    between = who.doc[head.end : cue.start]
    return head[0].lower_ not in {"a", "an", "any", "no"} and all(t.pos_ in {"AUX", "ADV", "PART"} for t in between)


def _is_pointer(who: Token, sentence: DocSpan) -> bool:
    """Whether "this", "it" or "most" stands for what was told before."""
    first = sentence[0]
    if first.lower_ == "they" and first.dep_ in SUBJECTS and _acts(first.head):
        return False
    return who.lower_ in words("anaphors") | words("parts") or is_part_of_it(who) or first.lower_ in words("anaphors")


def _acts(verb: Token) -> bool:
    """Whether a verb has an object, and so tells what somebody does: "they *chose* us because of"."""
    return verb.pos_ == "VERB" and any(t.dep_ == "dobj" and t.i > verb.i for t in verb.children)


def went_so(told: Observation, moves: set[str]) -> bool:
    """Whether an observation may be "the decline", "the improvement": a loss or a cost improves by going down."""
    if told.direction is None or not moves & (words("falls") | words("rises")):
        return True
    down = told.direction in {Direction.DOWN, Direction.NARROWED}
    if "improvement" in moves and set(told.metric.replace("/", "-").split("-")) & words("burdens"):
        return down
    return down == bool(moves & words("falls"))
