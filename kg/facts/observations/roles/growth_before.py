"""A growth that stands before its figure, with what grew between: "*growth* in orders from Europe *of 12%*"."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan

from kg.facts.observations.movement import noun_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.scene import Placed, Scene
from kg.model import Direction, Mention, Percent, Points

_REACH = 9
"""How many words may tell what grew."""
_NOUNS = frozenset(
    {"growth", "increase", "rise", "jump", "surge", "uptick", "improvement", "expansion"}
    | {"decrease", "decline", "reduction", "drop", "fall", "contraction"}
)
_SHARES = frozenset({"share", "portion", "part", "percentage", "proportion"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "ADV", "PART", "CCONJ"})
_LINKS = frozenset(
    {"numbers", "number", "rates", "figures", "in", "for", "on", "across", "at", "to", "from", "within", "of", "-"}
)


def _is_told(scene: Scene, words: DocSpan) -> Direction | None:
    """The way of a growth that is said to be so much: "rent *growth was* 5%", "rate *increases averaged* 7%"."""
    if len(words) != 2 or words[1].lemma_.lower() not in ("be", "average"):
        return None
    noun = words[0]
    if noun.lemma_.lower() == "growth":
        return Direction.UP if words[1].lemma_.lower() == "be" else None
    named = any(m.start <= noun.i < m.end for m in scene.metrics)
    moved = noun.pos_ == "NOUN" and noun.lemma_.lower() in _NOUNS and noun.dep_ in ("nsubj", "nsubjpass")
    direction = noun_direction(noun) if moved and not named else None
    return direction if direction in (Direction.UP, Direction.DOWN) else None


def growth_before(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """The change that a noun of growing before a figure makes it, linked by "of" over the words for what grew."""
    if not isinstance(amount(figure), Percent | Points):
        return None
    edge = left_edge(scene.doc, figure, scene.sentence.start)
    stands = scene.doc[max(scene.sentence.start, edge - 2) : edge]
    shared = {t.lower_ for t in scene.doc[max(scene.sentence.start, edge - _REACH) : edge]} & _SHARES
    if not shared and (told := _is_told(scene, stands)) is not None:
        return Role(FigureRole.CHANGE, told, edge - 2)
    if not any(t.lower_ == "of" for t in scene.doc[edge : figure.start]):
        return None
    for word in reversed(scene.doc[max(scene.sentence.start, edge - _REACH) : edge]):
        direction = noun_direction(word) if word.pos_ == "NOUN" and word.lemma_.lower() in _NOUNS else None
        if direction in (Direction.UP, Direction.DOWN) and word.i < edge - 1:
            return Role(FigureRole.CHANGE, direction, word.i) if scene.doc[word.i + 1].lower_ in _LINKS else None
        dated = any(p.start <= word.i < p.end for p in scene.periods)
        if word.pos_ not in _NAMING and word.lower_ not in _LINKS and not dated:
            return None
    return None
