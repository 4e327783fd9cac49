"""Values said to be what they were at an earlier time: "a tax rate of 13%, *in line with* that of last year"."""

from __future__ import annotations

from kg.facts.observations.movement import movement_words
from kg.facts.observations.scene import Placed, Scene
from kg.model import Mention

_PHRASES = (
    ("in", "line", "with"),
    ("in", "-", "line", "with"),
    ("comparable", "to"),
    ("comparable", "with"),
    ("the", "same", "as"),
    ("equal", "to"),
    ("on", "par", "with"),
)
_REACH, _NEAR = 14, 3
"""How many words behind a figure the phrase may stand, and before the time with which it likens."""
_LINKS = frozenset({"is", "was", "were", "are"})


def is_as_before(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether the words behind a value liken it to that of another time, not to a guidance.

    "$37 million, *in line with the previous quarter*", or "37%, which is *comparable to the prior year*".
    """
    words = [t.lower_ for t in scene.doc[figure.end : min(figure.end + _REACH, scene.sentence.end)]]
    for i in range(len(words)):
        if any(tuple(words[i : i + len(p)]) == p for p in _PHRASES):
            start = figure.end + i
            length = next(len(p) for p in _PHRASES if tuple(words[i : i + len(p)]) == p)
            return _goes_straight_on(scene, figure.end, start) and _names_a_time(scene, start + length)
    return False


def _goes_straight_on(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing else is told between a figure and what it is likened with."""
    told = any(start <= f.start < end for f in scene.figures)
    verbs = (t for t in scene.doc[start:end] if t.pos_ in ("VERB", "AUX", "CCONJ") or t.text == ";")
    return not told and all(t.lower_ in _LINKS for t in verbs)


def _names_a_time(scene: Scene, start: int) -> bool:
    """Whether a time stands right behind a position, and no plan that was made for it."""
    placed = next((p for p in scene.periods if start <= p.start <= start + _NEAR or p.start <= start < p.end), None)
    if placed is None or any(f.start < placed.start for f in scene.figures if f.start >= start):
        return False
    around = scene.doc[start : min(placed.end + _NEAR, scene.sentence.end)]
    return not any(t.lemma_.lower() in movement_words("expectations") for t in around)
