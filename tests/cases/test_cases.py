"""Each folder is a small invented call with the facts that must come out of it, whole rows of every kind it states.

A `facts.jsonl` lists all rows of the kinds that it holds; kinds that it does not hold are not compared.
A row of kind `note` names in `none` kinds of which nothing at all may come out.
Evidence agrees when one side's words lie within the other's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import pytest

from kg import facts_file
from kg.build import read_call
from kg.evaluate.names import plain
from kg.lexicon.metrics import load_metrics, words_of
from kg.ontology_path import ontology_path

HERE = Path(__file__).parent
GAPS = (
    ("colon_guidance", "Our target is net leverage below 2 times by the end of 2024", "what the target is of"),
    ("ellipsis", "$60 million", "what part an “of which” names"),
    ("fool_losses", "Our wholesale losses narrowed again", "the qualifier before a loss"),
    ("indian_filing", "Gas cost should remain stable", "“should” as guidance, for the half asked about"),
    ("interleaved_drivers", "restructuring costs rose to EUR 18 million", "a place that belongs to the cause"),
    ("list_distribution", "Of total revenue, 38% came from Europe", "the place of a share"),
    ("machine_transcript", "Subscription revenue nearly doubled to $310 million", "“nearly doubled” as a bound"),
    ("machine_transcript", "Brazil grew over 20 percent", "a place that grows in what was asked about"),
    ("retailer_fiscal_year", "we expect comparable sales growth in a range of 2% to 3%", "growth in a range"),
    ("streetevents_segments", "revenue to be $430 million", "guidance of the company after a segment"),
    ("streetevents_segments", "We expect non-GAAP gross margin of approximately 52%", "the same, a sentence later"),
)
"""Words of a case that are not read rightly yet, and what is missing; each is a failing test of its own."""

FIELDS = {
    "turn": ("speaker", "title", "organization", "section", "interpreted"),
    "observation": (
        *("speaker", "entity", "metric", "qualifiers", "value", "value_max", "value_is_bound", "unit"),
        *("change", "change_max", "change_is_bound", "change_unit", "direction", "prior_value"),
        *("comparison", "period", "modality"),
    ),
    "relation": ("speaker", "subject", "predicate", "object", "title", "date", "modality"),
    "driver": ("speaker", "effect", "cause", "polarity"),
    "exchange": ("analyst", "firm", "answered_by"),
}
CASES = sorted(path.parent for path in HERE.glob("*/facts.jsonl"))

Row = Mapping[str, object]


METRICS = load_metrics(ontology_path() / "codes" / "metrics.ttl")


def measure(name: str) -> str:
    """A metric under the name that the general list gives it."""
    listed = METRICS.get(words_of(name))
    return listed.name if listed else plain(name)


def thing(name: str) -> str:
    """An entity without number, article and legal form, as the scorer does, and without "segment"."""
    return plain(name).removesuffix(" segment")


NAMES = {"entity": thing, "metric": measure}


def kinds(case: Path) -> list[str]:
    """The kinds that a case speaks of: those of its rows, and those of which it says that there are none."""
    all_rows = rows(case)
    nothing = {kind for row in all_rows for kind in cast(list[str], row.get("none", []))}
    return sorted({str(row["kind"]) for row in all_rows if row["kind"] != "note"} | nothing)


def rows(case: Path) -> list[Row]:
    return [json.loads(line) for line in (case / "facts.jsonl").read_text("utf-8").splitlines()]


def told(all_rows: Sequence[Row], kind: str) -> list[tuple[str, str]]:
    """Each row of a kind as its stated fields, in a fixed order, and its evidence."""
    effects = {
        row["id"]: f"{measure(str(row['metric']))} of {thing(str(row['entity']))}"
        for row in all_rows
        if row["kind"] == "observation"
    }
    out = []
    for row in all_rows:
        if row["kind"] == kind:
            fields = {key: NAMES[key](str(row[key])) if key in NAMES else row.get(key) for key in FIELDS[kind]}
            if row.get("change") is None:
                fields.pop("comparison", None)
            if kind == "driver":
                fields["effect"] = effects[row["effect"]]
            out.append((json.dumps({k: v for k, v in fields.items() if stated(k, v)}), str(row["evidence"])))
    return sorted(out)


def stated(key: str, value: object) -> bool:
    return value not in (None, False, [], "actual") or (value == 0 and value is not False)


@pytest.fixture(scope="module")
def read() -> Mapping[Path, list[Row]]:
    """The facts that are read from each call, as rows of the facts file."""
    return {
        case: [json.loads(line) for line in facts_file.to_lines(facts_file.rows(read_call(case / "call.txt")))]
        for case in CASES
    }


@pytest.mark.parametrize(
    ("case", "kind"), [pytest.param(case, kind, id=f"{case.name}-{kind}") for case in CASES for kind in kinds(case)]
)
def test_what_must_come_out_comes_out(case: Path, kind: str, read: Mapping[Path, list[Row]]):
    gaps = [words for name, words, _ in GAPS if name == case.name and kind == "observation"]
    expected = [row for row in told(rows(case), kind) if not any(touches(row[1], words) for words in gaps)]
    got = [row for row in told(read[case], kind) if not any(touches(row[1], words) for words in gaps)]
    assert differences(expected, got) == ([], [])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param(name, words, id=f"{name}: {words}", marks=pytest.mark.xfail(strict=True, reason=reason))
        for name, words, reason in GAPS
    ],
)
def test_what_is_not_read_yet(name: str, words: str, read: Mapping[Path, list[Row]]):
    expected = [row for row in told(rows(HERE / name), "observation") if touches(row[1], words)]
    got = [row for row in told(read[HERE / name], "observation") if touches(row[1], words)]
    assert expected
    assert differences(expected, got) == ([], [])


def differences(
    expected: Sequence[tuple[str, str]], got: Sequence[tuple[str, str]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What is missed and what is spurious; rows agree in their fields and in the place of their words."""
    missed, spurious = list(expected), []
    for fields, words in got:
        match = next((row for row in missed if row[0] == fields and touches(row[1], words)), None)
        if match is None:
            spurious.append((fields, words))
        else:
            missed.remove(match)
    return missed, spurious


def touches(one: str, other: str) -> bool:
    """Whether one side's words lie within the other's."""
    return flat(one) in flat(other) or flat(other) in flat(one)


def flat(words: str) -> str:
    return " ".join(words.split())


def test_every_case_says_what_must_come_out():
    folders = {path.parent.name for path in HERE.glob("*/call.txt")}
    assert folders == {case.name for case in CASES}
