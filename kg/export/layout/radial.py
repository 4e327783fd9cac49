"""The radial layout: the company in the middle, a sector for each reporting unit, analysts on the rim.

Rings are ellipses. Nodes are laid along them as close as their labels allow, sector after sector, and the rings
widened until one turn is enough: time grows with the number of nodes, and the same graph gives the same picture.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.export.layout.boxes import label_extent
from kg.export.layout.tree import Tree, tree_of
from kg.export.view.graph import Anchor, Node, PropertyGraph

FLATNESS = 0.64
_RADII = (0.0, 175.0, 325.0, 480.0, 655.0)
_NEXT_RING = 175.0
_BASE_RING = {"Series": 3, "Cause": 4, "Analyst": 4}
_TURN = 2 * math.pi
_GAP = 0.03
_STEPS = 8

Sector = tuple[Node, ...]


def radial(graph: PropertyGraph) -> PropertyGraph:
    """The graph with a position for every node; several companies stand side by side."""
    if not graph.nodes:
        return graph
    tree = tree_of(graph)
    stars = [_star(root, tree) for root in tree.roots]
    placed = {node.id: node for node in (stars[0] if len(stars) == 1 else _tiled(stars))}
    return replace(graph, nodes=tuple(placed[node.id] for node in graph.nodes))


def _tiled(stars: Sequence[Sequence[Node]]) -> Iterator[Node]:
    """Companies in rows from the top left, about as many to a row as there are rows."""
    count, top = math.ceil(math.sqrt(len(stars))), 0.0
    for start in range(0, len(stars), count):
        row, left = stars[start : start + count], 0.0
        half_height = max(abs(node.y) for star in row for node in star) + 100
        for star in row:
            half_width = max(abs(node.x) for node in star) + 200
            for node in star:
                x, y = node.x + left + half_width, node.y + top - half_height
                yield replace(node, x=round(x, 2), y=round(y, 2))
            left += 2 * half_width
        top -= 2 * half_height


@dataclass(frozen=True, slots=True)
class Plan:
    """The sectors of one company, and for each node below it the number of its ring and the room its label takes."""

    tree: Tree
    sectors: tuple[Sector, ...]
    rings: Mapping[str, int]
    room: Mapping[str, tuple[float, float]]

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node in every sector."""
        return (node for sector in self.sectors for item in sector for node in self.tree.below(item))


class Sweep:
    """One attempt to lay all sectors along rings of a given scale.

    `angles` has the angle of each node's middle, `_free` the first free angle of each ring.
    """

    def __init__(self, plan: Plan, *, scale: float, gap: float, start: float) -> None:
        self.tree, self.rings, self.room, self.scale, self.gap = plan.tree, plan.rings, plan.room, scale, gap
        self.angles: dict[str, float] = {}
        self.start, self.end = start, start
        self._free: dict[int, float] = {}

    @property
    def fits(self) -> bool:
        """Whether one turn was enough."""
        return self.end - self.start <= _TURN

    def sector(self, items: Sector) -> None:
        """Lay a sector, on no ring before the end of the sector before it."""
        start = self.end + self.gap
        self._free = defaultdict(lambda: start)
        for item in items:
            self._branch(item)
        self.end = max(self._free.values(), default=start)

    def _branch(self, node: Node) -> None:
        """Children first, the node amid them; all move on together where its own ring is taken."""
        children, ring = self.tree.children.get(node.id, ()), self.rings[node.id]
        for child in children:
            self._branch(child)
        angle = self._free[ring] + self._half(node, self._free[ring])
        if children:
            middle = (self.angles[children[0].id] + self.angles[children[-1].id]) / 2
            if middle < angle:
                self._turn(children, angle - middle)
            angle = max(angle, middle)
        self._put(node, angle)

    def _turn(self, nodes: Sequence[Node], by: float) -> None:
        for node in nodes:
            for each in self.tree.below(node):
                self._put(each, self.angles[each.id] + by)

    def _put(self, node: Node, angle: float) -> None:
        ring = self.rings[node.id]
        self.angles[node.id] = angle
        self._free[ring] = max(self._free[ring], angle + self._half(node, angle))

    def _half(self, node: Node, angle: float) -> float:
        """Half the angle that a node's label needs: neighbours must be apart in width or in height."""
        width, height = self.room[node.id]
        across = radius(self.rings[node.id]) * self.scale
        beside = (width + 14) / max(1e-9, across * abs(math.sin(angle)))
        above = (max(height, node.size) + 5) / max(1e-9, across * FLATNESS * abs(math.cos(angle)))
        return min(beside, above) / 2

    def at(self, node: Node) -> Node:
        """The node at its place, its label on the outer side; above or below a unit whose edges fan out sideways."""
        angle, across = self.angles[node.id], radius(self.rings[node.id]) * self.scale
        x, y = across * math.cos(angle), across * FLATNESS * math.sin(angle)
        upright = abs(math.cos(angle)) < 0.22
        fanning = self.rings[node.id] == 1 and abs(math.cos(angle)) > 0.5
        anchor: Anchor = "middle" if upright or fanning else "start" if x > 0 else "end"
        return replace(node, x=round(x, 2), y=round(y, 2), anchor=anchor)


