"""The property graph: what is drawn, with every column that the writers put into a file.

Views build it, layouts give it positions, writers turn it into text; nothing else passes between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from kg.model import Period

Cell = str | int | float | bool | tuple[str, ...]
"""What a column of any graph format can hold; a missing value is left out, never written as a word."""


Anchor = Literal["start", "middle", "end"]
"""A label that starts at the node runs to its right, one that ends there to its left."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What one quarter's call says about a series: the figure beside the quarter it belongs to."""

    quarter: Period
    value: Decimal | None = None
    change: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A thing drawn: a company, unit, product, person, series of figures, cause, or topic.

    `label` may run over several lines. `color` is `#rrggbb`; `size` is the diameter in the units of `x` and `y`,
    which grow to the right and upwards; `anchor` tells on which side of the node its label has room.
    `history` holds the figures of a series by quarter.
    """

    id: str
    label: str
    type: str
    side: str | None = None
    reporting_unit: str | None = None
    level: int | None = None
    statements: int = 0
    questions: int = 0
    value: Decimal | None = None
    unit: str | None = None
    change: Decimal | None = None
    prior: Decimal | None = None
    direction: str | None = None
    favourable: str | None = None
    period: str | None = None
    modality: str | None = None
    confidence: Decimal | None = None
    repaired: str | None = None
    quote: str | None = None
    url: str | None = None
    quarters: tuple[Period, ...] = ()
    history: tuple[Reported, ...] = ()
    color: str = "#999999"
    size: float = 10.0
    x: float = 0.0
    y: float = 0.0
    anchor: Anchor = "middle"


@dataclass(frozen=True, slots=True)
class Edge:
    """A typed arrow; one per source, kind and target, with the quarters in which it was said."""

    source: str
    target: str
    kind: str
    weight: int = 1
    speaker: str | None = None
    side: str | None = None
    modality: str | None = None
    polarity: str | None = None
    confidence: Decimal | None = None
    quote: str | None = None
    url: str | None = None
    quarters: tuple[Period, ...] = ()
    color: str = "#999999"

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two edges one: the same ends and the same kind."""
        return self.source, self.kind, self.target


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Nodes sorted by id and edges by source, kind and target; use `of` to make one."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @classmethod
    def of(cls, title: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> PropertyGraph:
        """Sort both, join edges of one source, kind and target; raises `ValueError` for an edge that hangs in the air.

        >>> graph = PropertyGraph.of("t", [Node("b", "B", "Product"), Node("a", "A", "Product")], [
        ...     Edge("a", "b", "raises"), Edge("a", "b", "lowers"), Edge("a", "b", "raises", weight=2)])
        >>> [(e.kind, e.weight) for e in graph.edges]
        [('lowers', 1), ('raises', 3)]
        """
        ordered = tuple(sorted(nodes, key=lambda n: n.id))
        known = {node.id for node in ordered}
        if len(known) != len(ordered):
            raise ValueError("two nodes of a property graph share an id")
        joined: dict[tuple[str, str, str], Edge] = {}
        for edge in edges:
            if edge.source not in known or edge.target not in known:
                raise ValueError(f"the edge {edge.key} has an end that is no node")
            joined[edge.key] = join(joined[edge.key], edge) if edge.key in joined else edge
        return cls(title, ordered, tuple(joined[key] for key in sorted(joined)))

    @property
    def quarters(self) -> tuple[Period, ...]:
        """Every quarter that some node or edge belongs to, in order of time."""
        of_nodes = {quarter for node in self.nodes for quarter in node.quarters}
        return tuple(sorted(of_nodes | {quarter for edge in self.edges for quarter in edge.quarters}))


def join(first: Edge, second: Edge) -> Edge:
    """One edge for two of the same key: weights add up, quarters unite, the words of the first stay."""
    quarters = tuple(sorted({*first.quarters, *second.quarters}))
    return replace(first, weight=first.weight + second.weight, quarters=quarters)
