"""Takes a cause apart where words join another one to it: "as well as", "and the", "and growing"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import words
from kg.facts.drivers.cuts import LONGEST, around, cut, joint_length
from kg.facts.drivers.item_lists import item_starts
from kg.language.neighbours import pos_at, word_at


def at_joints(piece: DocSpan) -> list[DocSpan]:
    """A piece taken apart at "as well as", "along with", and at commas and "and" before words that open a cause."""
    starts = [piece.start, *(item_starts(piece) or _joints(piece))]
    return cut(piece, starts)


def _joints(piece: DocSpan) -> Iterator[int]:
    opens = words("openers") | words("strengths")
    skip = piece.start
    for token in piece:
        if token.i <= max(skip, piece.start) or token.i + 2 >= piece.end:
            continue
        if token.lower_ == "including" and piece.doc[token.i - 1].text == "," and _is_strength(piece.doc[token.i + 1]):
            skip = token.i + 1
            yield skip
            continue
        length = joint_length(piece.doc[token.i : token.i + LONGEST])
        if length:
            skip = token.i + length
            yield skip
        elif (
            _is_measured_off(piece, token.i)
            or _is_priced(piece, token.i)
            or (
                token.lower_ in {"and", ","}
                and not any(pair in words("pairs") for pair in around(piece, token.i + 1))
                and _opens_noun(piece, token.i + 1, opens)
            )
        ):
            skip = token.i + 1
            yield skip


def _is_measured_off(piece: DocSpan, at: int) -> bool:
    """Whether "and" or a comma stands between causes that each have an amount: "rent of 6 points and wages of 2"."""
    if piece.doc[at].text == "," and not any(
        t.lower_ == "and" and _is_measured_off(piece, t.i) for t in piece.doc[at + 1 : piece.end - 1]
    ):
        return False
    if piece.doc[at].lower_ not in {"and", ","}:
        return False
    before, behind = piece.doc[at - 1], piece.doc[at + 1 : piece.end]
    amount = before.lower_ in words("amounts") and piece.doc[at - 2].like_num
    amount = amount or (before.lower_ == "points" and piece.doc[at - 2].lower_ == "basis")
    nouns = {"NOUN", "ADJ", "PROPN"} if piece.doc[at].text == "," else {"NOUN", "ADJ", "DET", "PROPN", "VERB"}
    noun = behind[0].pos_ in nouns if len(behind) else False
    return amount and noun and any(t.like_num for t in behind)


def _is_priced(piece: DocSpan, at: int) -> bool:
    """Whether a sum of money with its noun follows a comma: "lower volume, *$3 million of* fees and tariffs"."""
    behind = piece.doc[at + 1 : min(at + 6, piece.end)]
    return piece.doc[at].text == "," and behind[:1].text in {"$", "€", "£"} and "of" in [t.lower_ for t in behind]


def _opens_noun(piece: DocSpan, at: int, opens: frozenset[str]) -> bool:
    """Whether a new cause opens here: a word of quantity or an article that leads to a noun."""
    token = piece.doc[at + 1] if piece.doc[at].lower_ in {"and", ","} and at + 1 < piece.end else piece.doc[at]
    if token.lower_ not in opens and not _is_described(token):
        return False
    if _is_told_anew(token):
        return True
    alike = {token.lower_, piece[0].lower_} <= words("compared")
    if token.dep_ in {"pobj", "dobj"} or (token.head.dep_ in {"appos", "relcl"} and not alike):
        return False
    noun = token.head if token.dep_ == "det" else token
    if token.dep_ == "det" and noun.dep_ == "conj" and noun.head.dep_ == "pobj" and noun.head.head.lower_ == "of":
        return noun.head.left_edge.lower_ != token.lower_  # "the strength of the dollar and the euro"
    behind = piece.doc[token.i + 1 : token.i + 2].text.lower()
    if token.tag_ == "VBG" and piece.doc[at - 1].text == "," and behind in {"its", "their", "the", "our"}:
        return False  # "driven by growth, increasing its share": what follows the growth
    return token.head.i > token.i or token.pos_ == "NOUN" or token.tag_ == "VBG"


def _is_told_anew(token: Token) -> bool:
    """Whether an adjective behind "and" leads to a noun of its own, whatever the parser made of it."""
    if word_at(token.doc, token.i - 1) != "and" or token.tag_ not in {"JJ", "JJR"}:
        return False
    before = token.doc[max(token.i - 2, 0)]
    if before.pos_ not in {"NOUN", "PROPN"} and before.tag_ != "VBG":
        return False
    behind = token.doc[token.i + 1 : token.i + 5]
    noun = next((t for t in behind if t.pos_ not in {"ADJ", "ADV"} and t.text != "-"), None)
    return noun is not None and noun.pos_ in {"NOUN", "PROPN"}


def _is_described(token: Token) -> bool:
    """Whether a word of degree opens a cause behind "and": "and *growing* usage", not "robust and growing orders"."""
    behind = word_at(token.doc, token.i - 1) == "and" and pos_at(token.doc, token.i - 2) != "ADJ"
    return behind and token.lower_ in words("describing")


def _is_strength(token: Token) -> bool:
    return token.lower_ in words("strengths") - {"mix", "rates", "investments", "comparable", "strong", "solid"}
