"""Turns out of what was said: marks taken out, one person's labels joined, prepared remarks told from questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Paragraph, Role, Section, Turn
from kg.persons import is_unidentified
from kg.transcripts.announcing import announces, hands_over
from kg.transcripts.boilerplate import with_marks
from kg.transcripts.draft import Said

_INTERPRETED = frozenset({"interpreted", "translated"})
_WELCOMES = re.compile(r"\b(?:welcome|on behalf of|thank(?:s| you)[^.?!]{0,30} for joining)\b", re.IGNORECASE)
_HANDS_CALL = re.compile(
    r"\b(?:hand|turn|pass)\b[^.?!]{0,40}\bover\b|\bover to (?:you|M[rs]|the)\b"
    r"|\b(?:transfer|hand) the (?:call|conference)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 3
_ANNOUNCEMENT = 100
"""Words up to which a turn of management before the first question belongs to the questions."""


def turns(text: str, said: Sequence[Said]) -> tuple[Turn, ...]:
    """The turns of a call; numbered from 1, questions beginning with the turn that announces the first one."""
    cleaned = list(_joined(_cleaned(text, said)))
    first = _first_question(text, [item for item, _ in cleaned])
    return tuple(
        Turn(
            number=index + 1,
            speaker=item.speaker,
            label=item.label,
            paragraphs=item.paragraphs,
            section=Section.PREPARED if first is None or index < first else Section.QA,
            interpreted=_interpreted(item, marks),
        )
        for index, (item, marks) in enumerate(cleaned)
    )


def _cleaned(text: str, said: Sequence[Said]) -> Iterator[tuple[Said, frozenset[str]]]:
    for item in said:
        kept: list[Paragraph] = []
        marks: frozenset[str] = frozenset()
        for paragraph in item.paragraphs:
            found = with_marks(text, paragraph)
            if found:
                kept.append(found[0])
                marks |= found[1]
        if kept:
            yield replace(item, paragraphs=tuple(kept)), marks


def _joined(said: Iterator[tuple[Said, frozenset[str]]]) -> Iterator[tuple[Said, frozenset[str]]]:
    """Neighbours by one speaker are one turn; two people without a name are not one speaker."""
    last: tuple[Said, frozenset[str]] | None = None
    for item, marks in said:
        if last and last[0].speaker == item.speaker and not is_unidentified(item.speaker.name):
            paragraphs = (*last[0].paragraphs, *item.paragraphs)
            last = (replace(last[0], paragraphs=paragraphs), last[1] | marks)
            continue
        if last:
            yield last
        last = (item, marks)
    if last:
        yield last


def _interpreted(item: Said, marks: frozenset[str]) -> bool:
    """Marked as interpreted; a foreign language in management's turn means that an interpreter renders it.

    Analysts put their questions in both languages themselves.
    """
    foreign = any(m.startswith(("foreign", "spoken in", "speaking")) for m in marks)
    return bool(marks & _INTERPRETED) or (foreign and item.speaker.role is Role.EXECUTIVE)


def _words(text: str, said: Said) -> str:
    return " ".join(text[p.span.start : p.span.end] for p in said.paragraphs)


def _opens(place: int, words: str) -> bool:
    """Whether an operator's turn hands the call to management instead of announcing a question."""
    return hands_over(words) or (place == 0 and not announces(words))


def _unserved(text: str, said: Sequence[Said], analyst: int) -> int:
    """Without an operator, the turn before the first analyst's if it does no more than announce the question."""
    if analyst == 0:
        return 0
    words = _words(text, said[analyst - 1])
    return analyst - 1 if len(words.split()) <= _ANNOUNCEMENT else analyst


def _hosts(text: str, said: Said) -> bool:
    """Whether an analyst leads a call that their firm hosts: welcomes all and hands over to management."""
    words = _words(text, said)
    return "?" not in words and _WELCOMES.search(words) is not None and _HANDS_CALL.search(words) is not None


def _first_question(text: str, said: Sequence[Said]) -> int | None:
    """The operator's turn before the first analyst; without an operator, the turn that announces a question."""
    analyst = next((i for i, s in enumerate(said) if s.speaker.role is Role.ANALYST and not _hosts(text, s)), None)
    if analyst is not None:
        back = range(analyst - 1, max(analyst - 1 - _LOOK_BACK, -1), -1)
        served = next((i for i in back if said[i].speaker.role is Role.OPERATOR), None)
        if served is not None and served < analyst - 1 and _opens(served, _words(text, said[served])):
            served = None
        return served if served is not None else _unserved(text, said, analyst)
    for index, item in enumerate(said):
        words = _words(text, item)
        if index and "question" in words and announces(words) and not hands_over(words):
            return index
    return None
