"""Where the printed list of participants, before or behind the speech, names people, their firms and their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.cast import Person
from kg.entities.firms import bare
from kg.model import Span, Speaker, Transcript

_NEAR = 160
"""Characters on either side of a name within which its post and its firm are printed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An entry of the list: the name, the firm beside it, and the words from the one to the end of the post."""

    entry: Speaker
    name: Span
    firm: Span | None
    words: Span


def printed(transcript: Transcript, person: Person) -> Iterator[Printed]:
    """The entries of the list that name a person, in the order of the person's labels."""
    for entry in person.speakers:
        if entry in transcript.participants and (found := _entry(transcript, entry)):
            yield found


def _entry(transcript: Transcript, entry: Speaker) -> Printed | None:
    first, last = transcript.turns[0], transcript.turns[-1]
    head, tail = (first.label or first.span).start, last.span.end
    for start, end in ((tail, len(transcript.text)), (0, head)):
        match = re.search(rf"(?<!\w){re.escape(entry.name)}(?!\w)", transcript.text[start:end])
        if match:
            name = Span(*match.span()).shifted(start)
            near = Span(max(start, name.start - _NEAR), min(end, name.end + _NEAR))
            firm = _beside(transcript, near, name, bare(entry.organization)) if entry.organization else None
            post = _beside(transcript, near, name, entry.title) if entry.title else None
            told = [s for s in (name, firm, post) if s]
            return Printed(entry, name, firm, Span(min(s.start for s in told), max(s.end for s in told)))
    return None


def _beside(transcript: Transcript, near: Span, name: Span, words: str) -> Span | None:
    """Where words stand nearest to a name, behind it or else before it, without another entry between."""
    behind = transcript.text.find(words, name.end, near.end)
    if behind >= 0 and transcript.text.count("\n", name.end, behind) <= 1:
        return Span(behind, behind + len(words))
    before = transcript.text.rfind(words, near.start, name.start)
    if before >= 0 and transcript.text.count("\n", before, name.start) <= 1:
        return Span(before, before + len(words))
    return None
