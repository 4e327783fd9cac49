"""Sums by which a line moved, told before the line: "$20 million of *lower* interest expense".

A sum is a change of that line; points are what the line's movement gives a ratio or takes from it.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.movement import adjective_direction, movement_words
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.scene import Placed, Scene
from kg.model import Direction, Mention, Money, Points

_WAYS = frozenset({"higher", "lower", "increased", "reduced", "decreased", "improved", "better", "greater", "weaker"})
_REACH = 4
"""Words within which the noun stands whose movement is told."""


def of_moved_line(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """The change of a line in money, or the effect of its movement in points; None for any other figure."""
    word = moving_word(scene, figure)
    if word is None or not isinstance(amount(figure), Money | Points):
        return None
    direction = adjective_direction(word)
    if isinstance(amount(figure), Points) and _is_burden(scene, word):
        direction = Direction.DOWN if direction is Direction.UP else Direction.UP
    return Role(FigureRole.CHANGE, direction, word.i, contribution=True)


def moving_word(scene: Scene, figure: Placed[Mention]) -> Token | None:
    """The word behind the "of" of a figure that says which way a line moved: "$9 million in *higher* fees"."""
    behind = scene.doc[figure.end : min(figure.end + 2, scene.sentence.end)]
    if len(behind) < 2 or behind[0].lower_ not in ("of", "in") or behind[1].lower_ not in _WAYS:
        return None
    return behind[1]


def _is_burden(scene: Scene, word: Token) -> bool:
    """Whether what moved is a cost: "higher *freight costs*" take from a margin."""
    near = scene.doc[word.i + 1 : min(word.i + 1 + _REACH, scene.sentence.end)]
    line = next((t for t in near if t.pos_ in ("NOUN", "PROPN") and t.nbor().pos_ not in ("NOUN", "PROPN")), None)
    return line is not None and line.lemma_.lower() in movement_words("adverse")
