"""Mentions of one call that are one name: the unit on which types, aliases and repairs are decided."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.entities.identity import key
from kg.model import EntityId, EntityType, Mention


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions under one key; `entity` and `type` are set where a lexicon told them."""

    key: str
    mentions: tuple[Mention, ...]
    entity: EntityId | None = None
    type: EntityType | None = None

    @property
    def name(self) -> str:
        """The form used most often, of equals the first."""
        forms = [" ".join(m.text.split()) for m in self.mentions]
        count = Counter(forms)
        return max(dict.fromkeys(forms), key=lambda form: count[form])


def groups(mentions: Iterable[Mention]) -> list[Group]:
    """Unlisted mentions by key and listed ones by entity, in the order in which the call first names them."""
    by_key: dict[tuple[str, EntityId | None], list[Mention]] = defaultdict(list)
    for mention in sorted(mentions):
        by_key["" if mention.entity else key(mention.text), mention.entity].append(mention)
    return [_group(name, entity, members) for (name, entity), members in by_key.items()]


def _group(name: str, entity: EntityId | None, members: Sequence[Mention]) -> Group:
    kind = next((m.type for m in members if m.type), None)
    return Group(name or str(entity), tuple(members), entity, kind)
