"""`kg explain` tells a fact as a person would want it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.build import to_document
from kg.errors import UnknownName
from kg.explain import explain, page
from kg.model import Reading
from kg.rdf import iris, vocabulary
from kg.store import reading as opened
from kg.store import writing

FIGURE = """\
Oakfield Cloud: revenue US$120m, up 7% year over year, 2024-01-01/2024-03-31
  https://w3id.org/earnings-call/id/doc/abababababababab/obs-0-40-1
  said by Ann Birch (CFO, Oakfield), turn 1, prepared remarks
  oakfield, characters 0–40:
    Revenue of Clout grew 7% to $120 million
    雲端營收成長7%,達1.2億美元。
  name: “Revenue” is revenue: named by the call
  name: “Clout” is Oakfield Cloud: mis-heard: Cloud sounds like Clout, confidence 0.80
  repair: “Clout” is Oakfield Cloud: Cloud sounds like Clout, confidence 0.80, proposed
  whose: Oakfield Cloud: named beside the metric: 'Clout'
  cause: “more users” raises Oakfield Cloud: revenue US$120m, up 7% year over year, 2024-01-01/2024-03-31
  confidence 0.90, read by by-hand"""


@pytest.fixture
def store(reading: Reading, tmp_path: Path) -> Path:
    document, _ = to_document(reading, fingerprint="by hand")
    with writing(tmp_path) as target:
        target.keep_vocabulary(vocabulary(), graphs=(iris.ONTOLOGY_GRAPH.value, iris.CODES_GRAPH.value))
        target.replace(document)
    return tmp_path


@pytest.mark.parametrize(
    "what",
    [
        "https://w3id.org/earnings-call/id/doc/abababababababab/obs-0-40-1",
        "<https://w3id.org/earnings-call/id/doc/abababababababab/obs-0-40-1>",
        "obs-0-40-1",
        "grew 7% to",
    ],
)
def test_a_figure_is_explained_by_its_iri_and_by_its_words(store: Path, what: str) -> None:
    with opened(store) as source:
        assert page(explain(source, what)[0]) == FIGURE


@pytest.mark.parametrize(
    ("what", "headline"),
    [
        ("obs-56-89-1", "Oakfield Cloud: revenue US$130m, 2024-04-01/2024-06-30, guidance"),
        ("What was the churn", "Ben Reed (Northwind Research) asks about churn rate; answered by Ann Birch"),
        ("oakfield cloud", "Oakfield Cloud, also Cloud; part of Oakfield"),
        ("Clout", "Oakfield Cloud, also Cloud; part of Oakfield"),
        ("correction-11-16", "“Clout” was said for Oakfield Cloud (“Cloud”)"),
    ],
)
def test_everything_has_a_headline(store: Path, what: str, headline: str) -> None:
    with opened(store) as source:
        assert explain(source, what)[0].headline == headline


def test_a_name_is_followed_by_what_is_said_about_it(store: Path) -> None:
    with opened(store) as source:
        unit, *claims = explain(source, "Oakfield Cloud")
    assert unit.headline == "Oakfield Cloud, also Cloud; part of Oakfield"
    assert "Oakfield Cloud: revenue US$120m, up 7% year over year, 2024-01-01/2024-03-31" in [
        claim.headline for claim in claims
    ]


@pytest.mark.parametrize("what", ["Oakfeild", "https://w3id.org/earnings-call/id/nothing", "http://no iri"])
def test_what_is_not_there_is_said(store: Path, what: str) -> None:
    with opened(store) as source, pytest.raises(UnknownName):
        explain(source, what)


def test_a_call_is_explained_by_what_its_header_was_read_from(reading: Reading, tmp_path: Path) -> None:
    call = replace(reading.transcript.call, reasons={"company": "opening words", "held_on": "stated by the user"})
    dated = replace(reading, transcript=replace(reading.transcript, call=replace(call, held_on=date(2024, 5, 2))))
    document, _ = to_document(dated, fingerprint="by hand")
    with writing(tmp_path) as target:
        target.keep_vocabulary(vocabulary(), graphs=(iris.ONTOLOGY_GRAPH.value, iris.CODES_GRAPH.value))
        target.replace(document)
    with opened(tmp_path) as source:
        told = page(explain(source, document.entry.call)[0])
    assert told.splitlines()[0].endswith("held on 2024-05-02")
    assert told.splitlines()[2:] == [
        "  oakfield:",
        f"    company {call.company}: opening words",
        "    held on 2024-05-02: stated by the user",
    ]
