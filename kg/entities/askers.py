"""Finds those whose questions somebody else reads out: "The next one is from Ann Lee, Harbour Bank. What is ...?"

A call on which no analyst speaks has its questions sent in; whoever leads through it says from whom each one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Role, Span, Transcript
from kg.persons import CAPITAL, is_name, is_post

_TOKEN = rf"(?:[{CAPITAL}][\w'\-]*\w|[A-Z]\.)"
_NAME = rf"(?P<name>{_TOKEN}(?:\s+{_TOKEN}){{0,3}})"
_KIND = r"(?:capital|securities|bank|partners|research|asset management|mutual fund|investments|advisors)"
_WORD = r"[A-Z0-9][\w&'’\-]*"
_FIRM = rf"(?P<firm>{_WORD}(?:\.(?=[A-Z]\b)|\s+(?:of\s+|and\s+|&\s+)?{_WORD}|\s+{_KIND}\b)*)"
_OF = r"(?:\s*,|\s+(?:from|of|at|with))\s+"
_COMING = r"\b(?:[Qq]uestion|[Nn]ext|[Tt]his is|[Oo]ne|[Cc]oming)\b[^.?!]{0,50}?\bfrom\s+"
_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_COMING}{_NAME}{_OF}{_FIRM}",
        rf"{_NAME}['’]s\s+question\s+from\s+{_FIRM}",
        rf"\b(?:[Tt]hen|question,|go to|move to)\s+{_NAME}{_OF}{_FIRM}(?=[.?:])",
        rf"(?<=[.?!])\s+{_NAME}\s+from\s+{_FIRM}(?=[.:])",
        rf"\b[Aa]gain\s+(?:coming\s+)?(?:in\s+)?(?:from\s+)?{_NAME}",
    )
)
_ENOUGH = 2
"""Different people announced from whom a call is one of questions read out."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody from whom a question is said to be: the spans of the name, of the firm if it is said, and of both."""

    name: str
    span: Span
    evidence: Span
    firm: str | None = None
    firm_span: Span | None = None


def is_read_out(transcript: Transcript) -> bool:
    """Whether the questions of a call are read out: no analyst speaks, and several are said to have asked."""
    if any(turn.speaker.role is Role.ANALYST for turn in transcript.turns):
        return False
    said = (transcript.words(p) for turn in transcript.turns for p in turn.paragraphs)
    return len({a.name for text in said for a in askers(text) if a.firm}) >= _ENOUGH


def askers(text: str) -> Iterator[Asker]:
    """Those whom words announce as asking, in text order.

    >>> [(a.name, a.firm) for a in askers("Thanks. Next is from Ann Lee, Harbour Bank. What drove rents?")]
    [('Ann Lee', 'Harbour Bank')]
    """
    taken: list[Span] = []
    found: list[Asker] = []
    for pattern in _ASKED:
        for match in pattern.finditer(text):
            span = Span(*match.span("name"))
            name = " ".join(match["name"].split())
            if is_name(name) and not name.isupper() and not is_post(name) and not any(span.overlaps(t) for t in taken):
                taken.append(span)
                firm = match.groupdict().get("firm")
                where = Span(*match.span("firm")) if firm else None
                found.append(Asker(name, span, Span(*match.span()), " ".join(firm.split()) if firm else None, where))
    yield from sorted(found, key=lambda a: a.span)
