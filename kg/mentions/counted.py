"""What a number counts: the head of the noun phrase behind it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Doc, Token

from kg.word_lists import word_list

_INSIDE = {"ADJ", "NOUN", "PROPN", "NUM", "ADV"}
_PARTICIPLES = {"VBN", "VBG"}
_REACH = 160
"""How many characters before a number its topic may stand."""
_FARTHEST = 8
"""Longer stretches of adjectives and nouns are parsing errors."""


def counted_noun(doc: Doc, end: int) -> Token | None:
    """The noun that a number ending at a character offset counts, None where no noun phrase follows.

    "46 million paid *members*", "64 million of our *users*", "21 *countries*".
    """
    tokens = list(_behind(doc, end))
    if len(tokens) > 1 and tokens[0].lower_ == "of" and tokens[1].tag_ in {"DT", "PRP$", "NNS"}:
        tokens = tokens[1 if tokens[1].tag_ == "NNS" else 2 :]
    head: Token | None = None
    for token in tokens:
        if _is_hyphenated(token):
            continue
        if token.pos_ in {"NOUN", "PROPN"}:
            head = token
            if token.tag_ in {"NNS", "NNPS"} and token.dep_ != "compound":
                break
        elif token.text == "," and head is None and token.i > 0 and token.nbor(-1).idx >= end:
            continue
        elif not _may_stand_before(token, head):
            break
    return head


def thing_of(noun: Token) -> str:
    """The name of a counted thing: the noun in lower case, with the word before it where a list says so.

    "4 million square feet" counts square feet.
    """
    word = noun.text if noun.text.isupper() or noun.text[1:] != noun.text[1:].lower() else noun.lower_
    if word in _lists("measures"):
        return f"{word}s"
    if word in _lists("compound") and noun.i > 0 and noun.nbor(-1).pos_ in {"ADJ", "NOUN"}:
        return f"{noun.nbor(-1).lower_} {word}"
    return word


def is_idle(noun: Token) -> bool:
    """Whether counting such things says nothing about the business: "two questions", "three things"."""
    return _listed(noun, "idle")


def is_amount_of_money(noun: Token) -> bool:
    """Whether the noun names money rather than things: "6.1 billion revenue"."""
    return noun.lower_ not in _lists("owners") and any(_listed(noun, name) for name in ("money", "amounts"))


def is_measure(noun: Token) -> bool:
    """Whether a noun is a measure of goods that numbers leave in the singular: "25,000 barrel per day"."""
    return noun.lower_ in _lists("measures")


def is_without_plural(noun: Token) -> bool:
    """Whether a noun names several things as it stands: an abbreviation, "24 million ADS", "900 MBoe"."""
    return noun.text in _lists("without_plural")


def topic_before(doc: Doc, start: int) -> tuple[str, Token] | None:
    """The nearest noun before a number that tells its unit, and which list it is of: `things`, `money` or `rates`.

    "Active *users* grew to 65 million", "*revenue* of 6.1 billion", "the *ratio* went from 9.5 to 10.4".
    """
    for i in range(_first_token(doc, start) - 1, -1, -1):
        token = doc[i]
        if token.idx < start - _REACH:
            return None
        for name in ("things", "rates", "money"):
            if _listed(token, name) and (name != "things" or _are_several(token) or token.lower_ in _lists("mass")):
                return name, token
        if token.is_sent_start:
            return None
    return None


def _are_several(token: Token) -> bool:
    """Whether a noun is in the plural, an acronym too: "users", "MAUs"."""
    return token.tag_ == "NNS" or ((token.tag_ == "NNPS" or token.text[:-1].isupper()) and token.text.endswith("s"))


def _listed(token: Token, name: str) -> bool:
    return token.lemma_.lower() in _lists(name) or token.lower_ in _lists(name)


def _behind(doc: Doc, end: int) -> Iterator[Token]:
    first = _first_token(doc, end)
    words = (doc[i] for i in range(first, len(doc)))
    return islice((t for t in words if not t.is_space), _FARTHEST)


def _first_token(doc: Doc, offset: int) -> int:
    """The position of the first token that begins at a character offset or behind it."""
    return bisect_left(range(len(doc)), offset, key=lambda i: doc[i].idx)


def _is_hyphenated(token: Token) -> bool:
    """A piece of a hyphenated modifier: "drive-up *services*", "shop-in-shop *corners*"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.text == "-" or (following is not None and following.text == "-" and not token.whitespace_)


def _may_stand_before(token: Token, head: Token | None) -> bool:
    if token.tag_ in _PARTICIPLES:
        return head is None
    if token.text in {"-", "'s", "’s"} or token.tag_ == "HYPH":
        return True
    return token.pos_ in _INSIDE and (head is None or token.pos_ != "ADV")


def _lists(name: str) -> frozenset[str]:
    return word_list("kg.mentions", "counted.toml", name)
