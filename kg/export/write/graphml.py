"""GraphML for yEd, Cytoscape, igraph and networkx: every column as a typed key, positions and colours among them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.view.graph import Edge, Node, PropertyGraph
from kg.export.write.columns import Column, Item, edge_columns, node_columns, text
from kg.export.write.xml import attribute, content

_KEY_TYPE = {"string": "string", "integer": "long", "double": "double", "liststring": "string"}

_DRAWN: tuple[Column[Node], ...] = (
    Column("label", "string", lambda n: n.label),
    Column("x", "double", lambda n: n.x),
    Column("y", "double", lambda n: n.y),
    Column("size", "double", lambda n: n.size),
    Column("color", "string", lambda n: n.color),
)

_EDGE_DRAWN: tuple[Column[Edge], ...] = (
    Column("kind", "string", lambda e: e.kind),
    Column("label", "string", lambda e: e.kind),
    Column("weight", "double", lambda e: float(e.weight)),
    Column("color", "string", lambda e: e.color),
)


def write_graphml(graph: PropertyGraph) -> bytes:
    """The whole graph; edge ids are unique over it, since some readers drop a second edge of one id.

    >>> b'<node id="a">' in write_graphml(PropertyGraph.of("t", [Node("a", "A", "Product")], []))
    True
    """
    return ("\n".join(_lines(graph)) + "\n").encode("utf-8")


def _lines(graph: PropertyGraph) -> Iterator[str]:
    nodes = (*_DRAWN, *node_columns(graph))
    edges = (*_EDGE_DRAWN, *edge_columns())
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield from _keys("node", "n", nodes)
    yield from _keys("edge", "e", edges)
    yield '  <graph id="G" edgedefault="directed">'
    for node in graph.nodes:
        yield f"    <node id={attribute(node.id)}>"
        yield from _data(node, "n", nodes)
        yield "    </node>"
    for number, edge in enumerate(graph.edges, 1):
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        yield f'    <edge id="e{number}" {ends}>'
        yield from _data(edge, "e", edges)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _keys(kind: str, prefix: str, columns: tuple[Column[Item], ...]) -> Iterator[str]:
    for number, column in enumerate(columns):
        name, type_ = attribute(column.name), _KEY_TYPE[column.type]
        yield f'  <key id="{prefix}{number}" for="{kind}" attr.name={name} attr.type="{type_}"/>'


def _data(item: Item, prefix: str, columns: tuple[Column[Item], ...]) -> Iterator[str]:
    for number, column in enumerate(columns):
        cell = column.read(item)
        if cell is not None:
            yield f'      <data key="{prefix}{number}">{content(text(cell))}</data>'
