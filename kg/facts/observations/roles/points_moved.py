"""Points that no word beside them makes a move: "sales were aided by 200 basis points", "a margin impact of 50 bps".

Sums and margins do not stand at so many points, they move by them; rates of small size, a cost of deposits, do stand.
"""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.observations.draft import Part
from kg.facts.observations.metric.choice import RATIO_WORDS
from kg.facts.observations.movement import direction_of, movement_words, noun_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.judged_figures import JUDGEMENTS
from kg.facts.observations.scene import Placed, Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Direction, EntityId, Mention, Points

_SUMS = ("Money", "Count", "MoneyPerShare")
_WHOLES = frozenset({"sale", "sales", "revenue", "asset", "loan", "billing"})
_NEAR = 8
_SPREAD = {"leverage": Direction.DOWN, "delever": Direction.UP, "deleverage": Direction.UP}
"""Which way an expense goes as a part of sales: "SG&A *leveraged* 60 basis points"."""


def as_moved(scene: Scene, part: Part, table: MetricTable) -> Role:
    """The role of points that are no level of their metric; any other figure keeps its own."""
    told = part.role.role is not FigureRole.VALUE or part.role.direction is not None
    if told or part.choice is None or not isinstance(amount(part.figure), Points):
        return part.role
    spread = any(t.pos_ == "VERB" and t.lemma_.lower() in _SPREAD for t in _before(scene, part.figure))
    if not spread and not moves_by_points(part.choice.metric.item.entity, table):
        return part.role
    if _is_part_of(scene, part.figure.end):
        return part.role
    return Role(FigureRole.CHANGE, _way(scene, part.figure), contribution=True)


def _before(scene: Scene, figure: Placed[Mention]) -> DocSpan:
    """The words of a sentence that stand close before a figure."""
    return scene.doc[max(scene.sentence.start, figure.start - _NEAR) : figure.start]


def moves_by_points(metric: EntityId, table: MetricTable) -> bool:
    """Whether a metric is one that points can only move: a sum or a margin, but no loss or cost told in points.

    >>> from kg.lexicon.metrics import shipped_metrics
    >>> [moves_by_points(EntityId("metric/" + name), shipped_metrics()) for name in ("gross-margin", "net-charge-offs")]
    [True, False]
    """
    words = set(metric.removeprefix("metric/").split("-"))
    if words & movement_words("told_in_points"):
        return False
    entry = table.closest(metric)
    summed = entry is not None and entry.unit_kind in _SUMS and not words & RATIO_WORDS
    return summed or "margin" in words


def _is_part_of(scene: Scene, end: int) -> bool:
    """Whether points are a part of a whole: "working capital is 70 basis points *of sales*"."""
    behind = list(scene.doc[end : min(end + _NEAR, scene.sentence.end)])
    if not behind or behind[0].lower_ != "of":
        return False
    whole = next((t for t in behind if t.lemma_.lower() in _WHOLES), None)
    return whole is not None and (whole.i + 1 >= scene.sentence.end or noun_direction(whole.nbor()) is None)


def _way(scene: Scene, figure: Placed[Mention]) -> Direction:
    """Which way the word nearest to points sends what they move, a judgement before all others; up where none tells."""
    floor = max([scene.sentence.start, figure.start - _NEAR, *(f.end for f in scene.figures if f.end <= figure.start)])
    ceiling = min([scene.sentence.end, figure.end + _NEAR, *(f.start for f in scene.figures if f.start >= figure.end)])
    near = sorted(
        (t for t in scene.doc[floor:ceiling] if not figure.start <= t.i < figure.end),
        key=lambda t: (figure.start - t.i if t.i < figure.start else t.i - figure.end + 1, t.i),
    )
    judged = next((JUDGEMENTS[t.lower_] for t in near if t.lower_ in JUDGEMENTS), None)
    return judged or next((way for t in near if (way := _sent(t)) is not None), Direction.UP)


def _sent(token: Token) -> Direction | None:
    """Which way a word sends a measure: up or down, or None."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _SPREAD:
        return _SPREAD[lemma]
    lowers = lemma in movement_words("lowering")
    harms = token.pos_ == "VERB" and (lemma in movement_words("harm_verbs") or lemma == "cost")
    way = Direction.DOWN if lowers or harms else direction_of(token)
    return way if way in (Direction.UP, Direction.DOWN) else None
