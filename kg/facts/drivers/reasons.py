"""Tells a conjunction that opens a clause of reason or consequence, "as rents fell", from one that only compares."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import words
from kg.facts.observations.movement import verb_direction
from kg.facts.sentence import SUBJECTS
from kg.language.neighbours import pos_at, word_at

_PAIRED = frozenset({"just", "even", "as", "well", "same", "such", "much", "long", "soon", "far"})
_FAR = 10  # tokens behind "as" within which its verb stands
_CLAUSE = 4  # tokens before "so" that may be a clause


def opens_reason(token: Token) -> bool:
    """Whether a conjunction opens a clause that can be a cause, not a remark like "as you know", "as expected"."""
    if _opens_move(token):
        return True
    verb = token.head
    if token.dep_ not in {"mark", "advmod"} or verb.dep_ not in {"advcl", "ccomp", "ROOT"} or verb.i < token.i:
        return False
    who = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if who is None or _is_paired(token) or _compares(token) or _stands_alike(token):
        return False
    remark = verb.lemma_.lower() in words("remarks") and token.lower_ in {"as", "if"} and not _sees_change(verb)
    remark = remark and not _goes(who, verb)
    supposed = verb.lemma_.lower() in words("suppositions") or who.lower_ in words("reckoning")
    remark = remark or (token.lower_ == "if" and supposed)
    timed = any(t.dep_ == "dobj" and (t.lower_ in words("times") or t.text.isdigit()) for t in verb.children)
    remark = remark or (
        timed and verb.lemma_ in words("phases") and token.lower_ == "as"
    )  # "as we begin the third quarter"
    if token.lower_ == "because":
        return who.lower_ != "i" and not (who.lower_ == "you" and verb.lemma_.lower() in words("remarks"))
    return not remark and who.lower_ not in {"you", "i", "it", "they"}


def _is_paired(token: Token) -> bool:
    """Whether "as" or "if" belongs to the word before: "just *as*", "even *if*"; not "just because"."""
    return token.lower_ != "because" and token.i > 0 and token.nbor(-1).lower_ in _PAIRED


def _stands_alike(token: Token) -> bool:
    """Whether "as" only says that something else did so too: "rents rose, as *did* fees", "as has our other shop"."""
    return token.lower_ == "as" and pos_at(token.doc, token.i + 1) == "AUX"


def _goes(who: Token, verb: Token) -> bool:
    """Whether a thing goes somewhere, which is no remark: "as *rivals enter* the market", unlike "as we enter"."""
    return who.pos_ in {"NOUN", "PROPN"} and verb.lemma_.lower() in words("going about")


def _compares(token: Token) -> bool:
    """Whether "as" is the second of a pair: "as fast *as* we can"."""
    return (
        token.lower_ == "as"
        and any(word_at(token.doc, token.i - n) == "as" for n in (2, 3))
        and (pos_at(token.doc, token.i - 1) in {"ADV", "ADJ"})
    )


def _sees_change(verb: Token) -> bool:
    """Whether "as we see", "as we expect" leads to a change, and so is no remark: "as we see the benefits of it"."""
    seen = next((t for t in verb.children if t.dep_ == "dobj"), None)
    if seen is None or verb.lemma_ not in {"see", "expect", "anticipate"}:
        return False
    telling = words("strengths") | words("impacts") | {"benefits"}
    return any(t.lower_ in telling or t.lemma_.lower() in telling for t in seen.doc[seen.left_edge.i : seen.i + 1])


def _opens_move(token: Token) -> bool:
    """Whether "as", taken for a preposition by the parser, opens a clause in which something moves: "as rents fell"."""
    if token.lower_ != "as" or token.dep_ not in {"prep", "advmod", "mark"} or token.i + 1 >= len(token.doc):
        return False
    if _is_paired(token) or _stands_alike(token) or token.nbor().tag_ == "IN" or token.nbor().lower_ in {"a", "an"}:
        return False
    told = next((t for t in token.children if t.dep_ == "pobj"), None)
    if told is not None and _is_told_of(told):
        return True
    for word in token.doc[token.i + 1 : token.i + _FAR]:
        if word.is_punct or word.tag_ == "TO" or (word.tag_ == "IN" and word.lower_ not in {"of", "on", "in"}):
            return False
        if word.i >= token.sent.end:
            return False
        behind = word_at(word.doc, word.i + 1) in {"by", "to", "from"}
        if word.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and not (word.tag_ == "VBN" and behind) and _moves(word):
            return True
    return False


def _moves(verb: Token) -> bool:
    """Whether a verb tells a move of its own subject: "as margins *tightened*", not "as *reduced* costs"."""
    noun = verb.i > 0 and verb.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON", "ADV", "AUX"}
    return noun and verb_direction(verb) is not None


def _is_told_of(noun: Token) -> bool:
    """Whether a verb with a tense follows right upon a noun, of which it must tell: "as the new mills *are* built"."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 2, noun.sent.end)]
    return any(t.tag_ in {"VBP", "VBZ", "MD", "VBD"} and t.pos_ in {"VERB", "AUX"} for t in behind)


def opens_consequence(sentence: DocSpan, at: int, end: int) -> bool:
    """Whether "so" stands between two clauses of a sentence: "prices fell, so we sold more"."""
    if at - sentence.start < _CLAUSE or end + 1 >= sentence.end or sentence.doc[end].lower_ in words("after so"):
        return False
    return sentence.doc[at - 1].text in {",", ";"} or sentence.doc[at].lower_ == "and"
