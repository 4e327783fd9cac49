"""The thing behind its growth: "orders rose 7%, with *12% growth in Paint*" tells of Paint what grew 12%."""

from __future__ import annotations

from kg.facts.observations.movement import noun_direction
from kg.facts.observations.scene import Placed, Scene
from kg.model import Link

_IN = frozenset({"in", "at", "for", "from", "within", "across"})
_LEADS = frozenset({"both", "our", "the", "total", "overall"})
_KINDS = frozenset({"NOUN", "ADJ", "PROPN", "PUNCT"})
_FARTHEST = 8


def is_growth_in(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a figure is the growth in a thing named behind it, and nothing else is told between."""
    figure = next((f for f in scene.figures if f.start == anchor), None)
    if figure is None or not figure.end < name.start <= figure.end + _FARTHEST:
        return False
    end = name.start
    while end > figure.end and scene.doc[end - 1].lower_ in _LEADS:
        end -= 1
    between = scene.doc[figure.end : end]
    if len(between) < 2 or between[-1].lower_ not in _IN:
        return False
    words = between[:-1]
    return any(noun_direction(t) is not None for t in words) and all(t.pos_ in _KINDS and t.text != "," for t in words)
