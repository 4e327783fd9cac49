"""Positions: sectors that do not mix, labels apart, time that does not explode."""

from __future__ import annotations

import math
from itertools import pairwise

from kg.export.choose.content import Content
from kg.export.layout.boxes import label_box
from kg.export.layout.radial import radial
from kg.export.layout.stack import stacked
from kg.export.layout.untangle import untangle
from kg.export.view.graph import Edge, Node, PropertyGraph
from kg.export.views import default_view


def star(units: int, series: int) -> PropertyGraph:
    """A company with units that report so many figures each."""
    names = [f"u{n:04}" for n in range(units)]
    nodes = [Node("company", "Company", "Company", size=40.0)]
    nodes += [Node(name, f"Unit {name}", "BusinessUnit", size=20.0) for name in names]
    nodes += [Node(f"{name}/{n}", f"metric {n}\n+{n}%", "Series") for name in names for n in range(series)]
    edges = [Edge(name, "company", "partOf") for name in names]
    edges += [Edge(name, f"{name}/{n}", "reports") for name in names for n in range(series)]
    return PropertyGraph.of("star", nodes, edges)


def test_units_keep_their_figures_in_a_sector_of_their_own() -> None:
    graph = radial(star(6, 5))
    sectors = sorted(
        sorted(math.atan2(n.y / 0.64, n.x) % math.tau for n in graph.nodes if n.id.startswith(f"u{u:04}/"))
        for u in range(6)
    )
    assert all(before[-1] < after[0] for before, after in pairwise(sectors))


def test_no_label_lies_on_another_in_a_large_graph() -> None:
    nodes = untangle(radial(star(25, 8))).nodes
    boxes = [label_box(node) for node in nodes]
    assert [(i, j) for i, a in enumerate(boxes) for j, b in enumerate(boxes[:i]) if a.overlaps(b)] == []


def test_nothing_is_stranded_beyond_the_rim(content: Content) -> None:
    nodes = default_view(content).nodes
    assert max(math.hypot(node.x, node.y / 0.64) for node in nodes) < 800


def test_layout_is_the_same_whatever_the_order_of_nodes() -> None:
    graph = star(4, 3)
    turned = PropertyGraph.of(graph.title, reversed(graph.nodes), reversed(graph.edges))
    assert untangle(radial(turned)) == untangle(radial(graph))


def test_boxes_in_a_column_never_overlap_and_keep_their_order() -> None:
    heights = [10.0, 30.0, 20.0, 10.0]
    middles = stacked([50.0, 50.0, 50.0, 0.0], heights, gap=2.0, top=5.0)
    tops = [m - h / 2 for m, h in zip(middles, heights, strict=True)]
    ends = [m + h / 2 for m, h in zip(middles, heights, strict=True)]
    assert tops[0] >= 5.0
    assert all(top - end >= 2.0 - 1e-9 for end, top in zip(ends, tops[1:], strict=False))
