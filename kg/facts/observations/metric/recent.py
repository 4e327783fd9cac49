"""The measures that a speaker named lately, and which of them a figure with none of its own can be of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.metric.suited import suits
from kg.lexicon.metrics import MetricTable

_MEMORY = 4


def remembered(told: Iterable[Measure], recent: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures spoken of lately, newest first, each once."""
    out: dict[str, Measure] = {}
    for one in (*told, *recent):
        out.setdefault(one.id, one)
    return tuple(out.values())[:_MEMORY]


def spoken_of(draft: Draft, last: Measure | None, recent: Sequence[Measure], table: MetricTable) -> Measure | None:
    """The measure last named that a draft can be of: no margin is a sum of money, no sum of money a percentage."""
    if last is None or suits(draft, last, table):
        return last
    return next((one for one in recent if one.id in table.by_id and suits(draft, one, table)), None)
