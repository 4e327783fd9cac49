"""Percentages that only their metric tells apart: sales of 4% grew by it, margins of 4% stand at it."""

from __future__ import annotations

from kg.facts.observations.draft import Part
from kg.facts.observations.metric.choice import RATIO_WORDS
from kg.facts.observations.metric.percentages import as_percentage
from kg.facts.observations.movement import noun_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Direction, EntityId, Percent

_COMPS = frozenset({"comp", "comps", "comp sales", "same-store sales", "comparable sales"})
_GROWTHS = frozenset({"growth", "increase", "decline", "decrease"})
_ELSEWHERE = frozenset({"from", "with", "by", "including", ";", "despite"})
_AS_FAR = 12
_CHANGES_OF_PACE = frozenset({"accelerate", "decelerate", "slow"})
PROFITS_IN_PERCENT = frozenset({"ebit", "ebita", "ebitda", "pbt", "pat"})
"""Profits that calls tell in percent of sales without saying so."""


def as_growth(scene: Scene, part: Part, table: MetricTable) -> Role:
    """A percentage of a measure that is no ratio is a growth: "comparable sales were 4% in May"."""
    if part.role.role is not FigureRole.VALUE or part.choice is None or not isinstance(amount(part.figure), Percent):
        return part.role
    if part.role.contribution:
        return part.role
    said = part.choice.metric.item.mention.text.lower()
    lead = scene.doc[max(scene.sentence.start, part.choice.metric.start - 2) : part.choice.metric.start]
    shared = RATIO_WORDS & {*said.split(), *(t.lower_ for t in lead)}
    if said.endswith(" growth") and part.role.direction is None and not shared:
        return Role(FigureRole.CHANGE, Direction.UP, None)  # "organic growth was 4%"
    after = scene.doc[part.figure.end].lower_ if part.figure.end < len(scene.doc) else ""
    entry = table.closest(_foreseen(part.choice.metric.item.entity))
    ratio = RATIO_WORDS & set(part.choice.metric.item.entity.removeprefix("metric/").split("-"))
    ratio |= PROFITS_IN_PERCENT & {part.choice.metric.item.entity.rsplit("-", 1)[-1].removeprefix("metric/")}
    sum_like = entry is not None and entry.unit_kind in ("Money", "Count", "MoneyPerShare") and not ratio
    told_in = "in terms of" in scene.doc[part.figure.end : part.figure.end + 5].text.lower()
    left = part.choice.metric.start < part.figure.start or told_in
    if part.choice.metric.start == part.figure.end and said in _COMPS:
        return Role(FigureRole.CHANGE, Direction.UP, None)  # "a 3% comp"
    behind = scene.doc[part.choice.metric.end : part.choice.metric.end + 1].text.lower()
    rest = part.figure.start > 0 and scene.doc[part.figure.start - 1].lower_ == "remaining"
    if as_percentage(scene) is not None or behind in RATIO_WORDS | {"coverage"} or rest:
        return part.role
    if after in ("of", "to", "are", "come") or fronted_whole(scene, part.figure.start) is not None:
        return part.role
    if not shared and not ratio and (grown := _growth_named(scene, part)) is not None:
        return grown
    if not sum_like or not left:
        return part.role
    if any(isinstance(amount(f), Percent) and f.start < part.figure.start for f in scene.figures[-3:]) and _is_to(
        scene, part
    ):
        return Role(FigureRole.CHANGE, Direction.UP, part.role.cue)
    if part.role.cue is not None and scene.doc[part.role.cue].lemma_.lower() in _CHANGES_OF_PACE:
        return Role(FigureRole.CHANGE, Direction.UP, part.role.cue, growth_level=True)
    if part.role.direction is not None:
        return part.role
    return Role(FigureRole.CHANGE, Direction.UP, None)


def _growth_named(scene: Scene, part: Part) -> Role | None:
    """The growth that the word behind a metric names: "unit *growth*, which should be 5%", "price *increases* were 3%".

    Where words of moving tell how the growth itself went, it came to a level: "visits *growth* slowed to 2%".
    """
    if part.choice is None or part.choice.metric.end >= min(part.figure.start, scene.sentence.end):
        return None
    noun = scene.doc[part.choice.metric.end]
    way = noun_direction(noun) if noun.pos_ == "NOUN" and noun.lemma_.lower() in _GROWTHS else None
    if way not in (Direction.UP, Direction.DOWN):
        return None
    between = scene.doc[noun.i + 1 : part.figure.start]
    if any(noun.i < m.start < between.end for m in scene.metrics) or len(between) > _AS_FAR:
        return None
    dated = {p.start for p in scene.periods}
    if any(t.lower_ in _ELSEWHERE and t.i + 1 not in dated for t in between):
        return None
    moved = part.role.direction is not None and part.role.cue != noun.i
    return Role(FigureRole.CHANGE, way, part.role.cue if moved else noun.i, growth_level=moved)


def _foreseen(metric: EntityId) -> EntityId:
    """What a guidance is of: "revenue guidance of 9%" is of revenue."""
    return EntityId(metric.removesuffix("-guidance").removesuffix("-outlook").removesuffix("-guide"))


def as_level(part: Part, table: MetricTable) -> Role:
    """A level in words of a measure that is itself a ratio is no growth: "double-digit margins"."""
    if part.role.role is not FigureRole.CHANGE or part.role.cue is not None or part.choice is None:
        return part.role
    entry = table.closest(part.choice.metric.item.entity)
    worded = "digit" in part.figure.item.text.lower()
    return Role(FigureRole.VALUE) if worded and entry is not None and entry.unit_kind == "Percentage" else part.role


def fronted_whole(scene: Scene, figure: int) -> tuple[int, int] | None:
    """The tokens of a whole of which a figure is a part: "Of total revenue, 38% came from Europe"."""
    doc, start = scene.doc, scene.sentence.start
    comma = next((i for i in range(figure - 1, start, -1) if doc[i].text == ","), None)
    if comma is None or doc[start].lower_ != "of" or figure - comma > 4:
        return None
    while start + 1 < comma and doc[start + 1].pos_ in ("DET", "PRON"):
        start += 1
    return start + 1, next(i for i in range(start + 1, comma + 1) if doc[i].text == ",")


def _is_to(scene: Scene, part: Part) -> bool:
    return part.figure.start > 0 and "to" in [
        t.lower_ for t in scene.doc[max(0, part.figure.start - 3) : part.figure.start]
    ]
