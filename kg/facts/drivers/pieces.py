"""Takes "A, B and C" apart into causes, by the grammar of their heads."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import words
from kg.facts.drivers.cuts import around, cut
from kg.facts.sentence import SUBJECTS

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
    if _is_under(whole, opening) or _is_shared(whole, part, opening):
        return False
    length = min(part.right_edge.i + 1, whole.end) - opening
    before = whole.doc[opening - 2 : opening - 1]
    if before and before[0].i >= whole.start and before[0].tag_ == "JJ" and before[0].dep_ == "amod":
        return False  # "digital and store sales", which the parser may part
    if any(pair in words("pairs") for pair in around(whole, opening)):
        return False
    return length > 1 and whole.doc[opening - 1].lower_ != "or"


def _is_under(whole: DocSpan, opening: int) -> bool:
    """Whether a bare name goes on a list under a preposition: "demand *for* lamps, desks and chairs"."""
    before = whole.doc[whole.start : opening]
    under = any(t.lower_ in {"for", "in", "of", "across", "from"} and t.i > whole.start for t in before)
    first = whole.doc[opening]
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
    return cut(whole, [whole.start, *sorted(max(t.left_edge.i, verb.i + 1) for t in parts)])


def _tells_a_deed(verb: Token, whole: DocSpan) -> bool:
    """Whether a coordinated verb has a subject, or a tense and words of its own."""
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return True
    return verb.tag_ in {"VBD", "VBP", "VBZ"} and min(verb.right_edge.i + 1, whole.end) - verb.i >= _DEED
