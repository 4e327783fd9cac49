"""Growth as the measure of a percentage: "growth will be about 15%" tells by how much something grows."""

from __future__ import annotations

from dataclasses import replace

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.choice import RATIO_WORDS
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.lexicon.metrics import MetricEntry
from kg.model import Direction, Percent

_PLAIN = frozenset({"growth", "growth rate"})


def as_growth_told(measure: Measure, draft: Draft, grows: MetricEntry) -> Measure:
    """The measure that a growth is of, the draft's lone percentage becoming a change; `grows` where it names none."""
    part, name = draft.parts[0], measure.name.lower()
    lone = len(draft.parts) == 1 and part.role.role is FigureRole.VALUE and isinstance(amount(part.figure), Percent)
    growth = name in _PLAIN or (name.endswith(" growth") and not RATIO_WORDS & set(name.split()))
    if not lone or not growth or part.figure.item.rule == "quantity.fraction":
        return measure
    draft.recast(Role(FigureRole.CHANGE, part.role.direction or Direction.UP, part.role.cue))
    return replace(measure, id=grows.id, name=grows.name, words=None) if name in _PLAIN else measure
