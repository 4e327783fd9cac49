"""Two tables, `nodes.csv` and `edges.csv`, with the headers that Gephi's spreadsheet import knows by name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from kg.export.view.graph import Edge, Node, PropertyGraph
from kg.export.write.columns import Column, clean, edge_columns, node_columns
from kg.export.write.columns import text as as_text
from kg.model import Period

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(graph: PropertyGraph) -> Mapping[str, bytes]:
    """File name to content; text cells that a spreadsheet would run as formulas get an apostrophe before them.

    >>> files = write_csv(PropertyGraph.of("t", [Node("a", "+7%", "Series")], []))
    >>> files["nodes.csv"].decode().splitlines()[1][:14]
    "a,'+7%,Series,"
    """
    return {"edges.csv": _edges(graph), "nodes.csv": _nodes(graph)}


def _nodes(graph: PropertyGraph) -> bytes:
    columns = node_columns(graph)
    header = ["Id", "Label", *(c.name for c in columns), "timeset", "x", "y", "size", "color"]
    return _table(header, (_node_row(node, columns) for node in graph.nodes))


def _node_row(node: Node, columns: tuple[Column[Node], ...]) -> list[str]:
    drawn = [f"{node.x:.2f}", f"{node.y:.2f}", f"{node.size:.2f}", node.color]
    cells = [_cell(c.type, c.read(node)) for c in columns]
    return [escape(node.id), escape(node.label), *cells, timeset(node.quarters), *drawn]


def _edges(graph: PropertyGraph) -> bytes:
    columns = edge_columns()
    header = ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight", *(c.name for c in columns), "timeset"]
    return _table(header, (_edge_row(f"e{n}", edge, columns) for n, edge in enumerate(graph.edges, 1)))


def _edge_row(name: str, edge: Edge, columns: tuple[Column[Edge], ...]) -> list[str]:
    fixed = [escape(edge.source), escape(edge.target), "Directed", edge.kind, name, edge.kind, str(edge.weight)]
    return [*fixed, *(_cell(c.type, c.read(edge)) for c in columns), timeset(edge.quarters)]


def _table(header: list[str], rows: Iterable[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def _cell(type_: str, cell: str | int | float | bool | tuple[str, ...] | None) -> str:
    if cell is None:
        return ""
    return escape(as_text(cell)) if type_ == "string" else as_text(cell)


def escape(cell: str) -> str:
    """A text cell that no spreadsheet takes for a formula.

    >>> escape("=1+1"), escape("revenue")
    ("'=1+1", 'revenue')
    """
    text = clean(cell)
    return "'" + text if text.startswith(_FORMULA) else text


def timeset(quarters: tuple[Period, ...]) -> str:
    """Quarters as Gephi's column `timeset` wants them: `<[2024-07-01,2024-09-30]; [2024-10-01,2024-12-31]>`."""
    if not quarters:
        return ""
    return "<" + "; ".join(f"[{q.start.isoformat()},{q.end.isoformat()}]" for q in quarters) + ">"
