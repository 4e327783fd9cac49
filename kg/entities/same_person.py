"""Whether two names are one person's: nicknames, middle names, initials, surname first, another given name."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from jellyfish import jaro_winkler_similarity

from kg.persons import folded

_HONORIFIC = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof)\.?\s+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "cfa"})


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """For each given name the groups of short and full forms that it belongs to."""
    table = tomllib.loads(files(__package__).joinpath("nicknames.toml").read_text(encoding="utf-8"))
    groups: dict[str, set[str]] = {}
    for number, names in enumerate(table["groups"]):
        for name in names:
            groups.setdefault(name, set()).add(str(number))
    return {name: frozenset(found) for name, found in groups.items()}


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name as they are compared.

    >>> parts("Dr. Ana-Sofía M. Lee, Jr.")
    ('anasofia', 'm', 'lee')
    """
    plain = _HONORIFIC.sub("", folded(" ".join(name.split())).strip("[] "))
    tokens = [re.sub(r"[^\w]", "", token) for token in plain.split()]
    return tuple(t for t in tokens if t and t not in _SUFFIXES)


def same_given(one: str, other: str) -> bool:
    """Whether two given names may be one: equal, an initial, a nickname, or cut short.

    >>> same_given("mike", "michael"), same_given("phil", "philip"), same_given("j", "joan"), same_given("ann", "bob")
    (True, True, True, False)
    """
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    if _nicknames().get(one, frozenset()) & _nicknames().get(other, frozenset()):
        return True
    return min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one))


@lru_cache(1 << 12)
def short_forms(given: str) -> frozenset[str]:
    """The other forms that a given name goes by, in lower case.

    >>> sorted(short_forms("Tobias"))
    ['toby']
    """
    groups = _nicknames().get(folded(given), frozenset())
    return frozenset(name for name, found in _nicknames().items() if found & groups) - {folded(given)}


def same_name(one: str, other: str) -> bool:
    """Whether two full names are one person's by their form alone.

    >>> same_name("Mike Lund", "Michael Aron Lund"), same_name("Lund Mikkel", "Mikkel Lund"), same_name("A Bo", "A Li")
    (True, True, False)
    """
    a, b = parts(one), parts(other)
    if len(a) < 2 or len(b) < 2:
        return a == b and bool(a)
    if sorted(a) == sorted(b):
        return True
    if a[-1] == b[-1]:
        given = {same_given(x, y) for x in a[:-1] for y in b[:-1]}
        return same_given(a[0], b[0]) or (True in given and (len(a) > 2 or len(b) > 2) and len(a) != len(b))
    if "".join(a) == "".join(b):
        return True
    a, b = _without_initials(a), _without_initials(b)
    return len(a) == len(b) and same_given(a[0], b[0]) and _sounds(a[-1], b[-1])


def _without_initials(name: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a name without initials in its middle."""
    return (name[0], *(part for part in name[1:-1] if len(part) > 1), name[-1])


def _sounds(one: str, other: str) -> bool:
    return one[0] == other[0] and jaro_winkler_similarity(one, other) > 0.88


def share_name(one: str, other: str) -> bool:
    """Whether two names have a part in common: enough only where the call says otherwise that they are one.

    >>> share_name("Eddie Moll", "Ye Moll"), share_name("Carl Moll", "Carla Stern")
    (True, False)
    """
    a, b = parts(one), parts(other)
    return any(x == y and len(x) > 1 for x in a for y in b)
