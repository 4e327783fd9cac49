"""By how much a metric moved: "grew 8%", "an increase of 5%", "a 9% rise", "cut costs by a third"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.facts.observations.amounts import amount
from kg.facts.observations.figure_role import FigureRole, Role
from kg.facts.observations.left_edge import left_edge
from kg.facts.observations.movement import (
    adjective_direction,
    direction_of,
    movement_words,
    noun_direction,
    verb_direction,
)
from kg.facts.observations.scene import Placed, Scene, quantity
from kg.model import Count, Direction, Mention, Money, Percent, Points

_NEAR = 12
_STRETCHES = frozenset({"day", "week", "month", "quarter", "year", "decade"})
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
_JUDGED = {
    "positive": Direction.UP,
    "favorable": Direction.UP,
    "negative": Direction.DOWN,
    "unfavorable": Direction.DOWN,
}
"""Words right behind points that make them a change: "five points positive"."""


def on_top_of(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "rose 3%, on top of 9% the year before", "lapping a 9% decline": the growth before, apart."""
    position = left_edge(scene.doc, figure, scene.sentence.start)
    if not isinstance(amount(figure), Percent):
        return None
    near = scene.doc[max(scene.sentence.start, position - 4) : figure.start].text.lower()
    left = scene.doc[max(scene.sentence.start, position - 8) : figure.start]
    lapped = "rolling over" in left.text.lower() or any(t.lemma_ in movement_words("lapping_verbs") for t in left)
    if "on top of" not in near and not lapped:
        return None
    named = scene.doc[left.start : min(figure.end + 4, scene.sentence.end)]
    direction = next((d for t in named if (d := noun_direction(t)) is not None), Direction.UP)
    return Role(FigureRole.CHANGE, direction, position - 1, of_base=True)


