"""Businesses that bear a person's name: of "Ida Moor" a call tells sales, stores and customers, as of no person."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span as DocSpan

from kg.entities.context_words import context_words
from kg.entities.slots import has_result, is_reported

_ENOUGH = 2
"""So many times must a call speak of a name as of a business."""
_BETWEEN = frozenset({"'s", "’s", "net", "comparable", "full", "price", "retail", "global", "total"})


def is_business(mentions: Iterable[DocSpan]) -> bool:
    """Whether what reads like a person's name is that of a business: "Ida Moor sales grew", "the Ida Moor brand"."""
    return sum(_is_told_of_business(words) for words in mentions) >= _ENOUGH


def _is_told_of_business(words: DocSpan) -> bool:
    """Whether a result or what only a business has stands behind a name, or something is done in it: "at Ida Moor"."""
    behind = words.end
    while behind < len(words.doc) and words.doc[behind].lower_ in _BETWEEN:
        behind += 1
    if words.start and words.doc[words.start - 1].lower_ == "at":
        return True
    noun = words.doc[behind].lower_ if behind < len(words.doc) else ""
    return noun in context_words("of_business") or is_reported(words) or has_result(words)
