"""Where everything stands on the page of a call: three columns, in points, from the top left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.export.choose.labels import wrap
from kg.export.layout.boxes import text_width
from kg.export.layout.stack import stacked
from kg.export.view.report import Asked, Reason, Report, Table

TEXT = 8.5
"""The smallest letters, in points of the page before it is fitted onto paper."""

CAUSE_X, CAUSE_WIDTH = 0.0, 262.0
TABLE_X, TABLE_WIDTH = 330.0, 292.0
ASKED_X, ASKED_WIDTH = 712.0, 300.0
WIDTH = ASKED_X + ASKED_WIDTH
HEAD, ROW, LINE = 18.0, 14.0, 11.0
TABLE_GAP = 9.0
TOP = 48.0
PAPER = 297.0 / 210.0
"""The page is as high as this lets it be, whether or not the tables fill it."""


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of text in a rectangle; `y` is its middle."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rectangles of reasons and questions, the tops of tables, the middles of rows and of table heads."""

    reasons: Mapping[str, Box]
    tables: Mapping[str, float]
    ports: Mapping[str, float]
    questions: Mapping[str, Box]
    height: float


def lay_out(page: Report) -> Layout:
    """Tables one below the other, reasons beside their rows, questions beside the tables that they are about."""
    tables, ports, end = _tables(page.tables)
    reasons = _reasons(page.reasons, ports, max(end, WIDTH / PAPER) - TOP)
    questions = _questions(page.questions, ports)
    boxes = (*reasons.values(), *questions.values())
    return Layout(reasons, tables, ports, questions, max([end, *(box.y + box.height / 2 for box in boxes)]))


def fitted(text: str, width: float, lines: int, size: float = TEXT) -> tuple[str, ...]:
    """Text in so many lines of a width in points, with an ellipsis where it does not fit.

    >>> fitted("growth of parcels and of prices", 80.0, 2)
    ('growth of parcels', 'and of prices')
    """
    per_letter = text_width(text, size) / max(1, len(text))
    return tuple(wrap(text, max(8, int(width / max(per_letter, 1.0))), lines).split("\n"))


def _tables(tables: tuple[Table, ...]) -> tuple[dict[str, float], dict[str, float], float]:
    tops: dict[str, float] = {}
    ports: dict[str, float] = {}
    y = TOP
    for table in tables:
        tops[table.id] = y
        ports[table.id] = y + HEAD / 2
        ports.update({row.id: y + HEAD + ROW * (number + 0.5) for number, row in enumerate(table.rows)})
        y += HEAD + ROW * len(table.rows) + TABLE_GAP
    return tops, ports, y


def _reasons(reasons: tuple[Reason, ...], ports: Mapping[str, float], room: float) -> dict[str, Box]:
    """Two lines a reason where the page has room for them all, else one."""
    texts = [fitted(reason.words, CAUSE_WIDTH - 14, 2) for reason in reasons]
    if sum(LINE * len(lines) + 8.5 for lines in texts) > room:
        texts = [fitted(reason.words, CAUSE_WIDTH - 14, 1) for reason in reasons]
    wishes = [sum(ports[series] for series, _ in reason.moves) / len(reason.moves) for reason in reasons]
    heights = [LINE * len(lines) + 5 for lines in texts]
    boxes: dict[str, Box] = {}
    for reason, lines, y, height in zip(
        reasons, texts, stacked(wishes, heights, gap=3.5, top=TOP), heights, strict=True
    ):
        width = max(text_width(line, TEXT) for line in lines) + 14
        boxes[reason.id] = Box(CAUSE_X + CAUSE_WIDTH - width, y, width, height, lines)
    return boxes


def _questions(questions: tuple[Asked, ...], ports: Mapping[str, float]) -> dict[str, Box]:
    wished = [(_wish(asked, ports), number) for number, asked in enumerate(questions)]
    ordered = [questions[number] for _, number in sorted(wished)]
    texts = [(asked.analyst, *fitted(asked.topics, ASKED_WIDTH - 12, 2), asked.answered_by) for asked in ordered]
    heights = [LINE * (len(lines) - (not lines[-1]) - (lines[1:-1] == ("",))) + 8 for lines in texts]
    middles = stacked([wish for wish, _ in sorted(wished)], heights, gap=7.0, top=TOP)
    return {
        asked.id: Box(ASKED_X, y, ASKED_WIDTH, height, tuple(line for line in lines[1:-1] if line))
        for asked, lines, y, height in zip(ordered, texts, middles, heights, strict=True)
    }


def _wish(asked: Asked, ports: Mapping[str, float]) -> float:
    """Beside the tables that a question is about, the more so the more of its topics fall to one."""
    known = [(ports[unit], topics) for unit, topics in asked.about if unit in ports]
    weight = sum(topics for _, topics in known)
    return sum(y * topics for y, topics in known) / weight if weight else TOP
