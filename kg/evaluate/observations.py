"""Observations: found when their figures agree (or, in words, metric and direction); then every field of the found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kg.evaluate.figures import (
    agrees,
    changes_agree,
    common_figures,
    joined,
    priors_agree,
    same_metric,
    same_unit,
    values_agree,
)
from kg.evaluate.matching import Measure, Outcome, compare, evidence_overlap
from kg.evaluate.names import Names, plain
from kg.evaluate.rows import ObservationRow, Rows

LEAST_OVERLAP = 0.5
FULLY_RIGHT = frozenset({"entity", "metric", "unit", "all figures", "direction", "period"})


def score(gold: Rows, system: Rows, names: Names) -> Sequence[Outcome[ObservationRow]]:
    """Three outcomes: with figures, fully right among these, and in words."""
    golds, others = gold.of(ObservationRow), system.of(ObservationRow)
    figures = compare(
        "observation, figures",
        [row for row in golds if row.has_figure],
        [row for row in others if row.has_figure],
        lambda g, o: _figure_similarity(g, o, names),
        _fields(names),
    )
    words = compare(
        "observation, in words",
        [row for row in golds if not row.has_figure],
        [row for row in others if not row.has_figure],
        lambda g, o: _word_similarity(g, o, names),
    )
    return figures, _fully_right(figures), words


def _figure_similarity(g: ObservationRow, o: ObservationRow, names: Names) -> float:
    hits = common_figures(g, o)
    overlap = evidence_overlap(g.evidence, o.evidence) if hits else 0.0
    if overlap < LEAST_OVERLAP:
        return 0.0
    return 10 * hits + 3 * names.close(g.metric, o.metric) + 3 * names.close(g.entity, o.entity) + overlap


def _word_similarity(g: ObservationRow, o: ObservationRow, names: Names) -> float:
    if g.direction != o.direction:
        return 0.0
    overlap = evidence_overlap(g.evidence, o.evidence)
    metric = 0.5 if joined(g, o) else names.close(g.metric, o.metric)
    if overlap < LEAST_OVERLAP or metric < 0.5:
        return 0.0
    return 3 * metric + 2 * names.close(g.entity, o.entity) + overlap


def _fully_right(figures: Outcome[ObservationRow]) -> Outcome[ObservationRow]:
    found = figures.measure
    wrong = tuple(pair for pair in figures.wrong if FULLY_RIGHT & set(pair.fields))
    right = found.found - len(wrong)
    return Outcome(Measure("observation, fully right", found.gold, found.system, right), wrong=wrong)


def _fields(names: Names) -> Mapping[str, Callable[[ObservationRow, ObservationRow], bool]]:
    return {
        "entity": lambda g, o: joined(g, o) or any(names.same(e, o.entity) for e in (g.entity, *g.entity_aka)),
        "metric": lambda g, o: same_metric(names, g.metric, o.metric) or joined(g, o),
        "unit": lambda g, o: g.value is None or same_unit((g.unit, *g.unit_aka), o.unit),
        "all figures": _all_figures,
        "direction": lambda g, o: g.direction == o.direction,
        "period": lambda g, o: o.period in (g.period, *g.period_aka),
        "comparison": lambda g, o: g.comparison == o.comparison,
        "modality": lambda g, o: g.modality == o.modality,
        "speaker": lambda g, o: names.same(g.speaker, o.speaker),
    }


def _all_figures(g: ObservationRow, o: ObservationRow) -> bool:
    return (
        values_agree(g, o)
        and agrees(g.value_max, o.value_max, bound=g.value_is_bound)
        and changes_agree(g, o)
        and priors_agree(g, o)
        and (g.change is None or plain(g.change_unit) == plain(o.change_unit))
    )
