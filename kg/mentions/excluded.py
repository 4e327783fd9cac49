"""What a measure is told without: "gas" in "*ex-gas* gross margin", which is no measure and begins none."""

from __future__ import annotations

from spacy.tokens import Doc

_MOVES = frozenset(
    {"inflation", "deflation", "exchange", "currency", "effects", "effect", "impacts", "impact", "items", "prices"}
)
"""Nouns that tell what of a thing is left out: "ex-gas *inflation*"."""


def end_of_excluded(doc: Doc, position: int) -> int | None:
    """Where the words end that tell what is left out from a token on, or None if none are told there.

    >>> import spacy
    >>> doc = spacy.blank("en")("ex - gas inflation sales rose , ex - fuel unit costs fell")
    >>> end_of_excluded(doc, 0), end_of_excluded(doc, 7), end_of_excluded(doc, 4)
    (4, 10, None)
    """
    if doc[position].lower_ != "ex" or position + 2 >= len(doc) or doc[position + 1].text != "-":
        return None
    end = position + 3
    return end + 1 if end < len(doc) and doc[end].lower_ in _MOVES else end
