"""The columns of nodes and edges, declared once for every table-like format: name, type and how to read the cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from kg.export.view.graph import Cell, Edge, Node, PropertyGraph
from kg.model import Period

Item = TypeVar("Item", Node, Edge)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """A column: `type` is one of string, integer, double, liststring; `read` gives None where there is no value."""

    name: str
    type: str
    read: Callable[[Item], Cell | None]


def clean(text: str) -> str:
    """Text without the characters that XML 1.0 forbids or discourages.

    >>> clean("a\\x00b\\x1bc")
    'abc'
    """
    return _CONTROL.sub("", text)


def text(cell: Cell) -> str:
    """A cell as characters; a list as Gephi reads one.

    >>> text(("2024Q3", 'say "now"'))
    '["2024Q3", "say \\\\"now\\\\""]'
    """
    match cell:
        case bool():
            return "true" if cell else "false"
        case tuple():
            return "[" + ", ".join('"' + clean(c).replace("\\", "\\\\").replace('"', '\\"') + '"' for c in cell) + "]"
        case float():
            return f"{cell:.6g}" if abs(cell) < 1e6 else repr(cell)
        case _:
            return clean(str(cell))


def node_columns(graph: PropertyGraph) -> tuple[Column[Node], ...]:
    """The columns of nodes, those that are named after a quarter last."""
    return (*_NODE, *(c for quarter in graph.quarters for c in _quarter_columns(quarter)))


def edge_columns() -> tuple[Column[Edge], ...]:
    """The columns of edges."""
    return _EDGE


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _intervals(quarters: tuple[Period, ...]) -> tuple[str, ...] | None:
    return tuple(str(q) for q in quarters) or None


def _quarter_columns(quarter: Period) -> tuple[Column[Node], Column[Node]]:
    """The plain columns of one quarter, for programs that know no time."""

    def value(node: Node) -> float | None:
        return next((_number(r.value) for r in node.history if r.quarter == quarter), None)

    def change(node: Node) -> float | None:
        return next((_number(r.change) for r in node.history if r.quarter == quarter), None)

    return (
        Column(f"value {quarter.end.isoformat()}", "double", value),
        Column(f"change {quarter.end.isoformat()}", "double", change),
    )


_NODE: tuple[Column[Node], ...] = (
    Column("type", "string", lambda n: n.type),
    Column("side", "string", lambda n: n.side),
    Column("reporting_unit", "string", lambda n: n.reporting_unit),
    Column("level", "integer", lambda n: n.level),
    Column("statements", "integer", lambda n: n.statements),
    Column("questions", "integer", lambda n: n.questions),
    Column("value", "double", lambda n: _number(n.value)),
    Column("unit", "string", lambda n: n.unit),
    Column("change", "double", lambda n: _number(n.change)),
    Column("prior", "double", lambda n: _number(n.prior)),
    Column("direction", "string", lambda n: n.direction),
    Column("favourable", "string", lambda n: n.favourable),
    Column("period", "string", lambda n: n.period),
    Column("modality", "string", lambda n: n.modality),
    Column("confidence", "double", lambda n: _number(n.confidence)),
    Column("repaired", "string", lambda n: n.repaired),
    Column("quote", "string", lambda n: n.quote),
    Column("url", "string", lambda n: n.url),
    Column("quarters", "liststring", lambda n: _intervals(n.quarters)),
)

_EDGE: tuple[Column[Edge], ...] = (
    Column("speaker", "string", lambda e: e.speaker),
    Column("side", "string", lambda e: e.side),
    Column("modality", "string", lambda e: e.modality),
    Column("polarity", "string", lambda e: e.polarity),
    Column("confidence", "double", lambda e: _number(e.confidence)),
    Column("quote", "string", lambda e: e.quote),
    Column("url", "string", lambda e: e.url),
    Column("quarters", "liststring", lambda e: _intervals(e.quarters)),
)
