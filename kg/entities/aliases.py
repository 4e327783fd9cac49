"""Names of one call that denote one thing: acronyms that it introduces, short forms, forms with a general head."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.entities.groups import Group
from kg.model import EntityType, Transcript

SMALL = {"and", "of", "the", "for", "&", "at", "in"}
HEADS = {"group", "app", "chip", "business", "segment", "division", "unit", "series", "program", "platform", "service", "inc", "corporation", "corp", "company", "ltd", "limited", "lineup", "bundle", "initiative"}


def aliases(transcript: Transcript, found: Sequence[Group]) -> Mapping[str, tuple[str, str]]:
    """For the key of each short form, the key of the full name and the reason."""
    keys = {g.key: g for g in found}
    out: dict[str, tuple[str, str]] = {}
    for group in found:
        if group.entity is not None:
            continue
        target = _acronym(group, found) or _tail(group, keys) or _without_head(group, keys)
        if target is not None and target[0] != group.key:
            out[group.key] = target
    return {short: _resolved(short, out) for short in out}


def _resolved(short: str, out: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    seen = {short}
    target, reason = out[short]
    while target in out and target not in seen:
        seen.add(target)
        target = out[target][0]
    return target, reason


def initials(name: str) -> str:
    """The initials of a name, small words left out.

    >>> initials("Wealth and Household Services")
    'WHS'
    """
    words = [w for w in re.findall(r"[\w&]+", name) if w.lower() not in SMALL]
    return "".join(w[0] for w in words).upper()


def _acronym(group: Group, found: Sequence[Group]) -> tuple[str, str] | None:
    text = group.name
    if not (2 <= len(text) <= 6 and text.isupper() and text.isalpha()):
        return None
    full = [g for g in found if len(g.name.split()) > 1 and text in {initials(g.name), initials(_headless(g.name))}]
    return (full[0].key, f"{text} are the initials of {full[0].name}") if len(full) == 1 else None


def _headless(name: str) -> str:
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 2 and words[-1].lower() in HEADS else name


def _tail(group: Group, keys: Mapping[str, Group]) -> tuple[str, str] | None:
    """ "14 Pro" for "Orchard 14 Pro": the end of exactly one longer name."""
    longer = [
        g for k, g in keys.items() if k != group.key and k.endswith(" " + group.key) and g.type is not EntityType.PLACE
    ]
    if len(longer) != 1 or group.mentions[0].span < longer[0].mentions[0].span:
        return None
    return longer[0].key, f"short for {longer[0].name}, named before"


def _without_head(group: Group, keys: Mapping[str, Group]) -> tuple[str, str] | None:
    """ "Orchard Cloud" and "Orchard Cloud business" are one."""
    words = group.key.split()
    if len(words) > 1 and words[-1] in HEADS and " ".join(words[:-1]) in keys:
        return " ".join(words[:-1]), "the same name with a general head"
    return None
