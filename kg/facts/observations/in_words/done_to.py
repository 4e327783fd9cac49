"""What verbs do to a metric as their object: "we cut costs", "the frost impacted margins", "win customers"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.movement import Cue, movement_words, moves
from kg.facts.observations.stance.assertion import is_asserted
from kg.facts.sentence import first_of_list
from kg.model import Direction
from kg.word_lists import word_list

_ASKING = frozenset({"how", "whether", "if", "what", "when"})


def as_object(head: Token) -> Cue | None:
    """ "we improved efficiency", "reduced its operating loss", "managed our balances down", "gained market share"."""
    top = first_of_list(head)
    if top.dep_ == "pobj":
        return _withdrawn(top)
    if top.dep_ not in ("dobj", "nsubjpass") or top.head.pos_ != "VERB" or not is_asserted(top.head):
        return None
    if top.head.lemma_.lower() in movement_words("no_moves_of_object"):
        return None  # what is brought forward, valued or outdone has not grown
    height = _brought(top.head) or _harmed(top.head) or _held(top.head, top)
    if height is not None:
        return height
    return moves(top.head)


def _withdrawn(thing: Token) -> Cue | None:
    """ "we pulled *back* on shipments", "they cut *back* on spending"."""
    verb = thing.head.head
    if thing.head.lower_ != "on" or verb.lemma_.lower() not in movement_words("withdrawing_verbs"):
        return None
    back = next((c for c in verb.children if c.lower_ == "back" and verb.i < c.i < thing.i), None)
    return (back, Direction.DOWN) if back is not None and is_asserted(verb) else None


def _held(verb: Token, thing: Token) -> Cue | None:
    """ "we *maintained* our market share", "*achieved* profitability"; to hold what is strong is praise."""
    lemma = verb.lemma_.lower()
    praised = any(c.dep_ == "amod" for c in thing.children)
    if lemma in movement_words("holding_verbs") and thing.dep_ == "dobj" and not praised:
        return verb, Direction.FLAT
    attains = lemma in ("achieve", "reach", "attain") and thing.lemma_.lower() in movement_words("attained")
    return (verb, Direction.UP) if attains else None


def _harmed(verb: Token) -> Cue | None:
    """ "the frost *impacted* brick margins", "freight will *pressure* margins"; how it does is not said to be bad."""
    if verb.lemma_.lower() not in movement_words("harm_verbs") - {"affect"}:
        return None
    if any(c.dep_ == "auxpass" or c.lower_ in _ASKING for c in verb.children):
        return None
    well = any(c.lower_ in word_list("kg.facts", "words/grammar.toml", "well") for c in verb.children)
    return verb, Direction.UP if well else Direction.DOWN


def _brought(verb: Token) -> Cue | None:
    """ "drove our customer base to a new *high*", "brought inventories to a *low*"."""
    if verb.lemma_.lower() not in movement_words("bringing_verbs"):
        return None
    to = (c for t in (verb, *verb.children) for c in t.children if c.lower_ == "to" and c.dep_ == "prep")
    what = next((c for t in to for c in t.children if c.dep_ == "pobj"), None)
    if what is None:
        return None
    if what.lemma_.lower() in movement_words("record_nouns"):
        return what, Direction.UP
    return (what, Direction.DOWN) if what.lemma_.lower() in movement_words("low_nouns") else None


def gathered(head: Token) -> Cue | None:
    """ "attract new users", "win customers", "losing share": verbs that add to what is counted, or take from it.

    What something "helps us to win" is hoped for, not won.
    """
    top = first_of_list(head)
    if top.dep_ != "dobj" or any(c.dep_ == "prep" and c.lower_ == "of" for c in head.children):
        return None
    lemma = top.head.lemma_.lower()
    if lemma in movement_words("losing_verbs"):
        return top.head, Direction.DOWN
    helped = top.head.dep_ in ("ccomp", "xcomp") and top.head.head.lemma_.lower() == "help"
    taken = lemma == "take" and head.lower_ in ("share", "price", "pricing")
    won = (taken or lemma in movement_words("gathering_verbs")) and is_asserted(top.head) and not helped
    return (top.head, Direction.UP) if won else None
