"""What verbs do to a metric: as their subject ("losses narrowed") and as their object ("we cut costs")."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.assertion import is_asserted
from kg.facts.observations.comparing import compared, is_against_plan, is_time
from kg.facts.observations.movement import (
    adjective_direction,
    is_copula,
    movement_words,
    moves,
    noun_direction,
    vague_adjectives,
)
from kg.facts.sentence import SUBJECTS
from kg.model import Direction

Cue = tuple[Token, Direction]
_PREDICATES = ("acomp", "advmod", "attr", "prep", "oprd", "prt", "xcomp")
_FIRM = frozenset({"up", "down"})
_BESIDE = frozenset({"higher", "lower"})


def as_subject(head: Token) -> Cue | None:
    """The movement of the clause whose subject a metric is, or is listed in.

    "losses narrowed", "take rate remained stable", "A and B rose", "subscriptions showed strong growth".
    """
    top = _top_of_list(head)
    if top.dep_ in SUBJECTS and top.head.pos_ == "ADJ":
        stated = _stated(top.head)
        return (top.head, stated) if stated is not None else None
    if top.dep_ in SUBJECTS:
        for verb in (top.head, *(c for c in top.head.children if c.dep_ == "conj" and _shares_subject(c))):
            found = _said_by(verb)
            if found is not None:
                return found
    relative = next((c for c in top.children if c.dep_ == "relcl" and _takes_as_subject(c)), None)
    if relative is not None and (found := _said_by(relative)) is not None:
        return found
    inner = next((c for c in top.children if c.dep_ in ("acl", "advcl") and c.tag_ in ("VB", "VBG")), None)
    if inner is not None and not _has_object(inner) and not _needs_object(inner):
        return moves(inner)
    return None


def _top_of_list(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        noun = noun.head
    return noun


def _shares_subject(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and not any(c.dep_ in SUBJECTS for c in verb.children)


def _takes_as_subject(verb: Token) -> bool:
    """Whether a relative clause tells of its noun: "rates, which moderated"."""
    return any(c.dep_ in SUBJECTS and c.lower_ in ("which", "that", "who") for c in verb.children)


def _said_by(verb: Token, depth: int = 0) -> Cue | None:
    """What a verb says of its subject: it moves, shows a movement, or stands at a height."""
    if verb.pos_ not in ("VERB", "AUX") or depth > 2:
        return None
    moved = moves(verb)
    if moved is not None and not _has_object(verb) and not _needs_object(verb):
        return moved
    if verb.lemma_.lower() in movement_words("harm_verbs") and any(c.dep_ == "auxpass" for c in verb.children):
        return None if any(c.lower_ in ("positively", "favorably") for c in verb.children) else (verb, Direction.DOWN)
    shown = _shown(verb) or _pressed(verb)
    if shown is not None:
        return shown
    for child in verb.children:
        if (
            child.dep_ in ("xcomp", "ccomp")
            and child.i > verb.i
            and not any(c.dep_ in SUBJECTS for c in child.children)
        ):
            found = _said_by(child, depth + 1)
            if found is not None:
                return found
        if is_copula(verb) and child.dep_ in _PREDICATES and (stated := _stated(child)) is not None:
            return child, stated
    return None


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "dative") and c.lower_ != "thanks" for c in verb.children) and verb.tag_ != "VBN"


def _needs_object(verb: Token) -> bool:
    """Whether a verb in the active voice moves something else than its subject: "it added up"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children) or verb.dep_ in ("acl", "relcl")
    return verb.lemma_.lower() in movement_words("transitive_verbs") and not (passive and verb.tag_ == "VBN")


def _shown(verb: Token) -> Cue | None:
    """ "showed strong growth", "reached an all-time high", "hit a new low"."""
    if verb.lemma_.lower() not in movement_words("showing_verbs"):
        return None
    shown = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if shown is None:
        return None
    lemma = shown.lemma_.lower()
    if lemma in movement_words("record_nouns"):
        return shown, Direction.UP
    if lemma in movement_words("low_nouns"):
        return shown, Direction.DOWN
    direction = noun_direction(shown)
    return (shown, direction) if direction is not None else None


def _pressed(verb: Token) -> Cue | None:
    """ "came *under pressure*", "remain under pressure"."""
    under = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "under"), None)
    press = next((c for c in under.children if c.dep_ == "pobj"), None) if under is not None else None
    return (press, Direction.DOWN) if press is not None and press.lemma_ in ("pressure", "strain") else None


def _stated(predicate: Token) -> Direction | None:
    """What a predicate says: "higher", "flat", "in line with the second quarter", "well below last year's levels"."""
    compares = compared(predicate)
    if compares is not None or predicate.dep_ == "prep":
        return compares
    if is_against_plan(predicate):
        return None
    if predicate.dep_ == "attr" and predicate.pos_ == "NOUN":
        return _beside_time(predicate)
    direction = adjective_direction(predicate)
    if direction is None or predicate.lower_ in vague_adjectives() - _FIRM:
        return None
    if predicate.lower_ in movement_words("likeness"):
        return None
    return direction


def _beside_time(time: Token) -> Direction | None:
    """ "were *lower* year over year", "was *flat* year on year": the parser takes the time for the predicate."""
    adjectives = [c for c in time.children if c.dep_ == "amod"] if is_time(time) else []
    if any(c.lower_ in movement_words("flat_adjectives") for c in adjectives):
        return Direction.FLAT
    return next((d for c in adjectives if c.lower_ in _BESIDE and (d := adjective_direction(c)) is not None), None)


def as_object(head: Token) -> Cue | None:
    """ "we improved efficiency", "reduced its operating loss", "managed our balances down", "gained market share"."""
    top = _top_of_list(head)
    if top.dep_ not in ("dobj", "nsubjpass") or top.head.pos_ != "VERB" or not is_asserted(top.head):
        return None
    if top.head.lemma_.lower() == "accelerate":  # what is brought forward has not grown
        return None
    return moves(top.head)


def gathered(head: Token) -> Cue | None:
    """ "attract new users", "win customers", "losing share": verbs that add to what is counted, or take from it."""
    top = _top_of_list(head)
    if top.dep_ != "dobj" or any(c.dep_ == "prep" and c.lower_ == "of" for c in head.children):
        return None
    lemma = top.head.lemma_.lower()
    if lemma in movement_words("losing_verbs"):
        return top.head, Direction.DOWN
    known = lemma in movement_words("gathering_verbs") and is_asserted(top.head)
    return (top.head, Direction.UP) if known else None
