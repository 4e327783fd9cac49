"""Takes "A, B and C" apart into causes, by the grammar of their heads."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import words
from kg.facts.drivers.cuts import around, cut
from kg.facts.drivers.ends import opens_subject
from kg.facts.sentence import SUBJECTS

_SUBJECT = 6  # words of a subject and its verb at most, where only the words tell them
_IN_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_DEED = 4  # words that tell a deed without a subject of its own


def pieces(whole: DocSpan, head: Token) -> list[DocSpan]:
    """The parts of "A, B and C", unless "both", a shared modifier or a bare last word holds the parts together."""
    parts = sorted((t for t in head.conjuncts if head.i < t.i < whole.end), key=lambda t: t.i)
    starts = [whole.start]
    for part in parts:
        opening = max(part.left_edge.i, starts[-1] + 1)
        if _stands_alone(whole, part, opening) and whole[0].lower_ != "both":
            starts.append(opening)
    return cut(whole, starts)


def _stands_alone(whole: DocSpan, part: Token, opening: int) -> bool:
    if _is_under(whole, part, opening) or _is_shared(whole, part, opening):
        return False
    length = min(part.right_edge.i + 1, whole.end) - opening
    before = whole.doc[opening - 2 : opening - 1]
    if before and before[0].i >= whole.start and before[0].tag_ == "JJ" and before[0].dep_ == "amod":
        return False  # "digital and store sales", which the parser may part
    if any(pair in words("pairs") for pair in around(whole, opening)):
        return False
    return length > 1 and whole.doc[opening - 1].lower_ != "or"


def _is_under(whole: DocSpan, part: Token, opening: int) -> bool:
    """Whether a bare name goes on a list under a preposition: "demand *for* lamps, desks and chairs"."""
    before = whole.doc[whole.start : opening]
    under = any(t.lower_ in {"for", "in", "of", "across", "from"} and t.i > whole.start for t in before)
    first = whole.doc[opening]
    if any(t.i > part.i and t.dep_ in {"prep", "acl", "relcl"} for t in part.children):
        return False
    return under and first.pos_ in {"NOUN", "PROPN"} and first.lower_ not in words("compared") | words("strengths")


def _is_shared(whole: DocSpan, part: Token, opening: int) -> bool:
    """Whether bare costs share the comparison before them: "*lower* taxes and operating costs"."""
    compared = any(t.tag_ in {"JJR", "VBN", "JJ"} and t.lower_ in words("compared") for t in whole[:2])
    bare = whole.doc[opening].lower_ not in words("compared") | words("strengths") | words("openers")
    return compared and bare and part.lower_ in words("burdens") and part.i - opening <= 1


def clauses(whole: DocSpan) -> list[DocSpan]:
    """The parts of "volumes rose and prices fell", "we raised prices and cut back on freight": each tells a deed."""
    if not len(whole):
        return []
    verb = whole.root
    parts = (t for t in verb.conjuncts if verb.i < t.i < whole.end and _tells_a_deed(t, whole))
    starts = {max(t.left_edge.i, verb.i + 1) for t in parts} | set(_told_after(whole))
    return cut(whole, [whole.start, *sorted(starts)])


def _told_after(whole: DocSpan) -> Iterator[int]:
    """Where "and" leads to a clause of its own, whatever the parser hangs it on: "and prices fell", "and will fall"."""
    told = False
    for token in whole[1:-2]:
        behind = token.nbor()
        told = told or token.tag_ in _FINITE
        if token.lower_ != "and" or not told or token.nbor(-1).pos_ in {"ADJ", "PROPN"}:
            continue
        if opens_subject(behind) or behind.tag_ == "MD" or _opens_clause(whole, behind.i):
            yield behind.i


def _opens_clause(whole: DocSpan, at: int) -> bool:
    """Whether a plain noun phrase and a finite verb follow: "and *dairy prices remain*"."""
    verb = next((t for t in whole.doc[at : min(at + _SUBJECT, whole.end)] if t.pos_ not in _IN_SUBJECT), None)
    return verb is not None and verb.i > at and verb.tag_ in _FINITE and verb.nbor(-1).pos_ != "ADJ"


def _tells_a_deed(verb: Token, whole: DocSpan) -> bool:
    """Whether a coordinated verb has a subject, or a tense and words of its own."""
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return True
    return verb.tag_ in {"VBD", "VBP", "VBZ"} and min(verb.right_edge.i + 1, whole.end) - verb.i >= _DEED