def radius(ring: int) -> float:
    """Half the width of a ring's ellipse before scaling."""
    return _RADII[ring] if ring < len(_RADII) else _RADII[-1] + _NEXT_RING * (ring - len(_RADII) + 1)


def _star(root: Node, tree: Tree) -> list[Node]:
    plan = _plan(root, tree)
    scale = 1.0
    while not _sweep(plan, scale, _GAP).fits:
        scale *= 2
    if scale > 1.0:
        scale = _last_good(scale, scale / 2, lambda s: _sweep(plan, s, _GAP).fits)
    gap = _last_good(_GAP, _TURN, lambda g: _sweep(plan, scale, g).fits)
    final = _sweep(plan, scale, gap)
    return [replace(root, x=0.0, y=0.0, anchor="middle"), *(final.at(node) for node in plan.nodes)]


def _plan(root: Node, tree: Tree) -> Plan:
    sectors, rings = tuple(_sectors(root, tree)), dict[str, int]()
    for number, sector in enumerate(sectors):
        for item in sector:
            _assign_rings(item, 1 if number else 2, tree, rings)
    return Plan(tree, sectors, rings, {n.id: label_extent(n) for n in tree.below(root)})


def _sectors(root: Node, tree: Tree) -> list[Sector]:
    """The company's own figures and small things, then each unit; the large ones in the middle of the row.

    The row starts on the right, so the large ones come to lie on the left, where labels pack best.
    """
    children = tree.children.get(root.id, ())
    own = tuple(child for child in children if not _is_sector(child, tree))
    units = sorted((c for c in children if c not in own), key=lambda c: (tree.leaves(c), c.id))
    row = [*units[::2], *reversed(units[1::2])]
    return [own, *((unit,) for unit in row)]


def _is_sector(child: Node, tree: Tree) -> bool:
    """Units with anything below them, and products with a good deal; the rest stays with the company."""
    below = 0 if child.type in _BASE_RING else len(tree.children.get(child.id, ()))
    return below > 2 or (below > 0 and child.type == "BusinessUnit")


def _assign_rings(node: Node, ring: int, tree: Tree, rings: dict[str, int]) -> None:
    rings[node.id] = max(ring, _BASE_RING.get(node.type, ring))
    for child in tree.children.get(node.id, ()):
        _assign_rings(child, rings[node.id] + 1, tree, rings)


def _sweep(plan: Plan, scale: float, gap: float) -> Sweep:
    """All sectors along the rings, the first one around the angle 0."""
    first = Sweep(plan, scale=scale, gap=gap, start=-gap)
    first.sector(plan.sectors[0])
    sweep = Sweep(plan, scale=scale, gap=gap, start=-first.end / 2 - gap)
    for sector in plan.sectors:
        sweep.sector(sector)
    return sweep


def _last_good(good: float, bad: float, fits: Callable[[float], bool]) -> float:
    """The number nearest to a bad one that still fits."""
    for _ in range(_STEPS):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if fits(middle) else (good, middle)
    return good
