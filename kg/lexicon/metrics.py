"""The metrics that calls use, from `ontology/codes/metrics.ttl`, as a table from spoken phrase to metric."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.model import EntityId
from kg.ontology_path import ontology_path

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DEF = "https://w3id.org/earnings-call/def/"
_WORD = re.compile(r"[a-z0-9]+(?:[./'’][a-z0-9]+)*|&")
_HISSING = re.compile(r"(?:[^aeiou]ch|[aeiou]{2}ch|tch|sh|ss|x|zz|(?<![aeo])us)es$")
"""Endings behind which the plural takes "es": watches, dishes, losses, boxes, buses, but houses and headaches."""
_ENDING_IN_IE = frozenset({"movies", "cookies", "selfies", "calories", "zombies"})
_SAME_IN_BOTH = frozenset({"series", "species", "headquarters", "diabetes", "news"})


@lru_cache(1 << 14)
def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase as comparable words: lower case, hyphens apart, plural endings off.

    >>> words_of("Non-GAAP operating margins")
    ('non', 'gaap', 'operating', 'margin')
    """
    return tuple(singular(w) for w in _WORD.findall(phrase.lower()))


@lru_cache(1 << 14)
def singular(word: str) -> str:
    """A noun in lower case without its plural ending.

    >>> [singular(w) for w in ("branches", "cities", "buses", "expenses", "bonus", "movies")]
    ['branch', 'city', 'bus', 'expense', 'bonus', 'movie']
    """
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "'s", "us", "is")) or word in _SAME_IN_BOTH:
        return word
    if word.endswith("ies") and len(word) > 4 and word not in _ENDING_IN_IE:
        return word[:-3] + "y"
    return word[:-2] if _HISSING.search(word) else word[:-1]


@dataclass(frozen=True, slots=True)
class MetricEntry:
    """One listed metric: its canonical name and how it may be measured (`Money`, `Percentage`, `Count` …).

    `reports_in` is the unit of which a company's lexicon says that the metric is told.
    """

    id: EntityId
    name: str
    unit_kind: str | None = None
    period_type: str | None = None
    favourable: str | None = None
    reports_in: EntityId | None = None


@dataclass(frozen=True, slots=True)
class MetricTable:
    """Listed metrics by the words of each of their labels."""

    by_words: Mapping[tuple[str, ...], MetricEntry]
    by_id: Mapping[EntityId, MetricEntry]
    lists: frozenset[tuple[str, ...]] = frozenset()
    """The labels that are written with commas: "pretax, pre-provision income"."""
    endings: frozenset[str] = frozenset()
    """The last words of all labels."""
    own: frozenset[tuple[str, ...]] = frozenset()
    """The labels that only the company on the call uses, which a name of a thing may be part of."""
    shared: Mapping[tuple[str, ...], tuple[MetricEntry, ...]] = field(default_factory=dict)
    """The labels that several metrics have."""

    def get(self, words: Iterable[str]) -> MetricEntry | None:
        """The metric that has exactly these `words_of` a label, None where no metric has."""
        return self.by_words.get(tuple(words))

    def closest(self, id: EntityId) -> MetricEntry | None:
        """The listed metric that another is a kind of: "commercial unearned revenue" is unearned revenue."""
        if id in self.by_id:
            return self.by_id[id]
        words = tuple(id.removeprefix("metric/").split("-"))
        tails = (self.by_words.get(words[i:]) for i in range(len(words)))
        return next((entry for entry in tails if entry is not None), None)


def _local(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]


def _entries(path: Path) -> tuple[dict[str, MetricEntry], list[tuple[str, str, str]]]:
    fields: dict[str, dict[str, str]] = {}
    labels: list[tuple[str, str, str]] = []
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        subject, predicate, value = str(quad.subject.value), quad.predicate.value, quad.object
        if predicate.startswith(_SKOS) and isinstance(value, ox.Literal):
            kind = predicate.removeprefix(_SKOS)
            if value.language == "en" and kind in ("prefLabel", "altLabel", "hiddenLabel"):
                labels.append((subject, kind, value.value))
        elif predicate.startswith(_DEF) and isinstance(value, ox.NamedNode):
            fields.setdefault(subject, {})[predicate.removeprefix(_DEF)] = _local(value.value)
    names = {subject: text for subject, kind, text in labels if kind == "prefLabel" and subject in fields}
    entries = {
        subject: MetricEntry(
            EntityId(f"metric/{_local(subject)}"),
            name,
            (f := fields[subject]).get("unitKind"),
            f.get("periodType"),
            f.get("favourable"),
        )
        for subject, name in names.items()
    }
    return entries, labels


@cache
def load_metrics(path: Path) -> MetricTable:
    """Read the metric list; a label that two metrics share goes to the one that prefers it, else the first by name."""
    entries, labels = _entries(path)
    claims: dict[tuple[str, ...], dict[str, MetricEntry]] = {}
    rank = {"prefLabel": 0, "altLabel": 1, "hiddenLabel": 2}
    for subject, _, text in sorted(labels, key=lambda row: (rank[row[1]], row[0], row[2])):
        if subject in entries:
            claims.setdefault(words_of(text), {}).setdefault(subject, entries[subject])
    claims.pop((), None)
    table = {words: next(iter(claim.values())) for words, claim in claims.items()}
    shared = {words: tuple(claim.values()) for words, claim in claims.items() if len(claim) > 1}
    by_id = {e.id: e for e in entries.values()}
    lists = frozenset(words_of(text) for _, _, text in labels if "," in text)
    endings = frozenset(words[-1] for words in table)
    return MetricTable(table, by_id, lists, endings, shared=shared)


def shipped_metrics() -> MetricTable:
    """The metric list that comes with the program."""
    return load_metrics(ontology_path() / "codes" / "metrics.ttl")
