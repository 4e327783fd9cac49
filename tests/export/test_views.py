"""The map of an invented call: what is drawn, how it hangs together, where it lies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyoxigraph as ox

from kg.export.choose.content import Cause, Content, Topic
from kg.export.choose.source import content_of
from kg.export.layout.boxes import label_box
from kg.export.view.graph import PropertyGraph
from kg.export.views import VIEWS, default_view
from kg.model import Period

Q1, Q2 = Period(date(2031, 1, 1), date(2031, 3, 31)), Period(date(2031, 4, 1), date(2031, 6, 30))


def kinds(graph: PropertyGraph) -> list[tuple[str, str, str]]:
    return [(edge.source, edge.kind, edge.target) for edge in graph.edges]


def test_company_units_figures_causes_and_analysts_are_drawn_and_connected(content: Content) -> None:
    graph = default_view(content)
    assert {node.id: (node.type, node.label) for node in graph.nodes} == {
        "loom": ("Company", "Loom Group"),
        "yarn": ("BusinessUnit", "Yarn Works"),
        "dye": ("BusinessUnit", "Dye House"),
        "silk": ("Product", "SilkLine"),
        "loom/revenue": ("Series", "revenue\n€5.2bn +4% ✓"),
        "yarn/revenue": ("Series", "revenue\n€3.1bn +9% ✓"),
        "dye/operating profit": ("Series", "operating profit\n−€12m −30% ✗"),
        "c2": ("Cause", "higher price of indigo"),
        "bo": ("Analyst", "Bo Tern\nHeron Brothers"),
    }
    assert kinds(graph) == [
        ("bo", "asked", "yarn"),
        ("c2", "lowers", "dye/operating profit"),
        ("c2", "lowers", "loom/revenue"),
        ("dye", "partOf", "loom"),
        ("dye", "reports", "dye/operating profit"),
        ("loom", "reports", "loom/revenue"),
        ("silk", "raises", "yarn/revenue"),
        ("yarn", "offers", "silk"),
        ("yarn", "partOf", "loom"),
        ("yarn", "reports", "yarn/revenue"),
    ]


def test_a_product_that_carries_nothing_is_left_out(content: Content) -> None:
    assert "felt" not in {node.id for node in default_view(content).nodes}


def test_the_weight_of_a_question_is_the_number_of_its_topics_in_the_unit(content: Content) -> None:
    assert [edge.weight for edge in default_view(content).edges if edge.kind == "asked"] == [2]


def test_a_question_about_nothing_drawn_goes_to_the_company(content: Content) -> None:
    stray = replace(content, questions=(replace(content.questions[0], topics=(Topic("the weather"),)),))
    assert [e.target for e in default_view(stray).edges if e.kind == "asked"] == ["loom"]


def test_an_analyst_s_supposition_makes_no_figure_and_no_cause(content: Content) -> None:
    analyst = replace(content.figures[0].said, side="Analyst")
    figures = tuple(replace(f, said=analyst) for f in content.figures)
    causes = tuple(replace(c, said=analyst) for c in content.causes)
    types = {node.type for node in default_view(replace(content, figures=figures, causes=causes)).nodes}
    assert types == {"Company", "BusinessUnit", "Product", "Analyst"}


def test_at_most_eight_figures_of_a_unit_and_three_causes_of_a_figure(content: Content) -> None:
    first = content.figures[0]
    many = tuple(replace(first, iri=f"o{n}", series=f"s{n}", metric=f"metric {n}") for n in range(20))
    told = content.causes[1].said
    words = ("rain", "frost", "traffic", "strikes", "tariffs")
    causes = tuple(Cause(f"c{word}", "o0", f"{word} nearby", "lowers", told) for word in words)
    graph = default_view(replace(content, figures=many, causes=causes))
    assert len([n for n in graph.nodes if n.type == "Series"]) == 8
    assert len([e for e in graph.edges if e.kind == "lowers"]) == 3


def test_mis_heard_forms_and_levels_stand_in_the_columns(content: Content) -> None:
    nodes = {node.id: node for node in default_view(content).nodes}
    assert [(i, nodes[i].level, nodes[i].reporting_unit, nodes[i].repaired) for i in ("loom", "yarn", "silk")] == [
        ("loom", 0, "Loom Group", None),
        ("yarn", 1, "Yarn Works", "Jarn Works"),
        ("silk", 2, "Yarn Works", None),
    ]


def test_no_node_of_the_sample_is_isolated_and_no_label_lies_on_another(statements: tuple[ox.Quad, ...]) -> None:
    graph = default_view(content_of(statements))
    assert {n.id for n in graph.nodes} == {end for e in graph.edges for end in (e.source, e.target)}
    boxes = [label_box(node) for node in graph.nodes]
    assert [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.overlaps(b)] == []


def test_the_whole_sample_is_one_component(statements: tuple[ox.Quad, ...]) -> None:
    graph = default_view(content_of(statements))
    reached, edges = {graph.nodes[0].id}, [(e.source, e.target) for e in graph.edges]
    while more := {b for a, b in edges + [(b, a) for a, b in edges] if a in reached} - reached:
        reached |= more
    assert reached == {node.id for node in graph.nodes}


def test_a_call_about_which_nothing_is_known_is_an_empty_graph() -> None:
    for view in VIEWS.values():
        assert view(Content((), {})).nodes == ()


def test_two_companies_stand_side_by_side(content: Content) -> None:
    """Moved by name, so that the second company shares nothing with the first."""
    other = replace(
        content,
        calls=(replace(content.calls[0], iri="call/two", company="two"),),
        things={"two": replace(content.things["loom"], iri="two", name="Two", short="Two")},
        figures=(replace(content.figures[0], subject="two", series="two/revenue", iri="t1"),),
        causes=(),
        questions=(),
        ties=(),
    )
    other = replace(other, figures=tuple(replace(f, said=replace(f.said, call="call/two")) for f in other.figures))
    both = Content(
        content.calls + other.calls, {**content.things, **other.things}, content.figures + other.figures, content.causes
    )
    nodes = {node.id: node for node in default_view(both).nodes}
    assert nodes["two"].x - nodes["loom"].x > 400
    assert nodes["two/revenue"].x > nodes["loom/revenue"].x


def test_a_node_has_the_quarters_of_the_calls_that_speak_of_it(content: Content) -> None:
    first, second = "call/loom_2031-03-31", "call/loom_2031-06-30"
    later = replace(content.calls[0], iri=second, period=Q2)
    named = {iri: (first, second) if iri in ("loom", "yarn") else (first,) for iri in content.things}
    things = {iri: replace(thing, calls=named[iri]) for iri, thing in content.things.items()}
    both = replace(content, calls=(*content.calls, later), things=things)
    graph = default_view(both)
    assert {node.id: node.quarters for node in graph.nodes if node.id in ("loom", "yarn", "dye", "bo")} == {
        "loom": (Q1, Q2),
        "yarn": (Q1, Q2),
        "dye": (Q1,),
        "bo": (Q1,),
    }
    assert {edge.source: edge.quarters for edge in graph.edges if edge.kind == "partOf"} == {
        "yarn": (Q1, Q2),
        "dye": (Q1,),
    }
    assert {quarter for node in VIEWS["questions"](both).nodes for quarter in node.quarters} == {Q1}
