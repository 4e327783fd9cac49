"""`kg build` reads, skips, replaces and reports."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kg import sample
from kg.store import reading

CALL = "kelanor-group_2025-03-31"


def statements(folder: Path) -> frozenset[str]:
    with reading(folder) as store:
        return frozenset(str(quad) for quad in store.quads())


def test_the_sample_is_built_without_a_file_and_says_where_to_look_next(kg, tmp_path: Path) -> None:
    ran = kg("build")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Kelanor Group, 2025-01-01/2025-03-31")
    assert f"kg brief {CALL}" in ran.out
    assert kg("calls").out.splitlines()[1].split()[0] == CALL


def test_the_same_file_again_changes_nothing(kg, tmp_path: Path) -> None:
    kg("build")
    before = statements(tmp_path / ".kg")
    ran = kg("build")
    assert "unchanged" in ran.out
    assert statements(tmp_path / ".kg") == before


def test_a_corrected_text_replaces_and_another_source_stands_beside(kg, tmp_path: Path) -> None:
    text = sample.call_path().read_text(encoding="utf-8")
    (tmp_path / "call.txt").write_text(text, encoding="utf-8")
    (tmp_path / "corrected.txt").write_text(text.replace("Good day,", "Good day again,"), encoding="utf-8")
    kg("build", "call.txt")
    kg("build", "corrected.txt")
    kg("build", "call.txt", "--source", "another vendor")
    rows = [line.split() for line in kg("calls").out.splitlines()[1:]]
    assert sorted(row[-1] for row in rows) == ["call", "corrected"]


def test_building_and_dropping_leaves_the_store_as_it_was(kg, tmp_path: Path) -> None:
    small = tmp_path / "small.txt"
    small.write_text(
        "Oakfield Tools (OAK) Q1 2024 Earnings Call\nMay 2, 2024\n\n"
        "Operator: Welcome to the first quarter 2024 earnings call of Oakfield Tools.\n"
        "Ann Birch: Thank you. Revenue grew 7% to $120 million in the first quarter.\n"
        "Operator: Goodbye.\n",
        encoding="utf-8",
    )
    kg("build")
    before = statements(tmp_path / ".kg")
    assert kg("build", small).code == 0
    (dropped,) = {line.split()[0] for line in kg("calls").out.splitlines()[1:]} - {CALL}
    assert kg("drop", dropped).code == 0
    assert statements(tmp_path / ".kg") == before


def test_a_folder_is_built_and_its_failures_are_told_at_the_end(kg, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_bytes(sample.call_path().read_bytes())
    ran = kg("build", folder)
    assert ran.code == 1
    assert ran.out.startswith("b.txt: Kelanor Group")
    assert ran.err.splitlines() == [
        f"kg: {folder}/a.txt: the file is empty; expected the text of a transcript",
        "kg: 1 of 2 files could not be read; the others are in the store",
    ]


SMALL = (
    "Operator: Welcome to the Oakfield Tools first quarter 2024 earnings call.\n"
    "Ann Birch: Thank you. Revenue grew 7% to $120 million in the first quarter.\n"
    "Operator: Goodbye.\n"
)


def test_strict_stops_at_the_first_failure(kg, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    (folder / "a.txt").write_text(SMALL, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.txt").write_bytes(sample.call_path().read_bytes())
    ran = kg("build", folder, "--strict")
    assert (ran.code, ran.out.splitlines()[0].split(":")[0]) == (1, "a.txt")
    assert ran.err.splitlines() == [
        f"kg: {folder}/b.txt: the file is empty; expected the text of a transcript",
        "kg: stopped at the first file that could not be read; 1 of 4 files are in the store",
    ]
    assert len(kg("calls").out.splitlines()) == 2


def test_a_call_comes_on_standard_input(kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SMALL.encode())))
    ran = kg("build", "-")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Oakfield Tools, ")
    assert kg("calls").out.splitlines()[1].split()[-1] == "standard-input"


def test_fields_of_json_are_named_by_option(kg, tmp_path: Path) -> None:
    rows = [dict(zip(("wer", "was"), line.split(": ", 1), strict=True)) for line in SMALL.splitlines()]
    (tmp_path / "call.json").write_text(json.dumps(rows), encoding="utf-8")
    refused = kg("build", "call.json")
    assert refused.err.startswith("kg: call.json: found no turns in the JSON") and "--field speaker=NAME" in refused.err
    ran = kg("build", "call.json", "--field", "speaker=wer", "--field", "text=was")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Oakfield Tools, ")


def test_an_unknown_field_is_answered_with_the_nearest(kg, tmp_path: Path) -> None:
    ran = kg("build", "call.json", "--field", "speeker=who")
    assert (ran.code, ran.err) == (1, "kg: no field 'speeker'; did you mean 'speaker'? See: kg build --help\n")


UNDATED = """\
Operator: Welcome to the earnings call of Oakfield Tools.
Ann Birch: Thank you. Revenue grew 7% to $120 million in the third quarter.
Operator: Goodbye.
"""


def header(kg) -> dict[str, tuple[str, str]]:
    rows = [line.split(",") for line in kg("query", "header", "--format", "csv").out.splitlines()[1:]]
    return {row[2]: (row[3], row[4]) for row in rows}


def test_what_a_user_states_of_a_call_holds_in_later_builds(kg, tmp_path: Path) -> None:
    call = tmp_path / "call.txt"
    call.write_text(UNDATED, encoding="utf-8")
    assert "Which quarter it reports, the text does not tell: build it again with --set" in kg("build", call).out
    ran = kg("build", call, "--set", "year=2024", "--set", "quarter=Q3", "--set", "company=Oakfield Tools and Homes")
    assert ran.out.startswith("Oakfield Tools and Homes, 2024-07-01/2024-09-30 (Q3 2024)")
    stated = header(kg)
    assert stated["fiscal year"] == ("2024", "stated by the user")
    assert stated["company"] == ("Oakfield Tools and Homes", "stated by the user")
    assert stated["period"][0] == "2024-07-01/2024-09-30"
    assert "unchanged" in kg("build", call).out
    assert [line.split()[0] for line in kg("calls").out.splitlines()[1:]] == ["oakfield-tools-and-homes_2024-09-30"]
    assert kg("build", call, "--set", "company=").out.startswith("Oakfield Tools, 2024-07-01/2024-09-30")
    assert header(kg)["company"] == ("Oakfield Tools", "opening words")


def test_whose_call_it_is_can_be_stated_where_no_word_tells(kg, tmp_path: Path) -> None:
    call = tmp_path / "call.txt"
    call.write_text(UNDATED.replace(" of Oakfield Tools", ""), encoding="utf-8")
    assert "Whose call it is, the text does not tell: build it again with --set company=NAME." in kg("build", call).out
    told = kg("build", call, "--set", "company=Oakfield Tools").out
    assert told.startswith("Oakfield Tools,")
    assert "Whose call" not in told


def test_what_is_stated_of_one_call_leaves_the_others_alone(kg, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(UNDATED, encoding="utf-8")
    kg("build")
    kg("build", "call.txt", "--set", "year=2024", "--set", "quarter=3")
    assert "unchanged" in kg("build").out


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("quarter=5", "quarter: found '5', expected 1, 2, 3 or 4"),
        ("year=24", "year: found '24', expected the fiscal year in four digits"),
        ("date=May 2", "date: found 'May 2', expected a day as in 2024-05-02"),
        ("quarter", "--set quarter: expected FIELD=VALUE"),
    ],
)
def test_what_a_field_cannot_be_is_refused(kg, stated: str, said: str) -> None:
    ran = kg("build", "--set", stated)
    assert ran.code == 2
    assert said in ran.err


def test_a_field_that_is_none_is_answered_with_the_nearest(kg) -> None:
    ran = kg("build", "--set", "quartr=3")
    assert ran.code == 1
    assert "no field 'quartr'; did you mean 'quarter'?" in ran.err


def test_a_quarter_is_stated_of_one_file_only(kg, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(UNDATED, encoding="utf-8")
    ran = kg("build", "a.txt", "b.txt", "--set", "quarter=3")
    assert ran.code == 2
    assert "holds for one call, and 2 files were given" in ran.err
