"""Whether the words beside a cue deny it: "not because of price", "the driver is not price"."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.sentence import is_not_alone


def is_denied(sentence: DocSpan, at: int) -> bool:
    """Whether "not" stands right before a cue: "not because of price"; "not just because of" denies nothing."""
    before = sentence.doc[max(sentence.start, at - 3) : at]
    return any(t.dep_ == "neg" and not is_not_alone(t) for t in before)


def is_denied_behind(token: Token) -> bool:
    """Whether a form of "be" is denied by the words behind it: "the driver is not price", "is no longer price"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return token.lemma_ == "be" and any(t.dep_ == "neg" or t.lower_ == "no" for t in behind)
