"""Drivers: found when the cause's words overlap and the metric that they explain is about the same."""

from __future__ import annotations

from collections.abc import Sequence

from kg.evaluate.matching import Outcome, compare, evidence_overlap
from kg.evaluate.names import Names
from kg.evaluate.rows import DriverRow, ObservationRow, Rows

LEAST_CAUSE = 0.6
LEAST_METRIC = 0.5


def score(gold: Rows, system: Rows, names: Names) -> Sequence[Outcome[DriverRow]]:
    """One outcome, with a share for polarity."""
    gold_effects = {row.id: row for row in gold.of(ObservationRow)}
    system_effects = {row.id: row for row in system.of(ObservationRow)}

    def similarity(g: DriverRow, o: DriverRow) -> float:
        cause = evidence_overlap(g.cause, o.cause)
        expected, got = gold_effects.get(g.effect), system_effects.get(o.effect)
        if expected is None or got is None or cause < LEAST_CAUSE:
            return 0.0
        metric = names.close(expected.metric, got.metric)
        return cause + metric + names.close(expected.entity, got.entity) if metric >= LEAST_METRIC else 0.0

    fields = {"polarity": lambda g, o: g.polarity == o.polarity}
    return (compare("driver", gold.of(DriverRow), system.of(DriverRow), similarity, fields),)
