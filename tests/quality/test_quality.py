"""The program reads the gold calls at least as well as it did; raise the floors with KG_RAISE_FLOORS=1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import floor

import pytest
from scored import FLOORS, RAISE, SAMPLE, SHARED, Gold, Scored, golds, scored

SLACK = 0.01
"""A floor lies this far below the score that it was taken from, so that one fact more or less is no failure."""


@pytest.mark.parametrize("gold", golds(), ids=lambda gold: gold.name)
def test_no_kind_of_fact_falls_below_its_floor(gold: Gold) -> None:
    reached = {kind: measure.f1 for kind, measure in scored(gold).measures.items()}
    if RAISE:
        raise_floors(gold, reached)
        return
    floors = known_floors().get(gold.name, {})
    below = {kind: (reached[kind], least) for kind, least in floors.items() if reached[kind] < least}
    assert not below


def known_floors() -> dict[str, dict[str, float]]:
    """The F1 below which no kind of fact may fall, by call."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return floors


def raise_floors(gold: Gold, reached: Mapping[str, float]) -> None:
    """Write floors just below what was reached, never lower than they were."""
    floors = known_floors()
    before = floors.get(gold.name, {})
    floors[gold.name] = {
        kind: max(before.get(kind, 0.0), floor((value - SLACK) * 100) / 100) for kind, value in sorted(reached.items())
    }
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


BINS = ((0.0, 0.7), (0.7, 0.85), (0.85, 1.01))
FEWEST = 20


@pytest.mark.skipif(not SHARED.exists(), reason="needs the gold calls in ../shared")
def test_figures_that_the_program_is_surer_of_are_right_more_often(capsys: pytest.CaptureFixture[str]) -> None:
    """Bins the figures of all gold calls by confidence and prints the share of each bin that is fully right."""
    results = [scored(gold) for gold in golds() if gold is not SAMPLE]
    shares = []
    for low, high in BINS:
        sure = [(result, id) for result in results for id, value in result.figures.items() if low <= value < high]
        shares.append((low, sum(id not in faults(result) for result, id in sure), len(sure)))
    with capsys.disabled():
        for low, right, total in shares:
            print(f"\nconfidence from {low:.2f}: {right} of {total} figures fully right", end="")  # noqa: T201
    known = [right / total for _, right, total in shares if total >= FEWEST]
    assert known == sorted(known)


def faults(result: Scored) -> set[str]:
    """The ids of figures that are not there or have a field wrong."""
    outcomes = {outcome.measure.kind: outcome for outcome in result.outcomes}
    spurious = {row.id for row in outcomes["observation, figures"].spurious}
    return spurious | {pair.system.id for pair in outcomes["observation, fully right"].wrong}
