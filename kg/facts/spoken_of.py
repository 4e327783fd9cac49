"""Which entities a reading keeps: things that the call names, and the metrics that its facts are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.facts.context import Context
from kg.model import Driver, Entity, EntityId, EntityType, Exchange, Link, Observation, Relation, Surface
from kg.word_lists import word_list


def spoken_of(
    context: Context,
    coined: Mapping[EntityId, Entity],
    observations: Sequence[Observation],
    drivers: Sequence[Driver],
    relations: Sequence[Relation],
    exchanges: Sequence[Exchange],
) -> tuple[Entity, ...]:
    """The entities of a call by id; a metric in passing is left out: one that no list holds, or a general one."""
    needed = {context.company, *(t.speaker for t in context.turns), *(t.organization for t in context.turns)}
    needed |= (
        {o.entity for o in observations} | {o.metric for o in observations} | {o.attributed_to for o in observations}
    )
    needed |= {e for d in drivers for e in d.cause_entities}
    needed |= {r.subject for r in relations} | {r.object for r in relations}
    needed |= {e for x in exchanges for e in (x.analyst, x.firm, *x.answered_by)}
    needed |= {p.refused for x in exchanges for p in x.parts} | {p.answered_by for x in exchanges for p in x.parts}
    surfaces = metric_surfaces(context.metrics)
    kept: dict[EntityId, Entity] = {}
    for id, entity in context.entities.items():
        if entity.type is EntityType.METRIC:
            if id in needed or (_is_told_by_name(entity) and id in surfaces):
                kept[id] = entity if entity.surfaces else replace(entity, surfaces=surfaces.get(id, ()))
        elif id in needed or entity.surfaces:
            kept[id] = entity
    for id in sorted(i for i in needed if i is not None and i not in kept):
        kept[id] = coined[id]
    return tuple(kept[id] for id in sorted(kept))


def _is_told_by_name(metric: Entity) -> bool:
    """Whether a call that names a metric speaks of it: "capital intensity" tells more than "cost"."""
    return metric.listed and metric.name not in word_list("kg.facts", "words/metrics.toml", "general")


def only_told(driver: Driver, context: Context, observations: Sequence[Observation]) -> Driver:
    """A driver without the general or unlisted measures in its cause of which the call tells nothing: "our *costs*"."""
    told = {o.metric for o in observations}
    kept = tuple(
        id
        for id in driver.cause_entities
        if id in told or context.entities[id].type is not EntityType.METRIC or _is_told_by_name(context.entities[id])
    )
    return replace(driver, cause_entities=kept)


def metric_surfaces(links: Sequence[Link]) -> dict[EntityId, tuple[Surface, ...]]:
    """How the call words each metric: its distinct forms in text order, with the number of times."""
    found: dict[EntityId, dict[str, Surface]] = {}
    for link in links:
        forms = found.setdefault(link.entity, {})
        seen = forms.get(link.mention.text)
        again = seen.occurrences + 1 if seen else 1
        forms[link.mention.text] = Surface(link.mention.text, seen.span if seen else link.mention.span, again)
    return {id: tuple(sorted(forms.values(), key=lambda s: s.span)) for id, forms in found.items()}
