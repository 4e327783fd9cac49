"""Reads every call that has gold, once per run, and keeps its outcomes for the tests and for the printed tables."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg import evaluate, facts_file, sample
from kg.build import read_call
from kg.evaluate.rows import ObservationRow
from kg.export.choose.doubt import DOUBTFUL_HEADLINE, is_headline
from kg.lexicon.metrics import shipped_metrics
from kg.model import Observation

SHARED = Path(__file__).parents[3] / "shared"
CALLS = {
    "alibaba_2024-09": "alibaba_2024-09.txt",
    "jd_2022-09": "jd_2022Q3_fool.txt",
    "apple_2022-09": "apple_2022Q4fy_fool.txt",
    "microsoft_2019-06": "microsoft_2019Jul_streetevents.txt",
    "bankofamerica_2022-09": "bankofamerica_2022Q3_fool.txt",
    "samsung_2024-09": "samsung_2024Q3_asr.txt",
    "target_2022-10": "target_2022Q3_fool.txt",
}
CORE = {"entity", "metric", "unit", "all figures", "direction", "period"}


@dataclass(frozen=True, slots=True)
class Judged:
    """An observation in figures, and whether every field that matters is right."""

    observation: Observation
    right: bool


@dataclass(frozen=True, slots=True)
class Result:
    """One call's outcomes by kind, and its observations with a verdict on each."""

    outcomes: Mapping[str, evaluate.Outcome[evaluate.Row]]
    judged: Sequence[Judged]


@cache
def sample_result() -> Result:
    """The call that ships with the program, read with its own lexicon, against its own gold."""
    return _result(sample.call_path(), sample.gold_path(), (sample.lexicon_path(),))


@cache
def result(call: str) -> Result:
    """A call of `../shared/calls` against its gold, read with the shipped lexicons only."""
    return _result(SHARED / "calls" / CALLS[call], SHARED / "gold" / f"{call}.jsonl", ())


def _result(text: Path, gold: Path, lexicons: Sequence[Path]) -> Result:
    reading = read_call(text, lexicons=lexicons)
    system = evaluate.parse(facts_file.to_lines(facts_file.rows(reading)))
    outcomes = {o.measure.kind: o for o in evaluate.score(evaluate.read(gold), system, text=reading.transcript.text)}
    figures = outcomes["observation, figures"]
    wrong = {w.system.id for w in figures.wrong if CORE & set(w.fields)} | {row.id for row in figures.spurious}
    rows = [row for row in system.facts if isinstance(row, ObservationRow)]
    pairs = zip(rows, reading.observations, strict=True)
    return Result(outcomes, [Judged(o, row.id not in wrong) for row, o in pairs if row.has_figure])


FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.01


def floors() -> dict[str, dict[str, float]]:
    """The least F1 by call and kind; they only go up (`python tests/quality/board.py --raise`)."""
    stored: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return stored


def table(results: Mapping[str, Result]) -> str:
    """Precision, recall and F1 of every kind, a block per call."""
    lines = []
    for call, found in results.items():
        lines.append(f"{call:32}{'gold':>6}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}")
        for kind, outcome in found.outcomes.items():
            m = outcome.measure
            lines.append(f"  {kind:30}{m.gold:6}{m.found:7}{m.precision:7.3f}{m.recall:7.3f}{m.f1:7.3f}")
    return "\n".join(lines)


def calibration(results: Mapping[str, Result]) -> str:
    """How often observations in figures are right in every field, by tenths of confidence."""
    bins: dict[int, list[bool]] = {}
    for found in results.values():
        for one in found.judged:
            bins.setdefault(min(int(one.observation.confidence * 10), 9), []).append(one.right)
    rows = [f"{k / 10:.1f} to {k / 10 + 0.1:.1f}{len(v):8}{sum(v) / len(v):8.2f}" for k, v in sorted(bins.items())]
    return "\n".join(["confidence  count   right", *rows])


def headlines(results: Mapping[str, Result]) -> str:
    """How many figures of revenue and profit are right, and how many of the wrong ones are marked as doubtful."""
    told = [j for found in results.values() for j in found.judged if is_headline(_metric(j.observation))]
    right = sum(j.right for j in told)
    needless = sum(j.right and j.observation.confidence < DOUBTFUL_HEADLINE for j in told)
    marked = sum(not j.right and j.observation.confidence < DOUBTFUL_HEADLINE for j in told)
    share = (right + marked) / len(told)
    marks = f"wrong and marked {marked}: {share:.2f} right or marked; right and marked as well {needless}"
    return f"headline figures {len(told)}, right {right}, {marks}"


def _metric(observation: Observation) -> str:
    return shipped_metrics().by_id[observation.metric].name if observation.metric in shipped_metrics().by_id else ""


def main() -> None:
    results = {"sample": sample_result()} | {call: result(call) for call in CALLS if (SHARED / "gold").is_dir()}
    sys.stdout.write(f"{table(results)}\n\n{calibration(results)}\n\n{headlines(results)}\n")
    if "--raise" in sys.argv:
        known = floors() if FLOORS.exists() else {}
        for call, found in results.items():
            least = known.setdefault(call, {})
            for kind, outcome in found.outcomes.items():
                least[kind] = max(least.get(kind, 0.0), round(outcome.measure.f1 - SLACK, 3))
        FLOORS.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
