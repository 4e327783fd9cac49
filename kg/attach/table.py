"""A CSV file of figures as rows: metric, entity, period, value and unit, under these names or mapped ones."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from pathlib import Path

from kg.attach.problems import refuse
from kg.errors import FiguresError
from kg.model import Span
from kg.nearest import nearest

FIELDS = ("metric", "entity", "period", "value", "unit")
NEEDED = ("metric", "period", "value")
_ALSO_CALLED = {
    "segment": "entity",
    "quarter": "period",
    "estimate": "value",
    "consensus": "value",
    "actual": "value",
    "currency": "unit",
}
"""Other headings under which a field is known, where none bears its own name."""

_SCALES = {"thousand": 3, "thousands": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9}
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One line of the table: the value in base units with its rounding, and where the line stands in the text."""

    line: int
    span: Span
    words: str
    metric: str
    entity: str
    period: str
    value: Decimal
    decimals: int
    unit: str


@dataclass(frozen=True, slots=True)
class Table:
    """A file of figures."""

    name: str
    sha256: str
    rows: tuple[FigureRow, ...]


def read_table(path: Path, columns: Mapping[str, str] | None = None) -> Table:
    """The rows of a CSV file; `columns` gives for a column of the file the field that it holds.

    Raises `FiguresError` with the line of everything that is no figure.
    """
    content = _bytes(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = content.count(b"\n", 0, error.start) + 1
        raise FiguresError(f"{path}:{place}: bytes that are no UTF-8; expected a table as CSV in UTF-8") from error
    lines = text.splitlines(keepends=True)
    starts = [0, *accumulate(len(line) for line in lines)]
    reader = csv.DictReader(lines)
    fields = _fields(path, reader.fieldnames or (), columns or {})
    rows, problems, before = [], [], reader.line_num
    for cells in reader:
        span = Span(starts[before], starts[reader.line_num])
        given = {field: (cells.get(column) or "").strip() for field, column in fields.items()}
        try:
            rows.append(_row(path, before + 1, span, text[span.start : span.end].rstrip("\r\n"), given))
        except FiguresError as error:
            problems.append(str(error))
        before = reader.line_num
    refuse(problems)
    return Table(path.name, hashlib.sha256(content).hexdigest(), tuple(rows))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FiguresError(f"{path}: there is no such file; expected a table as CSV in UTF-8") from error
    except OSError as error:
        raise FiguresError(f"{path}: cannot be read: {error.strerror}; expected a table as CSV in UTF-8") from error


def _fields(path: Path, header: Sequence[str], columns: Mapping[str, str]) -> dict[str, str]:
    """The column of each field."""
    names = list(header)
    headed = {name.strip().lower(): name for name in names}
    found = {field: headed[other] for other, field in _ALSO_CALLED.items() if other in headed}
    found |= {field: headed[field] for field in FIELDS if field in headed}
    for column, field in columns.items():
        if column not in names or field not in FIELDS:
            known, wrong = (FIELDS, field) if column in names else (tuple(names), column)
            raise FiguresError(f"{path}: --map {column}={field}: {nearest(wrong, known, 'kg attach --help')}")
        found[field] = column
    lacking = [field for field in NEEDED if field not in found]
    if lacking:
        there = ", ".join(names) or "nothing"
        raise FiguresError(
            f"{path}:1: no column for {', '.join(lacking)}; found {there}; name them with --map COLUMN=FIELD"
        )
    return found


def _row(path: Path, line: int, span: Span, words: str, given: Mapping[str, str]) -> FigureRow:
    unit, scale = _unit(given.get("unit", ""))
    written = given["value"].removesuffix("%").strip()
    if not _NUMBER.fullmatch(written):
        raise FiguresError(f"{path}:{line}: {given['value']!r} is no figure; expected a number such as 1,234.5")
    number = Decimal(written.replace(",", ""))
    decimals = len(written.partition(".")[2]) - scale
    return FigureRow(
        line=line,
        span=span,
        words=words,
        metric=given["metric"],
        entity=given.get("entity", ""),
        period=given["period"],
        value=number.scaleb(scale),
        decimals=decimals,
        unit="percent" if given["value"].endswith("%") and not unit else unit,
    )


def _unit(written: str) -> tuple[str, int]:
    """A unit and the power of ten with it: "USD million" is USD and six."""
    words = written.split()
    scale = next((_SCALES[word.lower()] for word in words if word.lower() in _SCALES), 0)
    name = " ".join(word for word in words if word.lower() not in _SCALES)
    if re.fullmatch("[A-Za-z]{3}", name):
        return name.upper(), scale
    return {"%": "percent", "pp": "percentage points"}.get(name, name), scale
