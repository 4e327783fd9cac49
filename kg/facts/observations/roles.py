"""What a figure says of its metric: the value, a change, or what it was before.

Each rule looks at the words beside the figure, in the order in which a reader would: "an increase *of* 5%" before
"revenue *was* 5". A percentage with no sign of movement is a value ("a margin of 9%").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

from kg.facts.observations.movement import adjective_direction, direction_of, noun_direction, verb_direction
from kg.facts.observations.scene import Placed, Scene, quantity
from kg.model import Amount, Count, Direction, Mention, Money, Percent, Points, Range


class FigureRole(StrEnum):
    VALUE = "value"
    CHANGE = "change"
    PRIOR = "prior"


@dataclass(frozen=True, slots=True)
class Role:
    """A figure's part, the way it points, and the word that tells (its token position).

    `growth_level`: the growth itself came to this level; `of_base`: it is that of the period compared with.
    """

    role: FigureRole
    direction: Direction | None = None
    cue: int | None = None
    growth_level: bool = False
    of_base: bool = False


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    raw = json.loads((files("kg.facts.observations") / "roles.json").read_text(encoding="utf-8"))
    return {key: tuple(value) for key, value in raw.items()}


def amount(figure: Placed[Mention]) -> Amount:
    """A figure's amount; the low end of a range."""
    value = quantity(figure).value
    return value.low if isinstance(value, Range) else value


def same_kind(one: Placed[Mention], other: Placed[Mention]) -> bool:
    """Whether two figures are in one unit, so that they may be now and before."""
    a, b = amount(one), amount(other)
    if isinstance(a, Money) and isinstance(b, Money):
        return a.currency == b.currency
    return type(a) is type(b)


def left_edge(doc: Doc, figure: Placed[Mention], floor: int) -> int:
    """The position after the last word before a figure that is no "approximately", "an", "strong"."""
    fillers = frozenset(_words()["approximators"])
    position = figure.start
    while position > floor and (doc[position - 1].lower_ in fillers or doc[position - 1].is_space):
        if doc[position - 1].lower_ == "than" and doc[position - 2].lower_ not in ("more", "less", "better", "greater"):
            break
        position -= 1
    return position


