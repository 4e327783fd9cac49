"""Income per share under its own name: "net income of 2 billion, or 81 cents per diluted share"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.metric.share_amounts import SHARES, is_per_share
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Entity, EntityId, Money

_INCOMES = ("net income", "earnings", "net loss", "net profit", "loss", "shareholders")
_BETWEEN = frozenset({"diluted", "basic", "common", "ordinary", "class", "a", "fully", "american", "depositary"})


def per_share(scene: Scene, draft: Draft, entities: Mapping[EntityId, Entity], table: MetricTable) -> Measure | None:
    """An income per share: "81 cents per diluted share" behind "net income", or "net income per diluted share"."""
    part = draft.value or draft.prior
    if part is None or not isinstance(amount(part.figure), Money):
        return None
    if draft.metric is not None and draft.metric.item.entity in entities:
        said = _per_share(scene, draft.metric.end) if draft.metric.start < part.figure.start else None
        entity = entities[draft.metric.item.entity]
        if said is not None and entity.name.endswith(_INCOMES):
            return replace(
                listed(f"{entity.name.split(' attributable ')[0]} per {said}", table, "0.85"), placed=draft.metric
            )
    words = [t.lower_ for t in scene.doc[part.figure.end : part.figure.end + 4]]
    before = [
        entities[m.item.entity].name for m in scene.metrics if m.end <= part.figure.start and m.item.entity in entities
    ]
    income = any(name.endswith(_INCOMES) for name in before[-1:])
    if not income or not is_per_share(scene, part.figure):
        return None
    found = listed("diluted EPS" if "diluted" in words else "EPS", table, "0.8")
    return replace(found, loss=True) if found is not None and before[-1].endswith("loss") else found


def _per_share(scene: Scene, position: int) -> str | None:
    """ "Diluted ADS" in "attributable to shareholders per diluted ADS", close behind the name of an income."""
    end = min(position + 10, scene.sentence.end)
    lead = next((i for i in range(position, end) if scene.doc[i].lower_ == "per"), None)
    if lead is None or any(t.pos_ in ("VERB", "AUX") and t.lower_ != "attributable" for t in scene.doc[position:lead]):
        return None
    last = lead + 1
    while last < end and scene.doc[last].lower_ in _BETWEEN:
        last += 1
    if last >= end or scene.doc[last].lower_ not in SHARES:
        return None
    return scene.doc[lead + 1 : last + 1].text
