"""Which measure a figure belongs to: candidates in the sentence are weighed by grammar, distance and unit."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.facts.observations.amounts import amount
from kg.facts.observations.figure_role import FigureRole, Role
from kg.facts.observations.left_edge import left_edge
from kg.facts.observations.movement import movement_words, noun_direction
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import MetricTable
from kg.model import Count, Link, Mention, Money, Percent, Points

_ADJACENT, _OF, _SUBJECT, _LEFT, _CAUSE, _CROSS, _UNIT, _BARE = 6.0, 4.0, 5.0, 3.0, -4.0, -2.5, -4.0, -2.0
_GROWTH_IN = 8.5
_HELD = 9.0
RATIO_WORDS = frozenset(
    {"margin", "rate", "ratio", "share", "roe", "rotce", "roa", "penetration", "yield", "utilization", "mix"}
    | {"percentage", "proportion", "portion"}
)
_CAUSE_CUES = (
    "due",
    "driven",
    "because",
    "thanks",
    "reflecting",
    "led",
    "offset",
    "despite",
    "attributable",
    "supported",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A metric chosen for a figure, with its weight."""

    metric: Placed[Link]
    weight: float


def choose(scene: Scene, figure: Placed[Mention], role: Role, table: MetricTable) -> Choice | None:
    """The best metric of the sentence for a figure, or None where none is near enough."""
    scored = [Choice(metric, _weight(scene, figure, role, metric, table)) for metric in scene.metrics]
    best = max(scored, key=lambda c: (c.weight, -abs(c.metric.start - figure.start)), default=None)
    return best if best is not None and best.weight > 0.5 else None


def _weight(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link], table: MetricTable) -> float:
    if metric.start < figure.end and figure.start < metric.end:
        return -9.0
    if role.cue is not None and metric.start <= role.cue < metric.end and _only_moves(scene, metric):
        return -9.0
    if is_part_of_expense(scene, metric):
        return -9.0
    weight = _unit_fit(figure, role, metric, table)
    if metric.item.mention.rule == "metric.bare":
        weight += _BARE
    if metric.start >= figure.end:
        return weight + _right(scene, figure, role, metric)
    return weight + _left(scene, figure, role, metric)


_TO_WHAT = frozenset({"in", "of", "to", "on"})
_CURRENCIES = frozenset({"fx", "currency", "currencies", "exchange"})


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


def _right(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link]) -> float:
    """ "29% revenue growth", "4.1 billion of share repurchases", "double-digit growth in switchers"."""
    between = scene.doc[figure.end : metric.start]
    if any(t.is_sent_end or t.text in (";", ",", ":", "—", "--") for t in between):
        return -5.0
    near = _undated(scene, figure.end, metric.start)
    words = [t.lower_ for t in near]
    if _growth_in(scene, figure, role, metric):
        return _GROWTH_IN
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("amod", "compound") for t in near):
        return -3.0 - 0.2 * len(words)
    if {"and", "or", "while"} & set(words):
        return -2.0 - 0.3 * len(words)
    if not any(t.pos_ == "ADP" for t in near) and len(words) <= 4:
        return _ADJACENT - 0.3 * len(words)
    if words[:1] == ["of"] and len(words) <= 2 and _held(scene, figure):
        return _HELD
    if any(w in ("of", "in", "for", "on") for w in words) and len(words) <= 6 and "and" not in words:
        return _OF - 0.3 * len(words)
    if words[0] in ("through", "via") and len(words) <= 3:
        return _OF
    return -1.0 - 0.3 * len(words)


