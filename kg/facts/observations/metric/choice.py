"""Which measure a figure belongs to: candidates in the sentence are weighed by grammar, distance and unit."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.observations.metric.before import before
from kg.facts.observations.metric.behind import behind
from kg.facts.observations.metric.guided import is_guidance_alone
from kg.facts.observations.movement import movement_words, noun_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.moved_amounts import moving_word
from kg.facts.observations.scene import Placed, Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Count, EntityId, Link, Mention, Money, Percent, Points

_UNIT, _BARE, _OUTLOOK = -4.0, -2.0, -9.0
OF_ONE = 10_000_000
"""No share earns so much money, and none of the goods that have a price costs so much."""
_PRICES = frozenset({"price", "pricing", "asp", "fare"})
_OF_WHOLES = frozenset({"purchase", "acquisition", "contract", "transaction", "total", "sale", "offer", "deal"})
RATIO_WORDS = frozenset(
    {"margin", "rate", "ratio", "share", "roe", "rotce", "roa", "penetration", "yield", "utilization", "mix"}
    | {"percentage", "proportion", "portion"}
)

_BEFORE_AMOUNTS = frozenset({"by", "about", "approximately", "roughly", "around", "nearly", "almost", "over"})
_GIVEN, _MOVED_SUM = 3.0, 9.0
"""The weight of a measure that a verb says is moved, or the noun behind a sum and its "of"."""
_OF_OURS = 4
"""Words up to which a sum may stand behind what is given to it: "to *our total* revenue"."""
_NEAR = 5
"""Words within which a measure must stand from the figure by which it was moved."""

PEOPLE = frozenset({"employee", "headcount", "customer", "user", "member", "subscriber", "patient", "people"})
"""Measures that no sum of money is of."""


FLOWS = frozenset(
    {
        "volume",
        "order",
        "shipment",
        "delivery",
        "production",
        "sale",
        "wholesale",
        "traffic",
        "deal",
        "reserve",
        "share",
    }
    | {"volumes", "orders", "shipments", "deliveries", "sales", "wholesales", "reserves", "shares"}
)
"""Measures of things counted that are told in money too."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A metric chosen for a figure, with its weight."""

    metric: Placed[Link]
    weight: float


def choose(scene: Scene, figure: Placed[Mention], role: Role, table: MetricTable) -> Choice | None:
    """The best metric of the sentence for a figure, or None where none is near enough."""
    given_to = _moved_line(scene, figure) or _given_to(scene, figure, role) or _contributed_to(scene, figure)
    if given_to is not None:
        moved_sum = role.contribution and isinstance(amount(figure), Money)
        return Choice(given_to, _MOVED_SUM if moved_sum else _GIVEN)
    scored = [Choice(metric, _weight(scene, figure, role, metric, table)) for metric in scene.metrics]
    near = [choice for choice in scored if choice.weight > 0.5]
    guided = [choice for choice in near if not is_guidance_alone(choice.metric)]
    return max(guided or near, key=lambda c: (c.weight, -abs(c.metric.start - figure.start)), default=None)


def _moved_line(scene: Scene, figure: Placed[Mention]) -> Placed[Link] | None:
    """The line of which a sum says by how much it moved: "$20 million of lower *interest expense*"."""
    word = moving_word(scene, figure)
    if word is None or not isinstance(amount(figure), Money):
        return None
    return next((m for m in scene.metrics if word.i <= m.start <= word.i + _NEAR), None)


def _given_to(scene: Scene, figure: Placed[Mention], role: Role) -> Placed[Link] | None:
    """The measure that a verb says a cause moves by a figure: "rates hurt *margin* by 3 points", "gave 2 points to".

    What stands before the verb is the cause.
    """
    if role.cue is not None and role.contribution and isinstance(amount(figure), Money) and figure.end <= role.cue:
        moved = (m for m in scene.metrics if figure.end <= m.start and role.cue in (m.end, m.end - 1))
        return next(moved, None)  # "9 million of *working capital* improvements"
    if role.cue is not None and role.contribution and figure.end <= role.cue < figure.end + _NEAR:
        return _felt_by(scene, role.cue)
    if role.cue is None or scene.doc[role.cue].pos_ != "VERB" or role.cue > figure.start:
        return None
    if not isinstance(amount(figure), Points) or any(c.dep_ == "auxpass" for c in scene.doc[role.cue].children):
        return None
    harmed = [m for m in scene.metrics if role.cue < m.start < m.end < figure.start]
    by = scene.doc[figure.start - 1].lower_ in _BEFORE_AMOUNTS
    to = scene.doc[figure.end : figure.end + 1].text.lower() == "to" and role.contribution
    given = [m for m in scene.metrics if to and figure.end < m.start <= figure.end + _NEAR]
    return next((m for m in reversed(harmed) if by and m.end >= figure.start - _NEAR), next(iter(given), None))


