"""Commands that print: exports, answers, scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import sample
from kg.export import FORMATS

FILES = [each.name for each in FORMATS if each.extension and each.name != "png"]


@pytest.mark.parametrize("format", [*FILES, "facts"])
def test_every_format_is_the_same_twice_and_in_a_file(kg, sample_store: Path, tmp_path: Path, format: str) -> None:
    assert kg("export", format, "-o", "one", "--store", sample_store).code == 0
    assert kg("export", format, "-o", "two", "--store", sample_store).code == 0
    content = (tmp_path / "one").read_bytes()
    assert content and content == (tmp_path / "two").read_bytes()


def test_a_folder_of_tables_needs_a_folder(kg, sample_store: Path, tmp_path: Path) -> None:
    assert "name a folder for them with -o" in kg("export", "csv", "--store", sample_store).err
    assert kg("export", "csv", "-o", "tables", "--store", sample_store).code == 0
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == ["edges.csv", "nodes.csv"]


def test_facts_without_quotes_are_refused(kg, sample_store: Path) -> None:
    ran = kg("export", "facts", "--without-quotes", "--store", sample_store)
    assert (ran.code, ran.out) == (1, "")
    assert "facts are made of quotes" in ran.err


def test_a_file_that_cannot_be_written_is_named(kg, sample_store: Path) -> None:
    ran = kg("export", "ttl", "-o", "no/such/folder/call.ttl", "--store", sample_store)
    assert ran.code == 1 and ran.err.startswith("kg: no/such/folder/call.ttl: cannot be written")


ASK = "SELECT ?name { ?x a ec:Company ; ec:name ?name FILTER (?name = 'Kelanor Group') }"


@pytest.mark.parametrize(
    ("format", "printed"),
    [
        ("table", "name\nKelanor Group\n"),
        ("csv", "name\r\nKelanor Group\r\n"),
        ("tsv", '?name\n"Kelanor Group"\n'),
        ("markdown", "| name          |\n|---------------|\n| Kelanor Group |\n"),
    ],
)
def test_an_answer_in_every_format(kg, sample_store: Path, format: str, printed: str) -> None:
    assert kg("query", ASK, "--format", format, "--store", sample_store).out == printed


def test_an_answer_as_json(kg, sample_store: Path) -> None:
    answer = json.loads(kg("query", ASK, "--format", "json", "--store", sample_store).out)
    assert [row["name"]["value"] for row in answer["results"]["bindings"]] == ["Kelanor Group"]


def test_scores_of_the_sample_are_printed_kind_by_kind(kg, sample_store: Path) -> None:
    out = kg("evaluate", sample.gold_path(), "--store", sample_store).out
    turns = next(line.split() for line in out.splitlines() if line.startswith("turn "))
    assert turns == ["turn", "21", "21", "21", "1.000", "1.000", "1.000"]


def test_a_value_that_is_known_narrows_a_question(kg, sample_store: Path) -> None:
    ran = kg("query", "guidance", "--set", "subject=Kelanor Cloud", "--format", "csv", "--store", sample_store)
    assert ran.code == 0
    assert {line.split(",")[1] for line in ran.out.splitlines()[1:]} == {"Kelanor Cloud"}


def test_a_value_is_known_whatever_its_capitals(kg, sample_store: Path) -> None:
    exactly = kg("query", "segment-figures", "--set", "segment=Kelanor Cloud", "--store", sample_store)
    loosely = kg("query", "segment-figures", "--set", "segment=kelanor CLOUD", "--store", sample_store)
    assert (loosely.code, loosely.out) == (0, exactly.out)
    assert len(exactly.out.splitlines()) > 2


def test_a_question_that_finds_nothing_says_so(kg, sample_store: Path) -> None:
    ran = kg("query", "SELECT ?x { ?x ec:name 'Nobody' }", "--store", sample_store)
    assert (ran.code, ran.err) == (0, "nothing found\n")


def test_the_questions_fit_a_terminal_of_a_hundred_columns(kg) -> None:
    lines = kg("queries").out.splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[1].split("  ")[0] == "executives"


def test_after_a_file_is_written_it_is_said_what_opens_it(kg, sample_store: Path) -> None:
    ran = kg("export", "svg", "-o", "page.svg", "--store", sample_store)
    assert (ran.out, ran.err) == ("", "page.svg is written; open it with any browser\n")
    ran = kg("export", "csv", "-o", "tables", "--store", sample_store)
    assert ran.err == "tables is written; open it with Gephi (Import Spreadsheet) or any spreadsheet\n"
