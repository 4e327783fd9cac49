"""The English of a transcript, headers included, and how often a wording stood there before."""

from __future__ import annotations

from bisect import bisect_right

from kg.model import Span, Transcript

OPENING_WORDS = 10


class English:
    """English words in text order, with the way from a transcript offset to them."""

    def __init__(self, transcript: Transcript) -> None:
        pieces: list[Span] = []
        for turn in transcript.turns:
            pieces += [turn.label] if turn.label else []
            pieces += [paragraph.span for paragraph in turn.paragraphs]
        pieces.sort()
        self._starts = [piece.start for piece in pieces]
        self._shifts: list[int] = []
        self._places: list[int] = []
        text: list[str] = []
        length = 0
        for piece in pieces:
            self._shifts.append(length - piece.start)
            self._places.append(length)
            text.append(transcript.quote(piece))
            length += len(piece) + 1
        self.text = "\n".join(text)
        self._transcript = transcript

    def find(self, words: str, nth: int = 1) -> Span | None:
        """Where a wording stands for the nth time, in the transcript; None where it stands less often."""
        here = -1
        for _ in range(nth):
            here = self.text.find(words, here + 1)
            if here < 0:
                return None
        piece = bisect_right(self._places, here) - 1
        start = here - self._shifts[piece]
        return Span(start, start + len(words))

    def occurrence(self, span: Span) -> int | None:
        """Which of several equal wordings this one is, from 1; None where the wording stands only once."""
        words = self._transcript.quote(span)
        piece = bisect_right(self._starts, span.start) - 1
        if piece < 0 or not words:
            return None
        here = span.start + self._shifts[piece]
        first = self.text.find(words)
        if first == here and self.text.find(words, first + 1) < 0:
            return None
        number = 0
        while 0 <= first <= here:
            number += 1
            first = self.text.find(words, first + 1)
        return number or None


def first_words(text: str, span: Span, count: int = OPENING_WORDS) -> Span:
    """The first so many words of a stretch of text.

    >>> first_words("One two  three", Span(0, 14), 2)
    Span(start=0, end=7)
    """
    position = span.start
    end = span.start
    for _ in range(count):
        while position < span.end and text[position].isspace():
            position += 1
        if position == span.end:
            break
        while position < span.end and not text[position].isspace():
            position += 1
        end = position
    return Span(span.start, end) if end > span.start else span
