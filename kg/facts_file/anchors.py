"""Where the words of a facts file stand in the transcript."""

from __future__ import annotations

from kg.errors import FactsFileError
from kg.model import Evidence, Span, Transcript
from kg.rdf.english import English

RULE = "facts file"


class Anchors:
    """Finds the words of rows; `row` is the id that an error names, `nth` which of several places is meant."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._english = English(transcript)

    def span(self, row: str, words: str, nth: int | None = None) -> Span:
        """Where words stand: in the English or, failing that, in a header or a list around it.

        Raises `FactsFileError` where the transcript does not say them.
        """
        span = self._english.find(words, nth or 1)
        if span is not None:
            return span
        outside = self._transcript.text.find(words)
        if outside < 0:
            raise FactsFileError(f"{row}: the transcript {self._transcript.name!r} does not say {words!r}")
        return Span(outside, outside + len(words))

    def inside(self, row: str, words: str, around: Span) -> Span:
        """Where words stand in a span; the first place in the call if they are not in it to the letter."""
        at = self._transcript.quote(around).find(words)
        if at < 0:
            return self.span(row, words)
        return Span(around.start + at, around.start + at + len(words))

    def evidence(self, row: str, words: str, nth: int | None) -> Evidence:
        """The words with the turn in which they are said."""
        span = self.span(row, words, nth)
        turns = self._transcript.turns
        begun = [t.number for t in turns if (t.label or t.span).start <= span.start]
        return Evidence(span, begun[-1] if begun else turns[0].number, RULE)
