"""Lines of business told by their parts of a whole: "Broadcast represented 40% of total licensing. Mobile was 20%"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from kg.mentions.metric_words import dropped_modifiers
from kg.mentions.words import name_words

_PARTS = frozenset({"represent", "comprise", "account", "constitute"})
_WHOLES = frozenset({"revenue", "revenues", "sales", "licensing", "billings", "bookings", "backlog", "orders", "total"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ"})
_LONGEST = 5
_SERIES = 3
"""So many lines a call tells in this form before the form is taken for its habit."""


def share_lines(docs: Sequence[Doc], is_measure: Callable[[str], bool]) -> frozenset[str]:
    """The lines, in small letters, whose parts of a whole the call tells one after the other."""
    found = {line for doc in docs for sentence in doc.sents for line in _line(sentence)}
    lines = frozenset(line for line in found if _may_be_line(line) and not is_measure(line))
    return lines if len(lines) >= _SERIES else frozenset()


def _line(sentence: DocSpan) -> Iterator[str]:
    """The words with which a sentence begins that gives their part of a whole."""
    verb = sentence.root
    about = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_.lower() not in _PARTS or about is None or about.i != verb.i - 1 or not _has_whole(verb):
        return
    words = sentence.doc[sentence.start : about.i + 1]
    while len(words) > 1 and words[0].lower_ in {"and", "our", "the", ",", "finally", "while"}:
        words = words[1:]
    if len(words) <= _LONGEST and all(t.is_alpha and t.pos_ in _INSIDE | {"CCONJ"} for t in words):
        yield words.text.lower()


def _has_whole(verb: Token) -> bool:
    behind = [t for t in verb.subtree if t.i > verb.i]
    return any(t.text == "%" for t in behind) and any(t.lower_ in _WHOLES and t.dep_ == "pobj" for t in behind)


def _may_be_line(line: str) -> bool:
    """Whether the words may name a line: "consumer electronics" may, "other customers" and "growth" may not.

    >>> [_may_be_line(line) for line in ("consumer electronics", "small customers", "growth")]
    [True, False, False]
    """
    lists = name_words()
    general = lists.general_modifiers | lists.general_topics | lists.line_heads | lists.of_many_lines | {"other"}
    words = line.split()
    return not any(word in general - {"product"} for word in words) and words[-1] not in dropped_modifiers()
