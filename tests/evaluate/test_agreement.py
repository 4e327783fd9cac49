"""The scorer and the measure that it reimplements give the same numbers."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from kg import evaluate

SHARED = Path(__file__).parents[3] / "shared"
GOLDS = sorted((SHARED / "gold").glob("*.jsonl"))
pytestmark = pytest.mark.skipif(not GOLDS, reason="needs the gold calls in ../shared")


def measure_from_outside() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoiled(lines: list[str]) -> list[str]:
    """A plausible system's answer: every seventh fact is missing, others have a field wrong or other names."""
    out = []
    for number, line in enumerate(lines):
        row = json.loads(line)
        if row["kind"] == "note" or number % 7 == 3:
            continue
        for every, field, value in (
            (5, "direction", "up"),
            (6, "period", None),
            (8, "value", None),
            (9, "change", 12.5),
            (11, "metric", "operating margin"),
            (12, "unit", "orders"),
            (13, "polarity", "lowers"),
            (14, "section", "qa"),
            (15, "type", "Product"),
            (16, "garbled", []),
            (17, "firm", "Northwind Research"),
            (18, "topics", ["margin"]),
            (19, "modality", "guidance"),
            (10, "speaker", "Somebody Else"),
        ):
            if number % every == 1 and field in row:
                row[field] = value
        if row["kind"] == "entity" and number % 4 == 0 and row["surfaces"]:
            row["name"] = row["surfaces"][-1]
        if isinstance(row.get("evidence"), str) and number % 3 == 0:
            row["evidence"] = row["evidence"][: max(5, len(row["evidence"]) // 2)]
        out.append(json.dumps(row))
    return out


def rows_of(outcomes: tuple[evaluate.Outcome[evaluate.Row], ...]) -> dict[str, tuple[int, ...]]:
    table: dict[str, tuple[int, ...]] = {}
    for outcome in outcomes:
        m = outcome.measure
        table[m.kind] = (m.gold, m.system, m.found)
        for share in outcome.shares:
            prefix = "" if m.kind.startswith("observation") else f"{m.kind} "
            table[f"  of the found: {prefix}{share.field}"] = (share.right, share.of)
    return table


def rows_from_outside(result: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[int, ...]]:
    return {
        name: (r["gold"], r["system"], r["found"]) if "F1" in r else (r["right"], r["of"]) for name, r in result.items()
    }


@pytest.mark.parametrize("gold", GOLDS, ids=lambda path: path.stem)
def test_every_count_equals_the_outside_measure(gold: Path, tmp_path: Path) -> None:
    outside = measure_from_outside()
    system = tmp_path / "system.jsonl"
    system.write_text("\n".join(spoiled(gold.read_text(encoding="utf-8").splitlines())), encoding="utf-8")
    text = next((SHARED / "calls").glob(f"{gold.stem.split('_')[0]}_*.txt")).read_text(encoding="utf-8")
    expected, _ = outside.score(outside.load(gold), outside.load(system), text)
    ours = evaluate.score(evaluate.read(gold), evaluate.read(system), text=text)
    assert rows_of(ours) == rows_from_outside(expected)
