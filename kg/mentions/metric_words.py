"""The words by which a measure is known: nouns that head its name, words before it that say only how much or when."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib.resources import files

from kg.lexicon.metrics import words_of

_DATA = files("kg.mentions")


@cache
def metric_heads() -> frozenset[tuple[str, ...]]:
    """Measure nouns, as comparable words."""
    lines = (_DATA / "metric_heads.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(words_of(line) for line in lines if line and not line.startswith("#"))


@cache
def head_endings() -> frozenset[str]:
    """The last words of measure nouns."""
    return frozenset(words[-1] for words in metric_heads())


def dropped_modifiers() -> frozenset[str]:
    """Words before a metric that say how much or when, never which."""
    return _listed("dropped")


@cache
def _bare() -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(word) for word in _listed("bare"))


def measures_of() -> frozenset[str]:
    """Nouns that measure whatever follows "of": number, share, mix."""
    return _listed("of")


def measures_on() -> frozenset[str]:
    """Nouns that measure what stands behind "on": "return *on* paid-in capital", "gains *on* sales of land"."""
    return _listed("on")


def counting_nouns() -> frozenset[str]:
    """Nouns behind a thing that tell how many there are: "branch *growth*", "user *base*"."""
    return _listed("counting")


def amounts_of_lines() -> frozenset[str]:
    """Nouns of which several lines together have one: "phones and tablets *revenue*"."""
    return _listed("of_lines")


def documents() -> frozenset[str]:
    """Nouns behind a measure that make it a paper or a meeting: "earnings *call*"."""
    return _listed("documents")


def no_measure_per() -> frozenset[str]:
    """Nouns behind "per" that make no other measure: times, and the shares of a company."""
    return _listed("no_measure_per")


def adjectives_too() -> frozenset[str]:
    """Names of measures that before a noun only tell which: "*premium* brands"."""
    return _listed("adjectives_too")


def is_bare(phrase: str) -> bool:
    """Whether a phrase is a noun that measures something only beside a figure: "customers", "the rate".

    >>> is_bare("customers"), is_bare("customer deposits")
    (True, False)
    """
    return words_of(phrase) in _bare()


@lru_cache(1 << 12)
def is_period_word(text: str) -> bool:
    """Whether a word names a quarter, half or year: Q3, H2, FY25.

    >>> [is_period_word(w) for w in ("Q3", "FY25", "ROE")]
    [True, True, False]
    """
    return re.fullmatch(r"(?:[QH][1-4]|[1-4][QH]|FY\d*)(?:['’]?\d\d)?", text) is not None


@cache
def _listed(name: str) -> frozenset[str]:
    raw = json.loads((_DATA / "metric_modifiers.json").read_text(encoding="utf-8"))
    return frozenset(raw[name])
