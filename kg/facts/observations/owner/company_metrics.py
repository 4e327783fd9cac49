"""Measures that only a whole company has: its dividend, its tax rate, its earnings per share."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kg.lexicon.metrics import words_of


@cache
def _company_metrics(name: str) -> tuple[tuple[str, ...], ...]:
    text = (files("kg.facts.observations.owner") / name).read_text(encoding="utf-8")
    return tuple(words_of(line) for line in text.splitlines() if line and not line.startswith("#"))


def is_company_metric(phrase: str) -> bool:
    """Whether a measure is one that only a whole company has.

    >>> is_company_metric("diluted earnings per share"), is_company_metric("operating income")
    (True, False)
    """
    return _is_among(phrase, "company_metrics.txt") or is_of_treasury(phrase)


def is_of_treasury(phrase: str) -> bool:
    """Whether a measure is of the company's means, of which nobody speaks in the midst of a unit's figures.

    >>> is_of_treasury("total liquidity"), is_of_treasury("net income"), is_of_treasury("debt underwriting fees")
    (True, False, False)
    """
    return _is_among(phrase, "treasury_metrics.txt") and "underwriting" not in phrase.lower()


def _is_among(phrase: str, name: str) -> bool:
    words = words_of(phrase)
    known = _company_metrics(name)
    return any(words[i : i + len(k)] == k for k in known for i in range(len(words) - len(k) + 1))
