"""Abbreviations of measures that the call spells out: "GTM" is no name where the call says "gross ton miles"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kg.language import Passage

_ABBREVIATION = re.compile(r"[A-Z]{2,5}(?=s?$)")
_WORD = re.compile(r"[A-Za-z]+")
_RATIO_OF = (" per ", " to ")
_UNITS = ("miles", "mile", "hours", "days", "tons")
_SHORT = 2
_OF_SHORT = ("ratio", "income", "margin")
"""What ends a measure whose abbreviation has two letters only, since those begin many phrases by chance."""


def measure_initials(passages: Sequence[Passage], is_measure: Callable[[str], bool]) -> frozenset[str]:
    """The abbreviations of a call whose letters begin the words of a measure, and of no capitalised name."""
    text = " ".join(passage.text for passage in passages)
    shorts = {
        m.group()
        for passage in passages
        for t in passage.doc
        if (word := t.text)[0].isupper() and word.isalpha() and (m := _ABBREVIATION.match(word))
    }
    begins = [word.start() for word in _WORD.finditer(text)]
    initials = "".join(text[begin] for begin in begins).upper()
    found = {short: list(_spelt(short, text, begins, initials)) for short in shorts}
    return frozenset(short for short in sorted(shorts) if _is_spelt_out(short, found[short], is_measure))


def _spelt(short: str, text: str, begins: Sequence[int], initials: str) -> Iterator[str]:
    """The wordings whose words begin with the letters, sought by the initials of all words, which takes no time."""
    words = re.compile(r"(?<![\w-])" + r"[\s-]+".join([r"[A-Za-z][a-z]+"] * len(short)) + r"(?![\w-])")
    place = initials.find(short)
    while place >= 0:
        match = words.match(text, begins[place])
        if match:
            yield match.group()
        place = initials.find(short, place + (len(short) if match else 1))


def _is_spelt_out(short: str, found: Sequence[str], is_measure: Callable[[str], bool]) -> bool:
    if any(words.istitle() for words in found):
        return False
    told = [words for words in found if _is_measure(" ".join(re.split(r"[\s-]+", words.lower())), is_measure)]
    return len(told) > 1 and (len(short) > _SHORT or all(words.lower().endswith(_OF_SHORT) for words in told))


def _is_measure(words: str, is_measure: Callable[[str], bool]) -> bool:
    ratio = any(is_measure(words.split(mark)[0]) for mark in _RATIO_OF if mark in words)
    return ratio or words.endswith(_UNITS) or is_measure(words)
