"""Words that say that a measure moved, and which way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from kg.model import Direction

_GROUPS = {"up": Direction.UP, "down": Direction.DOWN, "flat": Direction.FLAT}
_LOSSES = {"narrow": Direction.NARROWED, "widen": Direction.WIDENED}


Cue = tuple[Token, Direction]
"""The word that tells a movement, and which way it goes."""


@cache
def movement_words(group: str) -> frozenset[str]:
    """One of the lists of `movement.json`; raises `KeyError` for an unknown name.

    >>> "growth" in movement_words("up_nouns")
    True
    """
    return _data()[group]


@cache
def _data() -> Mapping[str, frozenset[str]]:
    raw = json.loads((files("kg.facts.observations") / "movement.json").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in raw.items()}


def vague_adjectives() -> frozenset[str]:
    """Adjectives that tell of a level as much as of a movement: "strong demand"."""
    return _data()["vague_adjectives"]


def verb_direction(token: Token) -> Direction | None:
    """Which way a verb moves its subject or object: `grew` is up, `narrowed` is narrowed.

    >>> from spacy.tokens import Doc; from spacy.vocab import Vocab
    >>> verb_direction(Doc(Vocab(), ["fell"], lemmas=["fall"])[0])
    <Direction.DOWN: 'down'>
    """
    lemma = token.lemma_.lower()
    for group, direction in (*_GROUPS.items(), *_LOSSES.items()):
        if lemma in _data()[f"{group}_verbs"]:
            return direction
    return None


def particle(verb: Token) -> tuple[Token, Direction] | None:
    """The particle that gives a verb of motion its way: "came down", "ticked up", "is trending lower".

    >>> import spacy; from spacy.tokens import Doc
    >>> came = Doc(spacy.blank("en").vocab, ["rates", "came", "down"], heads=[1, 1, 1], deps=["nsubj", "ROOT", "prt"],
    ...            lemmas=["rate", "come", "down"], pos=["NOUN", "VERB", "ADP"])
    >>> particle(came[1])
    (down, <Direction.DOWN: 'down'>)
    """
    if verb.lemma_.lower() not in _data()["motion_verbs"]:
        return None
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("prt", "advmod", "acomp", "oprd", "prep"):
            bare = child.dep_ != "prep" or not any(c.dep_ == "pobj" for c in child.children)
            invents = verb.lemma_ == "come" and verb.doc[child.i + 1 : child.i + 2].text.lower() == "with"
            bare = bare and not invents  # "came up with a plan"
            for group, direction in (("up_particles", Direction.UP), ("down_particles", Direction.DOWN)):
                if child.lower_ in _data()[group] and bare:
                    return child, direction
    return None


def moves(verb: Token) -> tuple[Token, Direction] | None:
    """The word by which a verb moves its subject or object, and which way: the verb itself, or its particle."""
    direction = verb_direction(verb)
    return (verb, direction) if direction is not None else particle(verb)


def noun_direction(token: Token) -> Direction | None:
    """Which way a noun says that something moved: `growth` is up, `reduction` is down."""
    lemma = token.lemma_.lower()
    if lemma == "pickup" and not any(c.dep_ == "prep" and c.lower_ == "in" for c in token.children):
        return None  # where goods are fetched: "order pickup"
    if lemma in _data()["up_nouns"]:
        return _growth_direction(token)
    return Direction.DOWN if lemma in _data()["down_nouns"] else None


def _growth_direction(noun: Token) -> Direction:
    """Growth that is none: "flat growth", "negative growth"."""
    said = {t.lower_ for t in noun.children if t.i < noun.i}
    if said & {"flat", "zero", "no"}:
        return Direction.FLAT
    return Direction.DOWN if "negative" in said else Direction.UP


def adjective_direction(token: Token) -> Direction | None:
    """Which way an adjective or particle points: `higher`, `up`, `flat`, `narrowing`."""
    lower = token.lower_
    for group, direction in (*_GROUPS.items(), *_LOSSES.items()):
        if lower in _data()[f"{group}_adjectives"]:
            return direction
    return None


def strength(token: Token) -> Direction | None:
    """What an adjective of strength says of what has no other measure: "strong demand", "a weak quarter".

    >>> import spacy
    >>> strength(spacy.blank("en")("weak demand")[0])
    <Direction.DOWN: 'down'>
    """
    if token.lower_ in _data()["strong_words"]:
        return Direction.UP
    return Direction.DOWN if token.lower_ in _data()["weak_words"] else None


def is_copula(token: Token) -> bool:
    """A verb that says how things stand, not how they moved: "remained", "was", "came"."""
    return token.lemma_.lower() in _data()["copulas"]


def direction_of(token: Token) -> Direction | None:
    """The direction that a word states, by its part of speech."""
    if token.pos_ in ("VERB", "AUX"):
        return verb_direction(token) or adjective_direction(token)
    if token.pos_ in ("NOUN", "PROPN"):
        return noun_direction(token)
    return adjective_direction(token)
