"""What stands at a place of a text, where there may be none: a sentence can end anywhere."""

from __future__ import annotations

from spacy.tokens import Doc


def word_at(doc: Doc, position: int) -> str:
    """The word at a position in small letters, empty before the first and behind the last.

    >>> import spacy
    >>> text = spacy.blank("en")("Sales rose")
    >>> [word_at(text, position) for position in (-1, 0, 2)]
    ['', 'sales', '']
    """
    return doc[position].lower_ if 0 <= position < len(doc) else ""


def pos_at(doc: Doc, position: int) -> str:
    """The part of speech at a position, empty before the first and behind the last.

    >>> import spacy
    >>> pos_at(spacy.blank("en")("Sales rose"), 2)
    ''
    """
    return doc[position].pos_ if 0 <= position < len(doc) else ""
