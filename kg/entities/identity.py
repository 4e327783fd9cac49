"""How a name becomes an id, and when two names are one: spelling apart, never meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

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


def slug(name: str) -> str:
    """A name as the last part of an id: lower case, letters and digits of any script, hyphens between.

    >>> slug("Salt & Vine+ Café")
    'salt-and-vine-plus-cafe'
    """
    spelled = name.replace("&", " and ").replace("+", " plus ").replace("'", "").replace("’", "")
    plain = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c)).lower()
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "unnamed"


def mint(kind: EntityType, name: str) -> EntityId:
    """The id of a thing that only this name identifies.

    >>> mint(EntityType.PRODUCT, "Orchard Pay")
    'product/orchard-pay'
    """
    return EntityId(f"{KINDS[kind]}/{slug(name)}")


def key(name: str) -> str:
    """A name as it is compared within a call: case, hyphens, article, possessive and plural ending are nothing.

    >>> key("the Orchard-Phones'") == key("Orchard phone")
    True
    """
    words = re.findall(r"[\w.+&]+(?:['’]\w+)*", name.lower().replace("-", " ").replace(" and ", " & "))
    words = [re.sub(r"['’]s?$", "", w).strip(".") or w for w in words]
    if len(words) > 1 and words[0] in {"the", "a", "an", "our"}:
        words = words[1:]
    if words:
        words[-1] = _singular(words[-1])
    return " ".join(words)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("sses"):
        return word[:-2]
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 and word != "series" else word[:-1]
