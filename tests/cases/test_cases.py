"""Each folder is a small invented call with the facts that must come out of it, whole rows of every kind it states.

A `facts.jsonl` lists all rows of the kinds that it holds; kinds that it does not hold are not compared.
A row of kind `note` names in `none` kinds of which nothing at all may come out.
Evidence agrees when one side's words lie within the other's.
"""

from __future__ import annotations

import json
from collections import Counter
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
KNOWN: dict[tuple[str, str], str] = {
    ("colon_guidance", "observation"): "“our target is net leverage below 2 times” names the target, not what it is of",
    (
        "ellipsis",
        "observation",
    ): "“the margin” is not tied to the operating income before it, nor “of which” to its part",
    ("fool_losses", "observation"): "“wholesale losses” keeps no qualifier",
    ("indian_filing", "observation"): "“should remain stable” is dated by the quarter reported and taken as a fact",
    ("interleaved_drivers", "observation"): "a place inside the cause is taken for a qualifier of the effect",
    ("list_distribution", "observation"): "“38% came from Europe” loses the place of the share",
    (
        "machine_transcript",
        "observation",
    ): "“from the fourth quarter”, “nearly doubled” and a place that grows are not yet read",
    ("retailer_fiscal_year", "observation"): "“comparable sales growth in a range” is read as growth of revenue",
    ("streetevents_segments", "observation"): "the segment of the paragraph before is kept for the company's guidance",
}
"""What is not read yet: case and kind, with the reason."""

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


def parameters() -> list[object]:
    return [
        pytest.param(
            case,
            kind,
            id=f"{case.name}-{kind}",
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN[case.name, kind])] if (case.name, kind) in KNOWN else [],
        )
        for case in CASES
        for kind in kinds(case)
    ]


@pytest.fixture(scope="module")
def read() -> Mapping[Path, list[Row]]:
    """The facts that are read from each call, as rows of the facts file."""
    return {
        case: [json.loads(line) for line in facts_file.to_lines(facts_file.rows(read_call(case / "call.txt")))]
        for case in CASES
    }


@pytest.mark.parametrize(("case", "kind"), parameters())
def test_what_must_come_out_comes_out(case: Path, kind: str, read: Mapping[Path, list[Row]]):
    expected, got = told(rows(case), kind), told(read[case], kind)
    missed = Counter(fields for fields, _ in expected) - Counter(fields for fields, _ in got)
    spurious = Counter(fields for fields, _ in got) - Counter(fields for fields, _ in expected)
    assert {"missed": sorted(missed), "spurious": sorted(spurious)} == {"missed": [], "spurious": []}
    apart = [(e, g) for (_, e), (_, g) in zip(expected, got, strict=True) if flat(e) not in flat(g) not in flat(e)]
    assert apart == []


def flat(words: str) -> str:
    return " ".join(words.split())


def test_every_case_says_what_must_come_out():
    folders = {path.parent.name for path in HERE.glob("*/call.txt")}
    assert folders == {case.name for case in CASES}
