"""Cuts the words of a cause out of a run of words, clean of what would join another cause to it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as DocSpan

from kg.facts.drivers.cues import words
from kg.facts.sentence import trimmed

LONGEST = 7
"""Words that join two causes at most: "and, to a lesser extent,"."""


def cut(whole: DocSpan, starts: Sequence[int]) -> list[DocSpan]:
    starts = [
        *starts[:1],
        *(s for s, before in zip(starts[1:], starts, strict=False) if not _is_half(whole, before, s)),
    ]
    ends = [*starts[1:], whole.end]
    return [p for s, e in zip(starts, ends, strict=True) for p in only(whole.doc[s:e])]


def _is_half(whole: DocSpan, start: int, end: int) -> bool:
    """Whether a part is only an adjective of what follows: "*strong* and growing orders", "*improved*, better mix"."""
    told = [t for t in whole.doc[start:end] if not t.is_punct and t.pos_ not in {"CCONJ", "DET", "ADV"}]
    return len(told) == 1 and (told[0].pos_ == "ADJ" or told[0].tag_ in {"VBN", "VBD"})


def joint_length(opening: DocSpan) -> int:
    """How many of the first words join another cause to the one before: "as well as", "and, to a lesser extent,"."""
    return next((n for n in range(len(opening), 0, -1) if opening[:n].text.lower() in words("joints")), 0)


def only(span: DocSpan) -> list[DocSpan]:
    """The words of a cause, without what would join another one to it: "better mix, along with"."""
    clean = trimmed(span) if len(span) else None
    length = next(
        (n for n in range(LONGEST, 1, -1) if clean is not None and clean[-n:].text.lower() in words("joints")), 0
    )
    while clean is not None and clean[:2].text.lower() in words("joints") and len(clean) > 2:
        clean = trimmed(clean[2:])
    if clean is not None and clean[-1].lower_ == "including":
        length = 1
    if clean is not None and 0 < length < len(clean):
        clean = trimmed(clean[:-length])
    while clean is not None and len(clean) > 1 and clean[-1].pos_ == "AUX" and clean[-1].lower_ not in {"is", "are"}:
        clean = trimmed(clean[:-1])  # "higher wages *will* fade": the verb of another clause
    return [clean] if clean is not None else []


def around(whole: DocSpan, opening: int) -> tuple[str, ...]:
    """The words around the "and" before a part: "sales and marketing", "and related"."""
    start = next(
        (i for i in range(opening, max(opening - 3, whole.start), -1) if whole.doc[i].lower_ == "and"), opening
    )
    doc = whole.doc
    return doc[max(start - 1, 0) : start + 2].text.lower(), doc[start : start + 2].text.lower()
