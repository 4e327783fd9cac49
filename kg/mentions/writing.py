"""How one call writes its words: what its capitals are worth as signs of a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.mentions.words import name_words

MIXED = re.compile(r"^[a-z]+[A-Z]\w*$|^(?=.*[A-Z])(?=.*\d)[\w-]+$")
NUMBERED_PERIOD = re.compile(
    r"(?:fy|q|h)\d+(?:[' ]?\d+)?|\d?[qh]\d*(?:fy\d+)?|\d+[a-z]?|\d{1,2}(?:st|nd|rd|th)|phase [ivx1-4]+[ab]?|[ivx]{2,5}"
)


@dataclass(frozen=True, slots=True)
class Writing:
    """Words of the call by how often they stand small, and how often with a capital that their place does not ask."""

    small: Counter[str]
    large: Counter[str]


def writing_of(docs: Iterable[Doc]) -> Writing:
    """Counts over the whole call."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for doc in docs:
        for token in doc:
            text = token.text
            if text[0].islower():
                small[text.lower()] += 1
            elif text[0].isupper() and not opens(token):
                large[text] += 1
    return Writing(small, large)


def opens(token: Token) -> bool:
    """Whether a token stands where any word would take a capital: first in a sentence, after a colon or a quote."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    if before.text in {"“", '"', "‘", "("}:
        return token.i < 2 or opens(before)
    return before.text in {".", "?", "!", ":", "-", "–", "—", "…", "...", ")", "•"} and before.whitespace_ != ""


def is_capital(token: Token) -> bool:
    """Whether a token is written as names are: "Orchard", "iMeter", "HBX7"."""
    text = token.text
    return text[:1].isupper() or (text != token.lower_ and MIXED.match(text) is not None)


def is_ordinary(name: str) -> bool:
    """Whether capitals on these words make no entity of them.

    >>> is_ordinary("Q4"), is_ordinary("Investor Relations"), is_ordinary("Orchard Pay")
    (True, True, False)
    """
    words = name_words()
    lower = name.lower().replace("’", "'").removesuffix("'s").strip(" .")
    lower = re.sub(r" of \d{4}$", "", lower)
    if lower.endswith(" board of directors"):
        return True
    if len(lower) < 2 or lower in words.ordinary | words.edges or NUMBERED_PERIOD.fullmatch(lower):
        return True
    parts = re.findall(r"[\w&.'-]+", lower)
    if all(part in words.ordinary | words.titles or NUMBERED_PERIOD.fullmatch(part) for part in parts):
        return True
    return len(parts) > 1 and all(part in words.post_words | words.titles for part in parts)
