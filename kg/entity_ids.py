"""The id of a thing that nothing but its name identifies: its kind, a slash, and the name in plain letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from kg.legal_forms import identifying
from kg.model import EntityId, EntityType

KINDS: Mapping[EntityType, str] = {
    EntityType.PERSON: "person",
    EntityType.ORGANIZATION: "company",
    EntityType.BUSINESS_UNIT: "segment",
    EntityType.PRODUCT: "product",
    EntityType.EVENT: "event",
    EntityType.PLACE: "place",
    EntityType.METRIC: "metric",
}
"""The part of an id before the slash."""


def mint(kind: EntityType, name: str) -> EntityId:
    """The id of a thing of this kind and name; an organization has one id with and without its legal form.

    >>> mint(EntityType.PRODUCT, "Orchard Pay"), mint(EntityType.METRIC, "SG&A expense")
    ('product/orchard-pay', 'metric/sg-and-a-expense')
    >>> mint(EntityType.ORGANIZATION, "Acme"), mint(EntityType.ORGANIZATION, "The Acme Company")
    ('company/acme', 'company/acme')
    """
    return EntityId(f"{KINDS[kind]}/{slug(identifying(name) if kind is EntityType.ORGANIZATION else name)}")


def slug(name: str) -> str:
    """A name as the last part of an id: lower case, letters and digits of any script, hyphens between.

    >>> slug("Salt & Vine+ Café")
    'salt-and-vine-plus-cafe'
    """
    spelled = name.replace("&", " and ").replace("+", " plus ").replace("'", "").replace("’", "")
    plain = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c)).lower()
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "unnamed"
