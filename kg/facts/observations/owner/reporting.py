"""The unit that a lexicon says a metric is told of, where the call itself leaves it open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.facts.observations.owner.choice import Owner
from kg.lexicon.metrics import MetricTable
from kg.model import Entity, EntityId, EntityType


def in_its_unit(
    owner: Owner, metric: EntityId, table: MetricTable, entities: Mapping[EntityId, Entity], company: EntityId
) -> Owner:
    """The owner of a metric; where none is named but a product, the unit that is known to report it.

    >>> owner = Owner(EntityId("company/acme"), (), "the company, since no unit is named", False)
    >>> in_its_unit(owner, EntityId("metric/gmv"), MetricTable({}, {}), {}, owner.entity).entity
    'company/acme'
    """
    entry = table.by_id.get(metric)
    unit = entry.reports_in if entry is not None else None
    if unit is None or unit not in entities:
        return owner
    named = entities[owner.entity]
    of_product = named.type is EntityType.PRODUCT and named.parent == unit
    open_to = owner.entity == company or entities[unit].type is EntityType.PRODUCT
    if not of_product and (owner.stated or not open_to):
        return owner
    return replace(owner, entity=unit, reason=f"the unit that reports {entry.name if entry else metric}")
