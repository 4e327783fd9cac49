"""Reads every call that has gold, once a run, and scores what was read."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg import evaluate, sample
from kg.build import read_call
from kg.facts_file import rows, to_lines

SHARED = Path(__file__).parents[3] / "shared"
FLOORS = Path(__file__).parent / "floors.json"
FIGURES = ("value", "change", "prior_value")
RAISE = bool(os.environ.get("KG_RAISE_FLOORS"))


@dataclass(frozen=True)
class Gold:
    """A call with the facts that a person read from it."""

    name: str
    text: Path
    facts: Path
    lexicons: tuple[Path, ...] = ()


SAMPLE = Gold("sample", sample.call_path(), sample.gold_path(), (sample.lexicon_path(),))


def golds() -> list[Gold]:
    """The sample, and the calls of ../shared where they are."""
    found = [SAMPLE]
    for facts in sorted((SHARED / "gold").glob("*.jsonl")):
        company, _, quarter = facts.stem.partition("_")
        text = next((SHARED / "calls").glob(f"{company}_{quarter[:4]}*.txt"))
        found.append(Gold(facts.stem, text, facts))
    return found


@dataclass(frozen=True)
class Scored:
    """What the program's facts of one call score, and how sure it is of each of its figures, by their ids."""

    outcomes: tuple[evaluate.Outcome[evaluate.Row], ...]
    figures: Mapping[str, float]

    @property
    def measures(self) -> dict[str, evaluate.Measure]:
        return {outcome.measure.kind: outcome.measure for outcome in self.outcomes}


@cache
def scored(gold: Gold) -> Scored:
    """Read a call and score it; once a run."""
    lines = list(to_lines(rows(read_call(gold.text, lexicons=gold.lexicons))))
    text = gold.text.read_text(encoding="utf-8")
    outcomes = evaluate.score(evaluate.read(gold.facts), evaluate.parse(lines), text=text)
    facts = (json.loads(line) for line in lines)
    figures = (f for f in facts if f["kind"] == "observation" and any(f[k] is not None for k in FIGURES))
    return Scored(outcomes, {figure["id"]: figure["confidence"] for figure in figures})
