"""From name mentions to entities: each mention gets a thing that it denotes, with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.entities.aliases import aliases
from kg.entities.groups import Group, groups
from kg.entities.identity import mint
from kg.entities.kinds import Places, kind_of
from kg.lexicon import Lexicon, normal
from kg.model import CallInfo, Entity, EntityId, EntityType, Link, Mention, Transcript


@dataclass(frozen=True, slots=True)
class NameLinks:
    """Links of name mentions in text order, and the entities they point to."""

    links: tuple[Link, ...]
    entities: Mapping[EntityId, Entity]


def company_of(call: CallInfo, lexicon: Lexicon) -> Entity:
    """The reporting company: from its lexicon, else under the name in the header.

    >>> company_of(CallInfo("Acme Widgets"), Lexicon()).id
    'company/acme-widgets'
    """
    own = lexicon.of_call(call)
    if own is not None:
        return own.company
    return Entity(mint(EntityType.ORGANIZATION, call.company), EntityType.ORGANIZATION, call.company)


def link_names(
    transcript: Transcript,
    mentions: Sequence[Mention],
    places: Places,
    company: Entity,
    known: Mapping[EntityId, Entity],
) -> NameLinks:
    """Link every name mention: listed ones to their entry, the others to the name they share."""
    found = groups(mentions)
    short = aliases(transcript, found)
    by_key = {g.key: g for g in found}
    chosen: dict[str, tuple[Entity, str, Decimal]] = {}
    for group in found:
        if group.key not in short:
            chosen[group.key] = _entity(group, places, company, known)
    links = []
    for group in found:
        full, reason = short.get(group.key, (group.key, ""))
        entity, why, score = chosen.get(full) or _entity(by_key[full], places, company, known)
        links += [Link(m, entity.id, score, reason or why) for m in group.mentions]
    entities = {entity.id: entity for entity, _, _ in chosen.values()}
    return NameLinks(tuple(sorted(links, key=lambda link: link.mention)), entities)


def _entity(
    group: Group, places: Places, company: Entity, known: Mapping[EntityId, Entity]
) -> tuple[Entity, str, Decimal]:
    if group.entity is not None and group.entity in known:
        return known[group.entity], "a label of the lexicon", Decimal("0.95")
    if normal(group.name) == normal(company.name):
        return company, "the reporting company", Decimal("0.95")
    kind = kind_of(group, places)
    return Entity(mint(kind, group.name), kind, group.name), "named so in the call", Decimal("0.8")
