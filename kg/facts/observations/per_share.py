"""Income per share under its own name: "net income of 2 billion, or 81 cents per diluted share"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.facts.observations.amounts import amount
from kg.facts.observations.drafts import Draft
from kg.facts.observations.measure import Measure, listed
from kg.facts.observations.scene import Scene
from kg.facts.observations.share_amounts import is_per_share
from kg.lexicon.metrics import MetricTable
from kg.model import Entity, EntityId, Money


def per_share(scene: Scene, draft: Draft, entities: Mapping[EntityId, Entity], table: MetricTable) -> Measure | None:
    """ "net income of 2 billion, or 81 cents per diluted share": an income per share is earnings per share."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Money):
        return None
    words = [t.lower_ for t in scene.doc[part.figure.end : part.figure.end + 4]]
    before = [
        entities[m.item.entity].name for m in scene.metrics if m.end <= part.figure.start and m.item.entity in entities
    ]
    income = any(name.endswith(("net income", "earnings", "net loss")) for name in before[-1:])
    if not income or not is_per_share(scene, part.figure):
        return None
    found = listed("diluted EPS" if "diluted" in words else "EPS", table, "0.8")
    return replace(found, loss=True) if found is not None and before[-1].endswith("net loss") else found
