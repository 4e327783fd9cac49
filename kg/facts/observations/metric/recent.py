"""The measures that a speaker named lately, and which of them a figure with none of its own can be of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.facts.observations.draft import Draft, Part
from kg.facts.observations.metric.choice import unit_fit
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.lexicon.metrics import MetricTable
from kg.model import Count, Money

_MEMORY = 4
_MISFIT = -2.0
_SHARED_OUT = 5
"""So little money is that of one share, not of a company."""


def remembered(told: Iterable[Measure], recent: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures spoken of lately, newest first, each once."""
    out: dict[str, Measure] = {}
    for one in (*told, *recent):
        out.setdefault(one.id, one)
    return tuple(out.values())[:_MEMORY]


def spoken_of(draft: Draft, last: Measure | None, recent: Sequence[Measure], table: MetricTable) -> Measure | None:
    """The measure last named that a draft can be of: no margin is a sum of money, no sum of money a percentage."""
    if last is None or all(_fit(part, last, table) > _MISFIT for part in draft.parts):
        return last
    suited = (one for one in recent if one.id in table.by_id and all(_fit(p, one, table) > 0 for p in draft.parts))
    return next(suited, None)


def _fit(part: Part, measure: Measure, table: MetricTable) -> float:
    value = amount(part.figure)
    if isinstance(value, Money) and abs(value.amount) < _SHARED_OUT and _is_sum(measure, table):
        return _MISFIT * 2
    return 0.0 if isinstance(value, Count) else unit_fit(part.figure, part.role, measure.id, table)


def _is_sum(measure: Measure, table: MetricTable) -> bool:
    """Whether a measure is a sum that a company has, which is never a few cents."""
    entry = table.by_id.get(measure.id)
    return entry is not None and entry.unit_kind == "Money"
