"""Names of things that measures are not of: securities, groups of firms, storms, what accounts shorten."""

from __future__ import annotations

from kg.word_lists import word_list


def owns_nothing(name: str) -> bool:
    """Whether no measure is of a thing of this name.

    >>> owns_nothing("Fortune 500"), owns_nothing("Hurricane Ada"), owns_nothing("Looms")
    (True, True, False)
    """
    small = name.lower()
    if {small, small.removesuffix("s")} & _names("names"):
        return True
    return small.split()[-1] in _names("last") or small.split()[0] in _names("first")


def _names(which: str) -> frozenset[str]:
    return word_list("kg.facts.observations.owner", "no_owners.toml", which)
