"""The sample call shows what the program can: mis-heard names are put right, planted oddities found, and no others."""

from __future__ import annotations

import pytest

from kg import sample
from kg.build import read_call
from kg.checks import run_checks
from kg.model import Reading
from kg.rdf.reading import quads
from kg.rdf.vocabulary import vocabulary


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_call(sample.call_path(), lexicons=[sample.lexicon_path()])


def test_the_misheard_names_are_put_right_with_their_kind(reading: Reading):
    assert {(c.heard, c.form, str(c.kind)) for c in reading.corrections} == {
        ("Juan Plus", "Kawan Plus", "Homophone"),
        ("Mac and Lee", "Makanly", "Homophone"),
        ("Nymbara", "Nimbara", "Homophone"),
        ("India", "Indeo", "Homophone"),
        ("PCD", "PCG", "NearAcronym"),
        ("Pasar Ya", "Pasarya", "Spacing"),
    }


def test_the_real_india_stays_a_place(reading: Reading):
    india = reading.entity(next(e.id for e in reading.entities if e.name == "India"))
    assert [surface.text for surface in india.surfaces] == ["India"]
    assert "engineering center in India" in reading.transcript.text[india.surfaces[0].span.start - 25 :][:40]


def test_the_two_planted_oddities_are_found_and_nothing_else(reading: Reading):
    found = run_checks([*quads(reading), *vocabulary()])
    assert [finding.kind for finding in found] == ["missing-percentage", "margin-matches-ratio"]
