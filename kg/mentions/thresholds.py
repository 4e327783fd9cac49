"""Counts of those above a sum: "customers with more than $37,000 in ARR"; the sum is part of the measure's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc

from kg.word_lists import word_list

THRESHOLD = "metric.threshold"
"""The rule of a mention of such a measure."""


def over_sums(doc: Doc, text: str) -> Mapping[int, int]:
    """Where such names begin and end, in tokens: those who are counted, and the sum that each of them passes.

    `text` is the document's own.

    >>> import spacy
    >>> doc = spacy.blank("en")("2,700 clients with more than $70,000 in ARR left")
    >>> over_sums(doc, doc.text)
    {1: 9}
    """
    if _bounded_sum().search(text) is None:
        return {}
    found = [doc.char_span(*match.span(), alignment_mode="expand") for match in _pattern().finditer(text)]
    return {stretch.start: stretch.end for stretch in found if stretch is not None}


@cache
def _bounded_sum() -> re.Pattern[str]:
    """What each of these names holds, and few other stretches of a text."""
    return re.compile(rf"\b{_either('bounds')}\s+[$€£¥]", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    counted, verbs, bounds, sums = (_either(name) for name in ("counted", "verbs", "bounds", "sums"))
    amount = r"[$€£¥]\s?\d[\d.,]*\d?(?:\s?(?:thousand|million|billion|[kKMB])\b)?(?:\s+or\s+more\b)?"
    of_what = rf"(?:\s+(?:in|of)(?:\s+[\w-]+){{0,3}}?\s+{sums}\b)?"
    return re.compile(
        rf"\b{counted}\b(?:\s+(?:who|that|which|are))?\s+{verbs}\b(?:\s+(?:us|at))?"
        rf"(?:\s+[\w'-]+){{0,6}}?\s+{bounds}\s+{amount}{of_what}",
        re.IGNORECASE,
    )


def _either(name: str) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(_words(name), key=lambda w: (-len(w), w))) + ")"


def _words(name: str) -> frozenset[str]:
    return word_list("kg.mentions", "thresholds.toml", name)
