"""GraphML survives awkward labels and keeps parallel edges apart."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import networkx as nx

from kg.export.view.graph import PropertyGraph
from kg.export.write.columns import clean
from kg.export.write.graphml import write_graphml


def test_networkx_reads_every_label_and_edge_back(awkward: PropertyGraph) -> None:
    graph = nx.read_graphml(io.BytesIO(write_graphml(awkward)), force_multigraph=True)
    assert {n: d["label"] for n, d in graph.nodes(data=True)} == {n.id: clean(n.label) for n in awkward.nodes}
    assert sorted((s, t, d["kind"], d["weight"]) for s, t, d in graph.edges(data=True)) == sorted(
        (e.source, e.target, e.kind, float(e.weight)) for e in awkward.edges
    )


def test_edge_ids_are_unique_over_the_whole_graph(awkward: PropertyGraph) -> None:
    root = ET.fromstring(write_graphml(awkward))
    ids = [edge.get("id") for edge in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert len(set(ids)) == len(ids) == len(awkward.edges)


def test_numbers_come_back_as_numbers(two_quarters: PropertyGraph) -> None:
    series = nx.read_graphml(io.BytesIO(write_graphml(two_quarters))).nodes["series"]
    assert {name: series[name] for name in ("value", "value 2031-03-31", "change 2031-03-31", "value 2031-06-30")} == {
        "value": 12.0,
        "value 2031-03-31": 10.0,
        "change 2031-03-31": 1.5,
        "value 2031-06-30": 12.0,
    }
