"""Lines of business whose name is a list in small letters: "In bedding, bath and towels", "Food and drink sales grew".

Such a list is one name where it comes back in the same words and one measure stands behind the whole of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.mentions.words import name_words

_LINKS = frozenset({",", "and", "&"})
_INSIDE = {"NOUN", "PROPN", "ADJ"}
_LONGEST = 9
_OF_ONE = frozenset({"was", "had", "delivered", "posted", "achieved"})
"""Verbs of which a list may be the one subject."""


def coordinated(docs: Sequence[Doc], is_measure: Callable[[str], bool]) -> frozenset[str]:
    """The lists, in small letters, that one measure or one verb takes for a whole, and that come back in the call."""
    found = {phrase for doc in docs for phrase in _wholes(doc) if _may_be_name(phrase, is_measure)}
    text = " ".join(doc.text.lower() for doc in docs)
    return frozenset(phrase for phrase in found if text.count(phrase) > 1)


def _wholes(doc: Doc) -> Iterator[str]:
    """The lists before a measure, and those that open a sentence before a verb in the singular: "Food and drink is"."""
    heads = name_words().list_heads
    for token in doc:
        word = token.lower_
        alone = word in _OF_ONE or token.tag_ == "VBZ"
        if not alone and word not in heads:
            continue
        start = _start(doc, token)
        words = doc[start : token.i]
        if not len(words) or words[-1].pos_ not in {"NOUN", "PROPN"} or (alone and not words[0].is_sent_start):
            continue
        if any(t.lower_ in {"and", "&"} for t in words) and not _of_capitals(doc, start, token.i):
            yield words.text.lower()


def _start(doc: Doc, head: Token) -> int:
    start = head.i
    while start > head.sent.start and head.i - start < _LONGEST and _stands_inside(doc, start - 1):
        start -= 1
    while start < head.i and doc[start].lower_ in _LINKS:
        start += 1
    return start


def _stands_inside(doc: Doc, index: int) -> bool:
    token = doc[index]
    begins = bool(token.is_sent_start) and not token.is_stop and doc[index + 1].lower_ in _LINKS
    return token.lower_ in _LINKS or token.pos_ in _INSIDE or token.tag_ == "VBG" or begins


def _of_capitals(doc: Doc, start: int, end: int) -> bool:
    """Whether a list is one of capitalised names: "Ryval and Epos processor sales"."""
    behind = [doc[i + 1] for i in range(start, end - 1) if doc[i].lower_ in _LINKS]
    return any(token.text[:1].isupper() for token in behind)


def _may_be_name(phrase: str, is_measure: Callable[[str], bool]) -> bool:
    lists = name_words()
    pieces = [piece.strip() for piece in phrase.replace(" and ", ",").replace("&", ",").split(",")]
    words = [word for piece in pieces for word in piece.replace("-", " ").split()]
    if not all(pieces) or len(Counter(pieces)) < 2 or any(not word.isalpha() for word in words):
        return False
    general = lists.general_topics | lists.line_heads | {"other"}
    return not any(word in general for word in words) and not any(is_measure(piece) for piece in pieces)
