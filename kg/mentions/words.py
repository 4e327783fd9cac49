"""The word lists of `names.toml`, as sets in lower case."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class NameWords:
    """What is known about words beside and inside names; see the comments of `names.toml`."""

    titles: frozenset[str]
    post_words: frozenset[str]
    edges: frozenset[str]
    name_openers: frozenset[str]
    directions: frozenset[str]
    ordinary: frozenset[str]
    inner: frozenset[str]
    whole_heads: frozenset[str]
    spoken_heads: frozenset[str]
    line_heads: frozenset[str]
    line_results: frozenset[str]
    line_measures: frozenset[str]
    of_many_lines: frozenset[str]
    list_heads: frozenset[str]
    rest_lines: frozenset[str]
    regions: frozenset[str]
    usual_lines: frozenset[str]
    house_lines: frozenset[str]
    abroad: frozenset[str]
    sure_lines: frozenset[str]
    general_modifiers: frozenset[str]
    kept_pairs: frozenset[str]
    kept_nouns: frozenset[str]
    abbreviations: frozenset[str]
    general_topics: frozenset[str]
    event_openers: frozenset[str]
    plain_heads: frozenset[str]
    heads: Mapping[str, EntityType]


@cache
def name_words() -> NameWords:
    """The lists, read once.

    >>> name_words().heads["festival"].value
    'Event'
    """
    data = tomllib.loads((files("kg.mentions") / "names.toml").read_text(encoding="utf-8"))

    def words(name: str) -> frozenset[str]:
        return frozenset(word.lower() for word in data[name])

    return NameWords(
        titles=words("titles"),
        post_words=words("post_words"),
        edges=words("edges"),
        name_openers=words("name_openers"),
        directions=words("directions"),
        ordinary=words("ordinary"),
        inner=words("inner"),
        whole_heads=words("whole_heads"),
        spoken_heads=words("spoken_heads"),
        line_heads=words("line_heads"),
        line_results=words("line_results"),
        line_measures=words("line_measures"),
        of_many_lines=words("of_many_lines"),
        list_heads=words("list_heads"),
        rest_lines=words("rest_lines"),
        regions=words("regions"),
        usual_lines=words("usual_lines"),
        house_lines=words("house_lines"),
        abroad=words("abroad"),
        sure_lines=words("sure_lines"),
        general_modifiers=words("general_modifiers"),
        kept_pairs=words("kept_pairs"),
        kept_nouns=words("kept_nouns"),
        abbreviations=words("abbreviations"),
        general_topics=words("general_topics"),
        event_openers=words("event_openers"),
        plain_heads=words("plain_heads"),
        heads={word: EntityType(kind) for kind, members in data["heads"].items() for word in members},
    )


@cache
def first_names() -> frozenset[str]:
    """Given names as they are printed.

    >>> "Dana" in first_names()
    True
    """
    lines = (files("kg.mentions") / "first_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def common_words() -> frozenset[str]:
    """Words of the language that calls of every kind use, in small letters.

    >>> "legacy" in common_words(), "orvana" in common_words()
    (True, False)
    """
    lines = (files("kg.mentions") / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
