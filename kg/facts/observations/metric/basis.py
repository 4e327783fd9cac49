"""Measures whose basis stands apart from their name: "*non-GAAP* Brankel operating income" is non-GAAP income."""

from __future__ import annotations

from dataclasses import replace

from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable, words_of

_BASES = {("non", "gaap"): "non-GAAP", ("adjusted",): "adjusted", ("gaap",): "GAAP"}


def on_basis(scene: Scene, measure: Measure, table: MetricTable) -> Measure:
    """A measure with the basis that is said before the name of its owner; any other measure as it is."""
    metric = measure.placed
    owner = next((n for n in scene.names if metric is not None and n.end == metric.start), None)
    if metric is None or owner is None:
        return measure
    before = scene.doc[max(scene.sentence.start, owner.start - 3) : owner.start]
    basis = next((name for words, name in _BASES.items() if words_of(before.text)[-len(words) :] == words), None)
    if basis is None or words_of(measure.name)[: len(words_of(basis))] == words_of(basis):
        return measure
    found = listed(f"{basis} {measure.name}", table, "0.78")
    return replace(found, placed=metric, certainty=measure.certainty)
