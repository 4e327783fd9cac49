"""Figures whose sentence leaves out what they are of: "it came in at 11 million", "the 6 million includes both"."""

from __future__ import annotations

from dataclasses import replace

from kg.facts.observations.draft import Draft
from kg.facts.observations.movement import movement_words, noun_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.left_edge import left_edge, role_words
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.model import Comparison, Mention, Money, Observation, Percent, Points

_POINTING = frozenset({"the", "that", "this", "those", "these", "your", "our"})
_ALL = 100


def is_elliptic(scene: Scene, draft: Draft) -> bool:
    """Whether the words beside a figure leave open what it is of: no noun stands behind it, nor an "of" or "in"."""
    figure = draft.parts[0].figure
    value = amount(figure)
    if not isinstance(value, Money | Percent | Points) or figure.item.rule in ("quantity.fraction", "quantity.vague"):
        return False
    if isinstance(value, Percent) and value.amount == _ALL:
        return False
    end = max(p.figure.end for p in draft.parts)
    behind = scene.doc[end] if end < scene.sentence.end else None
    if behind is None or any(p.start == end for p in scene.periods):
        return True
    if behind.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "SYM"):
        return (
            behind.lower_ in role_words()["says_nothing"]
            or noun_direction(behind) is not None
            or _is_effect(behind.lemma_.lower())
        )
    return behind.lower_ not in ("of", "-", "per", "a")


def is_left_out(scene: Scene, draft: Draft) -> bool:
    """Whether the clause names nothing that a figure could be of: it is about "it" or "we", or about nothing."""
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    if about is None or about.pos_ in ("PRON", "DET", "NUM") or about.lower_ in role_words()["says_nothing"]:
        return True
    inside = any(found.start <= about.i < found.end for held in (scene.periods, scene.figures) for found in held)
    return inside or any(t.lower_ in _POINTING for t in about.children)


def is_about_it(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether the clause of a figure says it of what was spoken of: "*it* came in at 11 million"."""
    about = subject(clause_head(scene.doc[figure.start]))
    return about is not None and about.lower_ in ("it", "that", "this")


def _is_effect(lemma: str) -> bool:
    return lemma in movement_words("effects_up") | movement_words("effects_down")


def is_definite(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a figure is pointed at as known: "*the* 6 million", "*that* 2% to 3%"."""
    position = left_edge(scene.doc, figure, scene.sentence.start)
    before = {t.lower_ for t in scene.doc[max(scene.sentence.start, position - 1) : figure.start]}
    return bool(before & _POINTING)


def dated_again(scene: Scene, one: Observation, again: Observation) -> Observation:
    """A fact told again, of the time for which it was told before where the sentence names no other."""
    if scene.periods:
        return one
    same = one.comparison if one.comparison is not Comparison.YOY else again.comparison
    return replace(one, period=again.period, comparison=same if one.change is not None else one.comparison)
