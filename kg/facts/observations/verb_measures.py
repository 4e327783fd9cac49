"""Measures that a verb names: "we repurchased $4.1 billion"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kg.facts.observations.amounts import amount
from kg.facts.observations.drafts import Draft
from kg.facts.observations.measure import Measure, listed
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head
from kg.lexicon.metrics import MetricTable
from kg.model import Money


@cache
def _verb_metrics() -> Mapping[str, str]:
    raw = json.loads((files("kg.facts.observations") / "verb_metrics.json").read_text(encoding="utf-8"))
    return {str(verb): str(metric) for verb, metric in raw.items()}


def of_verb(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """ "we repurchased $4.1 billion": the verb names the measure."""
    if draft.metric is not None and draft.metric.item.mention.rule != "metric.bare":
        return None
    figure = draft.parts[0].figure
    if not isinstance(amount(figure), Money):
        return None
    verb = clause_head(scene.doc[figure.start])
    for token in (verb, *verb.children):
        particle = next((f" {c.lower_}" for c in token.children if c.dep_ == "prt"), "")
        name = _verb_metrics().get(token.lemma_.lower() + particle)
        if name is not None and token.pos_ == "VERB":
            return listed(name, table, "0.75")
    return None
