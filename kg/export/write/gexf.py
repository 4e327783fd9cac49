"""GEXF 1.3 as Gephi 0.10, Gephi Lite and graphology read it.

A writer of our own, because networkx writes no `kind` (Gephi then merges two predicates between the same nodes)
and stamps today's date into the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.view.graph import Edge, Node, PropertyGraph
from kg.export.write.columns import Column, Item, edge_columns, node_columns, text
from kg.export.write.xml import attribute, content
from kg.model import Period


def write_gexf(graph: PropertyGraph) -> bytes:
    """The whole graph; with more than one quarter nodes and edges have spells, and figures a column for each quarter.

    Values over time as dynamic attributes are left out: graphology, on which Gephi Lite stands, refuses them.

    >>> print(write_gexf(PropertyGraph.of("t", [Node("a", "A & B", "Product")], [])).decode().splitlines()[7])
        <attributes class="node" mode="static">
    """
    return ("\n".join(_lines(graph)) + "\n").encode("utf-8")


def _lines(graph: PropertyGraph) -> Iterator[str]:
    timed = len(graph.quarters) > 1
    mode = 'mode="dynamic" timeformat="date" timezone="UTC" timerepresentation="interval"' if timed else 'mode="static"'
    nodes, edges = node_columns(graph), edge_columns()
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'
    yield "  <meta>"
    yield "    <creator>kg</creator>"
    yield f"    <description>{content(graph.title)}</description>"
    yield "  </meta>"
    yield f'  <graph defaultedgetype="directed" {mode}>'
    yield from _declare("node", nodes)
    yield from _declare("edge", edges)
    yield "    <nodes>"
    for node in graph.nodes:
        yield from _node(node, nodes, timed=timed)
    yield "    </nodes>"
    yield "    <edges>"
    for number, edge in enumerate(graph.edges, 1):
        yield from _edge(edge, f"e{number}", edges, timed=timed)
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _declare(kind: str, columns: tuple[Column[Item], ...]) -> Iterator[str]:
    yield f'    <attributes class="{kind}" mode="static">'
    for column in columns:
        name = attribute(column.name)
        yield f'      <attribute id={name} title={name} type="{column.type}"/>'
    yield "    </attributes>"


def _node(node: Node, columns: tuple[Column[Node], ...], *, timed: bool) -> Iterator[str]:
    yield f"      <node id={attribute(node.id)} label={attribute(node.label)}>"
    yield "        <attvalues>"
    yield from _values(node, columns)
    yield "        </attvalues>"
    if timed:
        yield from _spells(node.quarters)
    red, green, blue = (int(node.color[i : i + 2], 16) for i in (1, 3, 5))
    yield f'        <viz:color r="{red}" g="{green}" b="{blue}" a="1.0"/>'
    yield f'        <viz:position x="{node.x:.2f}" y="{node.y:.2f}" z="0.0"/>'
    yield f'        <viz:size value="{node.size:.2f}"/>'
    yield "      </node>"


def _edge(edge: Edge, name: str, columns: tuple[Column[Edge], ...], *, timed: bool) -> Iterator[str]:
    ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
    kind = attribute(edge.kind)
    yield f'      <edge id="{name}" {ends} kind={kind} label={kind} weight="{float(edge.weight)}">'
    yield "        <attvalues>"
    yield from _values(edge, columns)
    yield "        </attvalues>"
    if timed:
        yield from _spells(edge.quarters)
    red, green, blue = (int(edge.color[i : i + 2], 16) for i in (1, 3, 5))
    yield f'        <viz:color r="{red}" g="{green}" b="{blue}" a="1.0"/>'
    yield "      </edge>"


def _values(item: Item, columns: tuple[Column[Item], ...]) -> Iterator[str]:
    for column in columns:
        cell = column.read(item)
        if cell is not None:
            yield f"          <attvalue for={attribute(column.name)} value={attribute(text(cell))}/>"


def _spells(quarters: tuple[Period, ...]) -> Iterator[str]:
    if quarters:
        yield "        <spells>"
        yield from (f"          <spell {_interval(quarter)}/>" for quarter in quarters)
        yield "        </spells>"


def _interval(quarter: Period) -> str:
    return f'start="{quarter.start.isoformat()}" end="{quarter.end.isoformat()}"'
