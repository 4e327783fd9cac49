"""Two kinds of one measure that are told in turn: "*new and renewal lease rates* rose 1.2% and 5.1%, respectively"."""

from __future__ import annotations

from dataclasses import replace

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.respectively import run_told_in_turn
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.metric_names import metric_id

_KINDS = frozenset({"ADJ", "NOUN", "PROPN"})


def kind_in_turn(scene: Scene, draft: Draft, measure: Measure, table: MetricTable) -> Measure:
    """The measure of the first of two figures by its own kind, where the second kind stands with their common noun."""
    placed, figure = measure.placed, draft.parts[0].figure
    run = run_told_in_turn(scene, figure)
    if placed is None or len(run) != 2 or figure is not run[0] or not scene.sentence.start + 2 <= placed.start:
        return measure
    kind, link = scene.doc[placed.start - 2], scene.doc[placed.start - 1]
    words = measure.name.split()
    if link.lower_ != "and" or placed.end > figure.start or len(words) < 2 or kind.pos_ not in _KINDS:
        return measure
    spots = [(s.start, s.end) for found in (scene.metrics, scene.names, scene.periods) for s in found]
    if any(start <= kind.i < end for start, end in spots) or words[0].lower() != scene.doc[placed.start].lower_:
        return measure
    first = kind.text if kind.text.isupper() else kind.lower_
    name = " ".join([first, *words[1:]])
    entry = table.get(words_of(name))
    return replace(measure, id=entry.id if entry else metric_id(name), name=entry.name if entry else name)
