"""Levels that were only foreseen: "in line with our expectation of *flat to up 1%*", "above our guidance of *$5*"."""

from __future__ import annotations

from kg.facts.observations.scene import Placed, Scene
from kg.model import Mention
from kg.word_lists import word_list

_REACH = 14
_FILLERS = frozenset(
    {
        "of",
        "for",
        "the",
        "our",
        "a",
        "an",
        "flat",
        "to",
        "up",
        "down",
        "be",
        "about",
        "approximately",
        "between",
        "range",
    }
)
_LIKENED = ("in line with", "in-line with", "consistent with", "better than", "higher than", "lower than", "ahead of")
_BESIDE = frozenset({"above", "below", "within", "beating", "exceeding"})


def is_foreseen(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a figure is a guidance or an expectation that the result is said to have met, beaten or missed."""
    position, floor = figure.start, max(scene.sentence.start, figure.start - _REACH)
    while position > floor and (scene.doc[position - 1].lower_ in _FILLERS or _is_measure(scene, position - 1)):
        position -= 1
    word = scene.doc[position - 1]
    if position in (floor, figure.start) or word.pos_ != "NOUN" or word.lemma_.lower() not in _foreseen():
        return False
    lead = scene.doc[floor : position - 1]
    last = max((t.i for t in lead if t.pos_ in ("VERB", "AUX", "PUNCT")), default=floor)
    said = scene.doc[last : position - 1].text.lower()
    return any(words in said for words in _LIKENED) or any(t.lower_ in _BESIDE for t in scene.doc[last : position - 1])


def _is_measure(scene: Scene, position: int) -> bool:
    return any(m.start <= position < m.end for m in scene.metrics)


def _foreseen() -> frozenset[str]:
    return word_list("kg.facts.observations.when", "against.toml", "foreseen")