def _held(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a figure is what the subject comes with: "capital is strong, *with* 176 billion of CET1 capital"."""
    before = scene.doc[figure.start - 1] if figure.start > scene.sentence.start else None
    return before is not None and before.lower_ in ("with", "including") and isinstance(amount(figure), Money)


def _growth_in(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link]) -> bool:
    """ "a 9% increase in other income": nothing else can be what a noun of growth is said to be of."""
    if role.contribution and role.cue is not None and figure.end <= metric.start < metric.end <= role.cue:
        return True  # "50 basis points of *margin* expansion"
    if role.cue is None or not figure.end <= role.cue < metric.start or scene.doc[role.cue].pos_ != "NOUN":
        return False
    words = _undated(scene, role.cue + 1, metric.start)
    plain = all(t.pos_ in ("ADP", "DET", "PRON", "ADJ", "NOUN") or t.text == "-" for t in words)
    return plain and 0 < len(words) <= 5 and words[0].lower_ in _TO_WHAT and sum(t.pos_ == "ADP" for t in words) == 1


def _undated(scene: Scene, start: int, end: int) -> list[Token]:
    """The tokens of a stretch without those that say when or against what: "8% *year-on-year* GMV growth"."""
    dated = {i for p in scene.periods for i in range(p.start, p.end)}
    return [t for t in scene.doc[start:end] if t.i not in dated]


def _left(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link]) -> float:
    doc = scene.doc
    between = doc[metric.end : figure.start]
    weight = _LEFT - 0.12 * len(between)
    if role.contribution and scene.doc[metric.end - 1].lower_ in _CURRENCIES:  # the cause of a headwind
        weight -= 9.0
    if _claimed(scene, figure, metric):
        weight -= 6.0
    verb = clause_head(doc[figure.start])
    about = subject(verb)
    participle = role.cue is not None and doc[role.cue].tag_ == "VBG" and doc[role.cue].dep_ != "ROOT"
    if about is not None and metric.start <= about.i < metric.end and not participle:
        weight += _SUBJECT
    elif (
        about is not None and about.left_edge.i <= metric.start < about.right_edge.i + 1 and metric.end <= figure.start
    ):
        weight += 1.5
    weight += _CROSS * sum(1 for f in scene.figures if metric.end <= f.start < figure.start and f is not figure) * 0.4
    weight += _CROSS * sum(1 for t in between if t.text in (";",) or t.lower_ in ("while", "whereas"))
    cause = any(t.lower_ in _CAUSE_CUES for t in doc[max(scene.sentence.start, metric.start - 5) : metric.start])
    inside = any(t.lower_ in _CAUSE_CUES for t in doc[metric.end : figure.start])
    if cause and not inside and any(t.text == "," for t in between):
        weight += _CAUSE
    if inside:
        weight += _CAUSE * 0.5
    if len(between) <= 3:
        weight += 1.5
    grows = noun_direction(doc[metric.end - 1]) is not None
    if between and between[0].lower_ == "of" and not grows and left_edge(doc, figure, metric.end) <= metric.end:
        weight += 3.0
    return weight


def _claimed(scene: Scene, figure: Placed[Mention], metric: Placed[Link]) -> bool:
    """Whether a metric belongs to an earlier figure already: the first in "52 billion in cash flow and 38 billion"."""
    for other in scene.figures:
        if (
            other is not figure
            and other.end <= metric.start
            and metric.start - other.end <= 2
            and figure.start > metric.start
        ):
            gap = scene.doc[other.end : metric.start]
            if len(gap) == 0 or gap[0].lower_ in ("of", "in"):
                return not any(t.pos_ in ("VERB", "AUX") for t in scene.doc[metric.end : figure.start])
    return False


def _unit_fit(figure: Placed[Mention], role: Role, metric: Placed[Link], table: MetricTable) -> float:
    """How well the unit of a figure suits the kind of a metric: a margin is never a sum of money."""
    entry = table.closest(metric.item.entity)
    kind = entry.unit_kind if entry and entry.unit_kind else "AnyUnit"
    words = set(metric.item.entity.removeprefix("metric/").split("-"))
    ratio = kind in ("Percentage", "Multiple") or (kind == "AnyUnit" and bool(words & RATIO_WORDS))
    money = kind in ("Money", "MoneyPerShare") and not ratio
    value = amount(figure)
    if isinstance(value, Points):
        return 1.5 if ratio else -1.0
    if isinstance(value, Percent):
        if role.role is FigureRole.CHANGE:
            return 0.0
        return 1.5 if ratio else _UNIT / 2 if money or kind == "Count" else 0.0
    if isinstance(value, Money):
        return _UNIT if ratio else 0.5 if money else 0.0
    if isinstance(value, Count):
        return _UNIT if ratio or money else 0.5 if kind == "Count" else 0.0
    return 0.0
