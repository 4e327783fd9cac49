"""The words of degree with which a cue begins: "primarily due to", "roughly 4 points of growth came from"."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan

from kg.facts.drivers.cues import degrees

_ROUGHLY = frozenset({"roughly", "about", "approximately", "around"})


def with_degree(sentence: DocSpan, at: int) -> int:
    """Where a cue begins with the words of degree before it, and with the number of "roughly 4 points of growth"."""
    counted = sentence.doc[at].lower_.startswith("point")
    while at > sentence.start:
        before = sentence.doc[at - 1]
        if before.lower_ not in degrees() and not (counted and (before.like_num or before.lower_ in _ROUGHLY)):
            break
        at -= 1
    return at
