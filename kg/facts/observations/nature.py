"""Whether a measure is a balance at an instant or a flow over a period, as its list entry or its verb tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kg.facts.observations.drafts import Draft
from kg.facts.observations.measure import Measure
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head
from kg.lexicon.metrics import MetricTable

_AVERAGES = frozenset({"average", "avg"})
_LENT = frozenset({"loan", "deposit"})


@cache
def _words() -> Mapping[str, frozenset[str]]:
    raw = json.loads((files("kg.facts.observations") / "nature.json").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in raw.items()}


def is_balance(scene: Scene, draft: Draft, measure: Measure, table: MetricTable) -> bool:
    """Whether a draft states a stock: 46 million members, a cash position; an average is a flow."""
    words = set(measure.id.removeprefix("metric/").split("-"))
    before = {t.lower_ for t in scene.doc[max(0, draft.parts[0].figure.start - 8) : draft.parts[0].figure.start]}
    if words & _AVERAGES or (measure.placed is not None and before & _AVERAGES and words & _LENT):
        return False
    entry = table.closest(measure.id)
    if entry is not None and entry.period_type == "Instant":
        changes_only = draft.value is None and draft.change is not None
        return not (changes_only and (entry.unit_kind == "Count" or words & _LENT))
    if entry is not None or measure.words is None:
        return False
    verb = clause_head(scene.doc[draft.parts[0].figure.start])
    return verb.lemma_.lower() in _words()["stative"] and verb.tag_ != "VBD"
