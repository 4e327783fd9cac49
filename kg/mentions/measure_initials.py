"""Abbreviations of measures that the call spells out: "GTM" is no name where the call says "gross ton miles"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from spacy.tokens import Doc

_ABBREVIATION = re.compile(r"[A-Z]{2,5}(?=s?$)")
_RATIO_OF = (" per ", " to ")
_UNITS = ("miles", "mile", "hours", "days", "tons")
_SHORT = 2
_OF_SHORT = ("ratio", "income", "margin")
"""What ends a measure whose abbreviation has two letters only, since those begin many phrases by chance."""


def measure_initials(docs: Sequence[Doc], is_measure: Callable[[str], bool]) -> frozenset[str]:
    """The abbreviations of a call whose letters begin the words of a measure, and of no capitalised name."""
    text = " ".join(doc.text for doc in docs)
    counts = Counter(m.group() for doc in docs for t in doc if t.text.isalpha() and (m := _ABBREVIATION.match(t.text)))
    return frozenset(short for short in sorted(counts) if _spelt_out(short, text, is_measure))


def _spelt_out(short: str, text: str, is_measure: Callable[[str], bool]) -> bool:
    pattern = r"[\s-]+".join(rf"[{letter}{letter.lower()}][a-z]+" for letter in short)
    found = [m.group() for m in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", text)]
    if any(words.istitle() for words in found):
        return False
    told = [words for words in found if _is_measure(" ".join(re.split(r"[\s-]+", words.lower())), is_measure)]
    return len(told) > 1 and (len(short) > _SHORT or all(words.lower().endswith(_OF_SHORT) for words in told))


def _is_measure(words: str, is_measure: Callable[[str], bool]) -> bool:
    ratio = any(is_measure(words.split(mark)[0]) for mark in _RATIO_OF if mark in words)
    return ratio or words.endswith(_UNITS) or is_measure(words)
