"""Entities and metrics: found by a name or, failing that, by shared surfaces."""

from __future__ import annotations

from collections.abc import Sequence

from kg.evaluate.matching import Outcome, compare
from kg.evaluate.names import Names, plain
from kg.evaluate.rows import EntityRow, Rows

METRIC = "Metric"


def score(gold: Rows, system: Rows, names: Names) -> Sequence[Outcome[EntityRow]]:
    """Two outcomes: things, with their type; metrics."""

    def similarity(g: EntityRow, o: EntityRow) -> float:
        if names.same(g.name, o.name):
            return 2.0
        a = {plain(form) for form in (g.name, *g.surfaces)}
        b = {plain(form) for form in (o.name, *o.surfaces)}
        return len(a & b) / len(a | b)

    things = compare(
        "entity",
        [row for row in gold.of(EntityRow) if row.type != METRIC],
        [row for row in system.of(EntityRow) if row.type != METRIC],
        similarity,
        {"type": lambda g, o: g.type == o.type},
    )
    metrics = compare(
        "metric",
        [row for row in gold.of(EntityRow) if row.type == METRIC],
        [row for row in system.of(EntityRow) if row.type == METRIC],
        similarity,
    )
    return things, metrics
