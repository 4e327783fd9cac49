"""At what level a metric stands: "increased to 37 billion", "reaching 73 million", "three times as many"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kg.facts.observations.movement import direction_of, movement_words
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.change_figures import moved_by
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.roles.named_growth import names_growth
from kg.facts.observations.scene import Placed, Scene
from kg.language.neighbours import word_at
from kg.model import Count, Direction, Mention, Percent

_PAST = frozenset({"ago", "before", "last", "was", "were", "had", "previously", "pre-pandemic"})
_GOING = frozenset(
    {
        "be",
        "go",
        "move",
        "come",
        "get",
        "step",
        "ramp",
        "climb",
        "creep",
        "bring",
        "take",
        "push",
        "drive",
        "scale",
        "back",
    }
)
_STANDING = frozenset({"higher", "lower", "up", "down", "better", "stronger", "weaker"})
_CLIMBING = frozenset({"rise", "jump", "cross", "surge"})
_TRACED = frozenset({"due", "related", "owing", "thanks", "attributable", "attributed", "tied", "linked"})
_TO_GROWTH = frozenset({"return", "accelerate", "decelerate", "slow", "moderate"})
_COMPARED = frozenset({"higher", "more", "larger", "faster", "increase"})
_LIKENED_TO = frozenset({"as", "the", "what", "that"})


def multiple(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "three times higher", "twice as many": a multiple is a value that may point up."""
    value = amount(figure)
    if not isinstance(value, Count) or value.thing != "times":
        return None
    behind = scene.doc[figure.end : min(figure.end + 14, scene.sentence.end)]
    dated = any(behind.start <= p.start < behind.end for p in scene.periods)
    past = dated or bool(_PAST & {t.lower_ for t in behind})
    near = {t.lower_ for t in behind[:3]}
    up = (past and _is_likened(behind)) or ("more" in near and not {"than", "as"} & {t.lower_ for t in behind})
    reached = None if up else to_value(scene, figure)
    if reached is not None and reached.cue is not None:
        return reached
    if not up and (moved := moved_by(scene, figure)) is not None:
        return Role(FigureRole.VALUE, moved.direction, moved.cue)
    return Role(FigureRole.VALUE, Direction.UP if up else None)


def _is_likened(behind: Span) -> bool:
    """ "Three times *the* level a year ago", "twice *as* many"; no "3.2 times *as of* June", "at *the* end of June"."""
    first, second = (word_at(behind.doc, behind.start + offset) for offset in (0, 1))
    likened = first in _LIKENED_TO and (first, second) != ("as", "of")
    return likened or bool(_COMPARED & {t.lower_ for t in behind[:3]})


def to_value(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "increased 5% to 37 billion", "reaching 73 million"; growth itself may be the level."""
    doc, floor = scene.doc, scene.sentence.start
    position = left_edge(doc, figure, floor)
    if (crossed := _crossing(scene, figure, position)) is not None:
        return crossed
    if position == floor or doc[position - 1].lower_ not in ("to", "reaching", "reached", "totaling", "totaled"):
        return None
    if doc[position - 1].lower_ == "to" and position - 2 > floor and _is_limit(doc[position - 2]):
        return Role(FigureRole.VALUE)
    named = names_growth(scene, figure)
    if named is not None and doc[position - 1].lower_ == "to" and doc[position - 2].lower_ in _TRACED:
        return named  # "due to a 9% decline in visits"
    if (
        named is not None
        and named.cue is not None
        and doc[named.cue].pos_ == "NOUN"
        and doc[position - 2].lemma_ in _TO_GROWTH
    ):
        return named
    if named is not None and named.cue is not None and _is_whole_noun(scene, figure, named.cue):
        return named
    for cue in range(position - 2, max(floor, position - 14) - 1, -1):
        word = doc[cue]
        if word.text in (";", ":") or (word.pos_ == "VERB" and direction_of(word) is None and word.dep_ == "ROOT"):
            break
        direction = direction_of(word)
        if direction in (Direction.NARROWED, Direction.WIDENED) and _is_of_outlook(word):
            break
        if direction is not None and word.pos_ in ("VERB", "NOUN", "ADJ", "ADV", "ADP"):
            if _is_growth_of(doc, cue, floor) and isinstance(amount(figure), Percent):
                return Role(FigureRole.CHANGE, Direction.UP, cue, growth_level=True)
            return Role(FigureRole.VALUE, direction, cue)
    if named is not None and isinstance(amount(figure), Percent):
        return named  # "our commitment to 9% growth"
    return Role(FigureRole.VALUE)


def _crossing(scene: Scene, figure: Placed[Mention], position: int) -> Role | None:
    """ "cash *fell below* 3 million", "the ratio *climbed above* 4%": a level that is passed, not the way to it."""
    verb = scene.doc[position - 1] if position > scene.sentence.start else None
    if verb is None:
        return None
    passed = {t.lower_ for t in scene.doc[position : figure.start]}
    if verb.lower_ in _STANDING and "at" in passed and not passed & {"least", "most", "by"}:
        return Role(FigureRole.VALUE, direction_of(verb), verb.i)  # "slightly *lower at* 9 million"
    if verb.pos_ != "VERB":
        return None
    if "below" in passed and (direction_of(verb) is Direction.DOWN or verb.lemma_ in _GOING):
        return Role(FigureRole.VALUE, Direction.DOWN, verb.i)
    if {"above", "beyond"} & passed and (verb.lemma_ in _GOING or verb.lemma_ in _CLIMBING):
        return Role(FigureRole.VALUE, Direction.UP, verb.i)
    return None


def _is_whole_noun(scene: Scene, figure: Placed[Mention], cue: int) -> bool:
    """Whether what something leads to is a move of so much money: "leading *to a $3 million reduction in* costs"."""
    doc, at = scene.doc, left_edge(scene.doc, figure, scene.sentence.start)
    led = doc[at - 2].lemma_ in ("lead", "translate", "amount", "contribute", "equate") and cue == figure.end
    return led and doc[cue].pos_ == "NOUN" and word_at(doc, cue + 1) == "in"


def _is_limit(word: Token) -> bool:
    """Whether "up" before "to" makes a bound and no rise: "a program of *up to* $3 billion", "offset *up to* 40%"."""
    left = word.nbor(-1) if word.i > 0 else word
    if left is word or word.lower_ != "up" or left.pos_ not in ("ADP", "VERB", "SCONJ", "PUNCT"):
        return False
    return left.lemma_.lower() not in _GOING and direction_of(left) is None


def _is_of_outlook(verb: Token) -> bool:
    """Whether what narrows is a guidance: "we narrowed our guidance range to 8% to 11%"."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(t.lemma_.lower() in movement_words("expectations") for t in things)


def _is_growth_of(doc: Doc, verb: int, floor: int) -> bool:
    """Whether what a verb moves is itself a growth: "revenue growth accelerated to 7%"."""
    before = [t for t in doc[max(floor, verb - 4) : verb] if t.pos_ not in ("ADV", "AUX", "PART")]
    return bool(before) and before[-1].lower_ in ("growth", "rate") and "growth" in [t.lower_ for t in before]
