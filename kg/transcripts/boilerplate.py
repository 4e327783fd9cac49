"""Tells what stands on the page from what was said: advertisements, headings, the end of the page, marks in speech."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.model import Paragraph, Span
from kg.transcripts.lines import Line


@cache
def _table() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(files(__package__).joinpath("boilerplate.toml").read_text(encoding="utf-8"))


@cache
def _pattern(kind: str, key: str = "is") -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row[key]})" for row in _table()[kind]), re.IGNORECASE)


def is_furniture(text: str) -> bool:
    """Whether a line is a heading or a picture's legend.

    >>> is_furniture("Prepared Remarks:"), is_furniture("Our remarks follow.")
    (True, False)
    """
    return _pattern("line").fullmatch(text) is not None


def ends_call(text: str) -> bool:
    """Whether what stands from this line on follows the call.

    >>> ends_call("Duration: 61 minutes"), ends_call("The duration was long.")
    (True, False)
    """
    return _pattern("end").fullmatch(text) is not None


def spoken(page: Iterable[Line]) -> Iterator[Line]:
    """The lines without advertisements and headings; an advertisement that never ends is kept."""
    rows = list(page)
    index = 0
    while index < len(rows):
        last = _insert_end(rows, index)
        if last is not None:
            index = last + 1
            continue
        line = rows[index]
        parted = index > 0 and is_furniture(rows[index - 1].text)
        if not is_furniture(line.text):
            yield replace(line, blank_before=True) if parted else line
        index += 1


def _insert_end(rows: list[Line], index: int) -> int | None:
    for first, last in zip(_patterns("insert", "first"), _patterns("insert", "last"), strict=True):
        if first.match(rows[index].text):
            return next((i for i in range(index, min(index + 12, len(rows))) if last.match(rows[i].text)), None)
    return None


@cache
def _patterns(kind: str, key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row[key], re.IGNORECASE) for row in _table()[kind])


def with_marks(text: str, paragraph: Paragraph) -> tuple[Paragraph, frozenset[str]] | None:
    """The paragraph without leading marks, the others as gaps, and the marks found; None when it is blank.

    A paragraph of marks alone stays, so that its turn does, with all of them as gaps.
    """
    found = [Span(*m.span()) for m in _pattern("mark").finditer(text, paragraph.span.start, paragraph.span.end)]
    kinds = frozenset(text[s.start + 1 : s.end - 1].casefold() for s in found)
    start, end = paragraph.span.start, paragraph.span.end
    for mark in found:
        if not text[start : mark.start].strip():
            start = mark.end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if start >= end:
        return (replace(paragraph, gaps=tuple(sorted({*paragraph.gaps, *found}))), kinds) if found else None
    gaps = tuple(sorted([*paragraph.gaps, *found]))
    inside = tuple(g for g in gaps if g.start >= start)
    return Paragraph(Span(start, end), paragraph.chinese, inside), kinds
