"""Finds where a call says who somebody is: "Ann Lee, chief executive officer", "Teo Lund with Harbour Bank"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.announced import announced, introduces_self, stands_in
from kg.entities.askers import askers, is_read_out
from kg.entities.introduction import Introduction
from kg.entities.posted import posted
from kg.model import Role, Section, Transcript, Turn

_SHORT_TURN = 250
_HANDS = re.compile(r"\bquestion\b[^.?!]{0,20}\b(?:comes|is|coming|will come)\b[^.?!]{0,30}\bfrom\b")


def spoken(transcript: Transcript, turn: Turn) -> str:
    """The words of a turn, as long as its span: what lies between paragraphs is blank."""
    text = [" "] * len(turn.span)
    for paragraph in turn.paragraphs:
        start = paragraph.span.start - turn.span.start
        text[start : start + len(paragraph.span)] = transcript.words(paragraph)
    return "".join(text)


def introductions(transcript: Transcript) -> Iterator[Introduction]:
    """Everybody who is introduced: posts by operator and management, firms by the operator or by oneself."""
    read_out = is_read_out(transcript)
    for turn in transcript.turns:
        text = spoken(transcript, turn)
        role = turn.speaker.role
        if read_out:
            yield from _asking(text, turn)
        if role is not Role.ANALYST and (turn.section is Section.PREPARED or role is Role.OPERATOR):
            yield from posted(text, turn)
        short = len(text) < _SHORT_TURN and turn.section is Section.QA
        if role in {Role.OPERATOR, Role.UNKNOWN} or (role is Role.EXECUTIVE and short and _HANDS.search(text)):
            yield from announced(text, turn)
        elif role is Role.ANALYST:
            yield from announced(text[:90], turn)
        yield from introduces_self(text[:200], turn)
        if role in {Role.ANALYST, Role.UNKNOWN}:
            yield from stands_in(text[:200], turn)


def _asking(text: str, turn: Turn) -> Iterator[Introduction]:
    """Names with firms of those whose questions are read out."""
    for asker in askers(text):
        if asker.firm and asker.firm_span:
            span, evidence, firm = (s.shifted(turn.span.start) for s in (asker.span, asker.evidence, asker.firm_span))
            yield Introduction(asker.name, span, evidence, turn, None, asker.firm, firm, asks=True)
