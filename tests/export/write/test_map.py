"""The map as SVG: well-formed whatever the labels, with title, legend, and a sign beside each colour."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox

from kg.export.choose.content import Content
from kg.export.choose.source import content_of
from kg.export.layout.untangle import untangle
from kg.export.view.graph import PropertyGraph
from kg.export.views import default_view
from kg.export.write.columns import clean
from kg.export.write.map import write_map

SVG = "{http://www.w3.org/2000/svg}"


def words(written: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(written).iter(f"{SVG}text")]


def test_every_awkward_label_is_there(awkward: PropertyGraph) -> None:
    shown = words(write_map(untangle(awkward)))
    assert [line for n in awkward.nodes for line in clean(n.label).split("\n") if line not in shown] == []


def test_title_and_legend_tell_what_is_drawn(content: Content) -> None:
    shown = words(write_map(default_view(content)))
    assert shown[0] == "Loom Group, quarter to 31 March 2031 (fiscal 2031 Q1)"
    assert [word for word in ("Analyst", "favourable figure", "unfavourable figure", "lowers") if word in shown] == [
        "Analyst",
        "favourable figure",
        "unfavourable figure",
        "lowers",
    ]


def test_a_favourable_figure_points_up_and_an_unfavourable_one_down(content: Content) -> None:
    root = ET.fromstring(write_map(default_view(content)))
    marks = [p for p in root.iter(f"{SVG}polygon") if p.find(f"{SVG}title") is not None]
    tips = {}
    for mark in marks:
        heights = [float(point.split(",")[1]) for point in mark.attrib["points"].split()]
        tips[(mark.findtext(f"{SVG}title") or "").split("\n")[1]] = heights[0] < heights[1]
    assert tips == {"€5.2bn +4% ✓": True, "€3.1bn +9% ✓": True, "−€12m −30% ✗": False}


def test_a_doubtful_figure_is_marked_and_the_legend_says_what_that_means(content: Content) -> None:
    unsure = replace(content.figures[0], said=replace(content.figures[0].said, confidence=Decimal("0.45")))
    shown = words(write_map(default_view(replace(content, figures=(unsure, *content.figures[1:])))))
    assert [word for word in shown if "?" in word] == ["revenue ?", "? a reading that may well be wrong"]


def test_a_legend_of_many_rows_lies_inside_the_frame(content: Content) -> None:
    graph = default_view(content)
    narrow = replace(graph, title="", nodes=tuple(replace(node, x=node.x / 9) for node in graph.nodes))
    root = ET.fromstring(write_map(narrow))
    _, top, _, height = (float(edge) for edge in root.attrib["viewBox"].split())
    legend = root.findall(f"{SVG}g")[-1]
    rows = {down(entry) for entry in legend.findall(f"{SVG}g")}
    assert len(rows) > 2
    assert down(legend) + max(rows) < top + height


def down(group: ET.Element) -> float:
    """How far a group is moved downwards."""
    return float(group.attrib["transform"].rstrip(")").split()[1])


def test_every_arrow_ends_at_the_rim_of_what_it_pushes(statements: tuple[ox.Quad, ...]) -> None:
    graph = default_view(content_of(statements))
    rims = {(node.x, -node.y): node.size / 2 for node in graph.nodes if node.type == "Series"}
    tips = [
        p.get("points", "").split()[0] for p in ET.fromstring(write_map(graph)).iter(f"{SVG}polygon") if len(p) == 0
    ]
    ends = [tuple(float(number) for number in tip.split(",")) for tip in tips]
    assert len(ends) == sum(edge.kind in ("raises", "lowers") for edge in graph.edges) > 0
    away = [min(math.hypot(x - a, y - b) - rim for (a, b), rim in rims.items()) for x, y in ends]
    assert max(away) < 6.0
