"""The word lists of `context_words.toml`, by which the surroundings of a name tell its kind."""

from __future__ import annotations

from kg.word_lists import word_list


def context_words(name: str) -> frozenset[str]:
    """One list by its name in the file.

    >>> "plant" in context_words("sites")
    True
    """
    return word_list("kg.entities", "context_words.toml", name)
