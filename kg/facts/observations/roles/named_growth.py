"""The noun or the comparative behind a figure that makes it a change: "a 9% rise", "12% higher", "25% more orders"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kg.facts.observations.movement import adjective_direction, direction_of, noun_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.scene import Placed, Scene
from kg.language.neighbours import pos_at
from kg.model import Count, Direction, Mention, Money, Percent, Points

_STRETCHES = frozenset({"day", "week", "month", "quarter", "year", "decade"})
INCOMES = frozenset({"gain", "recovery"})
"""Nouns of rising that are an income where they are told in money."""
_BASES = frozenset({"reported", "adjusted", "combined", "expected", "projected", "estimated", "anticipated", "implied"})
_MOVES = frozenset({"increase", "growth", "rise", "improvement", "expansion", "uplift"}) | frozenset(
    {"decrease", "decline", "reduction", "drop", "contraction", "deterioration"}
)
_REACH = 8
CUTS: Mapping[str, Direction] = {
    "cut": Direction.DOWN,
    "cuts": Direction.DOWN,
    "hike": Direction.UP,
    "hikes": Direction.UP,
}
"""Nouns of moving that are verbs as often: "a 20% price *cut*"."""
_LENGTHS = frozenset({"decade", "period", "horizon", "timeframe", "time-frame", "life", "lifetime", "cycle", "term"})
_EARLIER = frozenset({"prior", "previous", "last", "same", "ago", "year-ago", "comparable", "comparative", "first"})
_INSIDE = {"on", "over", "year", "-", "in"}
_ASIDE = {
    "higher": Direction.UP,
    "above": Direction.UP,
    "over": Direction.UP,
    "longer": Direction.UP,
    "better": Direction.UP,
    "lower": Direction.DOWN,
    "below": Direction.DOWN,
    "shorter": Direction.DOWN,
    "less": Direction.DOWN,
    "worse": Direction.DOWN,
}
_STANDS = frozenset({"well", "far", "comfortably", "significantly", "still", "right", "just"})
_JUDGED = {
    "positive": Direction.UP,
    "favorable": Direction.UP,
    "negative": Direction.DOWN,
    "unfavorable": Direction.DOWN,
}
"""Words right behind points that make them a change: "five points positive"."""


def names_growth(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "29% revenue growth", "a 5% increase", "double-digit year-on-year growth in orders", "12% higher"."""
    value = amount(figure)
    doc, ceiling = scene.doc, scene.sentence.end
    end = _behind_share(scene, figure.end)
    for position in range(end, min(ceiling, end + 7)):
        word = doc[position]
        if word.is_punct and word.text not in ("-", "–"):
            return None
        if word.lower_ == "over" and _spans_time(doc, position + 1):
            return None
        if position == end and word.lower_ in _BASES and pos_at(doc, position + 1) in ("NOUN", "ADJ", "PROPN"):
            continue  # "9% reported revenue growth"
        if _is_finite(word) or _leads_to(scene, word):  # "revenue of 5 million decreased", "5 million up 4%"
            return None
        if position == end and word.lower_ == "more" and isinstance(amount(figure), Percent):
            return Role(FigureRole.CHANGE, Direction.UP, position)  # "25% more orders"
        judged = position == end and isinstance(amount(figure), Points) and word.lower_ in _JUDGED
        if judged and (position + 1 >= ceiling or doc[position + 1].pos_ not in ("NOUN", "ADJ", "PROPN")):
            return Role(FigureRole.CHANGE, _JUDGED[word.lower_], position)
        if _is_told_more(doc, position) and position <= end + 1:
            return Role(FigureRole.CHANGE, Direction.UP, position)
        if position > end and word.tag_ == "JJR" and doc[position - 1].pos_ == "ADP":
            return None  # "earnings of 3 dollars on *higher* margins"
        if position == end + 1 and word.lower_ in ("above", "below", "over") and doc[end].lower_ in _STANDS:
            return None  # "a ratio of 9%, well below the limit"
        if position <= end + (0 if word.lower_ == "over" else 2) and word.lower_ in _ASIDE:
            return Role(FigureRole.CHANGE, _ASIDE[word.lower_], position)
        described = word.tag_ == "VBN" or (word.tag_ == "VBG" and word.dep_ in ("amod", "compound"))
        if described and word.pos_ == "VERB" and adjective_direction(word) is None:
            continue  # "12% annualized growth", "20% underlying income growth"
        if word.pos_ in ("VERB", "PRON", "SCONJ") or (word.pos_ == "ADP" and word.lower_ not in _INSIDE):
            return (
                None
                if adjective_direction(word) is None
                else Role(FigureRole.CHANGE, adjective_direction(word), position)
            )
        direction = noun_direction(word) or (CUTS.get(word.lower_) if word.pos_ == "NOUN" else None)
        if direction is not None and isinstance(value, Count) and value.thing == word.lower_:
            return None  # "37 price *decreases*" are counted
        if word.lemma_.lower() in INCOMES and isinstance(amount(figure), Money):
            return None  # "this $3 million gain"
        named = any(end <= m.start and m.end == position for m in scene.metrics)  # "a $2 million *fuel sales* decline"
        if direction is not None and (isinstance(amount(figure), Percent | Points) or named or position <= end + 1):
            return Role(FigureRole.CHANGE, direction, position)
        if word.lower_ in ("and", "or", "of", "to"):
            return None
    return None


