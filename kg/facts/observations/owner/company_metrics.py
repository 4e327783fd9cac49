"""Measures that only a whole company has: its dividend, its tax rate, its earnings per share."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kg.lexicon.metrics import words_of


@cache
def _company_metrics() -> tuple[tuple[str, ...], ...]:
    text = (files("kg.facts.observations.owner") / "company_metrics.txt").read_text(encoding="utf-8")
    return tuple(words_of(line) for line in text.splitlines() if line and not line.startswith("#"))


def is_company_metric(phrase: str) -> bool:
    """Whether a measure is one that only a whole company has.

    >>> is_company_metric("diluted earnings per share"), is_company_metric("operating income")
    (True, False)
    """
    words = words_of(phrase)
    return any(
        words[i : i + len(known)] == known for known in _company_metrics() for i in range(len(words) - len(known) + 1)
    )
