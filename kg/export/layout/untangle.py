"""Moves labels, and where that is not enough nodes, by a little so that no label lies on another or on a node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.export.layout.boxes import Box, label_box
from kg.export.view.graph import Anchor, Node, PropertyGraph

_CELL = 64.0
_STEPS = (14.0, 28.0, 42.0, 60.0, 80.0)
_ANCHORS: tuple[Anchor, ...] = ("start", "end", "middle")


def untangle(graph: PropertyGraph) -> PropertyGraph:
    """The graph with labels apart; large nodes keep their place, small ones give way; linear in the number of nodes."""
    room = _Room(graph.nodes)
    placed = {}
    for node in sorted(graph.nodes, key=lambda n: (-n.size, n.id)):
        placed[node.id] = next((c for c in _candidates(node) if room.has(c)), node)
        room.take(placed[node.id])
    return replace(graph, nodes=tuple(placed[node.id] for node in graph.nodes))


class _Room:
    """Which parts of the plane are taken, by cells, so that only neighbours are looked at."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[str, Box]]] = defaultdict(list)
        for node in nodes:
            self._add(node.id, _disc(node))

    def has(self, node: Node) -> bool:
        """Whether a node and its label touch nothing but the node's own old place."""
        return not any(
            box.overlaps(other)
            for box in (label_box(node), _disc(node))
            for cell in _covered(box)
            for id_, other in self._cells.get(cell, ())
            if id_ != node.id
        )

    def take(self, node: Node) -> None:
        self._add(node.id, label_box(node))
        self._add(node.id, _disc(node))

    def _add(self, id_: str, box: Box) -> None:
        for cell in _covered(box):
            self._cells[cell].append((id_, box))


def _candidates(node: Node) -> Iterator[Node]:
    """The node as it lies, with its label elsewhere, then shifted up, down and outwards."""
    anchors = (node.anchor, *(a for a in _ANCHORS if a != node.anchor))
    yield from (replace(node, anchor=anchor) for anchor in anchors)
    outward = 1.0 if node.x >= 0 else -1.0
    for step in _STEPS:
        for dx, dy in (
            (0.0, step),
            (0.0, -step),
            (outward * step, 0.0),
            (outward * step, step),
            (outward * step, -step),
        ):
            for anchor in anchors:
                yield replace(node, x=round(node.x + dx, 2), y=round(node.y + dy, 2), anchor=anchor)


def _disc(node: Node) -> Box:
    r = node.size / 2
    return Box(node.x - r, node.y - r, node.x + r, node.y + r)


def _covered(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.bottom // _CELL), int(box.top // _CELL) + 1):
            yield column, row
