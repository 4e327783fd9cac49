"""The word lists of `presumed.toml`, of nouns that may or may not name a measure that nothing else tells."""

from __future__ import annotations

from kg.word_lists import word_list


def presumed_words(name: str) -> frozenset[str]:
    """The list of this name; raises `KeyError` for an unknown name.

    >>> "year" in presumed_words("times")
    True
    """
    return word_list("kg.facts.observations.metric", "presumed.toml", name)
