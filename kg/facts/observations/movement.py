"""Words that say that a measure moved, and which way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from kg.model import Direction

_GROUPS = {"up": Direction.UP, "down": Direction.DOWN, "flat": Direction.FLAT}


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
    for group, direction in _GROUPS.items():
        if lemma in _data()[f"{group}_verbs"]:
            return direction
    if lemma in _data()["narrow_verbs"]:
        return Direction.NARROWED
    return Direction.WIDENED if lemma in _data()["widen_verbs"] else None


def noun_direction(token: Token) -> Direction | None:
    """Which way a noun says that something moved: `growth` is up, `reduction` is down."""
    lemma = token.lemma_.lower()
    if lemma in _data()["up_nouns"]:
        return Direction.UP
    return Direction.DOWN if lemma in _data()["down_nouns"] else None


def adjective_direction(token: Token) -> Direction | None:
    """Which way an adjective or particle points: `higher`, `up`, `flat`."""
    lower = token.lower_
    for group, direction in _GROUPS.items():
        if lower in _data()[f"{group}_adjectives"]:
            return direction
    return None


def says_record(sentence: Span) -> bool:
    """Whether a sentence tells of a record or an all-time high.

    >>> from spacy.tokens import Doc; from spacy.vocab import Vocab
    >>> says_record(Doc(Vocab(), ["a", "record", "quarter"])[:])
    True
    """
    text = f" {sentence.text.lower()} "
    return any(f" {phrase}{end}" in text for phrase in _data()["records"] for end in (" ", "s ", ",", "."))


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
