"""Counts of those above a sum: "customers with more than $37,000 in ARR"; the sum is part of the measure's name."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc

from kg.word_lists import word_list

THRESHOLD = "metric.threshold"
"""The rule of a mention of such a measure."""


def over_sum(doc: Doc, start: int) -> int | None:
    """The end of a name that begins at a token: those who are counted, and the sum that each of them passes.

    >>> import spacy
    >>> doc = spacy.blank("en")("37 customers with more than $37,000 in ARR left")
    >>> over_sum(doc, 1), over_sum(doc, 0)
    (9, None)
    """
    if doc[start].lower_ not in _words("counted"):
        return None
    found = _pattern().match(doc.text, doc[start].idx)
    stretch = doc.char_span(found.start(), found.end(), alignment_mode="expand") if found else None
    return stretch.end if stretch is not None else None


@cache
def _pattern() -> re.Pattern[str]:
    counted, verbs, bounds, sums = (_either(name) for name in ("counted", "verbs", "bounds", "sums"))
    amount = r"[$€£¥]\s?\d[\d.,]*\d?(?:\s?(?:thousand|million|billion|[kKMB])\b)?(?:\s+or\s+more\b)?"
    of_what = rf"(?:\s+(?:in|of)(?:\s+[\w-]+){{0,3}}?\s+{sums}\b)?"
    return re.compile(
        rf"{counted}\b(?:\s+(?:who|that|which|are))?\s+{verbs}\b(?:\s+(?:us|at))?"
        rf"(?:\s+[\w'-]+){{0,6}}?\s+{bounds}\s+{amount}{of_what}",
        re.IGNORECASE,
    )


def _either(name: str) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(_words(name), key=lambda w: (-len(w), w))) + ")"


def _words(name: str) -> frozenset[str]:
    return word_list("kg.mentions", "thresholds.toml", name)
