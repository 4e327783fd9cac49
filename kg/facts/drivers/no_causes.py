"""Says what behind a cue is no cause: an amount, a time, a way of reckoning, the move itself told once more."""

from __future__ import annotations

from calendar import month_name

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import Found, words
from kg.language.neighbours import word_at

_AMOUNT = 5
"""Tokens within which an amount ends: "$ 9 million of"."""
_BRIEF = 5  # words up to which a phrase with a word of time at its head is no more than a time
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})


def is_no_cause(whole: DocSpan, cue: Found) -> bool:
    """Whether the words behind a cue tell no reason, or nothing at all.

    >>> import spacy
    >>> from kg.facts.drivers.cues import cues
    >>> doc = spacy.blank("en")("Sales were impacted by $2 million")
    >>> impacted = next(c for c in cues() if c.id == "impacted by")
    >>> is_no_cause(doc[4:], Found(impacted, 2, 2, 4))
    True
    """
    if whole.text.strip().lower() in words("demonstratives") or not any(t.pos_ in _CONTENT for t in whole):
        return True
    tests = (_is_amount, _is_time, _is_reckoning, _is_move_again, _is_quality)
    return any(test(whole, cue) for test in tests)


def _is_amount(whole: DocSpan, cue: Found) -> bool:
    """Whether "impacted by $2 million" tells how much, not by what, as "$2 million *of pricing*" does."""
    amount = cue.core + 2 == cue.end and bool(len(whole)) and whole[0].text in {"$", "€", "£"}
    return amount and not any(t.lower_ in {"of", "in", "from"} for t in whole[1:_AMOUNT])


def _is_reckoning(whole: DocSpan, cue: Found) -> bool:
    """Whether "based on current exchange rates", "on a comparable basis" says how a figure was reckoned.

    "Breaking through" says where it is, "through November" till when.
    """
    if cue.cue.id in {"with", "through"} and _is_basis(whole):
        return True
    if cue.cue.id != "through":
        return False
    before = whole.doc[cue.core - 1].lemma_ if cue.core > 0 else ""
    passed = bool(len(whole)) and whole.root.lower_ in words("passages")
    return passed or before in {"break", "come", "go"} or any(t.lower_ == "exchange" for t in whole[:5])


def _is_basis(whole: DocSpan) -> bool:
    """Whether words open with the way of reckoning: "a comparable basis", "a constant-currency basis"."""
    if "basis" not in [t.lower_ for t in whole[:_BRIEF]] or "points" in [t.lower_ for t in whole[:_BRIEF]]:
        return False
    return whole[0].lower_ in {"a", "an", "the", "this"}


def _is_move_again(whole: DocSpan, cue: Found) -> bool:
    """Whether "reflecting solid organic growth of 8%" only tells a move once more, and gives no cause of it."""
    told = [t for t in whole if t.lower_ not in words("again") and not t.is_punct][:4]
    if cue.cue.id != "reflecting" or len(told) < 3 or told[0].lemma_.lower() not in words("falls") | words("rises"):
        return False
    return told[1].lower_ == "of" and any(t.like_num for t in told[2:])


def _is_quality(whole: DocSpan, cue: Found) -> bool:
    """Whether "the factors are positive" says what the factors are like, not which they are."""
    if cue.cue.id == "driver was" and whole[:1].text.lower() == "if":  # "one factor would be if"
        return True
    first = next((t for t in whole if t.pos_ not in {"DET", "PRON", "ADV", "CCONJ", "PUNCT"}), None)
    described = first is not None and first.pos_ == "ADJ" and word_at(whole.doc, first.i + 1) in {"for", "to"}
    return cue.cue.id == "driver was" and (described or whole.root.pos_ == "ADJ")


def _is_time(whole: DocSpan, cue: Found) -> bool:
    """Whether "through the year" tells when, not why; behind other cues only where there is no more than the time."""
    month = bool(len(whole)) and whole.root.text in month_name and whole.root.text != "May"
    timed = bool(len(whole)) and (month or whole.root.lower_ in words("times"))
    like = any(t.lower_ == "of" and t.i + 1 < whole.end for t in whole.root.children) if timed else False
    if like and any(t.lower_ in words("strengths") for t in whole):  # "another year of strong demand"
        return False
    passed = cue.cue.id == "through" and any(_passes(t) for t in whole[:3])
    return passed or (timed and (len(whole) <= _BRIEF or cue.cue.id == "through"))


def _passes(word: Token) -> bool:
    """Whether a word names a stretch of time: "the year", "the midterm", "2031"."""
    year = len(word.text) == 4 and word.text.isdigit() and word.text[:2] in {"19", "20"}
    return year or word.lower_ in words("times") | words("spans")
