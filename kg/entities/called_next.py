"""Whom the last words of a turn call to speak next: "I hand over to Teo", "over to you, Ms. Lund"."""

from __future__ import annotations

import re

from kg.entities.name_patterns import HONORIFIC, TOKEN

_NAME = rf"(?:{HONORIFIC}\s+)?(?P<name>{TOKEN}(?:\s+{TOKEN})?)"
_HANDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:over|call|floor|hand|hands|turn|pass|back|go|now)\b[^.?!,]{{0,40}}?\bto\s+(?:our\s+[^.?!]{{3,60}},\s+)?{_NAME}",
        rf"\b[Oo]ver to you,\s+{_NAME}",
        rf"(?:^|[.?!]\s+)(?:(?:And|So|Now|With that),?\s+)?{_NAME}[,.?!]\s*(?:(?:over to you|please)\b[^?!]{{0,40}})?$",
    )
)
_TAIL = 220


def called_at_end(words: str) -> str | None:
    """The name that the end of a turn calls, if any.

    >>> called_at_end("With that, I hand over to Teo for the numbers."), called_at_end("We sold more to Acme.")
    ('Teo', None)
    >>> called_at_end("Thank you all. Dana, please go ahead.")
    'Dana'
    """
    tail = words[-_TAIL:].rstrip()
    found = [match for pattern in _HANDS for match in pattern.finditer(tail)]
    last = max(found, key=lambda match: match.start("name"), default=None)
    return last["name"] if last else None
