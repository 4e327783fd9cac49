"""How well calls are read, against gold: a table for people, floors for machines.

The seven real calls stand in `../shared`; where that is absent the sample call alone guards the quality.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def _board() -> ModuleType:
    path = Path(__file__).with_name("board.py")
    spec = importlib.util.spec_from_file_location("board", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["board"] = module
    spec.loader.exec_module(module)
    return module


board = _board()
needs_gold = pytest.mark.skipif(not (board.SHARED / "gold").is_dir(), reason="needs the gold calls in ../shared")


def _shortfalls(call: str, found: object) -> list[str]:
    floors = board.floors()[call]
    outcomes = found.outcomes  # type: ignore[attr-defined]
    return [
        f"{kind}: F1 {outcomes[kind].measure.f1:.3f} is below {least:.3f}"
        for kind, least in floors.items()
        if outcomes[kind].measure.f1 < least
    ]


def test_the_sample_call_is_read_at_least_as_well_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    found = board.sample_result()
    with capsys.disabled():
        sys.stdout.write("\n" + board.table({"sample": found}) + "\n")
    assert _shortfalls("sample", found) == []


@needs_gold
@pytest.mark.parametrize("call", list(board.CALLS))
def test_a_real_call_is_read_at_least_as_well_as_before(call: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = board.result(call)
    with capsys.disabled():
        sys.stdout.write("\n" + board.table({call: found}) + "\n")
    assert _shortfalls(call, found) == []


@needs_gold
def test_confidence_means_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    """Facts given between 0.6 and 0.9 are right about that often; the bins are those of all gold calls."""
    results = {call: board.result(call) for call in board.CALLS}
    with capsys.disabled():
        sys.stdout.write("\n" + board.calibration(results) + "\n")
    judged = [one for found in results.values() for one in found.judged]
    for low, high in ((0.0, 0.3), (0.3, 0.6), (0.6, 0.8), (0.8, 1.0)):
        inside = [one for one in judged if low <= float(one.observation.confidence) < high + (high == 1.0)]
        said = sum(float(one.observation.confidence) for one in inside) / len(inside)
        right = sum(one.right for one in inside) / len(inside)
        assert abs(said - right) < 0.12, f"between {low} and {high}: said {said:.2f}, right {right:.2f}"
