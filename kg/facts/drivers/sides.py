"""The two sides of a balance: what offsets, and what is offset by it."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.causes import acts
from kg.facts.drivers.cues import Found, words
from kg.facts.drivers.cuts import only
from kg.facts.drivers.ends import STOPS, is_finite
from kg.facts.drivers.joints import at_joints
from kg.facts.sentence import SUBJECTS, subject


def both_sides(sentence: DocSpan, cue: Found) -> tuple[list[DocSpan], list[DocSpan]]:
    """What offsets and what is offset, by a verb of balance: "as higher prices more than offset lower volumes"."""
    start = sentence.start
    for word in sentence.doc[sentence.start : cue.start]:
        if word.text in {",", *STOPS} or word.lower_ in {"as", "while", "with", "but"} or _foresees(word):
            start = word.i + 1
    who = subject(sentence.doc[cue.core])
    if who is not None and who.i < cue.start and who.dep_ in SUBJECTS:
        opening = max(sentence.start, who.left_edge.i)
        if not any(is_finite(t) or t.lower_ in {"as", "while", "with", "but"} for t in sentence.doc[opening:start]):
            start = min(start, opening)
        if who.lower_ in words("agents"):
            return [], []
    end = cue.start
    while end > start and _only_leads(sentence.doc[end - 1]):
        end -= 1
    left = [p for piece in only(sentence.doc[start:end]) for p in at_joints(piece)]
    if left and left[0][0].pos_ == "AUX":
        return [], []
    end = next((t.i for t in sentence.doc[cue.end : sentence.end] if t.text in {",", *STOPS}), sentence.end)
    pointing = not left or left[0][0].lower_ in words("demonstratives") or acts(left[0].root)
    return [] if pointing else left, [p for piece in only(sentence.doc[cue.end : end]) for p in at_joints(piece)]


def _foresees(word: Token) -> bool:
    """Whether a verb of ours only foresees what follows: "we *anticipate* gains will offset losses"."""
    ours = any(t.dep_ in SUBJECTS and t.lower_ in words("agents") for t in word.children)
    return ours and word.lemma_ in {"expect", "anticipate", "believe", "think"}


def _only_leads(word: Token) -> bool:
    """Whether a word before a verb belongs to it, and not to its subject: "will", "begin to", "that", "directly"."""
    if word.lower_ in {"that", "which", "to"} or word.pos_ == "AUX" or word.tag_ in {"RB", "RBR", "MD"}:
        return True
    return word.lemma_ in {"begin", "start", "continue", "help", "serve"} and word.pos_ == "VERB"


def offset_first(sentence: DocSpan, cue: Found) -> DocSpan | None:
    """What stands before a finite "was offset by" in a clause with "as": what the offset works against."""
    end = cue.start
    while end > sentence.start and sentence.doc[end - 1].lemma_ in {"be", "will", "have"}:
        end -= 1
    before = reversed(list(sentence.doc[sentence.start : end]))
    opened = next((t for t in before if t.lower_ in {"as", "but", "while"} and "well" not in _beside(t)), None)
    if end == cue.start or opened is None or opened.lower_ != "as":
        return None
    start = opened.i + 1
    within = sentence.doc[start:end]
    if any(t.text in STOPS for t in within) or (
        any(t.text == "," for t in within) and any(is_finite(t) for t in within)
    ):
        return None
    return next(iter(only(sentence.doc[start:end])), None)


def _beside(token: Token) -> set[str]:
    """The words around one: "as *well* as"."""
    return {t.lower_ for t in token.doc[max(token.i - 1, 0) : token.i + 2]}
