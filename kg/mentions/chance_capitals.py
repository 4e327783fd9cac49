"""Single words that may owe their capital to chance: names only where the call's writing, or what is near, says so."""

from __future__ import annotations

import re

from spacy.tokens import Token

from kg.mentions.metric_words import metric_heads
from kg.mentions.words import common_words, name_words
from kg.mentions.writing import Writing, is_capital, opens

INNER_CAPITAL = re.compile(r"^[a-z]+[A-Z]|^[A-Z][a-z]+[A-Z]|^(?=.*[A-Z])(?=.*\d)[\w-]+$")
ACRONYM = re.compile(r"^[A-Z][A-Z&]+[a-z]?\+?$")


def is_chance(token: Token, length: int, writing: Writing) -> bool:
    """Whether a single word has its capital by chance: the call writes it small as often, or every call does.

    >>> import spacy; from spacy.tokens import Doc; from kg.mentions.writing import writing_of
    >>> doc = Doc(spacy.blank("en").vocab, ["The", "Orders", "came", "and", "orders", "went"])
    >>> is_chance(doc[1], 1, writing_of([doc]))
    True
    """
    if length > 1 or INNER_CAPITAL.match(token.text) or ACRONYM.match(token.text):
        return False
    large = writing.large[token.text]
    if _is_of_segment(token):
        return False
    if writing.small[token.lower_] >= max(1, large):
        return True
    return large < 2 and token.lower_ in common_words() and not _acts(token) and not _in_list_of_names(token)


def _is_of_segment(token: Token) -> bool:
    """Whether a word bears its capital as the name of a segment: "our Glass segment", beside "glass" elsewhere."""
    if token.i + 1 == len(token.doc) or opens(token) or token.nbor(1).lower_ not in {"segment", "segments", "division"}:
        return False
    lists = name_words()
    return token.lower_ not in lists.general_modifiers | lists.ordinary | lists.line_heads


def _acts(token: Token) -> bool:
    """Whether what stands beside a word speaks of a thing: "Glass grew", "Glass's", "Glass segment", "in Glass"."""
    if token.i and token.nbor(-1).lower_ in {"in", "our"}:
        return True
    if token.i + 1 == len(token.doc):
        return False
    follower, lists = token.nbor(1), name_words()
    heads = lists.line_heads | lists.spoken_heads | lists.heads.keys()
    measured = (follower.lemma_.lower(),) in metric_heads() and follower.text.islower()
    return measured or follower.pos_ in {"VERB", "AUX"} or follower.tag_ == "POS" or follower.lower_ in heads


def _in_list_of_names(token: Token) -> bool:
    """Whether another capital stands beside a word over a comma or "and": "Vexil, Tarvel and Lumora"."""
    doc = token.doc
    before = token.i > 1 and doc[token.i - 1].lower_ in {",", "and"} and is_capital(doc[token.i - 2])
    after = token.i + 2 < len(doc) and doc[token.i + 1].lower_ in {",", "and"} and is_capital(doc[token.i + 2])
    return before or after
