"""Lists of words that lie as TOML beside the module that reads them: a line to add a word, and no code to change."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def word_list(package: str, path: str, name: str) -> frozenset[str]:
    """The list of this name in a file of a package; raises `KeyError` for an unknown name.

    >>> "never" in word_list("kg.facts", "words/grammar.toml", "negations")
    True
    """
    return frozenset(_lists(package, path)[name])


@cache
def _lists(package: str, path: str) -> Mapping[str, Sequence[str]]:
    return tomllib.loads(files(package).joinpath(path).read_text(encoding="utf-8"))
