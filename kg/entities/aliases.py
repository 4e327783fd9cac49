"""Names of one call that denote one thing: acronyms that it introduces, short forms, forms with a general head."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.entities.groups import Group
from kg.entities.identity import key
from kg.mentions.words import common_words
from kg.model import EntityType

SMALL = {"and", "of", "the", "for", "&", "at", "in"}
HEADS = frozenset(
    [
        "group",
        "app",
        "chip",
        "business",
        "segment",
        "division",
        "unit",
        "series",
        "program",
        "platform",
        "service",
        "inc",
        "corporation",
        "corp",
        "company",
        "ltd",
        "limited",
        "lineup",
        "bundle",
        "initiative",
        "corp",
    ]
)

_UNIT_HEADS = frozenset({"segment", "business", "division"})
_HEADS_IN_NAMES = ("solution", "service", "product", "brand", "system", "group")
"""Last words of a unit's own name, by their keys, for which a speaker says "segment"."""
_ENDS_OF_UNITS = frozenset({"technology", "process", "solution", "control", "system", "product", "banking", "line"})
"""Last words, by their keys, of names that only a unit bears, of which two letters are enough."""
WHOLE = frozenset({"worldwide", "global", "total", "overall"})
_CHANNEL = frozenset({"d2c", "dtc", "direct to consumer"})
Alias = tuple[str, str]
"""The key of the full name, and why the short one is it."""


def aliases(found: Sequence[Group]) -> Mapping[str, Alias]:
    """For the key of each short form, the key of the full name and the reason."""
    keys = {g.key: g for g in found}
    out: dict[str, Alias] = {}
    for group in found:
        if group.entity is not None:
            continue
        target = (
            _same_channel(group, found)
            or _acronym(group, found)
            or _without_head(group, keys)
            or _with_other_head(group, keys)
            or _of_the_whole(group, keys)
            or _tail(group, keys)
        )
        if target is not None and target[0] != group.key:
            out[group.key] = target
    return {short: _resolved(short, out) for short in out}


def _resolved(short: str, out: Mapping[str, Alias]) -> Alias:
    """The end of a chain of short forms; one that leads back to itself stops where it began."""
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


def _same_channel(group: Group, found: Sequence[Group]) -> Alias | None:
    """ "DTC" and "D2C" are "direct-to-consumer": the longest form that the call uses."""
    if group.key not in _CHANNEL:
        return None
    forms = [g for g in found if g.key in _CHANNEL and g.entity is None]
    whole = max(forms, key=lambda g: len(g.key))
    return whole.key, f"{group.name} is {whole.name}"


def _acronym(group: Group, found: Sequence[Group]) -> Alias | None:
    text = group.name
    if not (2 <= len(text) <= 6 and text.isupper() and text.replace("&", "").isalpha()):
        return None
    full = [g for g in found if g.entity is None and g.key != group.key and spelled_out(text, g.name)]
    return (full[0].key, f"{text} are the initials of {full[0].name}") if len({g.key for g in full}) == 1 else None


def spelled_out(acronym: str, name: str) -> bool:
    """Whether an acronym is made of a name's initials; one of two letters only of a name with a general head.

    >>> spelled_out("QTL", "QT Logistics")
    True
    >>> spelled_out("T&G", "Towels and Glass")
    True
    >>> spelled_out("PT", "Pump Technologies")
    True
    >>> spelled_out("MX", "Motor Xchange division"), spelled_out("AI", "Azure Ink")
    (True, False)
    """
    if "&" in acronym:
        return acronym == "".join(w if w == "&" else w[0] for w in name.replace(" and ", " & ").split()).upper()
    bare = _headless(name)
    first, *rest = name.split()
    if first.isupper() and rest and acronym == first + initials(" ".join(rest)):
        return True
    if any(word.isupper() for word in bare.split()) or len(bare.split()) < 2:
        return False
    whole = acronym == initials(name) and len(acronym) > 2
    sure = len(acronym) > 2 or bare != name or key(name.split()[-1]) in _ENDS_OF_UNITS
    return whole or (acronym == initials(bare) and sure)


def _headless(name: str) -> str:
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and key(words[-1]) in HEADS else name


def _tail(group: Group, keys: Mapping[str, Group]) -> Alias | None:
    """ "14 Pro" for "Orchard 14 Pro": the end of exactly one longer name that was used before."""
    ends = [g for k, g in keys.items() if k.endswith(" " + group.key) and not _is_member(group, k)]
    longer = [g for g in ends if g.type is not EntityType.PLACE]
    if len(longer) != 1 or group.mentions[0].span < longer[0].mentions[0].span:
        return None
    return longer[0].key, f"short for {longer[0].name}, named before"


def _is_member(group: Group, whole: str) -> bool:
    """Whether a name is the last of the list that another name is made of: "Towels" of "Bedding, Bath and Towels"."""
    return whole.removesuffix(group.key).rstrip().endswith((" and", "&"))


def _with_other_head(group: Group, keys: Mapping[str, Group]) -> Alias | None:
    """ "Paint segment", or "Paint" where no firm is called so, for the one unit "Paint Solutions"."""
    bare = key(_headless(group.name)) if key(group.name.split()[-1]) in _UNIT_HEADS else group.key
    said = any(f"{bare} {head}" in keys for head in _UNIT_HEADS)
    if bare == group.key and not said and not all(word in common_words() for word in bare.split()):
        return None
    whole = [g for head in _HEADS_IN_NAMES if (g := keys.get(f"{bare} {head}")) is not None]
    whole = [g for g in whole if g.entity is None and g.name.split()[-1][:1].isupper()]
    return (whole[0].key, f"the segment of {whole[0].name}") if len(whole) == 1 else None


def _of_the_whole(group: Group, keys: Mapping[str, Group]) -> Alias | None:
    """ "Worldwide Consumer sales" are those of the Consumer segment."""
    first, _, rest = group.name.partition(" ")
    if first.lower() not in WHOLE or key(rest) not in keys or not rest[:1].isupper():
        return None
    return key(rest), "the same name with a word for the whole"


def _without_head(group: Group, keys: Mapping[str, Group]) -> Alias | None:
    """ "Orchard Cloud" and "Orchard Cloud business" are one."""
    bare = key(_headless(group.name))
    if group.name.islower() and group.name.endswith((" banking", " bank")):  # "retail banking" where "retail" is a line
        bare = key(group.name.rpartition(" ")[0])
    if group.name.endswith(" care") and group.key.removesuffix(" care") in keys:
        bare = group.key.removesuffix(" care")
    if bare != group.key and bare in keys:
        return bare, "the same name with a general head"
    return None
