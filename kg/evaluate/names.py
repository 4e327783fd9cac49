"""When two names are one: compared as bags of plain words, through every name that the gold file gives an entity."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from kg.evaluate.rows import EntityRow

ARTICLES = frozenset({"the", "of", "a", "an", "our", "in", "for", "and"})
CORPORATE = frozenset(
    {"group", "inc", "ltd", "limited", "corp", "corporation", "company", "co", "plc", "holding", "holdings"}
)
FILLERS = ARTICLES | CORPORATE
WORDS = re.compile(r"[a-z0-9.%]+|[\u4e00-\u9fff]+")


@cache
def plain(name: str) -> str:
    """A name without case, plural, punctuation and corporate fillers.

    >>> plain("The Acme Holdings, Inc.")
    'acme'
    >>> plain("Margins & rates")
    'margin rate'
    """
    folded = unicodedata.normalize("NFKC", name).lower().replace("&", " and ")
    words = [_singular(word.strip(".") or word) for word in WORDS.findall(folded)]
    return " ".join(word for word in words if word not in FILLERS) or " ".join(words)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def bag(name: str) -> frozenset[str]:
    """The plain words of a name."""
    return frozenset(plain(name).split())


class Names:
    """Every name of each entity of a gold file; a mis-transcription is no name of the thing."""

    def __init__(self, entities: Iterable[EntityRow]) -> None:
        self._of: dict[str, set[str]] = defaultdict(set)
        for entity in entities:
            key = plain(entity.name)
            garbled = {plain(form) for form in entity.garbled} - {key}
            forms = {plain(form) for form in (entity.name, *entity.surfaces, *entity.aka)}
            self._of[key] |= forms - garbled

    def same(self, gold: str, other: str) -> bool:
        """Whether `other` is one of the names of what the gold file calls `gold`."""
        g, o = plain(gold), plain(other)
        return g == o or o in self._of.get(g, ())

    def close(self, gold: str, other: str) -> float:
        """1 for the same name, else the best share of common words over all of its names."""
        if self.same(gold, other):
            return 1.0
        words = bag(other)
        if not bag(gold) or not words:
            return 0.0
        forms = [bag(gold), *(frozenset(form.split()) for form in self._of.get(plain(gold), ()))]
        return max(len(form & words) / len(form | words) for form in forms if form)
