"""GEXF survives awkward labels, keeps parallel edges, and tells time only where there is more than one quarter."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import networkx as nx

from kg.export.view.graph import PropertyGraph
from kg.export.write.columns import clean
from kg.export.write.gexf import write_gexf

NS = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def test_networkx_reads_every_label_and_edge_back(awkward: PropertyGraph) -> None:
    graph = nx.read_gexf(io.BytesIO(write_gexf(awkward)), version="1.3")
    assert {n: d["label"] for n, d in graph.nodes(data=True)} == {n.id: clean(n.label) for n in awkward.nodes}
    assert {n: d["quote"] for n, d in graph.nodes(data=True)} == {n.id: clean(n.quote or "") for n in awkward.nodes}
    assert sorted((s, t, d["label"]) for s, t, d in graph.edges(data=True)) == sorted(
        (e.source, e.target, e.kind) for e in awkward.edges
    )


def test_two_kinds_between_one_pair_are_two_edges_with_ids_of_their_own(awkward: PropertyGraph) -> None:
    edges = ET.fromstring(write_gexf(awkward)).findall(".//g:edge", NS)
    pair = [(e.get("kind"), e.get("weight")) for e in edges if (e.get("source"), e.get("target")) == ("urn:0", "urn:1")]
    assert pair == [("offers", "1.0"), ("raises", "3.0")]
    assert len({e.get("id") for e in edges}) == len(edges)


def test_one_quarter_has_no_spells(awkward: PropertyGraph) -> None:
    root = ET.fromstring(write_gexf(awkward))
    graph = root.find("g:graph", NS)
    assert graph is not None
    assert (graph.get("mode"), root.findall(".//g:spell", NS)) == ("static", [])
    assert [n.get("value") for n in root.findall(".//g:attvalue[@for='quarters']", NS)][:1] == [
        '["2031-01-01/2031-03-31"]'
    ]


def test_two_quarters_have_spells_and_plain_columns_for_each(two_quarters: PropertyGraph) -> None:
    """No dynamic attributes: graphology refuses a file with a value of one."""
    root = ET.fromstring(write_gexf(two_quarters))
    graph = root.find("g:graph", NS)
    assert graph is not None
    assert [(b.get("class"), b.get("mode")) for b in graph.findall("g:attributes", NS)] == [
        ("node", "static"),
        ("edge", "static"),
    ]
    assert (graph.get("mode"), graph.get("timeformat"), graph.get("timezone")) == ("dynamic", "date", "UTC")
    edge, series = root.find(".//g:edge", NS), root.find(".//g:node[@id='series']", NS)
    assert edge is not None and series is not None
    assert [(s.get("start"), s.get("end")) for s in edge.findall(".//g:spell", NS)] == [
        ("2031-01-01", "2031-03-31"),
        ("2031-04-01", "2031-06-30"),
    ]
    values = {v.get("for"): v.get("value") for v in series.findall(".//g:attvalue", NS)}
    assert {name: value for name, value in values.items() if name and name.endswith(("-31", "-30"))} == {
        "value 2031-03-31": "10",
        "change 2031-03-31": "1.5",
        "value 2031-06-30": "12",
    }


def test_every_value_has_a_declared_column(two_quarters: PropertyGraph, awkward: PropertyGraph) -> None:
    for graph in (two_quarters, awkward):
        root = ET.fromstring(write_gexf(graph))
        declared = {a.get("id") for a in root.findall(".//g:attribute", NS)}
        assert {v.get("for") for v in root.findall(".//g:attvalue", NS)} <= declared


def test_columns_have_ids_equal_to_titles_and_types_that_gephi_knows(two_quarters: PropertyGraph) -> None:
    columns = ET.fromstring(write_gexf(two_quarters)).findall(".//g:attribute", NS)
    assert all(c.get("id") == c.get("title") for c in columns)
    assert {c.get("type") for c in columns} == {"string", "integer", "double", "liststring"}
    assert "value 2031-06-30" in [c.get("title") for c in columns]


def test_no_edge_is_undirected_and_every_position_has_a_depth(awkward: PropertyGraph) -> None:
    written = write_gexf(awkward).decode()
    assert 'defaultedgetype="directed"' in written
    assert "undirected" not in written and "mixed" not in written and "anyURI" not in written
    assert written.count('z="0.0"') == len(awkward.nodes)