def role(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> Role:
    """The part that a figure plays; `before` is the figure to its left in the sentence, if any."""
    return (
        _on_top_of(scene, figure)
        or _multiple(scene, figure)
        or _verb_of_growth(scene, figure)
        or _prior(scene, figure, before)
        or _to_value(scene, figure)
        or _moved_by(scene, figure)
        or _names_growth(scene, figure)
        or _by_verb(scene, figure)
        or _listed_change(scene, figure, before)
        or _worded_growth(figure)
        or Role(FigureRole.VALUE)
    )


def _on_top_of(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "rose 3%, on top of 9% the year before": the growth of the period before, a fact of its own."""
    position = left_edge(scene.doc, figure, scene.sentence.start)
    left = scene.doc[max(scene.sentence.start, position - 4) : figure.start].text.lower()
    if "on top of" in left and isinstance(amount(figure), Percent):
        return Role(FigureRole.CHANGE, Direction.UP, position - 1, of_base=True)
    return None


def _multiple(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "three times higher", "twice as many": a multiple is a value that may point up."""
    value = amount(figure)
    if not isinstance(value, Count) or value.thing != "times":
        return None
    after = [t.lower_ for t in scene.doc[figure.end : figure.end + 2]]
    return Role(FigureRole.VALUE, Direction.UP if {"higher", "more", "as", "larger", "faster"} & set(after) else None)


def _verb_of_growth(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "more than doubled", "nearly tripled": the figure is itself a verb of growing."""
    verb = next((t for t in scene.doc[figure.start : figure.end] if t.pos_ == "VERB" and verb_direction(t)), None)
    return Role(FigureRole.CHANGE, verb_direction(verb), verb.i) if verb is not None else None


def _text_before(doc: Doc, position: int, count: int, floor: int) -> str:
    return doc[max(floor, position - count) : position].text.lower()


def _prior(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> Role | None:
    """ "compared to 45.2 billion", "up from 9%", "from 3 to 5", "versus 12% a year ago"."""
    doc, floor = scene.doc, scene.sentence.start
    position = left_edge(doc, figure, floor)
    while position > floor and (_repeats_metric(scene, position - 1) or doc[position - 1].lower_ in _BEFORE_PRIOR):
        position -= 1
    left = _text_before(doc, position, 3, floor)
    cue = next((c for c in _words()["prior_left"] if left == c or left.endswith(" " + c)), None)
    if cue is None or cue == "than":
        return None
    if cue == "from" and not _from_is_prior(scene, figure, position - 1, before):
        return None
    if cue != "from" and before is None and not _value_follows(scene, figure) and "from" not in cue:
        return None
    direction = adjective_direction(doc[position - 2]) if position - 2 >= floor and cue.endswith("from") else None
    named = _names_growth(scene, figure) if isinstance(amount(figure), Percent) else None
    return Role(FigureRole.PRIOR, direction or (named.direction if named else None), position - 1)


_BEFORE_PRIOR = ("of", "loss", "losses", "profit", "a", "an", "was", "only", "positive", "negative")


def _repeats_metric(scene: Scene, position: int) -> bool:
    """Whether a token belongs to a metric: "compared to an operating loss of 9.8 million"."""
    return any(m.start <= position < m.end for m in scene.metrics)


def _from_is_prior(scene: Scene, figure: Placed[Mention], at: int, before: Placed[Mention] | None) -> bool:
    """Whether "from" leads back in time, not to a source ("revenue from 300 stores", "from a 3% rise in prices")."""
    if scene.doc[figure.start - 1].lower_ in ("a", "an") and _names_growth(scene, figure) is not None:
        return False
    follows = [f for f in scene.figures if f.start > figure.start and same_kind(f, figure)]
    moved = at > scene.sentence.start and direction_of(scene.doc[at - 1]) is not None
    near_to = any(scene.doc[f.start - 1].lower_ in ("to", "over", "about", "approximately") for f in follows[:1])
    stated = any(same_kind(f, figure) for f in scene.figures if f.start < figure.start)
    return moved or near_to or (before is not None and stated and figure.start - before.end < 6)


def _value_follows(scene: Scene, figure: Placed[Mention]) -> bool:
    return any(f.start > figure.end and same_kind(f, figure) for f in scene.figures)


def _to_value(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "increased 5% to 40.6 billion", "reaching 46 million"; growth itself may be the level."""
    doc, floor = scene.doc, scene.sentence.start
    position = left_edge(doc, figure, floor)
    if position == floor or doc[position - 1].lower_ not in ("to", "reaching", "reached", "totaling", "totaled"):
        return None
    named = _names_growth(scene, figure)
    if (
        named is not None
        and named.cue is not None
        and doc[named.cue].pos_ == "NOUN"
        and doc[position - 2].lemma_ == "return"
    ):
        return named
    for cue in range(position - 2, max(floor, position - 14) - 1, -1):
        word = doc[cue]
        if word.text in (";", ":") or (word.pos_ == "VERB" and direction_of(word) is None and word.dep_ == "ROOT"):
            break
        direction = direction_of(word)
        if direction is not None and word.pos_ in ("VERB", "NOUN", "ADJ", "ADV", "ADP"):
            if _is_growth_of(doc, cue, floor) and isinstance(amount(figure), Percent):
                return Role(FigureRole.CHANGE, Direction.UP, cue, growth_level=True)
            return Role(FigureRole.VALUE, direction, cue)
    return Role(FigureRole.VALUE)


def _is_growth_of(doc: Doc, verb: int, floor: int) -> bool:
    """Whether what a verb moves is itself a growth: "revenue growth accelerated to 7%"."""
    before = [t for t in doc[max(floor, verb - 4) : verb] if t.pos_ not in ("ADV", "AUX", "PART")]
    return bool(before) and before[-1].lower_ in ("growth", "rate") and "growth" in [t.lower_ for t in before]


def _moved_by(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "grew 8%", "up 12%", "an increase of 5%", "declined by 40 basis points"."""
    doc, floor = scene.doc, scene.sentence.start
    position = left_edge(doc, figure, floor)
    if position == floor:
        return None
    cue = position - 1
    if doc[cue].pos_ == "ADV" and cue - 1 >= floor and direction_of(doc[cue]) is None:
        cue -= 1
    word = doc[cue]
    if word.pos_ in ("AUX",) or word.lower_ in ("add", "added", "adding", "build", "built", "building"):
        return None
    direction = direction_of(word)
    if direction is None and word.lower_ == "%":
        return None
    if direction is None or direction is Direction.FLAT:
        return None
    if word.pos_ == "NOUN" and position == figure.start:
        return None
    return Role(FigureRole.CHANGE, direction, cue)


def _names_growth(scene: Scene, figure: Placed[Mention]) -> Role | None:
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
        if position <= figure.end + (0 if word.lower_ == "over" else 2) and word.lower_ in _ASIDE:
            return Role(FigureRole.CHANGE, _ASIDE[word.lower_], position)
        if word.pos_ in ("VERB", "AUX", "PRON", "SCONJ") or (word.pos_ == "ADP" and word.lower_ not in _INSIDE):
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


def _spans_time(doc: Doc, position: int) -> bool:
    """Whether "over" tells how long, not above what: "over the next three years", "over time"."""
    words = [t.lower_ for t in doc[position : position + 2]]
    return words[:1] == ["time"] or bool({"next", "past", "coming", "course"} & set(words))


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


def _by_verb(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "grew customers by 9%", "grew members double digits", "reduced debt by 1 billion": the verb has an object."""
    doc, floor = scene.doc, scene.sentence.start
    by = "by" in [t.lower_ for t in doc[left_edge(doc, figure, floor) : figure.start]]
    if not by and not (isinstance(amount(figure), Percent) and quantity(figure).bound):
        return None
    for position in range(figure.start - 1, max(floor, figure.start - 12) - 1, -1):
        word = doc[position]
        if word.text in (";", ",", ":"):
            return None
        direction = verb_direction(word) if word.pos_ == "VERB" else None
        if direction is not None:
            return Role(FigureRole.CHANGE, direction, position)
        if word.pos_ in ("VERB", "AUX"):
            return None
    return None


def _worded_growth(figure: Placed[Mention]) -> Role | None:
    """ "low single digits", "triple-digit": a rate in words is a growth."""
    if isinstance(amount(figure), Percent) and "digit" in figure.item.text.lower():
        return Role(FigureRole.CHANGE, Direction.UP, None)
    return None


def _listed_change(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> Role | None:
    """ "up 12% and 14% in constant currency": a figure takes the part of the one it is listed with."""
    if before is None or not same_kind(figure, before):
        return None
    between = scene.doc[before.end : figure.start]
    if any(t.pos_ in ("VERB", "AUX") for t in between) or len(between) > 9:
        return None
    if not any(t.lower_ in ("and", "or", ",") for t in between) or any(
        m.start >= before.end and m.end <= figure.start for m in scene.metrics
    ):
        return None
    index = scene.figures.index(before)
    listed = role(scene, before, scene.figures[index - 1] if index else None)
    return listed if listed.role is FigureRole.CHANGE else None


__all__ = ["FigureRole", "Role", "amount", "left_edge", "role", "same_kind", "verb_direction"]
