"""Two percentages that a machine wrote as one: "up 1815% in constant currency" is 18%, and 15% in constant currency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.single_figures import Found
from kg.model import Percent
from kg.values.figure import FIGURE, read_figure

_REPORTED_AND_CONSTANT = re.compile(r"\s+in\s+constant\s+currency", re.I)
_DIGITS_OF_EACH = 2


def apart(text: str, found: list[Found]) -> Iterator[Found]:
    """The figures of a text, those of four digits before "in constant currency" taken apart.

    >>> from kg.mentions.single_figures import single_figures
    >>> text = "Sales rose 1815% in constant currency."
    >>> [(text[f.start : f.end], str(f.value.amount)) for f in apart(text, single_figures(text))]
    [('18', '18'), ('15%', '15')]
    """
    for figure in found:
        number = figure.match["number"]
        joined = isinstance(figure.figure.amount, Percent) and re.fullmatch(r"[1-9]\d[1-9]\d", number) is not None
        if not joined or not _REPORTED_AND_CONSTANT.match(text, figure.end):
            yield figure
            continue
        middle = figure.start + text[figure.start : figure.end].index(number) + _DIGITS_OF_EACH
        yield from (*_percentage(number[:2], figure.start, middle), *_percentage(number[2:], middle, figure.end))


def _percentage(digits: str, start: int, end: int) -> Iterator[Found]:
    match = FIGURE.fullmatch(f"{digits}%")
    figure = read_figure(match) if match else None
    if match is not None and figure is not None:
        yield Found(match, start, end, figure)
