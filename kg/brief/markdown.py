"""Markdown that reads as plain text: tables with aligned columns, lists, headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns are as wide as their widest cell; nothing where there are no rows.

    >>> print(table(("Unit", "Value"), [("Cloud", "9%")]))
    | Unit  | Value |
    |-------|-------|
    | Cloud | 9%    |
    """
    if not rows:
        return ""
    cells = [tuple(heads), *(tuple(_cell(c) for c in row) for row in rows)]
    widths = [max(_width(row[i]) for row in cells) for i in range(len(heads))]
    lines = [
        "| " + " | ".join(c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    rule = "|" + "|".join("-" * (w + 2) for w in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def items(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def section(heading: str, body: str) -> str:
    """A heading with what stands under it; nothing without a body."""
    return f"## {heading}\n\n{body}\n" if body else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
