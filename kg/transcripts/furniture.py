"""Finds what a printed page repeats over, under and between the words: running heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from kg.model import Span
from kg.transcripts.lines import Line

_OFTEN = 4
_NUMBER = re.compile(r"(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE)
_TAIL = re.compile(r"\s{3,}(\S.{3,60})$")


def furniture(page: Sequence[Line], *, is_label: Callable[[Line], bool]) -> tuple[Span, ...]:
    """Where lines stand that come back on many pages, page numbers beside them, and heads glued to a line's end.

    A line counts as repeated whatever its numbers are, if it is neither a label nor a short answer.
    """
    often = Counter(_shape(line.text) for line in page if not is_label(line))
    running = {shape for shape, count in often.items() if count >= _OFTEN and _unlike_speech(shape)}
    glued = Counter(m.group(1) for line in page if (m := _TAIL.search(line.text)))
    heads = {text for text, count in glued.items() if count >= _OFTEN}
    found: list[Span] = []
    for line in page:
        if _shape(line.text) in running or line.text in heads or (_NUMBER.fullmatch(line.text) and running):
            found.append(line.span)
        elif (tail := _TAIL.search(line.text)) and tail.group(1) in heads:
            found.append(Span(line.span.start + tail.start(), line.span.end))
    return tuple(found)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _unlike_speech(shape: str) -> bool:
    return "0" in shape or len(shape) > 60 or (len(shape) > 15 and shape[-1] not in ".?!,:") or "©" in shape


def without(page: Sequence[Line], gaps: Sequence[Span]) -> list[Line]:
    """The lines outside the gaps; a line with a gap at its end is cut before it."""
    kept: list[Line] = []
    whole = set(gaps)
    for line in page:
        if line.span in whole:
            continue
        cut = next((g for g in gaps if g in line.span), None)
        if cut:
            text = line.text[: cut.start - line.span.start].rstrip()
            line = Line(Span(line.span.start, line.span.start + len(text)), text, line.indent, line.blank_before)
        kept.append(line)
    return kept
