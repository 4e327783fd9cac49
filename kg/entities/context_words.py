"""The word lists of `context_words.toml`, by which the surroundings of a name tell its kind."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("kg.entities") / "context_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def context_words(name: str) -> frozenset[str]:
    """One list by its name in the file.

    >>> "plant" in context_words("sites")
    True
    """
    return _lists()[name]
