"""Income per share under its own name: "net income of 2 billion, or 81 cents per diluted share"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.metric.share_amounts import SHARES, is_per_share
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable, words_of
from kg.model import Entity, EntityId, Money

_INCOMES = ("net income", "earnings", "net loss", "net profit", "loss", "shareholders")
_KINDS = ("adjusted", "non-GAAP", "core")
_BETWEEN = frozenset({"diluted", "basic", "common", "ordinary", "class", "a", "fully", "american", "depositary"})


def per_share(scene: Scene, draft: Draft, entities: Mapping[EntityId, Entity], table: MetricTable) -> Measure | None:
    """An income per share: "81 cents per diluted share" behind "net income", or "net income per diluted share"."""
    part = draft.value or draft.prior
    if part is None or not isinstance(amount(part.figure), Money):
        return None
    if draft.metric is not None and draft.metric.item.entity in entities:
        said = (
            _per_share(scene, draft.metric.end, part.figure.start) if draft.metric.start < part.figure.start else None
        )
        entity = entities[draft.metric.item.entity]
        if said is not None and entity.name.endswith(_INCOMES):
            return replace(
                listed(f"{entity.name.split(' attributable ')[0]} per {said}", table, "0.85"), placed=draft.metric
            )
    words = [t.lower_ for t in scene.doc[part.figure.end : part.figure.end + 4]]
    named = (m.item.entity for m in scene.metrics if m.end <= part.figure.start)
    before = [entities[id].name.removesuffix(" guidance") for id in named if id in entities]
    if not is_per_share(scene, part.figure):
        return None
    if draft.metric is not None and (own := _own_name(scene, draft, entities, table)) is not None:
        return own
    if not any(name.endswith(_INCOMES) for name in before[-1:]):
        return None
    kind = next(
        (k for k in _KINDS if before[-1].lower().startswith(f"{k.lower()} ")), "diluted" if "diluted" in words else ""
    )
    found = listed(f"{kind} EPS".strip(), table, "0.8")
    return replace(found, loss=True) if before[-1].endswith("loss") else found


def _own_name(scene: Scene, draft: Draft, entities: Mapping[EntityId, Entity], table: MetricTable) -> Measure | None:
    """An income told per share behind its sum, under its own name: "*core FFO* was $9 million, or 36 cents a share"."""
    part, metric = draft.value or draft.prior, draft.metric
    entity = entities.get(metric.item.entity) if metric is not None else None
    if part is None or metric is None or entity is None or metric.end > part.figure.start:
        return None
    summed = any(
        metric.end <= f.start < part.figure.start and isinstance(amount(f), Money) for f in scene.figures
    ) and scene.doc[part.figure.start - 1].lower_ in ("or", "and", "of")
    if not summed:
        return None
    words = entity.name.split()
    kind = " ".join(words[:-2] if words[-2:] in _NET else words[:-1])
    if not kind:
        return None
    if words[-1] in ("income", "earnings", "profit") and table.get(words_of(f"{kind} EPS")) is not None:
        return replace(listed(f"{kind} EPS", table, "0.8"), placed=metric)
    known = table.get(words_of(f"{entity.name} per share"))
    if known is None and words[-1] != "earnings":
        return None
    return replace(listed(f"{entity.name} per share", table, "0.8"), placed=metric)


_NET = (["net", "income"], ["net", "earnings"], ["net", "profit"])


def _per_share(scene: Scene, position: int, figure: int) -> str | None:
    """ "Diluted ADS" in "attributable to shareholders per diluted ADS", between the name of an income and a figure."""
    end = min(position + 10, figure)
    lead = next((i for i in range(position, end) if scene.doc[i].lower_ == "per"), None)
    if lead is None or any(t.pos_ in ("VERB", "AUX") and t.lower_ != "attributable" for t in scene.doc[position:lead]):
        return None
    last = lead + 1
    while last < end and scene.doc[last].lower_ in _BETWEEN:
        last += 1
    if last >= end or scene.doc[last].lower_ not in SHARES:
        return None
    return scene.doc[lead + 1 : last + 1].text


def of_one_share(draft: Draft, measure: Measure, table: MetricTable) -> Measure:
    """An income whose figure is too small for a company's, as that of one share: "raised *FFO* guidance by $0.05"."""
    part = draft.value or draft.change or draft.prior
    value = amount(part.figure) if part is not None else None
    if not isinstance(value, Money) or abs(value.amount) >= _OF_WHOLE or value.currency not in _LARGE_UNITS:
        return measure
    found = table.get(words_of(f"{measure.name} per share"))
    if found is None or found.unit_kind != "MoneyPerShare":
        return measure
    return replace(measure, id=found.id, name=found.name)


_OF_WHOLE = 100
"""No company earns so little in a quarter, in a currency whose unit buys as much as a dollar."""
_LARGE_UNITS = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD"})


def dividend_per_share(scene: Scene, draft: Draft, measure: Measure, table: MetricTable) -> Measure:
    """A dividend as that of one share, where its figure is said to be one; any other measure as it is.

    "A *dividend* of 31 cents *per share*", "a 26 cent *per share* dividend", "the *per-share* dividend rose 4%".
    """
    part = draft.value or draft.change
    if part is None or measure.name not in _DIVIDENDS:
        return measure
    lead = scene.doc[max(scene.sentence.start, part.figure.start - _NEAR) : part.figure.start].text.lower()
    before = lead.replace("-", " ").replace("  ", " ").endswith(("dividend per share of", "dividends per share of"))
    behind = scene.doc[part.figure.end : min(part.figure.end + _NEAR, scene.sentence.end)].text.lower()
    rises = part is draft.change and " ".join(behind.replace("-", " ").split()).startswith(_RISES)
    if not (is_per_share(scene, part.figure) or before or rises):
        return measure
    each = "ADS" if any(word in behind.split()[:4] for word in ("ads", "adss")) else "share"
    found = listed(f"dividend per {each}", table, str(measure.certainty))
    return replace(found, placed=measure.placed)


_DIVIDENDS = (
    "dividend",
    "cash dividend",
    "quarterly dividend",
    "regular dividend",
    "common dividend",
    "share dividend",
)
_NEAR = 7
_RISES = tuple(f"{rise} in the per share dividend" for rise in ("increase", "rise", "decrease", "growth"))
