"""Lines of a facts file are read strictly and written as they are read."""

from __future__ import annotations

import json
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

import kg.facts_file as facts_file
from kg import sample
from kg.errors import FactsFileError
from kg.facts_file import EntityRow, ObservationRow, read_facts, to_lines
from kg.facts_file.parse import GOLD_ONLY
from kg.facts_file.rows import KINDS

SCHEMA = json.loads((Path(facts_file.__file__).parent / "facts.schema.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)

TURBINES = ObservationRow(
    id="o1",
    evidence="Turbine orders fell 4.5% to EUR1.2 billion",
    entity="Windmark",
    metric="order intake",
    speaker="Ada Holm",
    qualifiers=("excluding services",),
    value=Decimal(1200000000),
    unit="EUR",
    change=Decimal("-4.5"),
    change_unit="percent",
    direction="down",
    comparison="yoy",
    period="2025-01-01/2025-03-31",
    nth=2,
    confidence=Decimal("0.9"),
)
LINE = (
    '{"id": "o1", "kind": "observation", "call": "windmark_2025-03-31", '
    '"evidence": "Turbine orders fell 4.5% to EUR1.2 billion", "entity": "Windmark", "metric": "order intake", '
    '"speaker": "Ada Holm", "qualifiers": ["excluding services"], "value": 1200000000, "unit": "EUR", '
    '"change": -4.5, "change_unit": "percent", "direction": "down", "prior_value": null, "comparison": "yoy", '
    '"period": "2025-01-01/2025-03-31", "modality": "actual", "nth": 2, "confidence": 0.9}'
)


def test_a_row_is_written_as_one_json_object() -> None:
    assert list(to_lines([TURBINES], call="windmark_2025-03-31")) == [LINE]


def test_what_is_written_is_read_back() -> None:
    assert read_facts([LINE, "", '{"kind": "note", "text": "half of it"}']) == (TURBINES,)


def test_what_only_an_annotator_writes_is_left_out() -> None:
    line = '{"id": "e1", "kind": "entity", "name": "Windmark", "type": "Organization", "aka": ["WM"], "optional": true}'
    assert read_facts([line]) == (EntityRow("e1", "Windmark", "Organization"),)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "gold.jsonl:1: not JSON"),
        ("[]", "gold.jsonl:1: expected a JSON object, got list"),
        ('{"id": "x", "kind": "rumour"}', "gold.jsonl:1: unknown kind 'rumour'; expected one of turn, entity"),
        ('{"id": "e1", "kind": "entity", "type": "Product"}', "field 'name' must be a text, got nothing"),
        ('{"id": "e1", "kind": "entity", "name": "A", "type": "Thing"}', "field 'type' must be one of BusinessUnit"),
        ('{"id": "e1", "kind": "entity", "name": "A", "type": "Place", "nick": "B"}', "unknown field 'nick'"),
        (LINE.replace("1200000000", '"much"'), "field 'value' must be a number or null, got 'much'"),
        (LINE.replace('"yoy"', '"ytd"'), "field 'comparison' must be one of other, qoq, yoy, got 'ytd'"),
        (LINE.replace("2025-01-01/2025-03-31", "2025-Q1"), "field 'period' must be a day, or two in order"),
        (LINE.replace("2025-01-01/2025-03-31", "2025-13-01"), "field 'period' must be a day, or two in order"),
        (
            LINE.replace("2025-01-01/2025-03-31", "2025-03-31/2025-01-01"),
            "field 'period' must be a day, or two in order",
        ),
        (LINE.replace('"nth": 2', '"nth": 0'), "field 'nth' must be a whole number from 1, got 0"),
    ],
)
def test_a_line_that_breaks_the_schema_is_refused_with_its_place(line: str, message: str) -> None:
    with pytest.raises(FactsFileError) as refused:
        read_facts([line], place="gold.jsonl")
    assert str(refused.value).startswith("gold.jsonl:1: ")
    assert message in str(refused.value)


def test_the_schema_has_exactly_the_fields_of_the_rows() -> None:
    by_kind = {kind["properties"]["kind"]["const"]: set(kind["properties"]) for kind in SCHEMA["oneOf"]}
    assert {k: by_kind[k] - GOLD_ONLY - {"kind", "call"} for k in KINDS} == {
        kind: {field.name for field in fields(row)} for kind, row in KINDS.items()
    }


def test_the_sample_calls_facts_and_our_own_lines_satisfy_the_schema() -> None:
    lines = sample.gold_path().read_text(encoding="utf-8").splitlines()
    for line in [*lines, LINE]:
        VALID.validate(json.loads(line))