def names_moved_sum(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "$9 million of working capital *improvements*", "$80 million in loan *growth*": so much a measure moved by."""
    doc, end = scene.doc, figure.end
    if not isinstance(amount(figure), Money) or end >= scene.sentence.end or doc[end].lower_ not in ("of", "in"):
        return None
    named = {i for found in (scene.periods, scene.metrics) for one in found for i in range(one.start, one.end)}
    for token in doc[end + 1 : min(end + _REACH, scene.sentence.end)]:
        if token.lemma_.lower() in _MOVES and pos_at(doc, token.i + 1) not in ("NOUN", "PROPN", "ADJ", "VERB"):
            direction = noun_direction(token)
            return None if direction is None else Role(FigureRole.CHANGE, direction, token.i, contribution=True)
        if token.i not in named and token.pos_ not in ("ADJ", "NOUN", "PROPN", "DET", "PRON") and token.text != "-":
            return None
    return None


def _behind_share(scene: Scene, end: int) -> int:
    """Where the words end that say that a sum is one of each share: "7 cents *per diluted share* higher"."""
    behind = [t.lower_ for t in scene.doc[end : min(end + 3, scene.sentence.end)]]
    if behind[:1] not in (["per"], ["a"]) or "share" not in behind:
        return end
    return end + behind.index("share") + 1 if behind[1:-1] in ([], ["diluted"], ["share"]) else end


def _is_told_more(doc: Doc, position: int) -> bool:
    """Whether a figure is what one sum is more than another by: "was 80 million *more than* in December"."""
    return doc[position].lower_ == "more" and doc[position : position + 2].text.lower().endswith("than")


def _leads_to(scene: Scene, word: Token) -> bool:
    """Whether "up" or "down" belongs to the figure behind it: "2 billion *up* 14%"."""
    near = (word.i + 1, word.i + 2, word.i + 3)
    return word.lower_ in ("up", "down") and any(f.start in near for f in scene.figures)


def _is_finite(word: Token) -> bool:
    if word.pos_ == "AUX" or word.tag_ in ("VBD", "VBZ", "VBP", "VB"):
        return True
    return word.pos_ == "VERB" and word.dep_ != "amod" and direction_of(word) is not None


def _spans_time(doc: Doc, position: int) -> bool:
    """Whether "over" tells how long, not above what: "over the next three years", "over the trailing 12 months"."""
    words = [t.lower_ for t in doc[position : position + 5]]
    several = any(t.tag_ == "NNS" and t.lemma_.lower() in _STRETCHES for t in doc[position : position + 5])
    long = bool(_LENGTHS & set(words)) and not _EARLIER & set(words)
    return words[:1] == ["time"] or several or long or bool({"next", "past", "coming", "course"} & set(words[:2]))
