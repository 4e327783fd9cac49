"""What a reader hands over: who says what, as far as the layout itself tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.model import Paragraph, Span, Speaker


@dataclass(frozen=True, slots=True)
class Said:
    """Paragraphs under one label, with the speaker as printed."""

    speaker: Speaker
    label: Span | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A transcript as its layout gives it: `listed` are the participants of a printed list."""

    said: tuple[Said, ...]
    listed: tuple[Speaker, ...] = ()
    chinese: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """One layout: its name, and a function that returns None for a text in another layout."""

    name: str
    read: Callable[[str], Draft | None]
