"""Links metric mentions: the finder named the metric, here it becomes an entity with its canonical name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kg.lexicon.metrics import MetricTable
from kg.mentions.metrics import canonical_name
from kg.model import Entity, EntityId, EntityType, Link, Mention


def link_metrics(mentions: Sequence[Mention], table: MetricTable) -> tuple[tuple[Link, ...], Mapping[EntityId, Entity]]:
    """A link per mention and the metrics that they denote."""
    links, entities = [], {}
    for mention in mentions:
        if mention.entity is None:
            continue
        entry = table.by_id.get(mention.entity)
        name = entry.name if entry else canonical_name(" ".join(mention.text.split()))
        reason = "a label of the metric list" if entry else "a phrase headed by a measure"
        entities.setdefault(mention.entity, Entity(mention.entity, EntityType.METRIC, name, listed=entry is not None))
        links.append(Link(mention, mention.entity, Decimal("0.9" if entry else "0.75"), reason))
    return tuple(links), entities
