"""Names of things that measures are not of: securities, groups of firms, storms, what accounts shorten."""

from __future__ import annotations

from kg.model import Entity, EntityType
from kg.word_lists import word_list


def owns_nothing(entity: Entity) -> bool:
    """Whether no measure is of a thing of this name; a unit may end in any word: "Rare Disease".

    >>> from kg.model import EntityId
    >>> named = [Entity(EntityId("product/a"), EntityType.PRODUCT, name) for name in ("Fortune 500", "Looms")]
    >>> [owns_nothing(entity) for entity in named]
    [True, False]
    """
    small = entity.name.lower()
    if {small, small.removesuffix("s")} & _names("names") or small.split()[0] in _names("first"):
        return True
    return entity.type is not EntityType.BUSINESS_UNIT and small.split()[-1] in _names("last")


def _names(which: str) -> frozenset[str]:
    return word_list("kg.facts.observations.owner", "no_owners.toml", which)
