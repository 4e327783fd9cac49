"""An invented call as drawings see it, a graph with labels that break careless writers, and the sample call's graph."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.build import read_call
from kg.export.choose.content import CallHead, Cause, Content, Figure, Question, Said, Thing, Tie, Topic
from kg.export.view.graph import Edge, Node, PropertyGraph, Reported
from kg.model import Period
from kg.rdf import quads

Q1, Q2 = Period(date(2031, 1, 1), date(2031, 3, 31)), Period(date(2031, 4, 1), date(2031, 6, 30))

AWKWARD = (
    "Research & Development",
    "a < b > c",
    'the "big" one',
    "it's",
    "back\\slash \\N \\L",
    "bell\x07 null\x00 escape\x1b",
    "two\nlines",
    "雲端運算",
    "rocket 🚀",
    "=SUM(A1)",
    "+7%",
    "{record|shape}",
    "]]>",
)


@pytest.fixture
def awkward() -> PropertyGraph:
    """One node per awkward label, a loop of edges, and two kinds of edge between one pair."""
    nodes = [
        Node(f"urn:{n}", text, "Product", quote=text, url=f"urn:{n}", quarters=(Q1,)) for n, text in enumerate(AWKWARD)
    ]
    ring = [Edge(f"urn:{n}", f"urn:{(n + 1) % len(AWKWARD)}", "offers", quote=t) for n, t in enumerate(AWKWARD)]
    return PropertyGraph.of("A & B", nodes, [*ring, Edge("urn:0", "urn:1", "raises", weight=3)])


@pytest.fixture
def two_quarters() -> PropertyGraph:
    """A series over two quarters and a unit that only the first one knows."""
    history = (Reported(Q1, Decimal(10), Decimal("1.5")), Reported(Q2, Decimal(12), None))
    nodes = [
        Node("unit", "Looms", "BusinessUnit", quarters=(Q1,)),
        Node("series", "revenue", "Series", value=Decimal(12), quarters=(Q1, Q2), history=history),
    ]
    edges = [Edge("unit", "series", "reports", quarters=(Q1,)), Edge("unit", "series", "reports", quarters=(Q2,))]
    return PropertyGraph.of("two quarters", nodes, edges)


def said(begin: int, *, speaker: str = "Ida Quill", side: str = "Management", words: str = "we sold more") -> Said:
    return Said("call/loom_2031-03-31", begin, speaker, side, "actual", Decimal("0.9"), words)


def figure(iri: str, subject: str, metric: str, begin: int, value: str, change: str, good: bool | None) -> Figure:
    return Figure(
        iri,
        f"{subject}/{metric}",
        subject,
        metric,
        said(begin),
        value=Decimal(value),
        unit="EUR",
        change=Decimal(change),
        change_unit="percent",
        favourable=good,
        period=str(Q1),
    )


@pytest.fixture
def content() -> Content:
    """Loom Group with two units, of which one has a product, three figures, three causes and a question."""
    things = (
        Thing("loom", "Organization", "Loom Group", "Loom Group"),
        Thing("yarn", "BusinessUnit", "Yarn Works", "Yarn Works", ("loom",), heard=("Jarn Works",)),
        Thing("dye", "BusinessUnit", "Dye House", "Dye House", ("loom",)),
        Thing("silk", "Product", "SilkLine", "SilkLine", ("yarn",)),
        Thing("felt", "Product", "FeltLine", "FeltLine", ("dye",)),
        Thing("ida", "Person", "Ida Quill", "Ida Quill"),
        Thing("bo", "Person", "Bo Tern", "Bo Tern"),
    )
    return Content(
        calls=(CallHead("call/loom_2031-03-31", "loom", Q1, "fiscal 2031 Q1"),),
        things={thing.iri: thing for thing in things},
        figures=(
            figure("o1", "loom", "revenue", 10, "5200000000", "4", True),
            figure("o2", "yarn", "revenue", 30, "3100000000", "9", True),
            figure("o3", "dye", "operating profit", 50, "-12000000", "-30", False),
        ),
        causes=(
            Cause("c1", "o2", "strong demand for SilkLine", "raises", said(35), ("silk",)),
            Cause("c2", "o3", "the higher price of indigo", "lowers", said(55)),
            Cause("c3", "o1", "higher price of indigo", "lowers", said(60)),
        ),
        questions=(
            Question(
                "q1",
                "bo",
                "Heron Brothers",
                said(90, speaker="Bo Tern", side="Analyst"),
                (Topic("SilkLine", "silk"), Topic("Yarn Works", "yarn"), Topic("tariffs")),
                ("ida",),
            ),
        ),
        ties=(Tie("ida", "holdsPosition", "loom", said(1), "Chief Executive Officer"),),
    )


@pytest.fixture(scope="session")
def statements() -> tuple[ox.Quad, ...]:
    """The sample call as RDF."""
    folder = Path(kg.__file__).parent / "sample"
    (text,), (lexicon,) = folder.glob("*.txt"), folder.glob("*.ttl")
    return quads(read_call(text, lexicons=[lexicon]))


@pytest.fixture(scope="session")
def transcript() -> str:
    """The sample call as text."""
    (text,) = (Path(kg.__file__).parent / "sample").glob("*.txt")
    return text.read_text(encoding="utf-8")
