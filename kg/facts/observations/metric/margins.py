"""A sum that is told in percent is its rate: "EBITDA of 5.9%", "net charge-offs were 22 basis points"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.facts.observations.draft import Draft, Part
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.metric.percentages import loss_rates, profit_margins
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.growth_or_level import PROFITS_IN_PERCENT
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.metric_names import metric_id
from kg.model import Entity, EntityId, Money, Percent, Points

_BARE = frozenset({"margin", "margins"})
_TAXES = frozenset({"tax", "taxes", "income tax", "income taxes", "income tax expense", "tax expense"})


def as_margin(measure: Measure, draft: Draft, table: MetricTable) -> Measure:
    """The margin of a profit whose value is a percentage, that of a tax or of losses; any other measure as it is."""
    part = draft.value
    if part is None and draft.change is not None and measure.placed is None:
        return _taken_up(measure, draft.change, table)
    rate = loss_rates().get(words_of(measure.name))
    if part is not None and rate is not None and isinstance(amount(part.figure), Percent | Points):
        return replace(listed(rate, table, str(measure.certainty)), placed=measure.placed)
    if part is None or not isinstance(amount(part.figure), Percent):
        return measure
    if measure.name.lower() in _TAXES:
        return replace(listed("tax rate", table, str(measure.certainty)), placed=measure.placed)
    if (margin := profit_margins().get(words_of(measure.name))) is not None:
        return replace(listed(margin, table, str(measure.certainty)), placed=measure.placed)
    if measure.name.lower().split()[-1] not in PROFITS_IN_PERCENT:
        return measure
    name = f"{measure.name} margin"
    entry = table.get(words_of(name))
    return replace(measure, id=entry.id if entry else metric_id(name), name=entry.name if entry else name)


def of_profit_before(
    scene: Scene, measure: Measure, entities: Mapping[EntityId, Entity], table: MetricTable
) -> Measure:
    """The margin of the profit that a sentence tells before "margin": "*EBITDA* was $9 million, a *margin* of 20%"."""
    if measure.name not in _BARE or measure.placed is None:
        return measure
    until = measure.placed.start
    sums = [f.start for f in scene.figures if f.end <= until and isinstance(amount(f), Money)]
    named = [entities[m.item.entity].name for m in scene.metrics if m.end <= until and m.item.entity in entities]
    margin = next((profit_margins().get(words_of(name)) for name in reversed(named)), None) if sums else None
    return replace(listed(margin, table, "0.8"), placed=measure.placed) if margin is not None else measure


def _taken_up(measure: Measure, change: Part, table: MetricTable) -> Measure:
    """The margin of a profit told before that moves by points: "gross profit … we think it rises 40 points"."""
    margin = profit_margins().get(words_of(measure.name))
    if margin is None or margin == measure.name or not isinstance(amount(change.figure), Points):
        return measure
    return listed(margin, table, str(measure.certainty))
