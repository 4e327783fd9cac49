"""Tables on a terminal, and the same rows as plain aligned text where the output goes into a pipe or file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import click


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; figures are aligned to the right."""

    name: str
    numeric: bool = False


def show(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, title: str | None = None) -> None:
    """Print a table: drawn on a terminal, aligned text elsewhere."""
    if sys.stdout.isatty():
        _draw(columns, rows, title)
    else:
        click.echo(plain(columns, rows, title=title))


def plain(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, title: str | None = None) -> str:
    """Aligned text; Chinese characters count as two columns.

    >>> print(plain([Column("unit"), Column("n", numeric=True)], [("Cloud", "7"), ("雲", "12")]))
    unit    n
    Cloud   7
    雲     12
    """
    lines = [tuple(column.name for column in columns), *rows]
    widths = [max(_width(line[i]) for line in lines) for i in range(len(columns))]
    text = "\n".join(
        "  ".join(_pad(cell, width, column.numeric) for cell, width, column in zip(line, widths, columns, strict=True))
        for line in lines
    )
    body = "\n".join(line.rstrip() for line in text.split("\n"))
    return f"{title}\n{body}" if title else body


def _pad(cell: str, width: int, right: bool) -> str:
    blank = " " * (width - _width(cell))
    return blank + cell if right else cell + blank


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _draw(columns: Sequence[Column], rows: Sequence[Sequence[str]], title: str | None) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column.name, justify="right" if column.numeric else "left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
