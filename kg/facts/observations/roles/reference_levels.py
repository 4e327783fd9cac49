"""Levels that a figure is only held against: "up 115 basis points to 5.2%, *above the 5% mark*"."""

from __future__ import annotations

from kg.facts.observations.roles.amounts import same_kind
from kg.facts.observations.scene import Placed, Scene
from kg.model import Mention

_AGAINST = frozenset({"above", "below", "exceeding", "beyond", "beating", "surpassing", "within"})
_DETERMINERS = frozenset({"the", "our", "its", "their", "that", "this"})
_NAMING = frozenset({"DET", "PRON", "ADJ", "NOUN", "ADV", "PROPN"})
_REACH = 12
"""How many words may name the level: "below our usual quarterly run rate of"."""


def is_reference(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a figure measures nothing itself: one of its kind, before it, is said to lie above or below it."""
    if not any(f.start < figure.start and same_kind(f, figure) for f in scene.figures):
        return False
    floor = max(scene.sentence.start, figure.start - _REACH)
    for position in range(figure.start - 1, floor - 1, -1):
        word = scene.doc[position]
        if word.lower_ in _AGAINST:
            return scene.doc[position + 1].lower_ in _DETERMINERS
        if word.pos_ not in _NAMING and word.lower_ not in ("of", "for", "-", "'s", "’s"):
            return False
    return False
