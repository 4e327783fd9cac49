"""A text cut into lines and runs of lines, without losing where they stand: readers work on these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Line:
    """The visible part of a line: `span` leaves out blanks at both ends, `indent` counts those at its start.

    `blank_before` tells whether an empty line stands between it and the line above.
    """

    span: Span
    text: str
    indent: int
    blank_before: bool


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that show something.

    >>> [(line.text, line.indent, line.blank_before) for line in lines("Operator\\n\\n  Good day. ")]
    [('Operator', 0, True), ('Good day.', 2, True)]
    """
    end = 0
    for match in _LINE.finditer(text):
        shown = match.group().strip(" \t\u00a0\ufeff\u3000")
        if not shown:
            continue
        start = match.start() + match.group().index(shown)
        blank = end == 0 or text[end : match.start()].count("\n") > 1
        yield Line(Span(start, start + len(shown)), shown, start - match.start(), blank)
        end = start + len(shown)
