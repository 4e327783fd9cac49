"""By how much a metric moved: "grew 8%", "an increase of 5%", "cut costs by a third"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.movement import (
    adjective_direction,
    direction_of,
    movement_words,
    noun_direction,
    verb_direction,
)
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.roles.named_growth import CUTS, INCOMES
from kg.facts.observations.scene import Placed, Scene, quantity
from kg.language.neighbours import word_at
from kg.model import Count, Direction, Mention, Money, Percent, Points

_NEAR = 12
_SLIGHTLY = frozenset({"slightly", "modestly", "significantly", "nicely", "sharply", "marginally", "somewhat"})
_DONE_UP = frozenset({"make", "open", "sign", "set", "line", "free", "pick"})
_FUNDS = 100_000
"""No smaller sum is raised from investors; what is raised by less is a guidance or a price."""
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "PART"})
_LONGEST_THING = 5
_BY = frozenset({"by", "about", "approximately", "around", "nearly", "over"})


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
    if figure.item.rule == "quantity.multiple":  # "another *doubling* of revenue"
        way = Direction.DOWN if amount(figure).amount < 0 else Direction.UP
        return Role(FigureRole.CHANGE, way, figure.end - 1)
    words = scene.doc[figure.start : figure.end]
    verb = next(
        (t for t in words if (t.pos_ == "VERB" or _is_to_be_done(scene, figure, t)) and verb_direction(t)), None
    )
    return Role(FigureRole.CHANGE, verb_direction(verb), verb.i) if verb is not None else None


def _is_to_be_done(scene: Scene, figure: Placed[Mention], token: Token) -> bool:
    """Whether "double" is a verb by the "will" or "to" before it, whatever the parser takes it for."""
    before = [t for t in scene.doc[max(scene.sentence.start, figure.start - 4) : token.i] if t.pos_ != "ADV"]
    led = [t for t in before if t.lower_ not in ("more", "than", "about", "nearly")]
    if token.lower_ not in ("double", "triple", "quadruple") or token.i + 1 < figure.end:
        return False  # "to *double-digit* growth"
    return bool(led) and led[-1].tag_ in ("MD", "TO")


def moved_by(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "grew 8%", "up 12%", "an increase of 5%", "declined by 40 basis points"."""
    doc, floor = scene.doc, scene.sentence.start
    position = _before_basis(scene, _before_comparison(scene, left_edge(doc, figure, floor), figure), figure)
    if position == floor:
        return None
    cue = position - 1
    if doc[cue].text == "," and cue - 2 > floor and doc[cue - 1].lower_ in _SLIGHTLY:
        way = adjective_direction(doc[cue - 2])
        return None if way is None else Role(FigureRole.CHANGE, way, cue - 2)  # "up slightly, about 8%"
    if doc[cue].lower_ == "up" and cue > floor and doc[cue - 1].lemma_.lower() in _DONE_UP:
        return None  # "which made up 65%": a share; "we opened up 12 stores"
    fallen = isinstance(amount(figure), Percent) and cue > floor and doc[cue - 1].pos_ == "NOUN"
    if doc[cue].lower_ == "off" and fallen:
        return Role(FigureRole.CHANGE, Direction.DOWN, cue)  # "volume was off 4%"
    if doc[cue].pos_ == "ADV" and cue - 1 >= floor and direction_of(doc[cue]) is None:
        cue -= 1
    word = doc[cue]
    if word.lemma_.lower() == "raise" and position == cue + 1 and _is_raised(figure):
        return None
    if word.pos_ == "AUX" or word.lemma_.lower() in movement_words("passing_verbs"):
        return None
    if word.lemma_.lower() in movement_words("gathering_verbs") | {"add", "build"} and not _swells(scene, figure, word):
        return None
    if word.lower_ == "rate" and cue - 1 >= floor and (grown := noun_direction(doc[cue - 1])) is not None:
        return Role(FigureRole.CHANGE, grown, cue - 1)
    direction = direction_of(word) or (CUTS.get(word.lower_) if word.pos_ == "NOUN" else None)
    if direction is None or direction is Direction.FLAT:
        return None
    if word.lemma_.lower() in INCOMES and word.pos_ == "NOUN" and isinstance(amount(figure), Money):
        return None  # "a gain of 3 million"
    if word.pos_ == "NOUN" and position == figure.start:
        return None
    if word.pos_ == "NOUN" and (moved := by_verb(scene, figure, reach=30)) is not None:
        return moved  # "reduced revenue growth by 2 points"
    return Role(FigureRole.CHANGE, direction, cue)