def verb_of_growth(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "more than doubled", "nearly tripled": the figure is itself a verb of growing."""
    verb = next((t for t in scene.doc[figure.start : figure.end] if t.pos_ == "VERB" and verb_direction(t)), None)
    return Role(FigureRole.CHANGE, verb_direction(verb), verb.i) if verb is not None else None


def moved_by(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "grew 8%", "up 12%", "an increase of 5%", "declined by 40 basis points"."""
    doc, floor = scene.doc, scene.sentence.start
    position = left_edge(doc, figure, floor)
    if position == floor:
        return None
    cue = position - 1
    if doc[cue].pos_ == "ADV" and cue - 1 >= floor and direction_of(doc[cue]) is None:
        cue -= 1
    word = doc[cue]
    if word.pos_ == "AUX" or word.lemma_.lower() in movement_words("passing_verbs"):
        return None
    if word.lemma_.lower() in movement_words("gathering_verbs") | {"add", "build"} and not _swells(scene, figure, word):
        return None
    if word.lower_ == "rate" and cue - 1 >= floor and (grown := noun_direction(doc[cue - 1])) is not None:
        return Role(FigureRole.CHANGE, grown, cue - 1)
    direction = direction_of(word)
    if direction is None or direction is Direction.FLAT:
        return None
    if word.lemma_.lower() == "gain" and word.pos_ == "NOUN" and isinstance(amount(figure), Money):
        return None  # "a gain of 3 million": an income
    if word.pos_ == "NOUN" and (position == figure.start or _is_measured(scene, figure, cue)):
        return None
    if word.pos_ == "NOUN" and (moved := by_verb(scene, figure, reach=30)) is not None:
        return moved  # "reduced revenue growth by 2 points"
    if word.pos_ == "NOUN" and (burden := _burden_on(scene, cue)) is not None:
        return Role(FigureRole.CHANGE, Direction.DOWN, burden.i, contribution=True)
    return Role(FigureRole.CHANGE, direction, cue)


def _is_measured(scene: Scene, figure: Placed[Mention], cue: int) -> bool:
    """Whether a noun of moving is a measure itself that has an amount: "an underwriting *gain* of 538 million"."""
    return isinstance(amount(figure), Money) and any(m.start < cue < m.end for m in scene.metrics)


def names_growth(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "29% revenue growth", "a 5% increase", "double-digit year-on-year growth in orders", "12% higher"."""
    if not isinstance(amount(figure), Percent | Points | Money | Count):
        return None
    doc, ceiling = scene.doc, scene.sentence.end
    for position in range(figure.end, min(ceiling, figure.end + 7)):
        word = doc[position]
        if word.is_punct and word.text not in ("-", "–"):
            return None
        if word.lower_ == "over" and _spans_time(doc, position + 1):
            return None
        if _is_finite(word) or _leads_to(scene, word):  # "revenue of 5 million decreased", "5 million up 4%"
            return None
        if position == figure.end and word.lower_ == "more" and isinstance(amount(figure), Percent):
            return Role(FigureRole.CHANGE, Direction.UP, position)  # "25% more orders"
        judged = position == figure.end and isinstance(amount(figure), Points) and word.lower_ in _JUDGED
        if judged and (position + 1 >= ceiling or doc[position + 1].pos_ not in ("NOUN", "ADJ", "PROPN")):
            return Role(FigureRole.CHANGE, _JUDGED[word.lower_], position)
        if position <= figure.end + (0 if word.lower_ == "over" else 2) and word.lower_ in _ASIDE:
            return Role(FigureRole.CHANGE, _ASIDE[word.lower_], position)
        if word.tag_ == "VBN" and word.pos_ == "VERB" and adjective_direction(word) is None:
            continue  # "12% annualized growth"
        if word.pos_ in ("VERB", "PRON", "SCONJ") or (word.pos_ == "ADP" and word.lower_ not in _INSIDE):
            return (
                None
                if adjective_direction(word) is None
                else Role(FigureRole.CHANGE, adjective_direction(word), position)
            )
        direction = noun_direction(word)
        if direction is not None and (isinstance(amount(figure), Percent | Points) or position <= figure.end + 1):
            return Role(FigureRole.CHANGE, direction, position)
        if word.lower_ in ("and", "or", "of", "to"):
            return None
    return None


def _swells(scene: Scene, figure: Placed[Mention], verb: Token) -> bool:
    """Whether what is added swells a sum ("added 24 billion of loans"), or a share grows; things won are a value."""
    value = amount(figure)
    if isinstance(value, Money):
        of = scene.doc[figure.end].lower_ in ("of", "in") and verb.lemma_.lower() == "add"
        return of or verb.lemma_.lower() in ("gain", "grow")
    return not isinstance(value, Count) and verb.lemma_.lower() in ("gain", "grow")


def _burden_on(scene: Scene, growth: int) -> Token | None:
    """The noun of a burden on a growth: "a negative *impact* on operating profit growth of around 3 points"."""
    for token in reversed(scene.doc[max(scene.sentence.start, growth - 8) : growth]):
        if (token.pos_ in ("VERB", "AUX") and token.dep_ != "compound") or token.is_punct:
            return None
        if token.lemma_.lower() in movement_words("effects_down") and token.nbor(1).lower_ in ("on", "to"):
            return token
    return None


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
    return words[:1] == ["time"] or several or bool({"next", "past", "coming", "course"} & set(words[:2]))


def by_verb(scene: Scene, figure: Placed[Mention], *, reach: int = _NEAR) -> Role | None:
    """ "grew customers by 9%", "grew members double digits", "reduced debt by 1 billion": the verb has an object."""
    doc, floor = scene.doc, scene.sentence.start
    by = "by" in [t.lower_ for t in doc[left_edge(doc, figure, floor) : figure.start]]
    percent = isinstance(amount(figure), Percent)
    if not by and not (percent and (quantity(figure).bound or _behind_metric(scene, figure))):
        return None
    for position in range(figure.start - 1, max(floor, figure.start - reach) - 1, -1):
        word = doc[position]
        if word.text in (";", ":") or (word.text == "," and reach == _NEAR):
            return None
        direction = verb_direction(word) if word.pos_ == "VERB" else None
        if direction is not None:
            return Role(FigureRole.CHANGE, direction, position)
        if word.pos_ in ("VERB", "AUX") and word.dep_ != "amod":
            return None
    return None


def _behind_metric(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a figure stands right behind a metric that is no subject: "grew *earnings per share* 10%"."""
    metric = next((m for m in scene.metrics if m.end == figure.start), None)
    return metric is not None and scene.doc[metric.end - 1].dep_ in (
        "dobj",
        "conj",
        "nmod",
        "compound",
        "npadvmod",
        "pobj",
    )


def worded_growth(figure: Placed[Mention]) -> Role | None:
    """ "low single digits", "triple-digit": a rate in words is a growth."""
    if isinstance(amount(figure), Percent) and "digit" in figure.item.text.lower():
        return Role(FigureRole.CHANGE, Direction.UP, None)
    return None


def from_base(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "which is 50% from last year", "20% over the prior year": a percentage of what stands at another time."""
    after = [t.lower_ for t in scene.doc[figure.end : figure.end + 4]]
    if not isinstance(amount(figure), Percent) or after[:1] not in (["from"], ["over"], ["on"]):
        return None
    named = [w for w in after[1:] if w not in ("the", "a", "our")][:2]
    back = named[:1] in (["last"], ["prior"], ["previous"]) and named[1:] in (["year"], ["quarter"])
    return Role(FigureRole.CHANGE, Direction.UP) if back or named == ["year", "ago"] else None
