"""How much more or less of something there was, as a cause tells it: "due to *higher storm costs of* $12 million"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.metric.choice import RATIO_WORDS
from kg.facts.observations.movement import movement_words
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.scene import Placed, Scene
from kg.model import Direction, Mention, Money, Percent

_MORE = frozenset({"higher", "increased", "greater"})
_LESS = frozenset({"lower", "reduced", "decreased"})
_OWING = frozenset(
    {"due", "by", "from", "offset", "thanks", "owing", "attributable", "related", "result", "on", "because"}
)
_SHOWING = frozenset({"reflect", "offset", "drive", "impact", "affect"})
_RATIOS = frozenset({"occupancy", "retention", "churn", "equity", "turnover", "coverage", "conversion", "leverage"})
_LIST = 4
"""How many items of a list of causes may stand before the one that a figure is of."""


def more_of(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """The change that "higher" or "lower" makes of what stands before "of" and a figure, in a cause.

    "We delivered *higher revenue of* $5 million" tells the revenue itself, and "a higher tax rate of 24%" the rate.
    """
    if not isinstance(amount(figure), Money | Percent):
        return None
    noun = _noun_before(scene, figure)
    compared = next((t for t in noun.lefts if t.lower_ in _MORE | _LESS), None) if noun is not None else None
    if noun is None or compared is None or compared.i < scene.sentence.start:
        return None
    if isinstance(amount(figure), Percent) and noun.lemma_.lower() in RATIO_WORDS | _RATIOS:
        return None  # "due to a higher tax *rate of* 41%"
    if not (_is_cause(noun) or _is_listed(scene, compared)):
        return None
    return Role(FigureRole.CHANGE, Direction.UP if compared.lower_ in _MORE else Direction.DOWN, compared.i)


def _is_listed(scene: Scene, compared: Token) -> bool:
    """Whether a comparative follows on a figure that is one of these: "lower fees of $3 million *and higher* …"."""
    before = next((f for f in reversed(scene.figures) if f.end <= compared.i), None)
    if before is None or more_of(scene, before) is None:
        return False
    return all(t.lower_ in ("and", ",", "as", "well") for t in scene.doc[before.end : compared.i])


def _noun_before(scene: Scene, figure: Placed[Mention]) -> Token | None:
    """The noun that "of" ties to a figure, where it is no move or effect itself: "storm *costs* of $12 million"."""
    at = left_edge(scene.doc, figure, scene.sentence.start)
    if at == figure.start or at == scene.sentence.start or "of" not in [t.lower_ for t in scene.doc[at : figure.start]]:
        return None
    noun = scene.doc[at - 1]
    lemma = noun.lemma_.lower()
    effects = movement_words("effects_up") | movement_words("effects_down")
    return noun if noun.pos_ in ("NOUN", "PROPN") and lemma not in effects else None


def _is_cause(noun: Token) -> bool:
    """Whether a noun is told as a cause, or as what is offset by one: "driven by higher *fees*", "reflecting …"."""
    for _ in range(_LIST):
        if noun.dep_ != "conj":
            break
        noun = noun.head
    above = noun.head
    if noun.dep_ == "pobj":
        return above.lower_ in _OWING or above.head.lower_ in _OWING
    return noun.dep_ in ("dobj", "nsubj", "nsubjpass") and above.lemma_.lower() in _SHOWING
