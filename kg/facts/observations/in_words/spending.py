"""Spending that only a verb names: "our members spend more on tools"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.observations.scene import Scene
from kg.facts.observations.stance.assertion import is_asserted
from kg.facts.sentence import is_negated
from kg.model import Direction

_WAYS = {"more": Direction.UP, "less": Direction.DOWN}


def spending_moved(scene: Scene) -> Iterator[tuple[Token, Direction]]:
    """The verbs of a sentence by which somebody spends more or less, and which way; none beside a figure or a time."""
    for verb in scene.sentence:
        if verb.lemma_.lower() != "spend" or verb.pos_ != "VERB" or verb.i + 1 >= scene.sentence.end:
            continue
        behind = verb.nbor(1)
        if behind.lower_ in _WAYS and not is_negated(verb) and _is_of_money(behind) and is_asserted(verb):
            yield verb, _WAYS[behind.lower_]


def _is_of_money(word: Token) -> bool:
    """Whether "more" is more money: not "more than $5", "more time"."""
    following = word.nbor(1) if word.i + 1 < len(word.doc) else word
    plain = following.lower_ in ("on", "with", "per", "in", "and", "money", "to", "at") or following.is_punct
    return plain or (following.tag_ in ("RB", "IN") and following.lower_ not in ("than",))