def _before_comparison(scene: Scene, position: int, figure: Placed[Mention]) -> int:
    """Where words begin that say, before a figure, against what it moved: "up *year over year* 16%"."""
    doc = scene.doc
    said = next((p for p in scene.periods if p.end == position and p.item.rule.startswith("comparison.")), None)
    between = {token.lower_ for token in doc[position : figure.start]}
    if said is None or said.start <= scene.sentence.start or not between <= _BY:
        return position
    return position if any(direction_of(t) for t in doc[said.start : said.end]) else said.start


def _before_basis(scene: Scene, position: int, figure: Placed[Mention]) -> int:
    """Where words begin that say, before a figure, how it is counted: "down *on an underlying basis* by 2%"."""
    doc, floor = scene.doc, scene.sentence.start
    between = {token.lower_ for token in doc[position : figure.start]}
    if position <= floor or doc[position - 1].lower_ != "basis" or not between <= _BY:
        return position
    start = next((i for i in range(position - 2, max(floor, position - 7), -1) if doc[i].lower_ == "on"), position)
    return start if start > floor else position


def _is_raised(figure: Placed[Mention]) -> bool:
    """Whether money is taken up, not a measure moved: "*raised $3 billion* in senior notes"."""
    value = amount(figure)
    return isinstance(value, Money) and value.amount >= _FUNDS


def _swells(scene: Scene, figure: Placed[Mention], verb: Token) -> bool:
    """Whether what is added swells a sum ("added 24 billion of loans"), or a share grows; things won are a value."""
    value = amount(figure)
    if isinstance(value, Money):
        of = word_at(scene.doc, figure.end) in ("of", "in") and verb.lemma_.lower() == "add"
        return of or verb.lemma_.lower() in ("gain", "grow")
    multiplied = isinstance(value, Count) and value.thing == "times"
    return (multiplied or not isinstance(value, Count)) and verb.lemma_.lower() in ("gain", "grow")


def by_verb(scene: Scene, figure: Placed[Mention], *, reach: int = _NEAR) -> Role | None:
    """ "grew customers by 9%", "grew members double digits", "reduced debt by 1 billion": the verb has an object."""
    doc, floor = scene.doc, scene.sentence.start
    by = "by" in [t.lower_ for t in doc[left_edge(doc, figure, floor) : figure.start]]
    percent = isinstance(amount(figure), Percent | Points)
    if not by and not (percent and (quantity(figure).bound or _behind_metric(scene, figure))):
        return _grown_before(scene, figure) if percent else None
    for position in range(figure.start - 1, max(floor, figure.start - reach) - 1, -1):
        word = doc[position]
        if word.text in (";", ":") or (word.text == "," and reach == _NEAR):
            return None
        direction = verb_direction(word) if word.pos_ == "VERB" else None
        if direction is not None:
            passed = word.lemma_.lower() in movement_words("passing_verbs") and not by
            return None if passed else Role(FigureRole.CHANGE, direction, position)
        named = any(m.start <= position < m.end for m in scene.metrics)  # "*operating* cash", taken for a deed
        if word.pos_ in ("VERB", "AUX") and word.dep_ != "amod" and not named:
            return None
    return None


def _grown_before(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "grew *principal* 28%": what a verb of growing is done to stands right before the figure."""
    end = left_edge(scene.doc, figure, scene.sentence.start)
    first = end
    while first > scene.sentence.start and scene.doc[first - 1].pos_ in _NAMING and end - first < _LONGEST_THING:
        first -= 1
    if first in (end, scene.sentence.start) or scene.doc[end - 1].pos_ not in ("NOUN", "PROPN"):
        return None
    verb = scene.doc[first - 1]
    way = verb_direction(verb) if verb.pos_ == "VERB" else None
    if way not in (Direction.UP, Direction.DOWN) or verb.lemma_.lower() in movement_words("passing_verbs"):
        return None
    return Role(FigureRole.CHANGE, way, verb.i)


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
