"""Links metric mentions: the finder named the metric, here it becomes an entity with its canonical name.

Where a company's lexicon says that its calls are mis-heard ("EBITDA" for the EBITA that it reports), the mention
denotes the metric meant, with a correction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from kg.entities.phonetic import kind_of_error
from kg.entities.repairs import heard_form
from kg.lexicon import CompanyLexicon
from kg.lexicon.metrics import MetricTable
from kg.mentions.metric_bases import BASIS, on_basis
from kg.mentions.metric_names import canonical_name
from kg.model import Correction, Entity, EntityId, EntityType, Link, Mention

SURE = Decimal("0.9")
_DETERMINERS = frozenset({"the", "our", "its", "their", "your", "these", "those", "this", "that", "a", "an", "my"})


def link_metrics(
    mentions: Sequence[Mention],
    table: MetricTable,
    own: CompanyLexicon | None = None,
    *,
    rejected: Collection[tuple[str, EntityId]] = frozenset(),
) -> tuple[tuple[Link, ...], Mapping[EntityId, Entity], tuple[Correction, ...]]:
    """A link per mention, the metrics that they denote, and the corrections that `own` asks for and nobody rejected."""
    meant = {
        label.text.lower(): m for m in (own.metrics if own else ()) for label in m.labels if label.kind == "hidden"
    }
    links: list[Link] = []
    entities: dict[EntityId, Entity] = {}
    corrections: list[Correction] = []
    for place, mention in enumerate(mentions):
        entity, score, reason = _metric(mention, table, mentions[place + 1 : place + 2])
        right = meant.get(entity.name.lower())
        if right is not None and (heard_form(mention), right.id) not in rejected:
            reason = f"the company reports {right.name}, which is mis-heard as {entity.name}"
            heard = " ".join(mention.text.split())
            kind = kind_of_error(heard, right.name)
            corrections.append(Correction(mention.span, heard, right.name, right.id, kind, reason, SURE))
            entity = right
        entities.setdefault(entity.id, entity)
        links.append(Link(mention, entity.id, score, reason))
    return tuple(links), entities, tuple(corrections)


def _metric(mention: Mention, table: MetricTable, behind: Sequence[Mention]) -> tuple[Entity, Decimal, str]:
    entry = table.by_id.get(mention.entity) if mention.entity else None
    if entry is not None:
        return Entity(entry.id, EntityType.METRIC, entry.name, listed=True), SURE, "a label of the metric list"
    name = _name(mention)
    if mention.rule == BASIS and behind:
        name = on_basis(mention.text, _name(behind[0]))
    id = mention.entity or EntityId(f"metric/{name}")
    return Entity(id, EntityType.METRIC, name), Decimal("0.75"), "a phrase headed by a measure"


def _name(mention: Mention) -> str:
    return canonical_name(" ".join(w for w in mention.text.split() if w.lower() not in _DETERMINERS))