def _contributed_to(scene: Scene, figure: Placed[Mention]) -> Placed[Link] | None:
    """The sum to which a business gives a part: "Lanterns contributed 45 million to *revenue* and 3 to *EBITDA*"."""
    if not isinstance(amount(figure), Money) or scene.doc[figure.end : figure.end + 1].text.lower() != "to":
        return None
    if not any(t.lemma_.lower() == "contribute" for t in scene.doc[scene.sentence.start : figure.start]):
        return None
    return next((m for m in scene.metrics if figure.end < m.start <= figure.end + _OF_OURS), None)


def _felt_by(scene: Scene, noun: int) -> Placed[Link] | None:
    """The measure that feels an effect: "an 11-point headwind to *license revenue*"."""
    if scene.doc[noun + 1 : noun + 2].text.lower() not in ("to", "on"):
        return None
    return next((m for m in scene.metrics if noun + 1 < m.start <= noun + _NEAR), None)


def _weight(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link], table: MetricTable) -> float:
    if metric.start < figure.end and figure.start < metric.end:
        return -9.0
    if role.cue is not None and metric.start <= role.cue < metric.end and _only_moves(scene, metric):
        return -9.0
    if is_part_of_expense(scene, metric) or scene.doc[max(0, metric.start - 1)].lower_ == "per":
        return -9.0  # "$3.55 per *diluted share*, up from $3.45"
    weight = unit_fit(figure, role, metric.item.entity, table)
    if metric.item.mention.rule == "metric.bare":
        weight += _BARE
    if _is_outlook(scene, metric, figure):
        weight += _OUTLOOK
    if metric.start >= figure.end:
        return weight + behind(scene, figure, role, metric)
    return weight + before(scene, figure, role, metric)


def _is_outlook(scene: Scene, metric: Placed[Link], figure: Placed[Mention]) -> bool:
    """Whether a metric only foresees the one behind a figure: "our *guidance* of $9 million of repurchases"."""
    if scene.doc[metric.end - 1].lower_ not in ("guidance", "outlook", "target", "budget"):
        return False
    foreseen = any(1 <= m.start - figure.end <= 2 for m in scene.metrics)
    return foreseen and scene.doc[figure.end].lower_ in ("of", "in")


def is_part_of_expense(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether "sales" only begins the name of an expense: "*sales* and marketing expenses"."""
    if scene.doc[metric.start : metric.end].text.lower() not in ("sales", "selling", "research"):
        return False
    end = min(metric.end + 4, scene.sentence.end)
    behind = [t.lemma_.lower() for t in scene.doc[metric.end : end]]
    return behind[:1] == ["and"] and bool({"expense", "cost"} & set(behind))


def _only_moves(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether a metric's words say no more than that something moved: "headwind", "growth rate"."""
    effects = movement_words("effects_up") | movement_words("effects_down")
    words = scene.doc[metric.start : metric.end]
    return all(noun_direction(t) or t.lemma_.lower() in effects or t.lower_ == "rate" for t in words)


def unit_fit(figure: Placed[Mention], role: Role, metric: EntityId, table: MetricTable) -> float:
    """How well the unit of a figure suits the kind of a metric: a margin is never a sum of money."""
    entry = table.closest(metric)
    kind = entry.unit_kind if entry and entry.unit_kind else "AnyUnit"
    words = set(metric.removeprefix("metric/").split("-"))
    ratio = kind in ("Percentage", "Multiple") or (kind == "AnyUnit" and bool(words & RATIO_WORDS))
    ratio |= "share-of-" in metric
    money = kind in ("Money", "MoneyPerShare") and not ratio
    value = amount(figure)
    if isinstance(value, Points):
        return 1.5 if ratio else -1.0
    if isinstance(value, Percent):
        if role.role is FigureRole.CHANGE:
            return 0.0
        return 1.5 if ratio else _UNIT / 2 if money or kind == "Count" else 0.0
    if isinstance(value, Money):
        if _is_of_one(metric, kind) and abs(value.amount) >= OF_ONE:
            return _UNIT
        counts = bool(words & PEOPLE) or (kind == "Count" and not words & FLOWS)
        return _UNIT if ratio else 0.5 if money else _UNIT / 2 if counts else 0.0
    if isinstance(value, Count):
        return _UNIT if ratio or money else 0.5 if kind == "Count" else 0.0
    return 0.0


def _is_of_one(metric: EntityId, kind: str) -> bool:
    """Whether a measure is told of one share or one piece: earnings per share, a price that is paid for no whole."""
    words = metric.removeprefix("metric/").split("-")
    return kind == "MoneyPerShare" or (words[-1] in _PRICES and not _OF_WHOLES & set(words))
