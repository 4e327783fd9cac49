"""Fits the weights of confidence on the calls that have gold, and shows how they do on calls left out.

    python tests/quality/train_confidence.py            prints the table
    python tests/quality/train_confidence.py --write    and writes kg/facts/observations/confidence.json

Logistic regression by Newton's method with a ridge of 5 (of 1, 3, 5, 10 and 30 it serves calls left out best); every
call weighs the same, so that long ones do not rule.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection
from decimal import Decimal
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent))
import board

from kg import facts
from kg.facts.observations import confidence as sure
from kg.facts.observations import figures

Floats = NDArray[np.float64]
OUT = Path(sure.__file__).with_name("confidence.json")


def examples(call: str) -> tuple[Floats, Floats]:
    """The signs of a call's observations as rows of 0 and 1, and which of them are right."""
    seen: list[Collection[str]] = []

    def remember(shown: Collection[str]) -> Decimal:
        seen.append(shown)
        return Decimal(len(seen) - 1)

    figures.confidence = remember  # the number of the example rides where the confidence will stand
    facts.confirmed = tuple
    judged = board.result(call).judged
    again = sure.told_again([j.observation for j in judged])
    shown = [
        {*seen[int(j.observation.confidence)], *(["told again"] if j.observation in again else [])} for j in judged
    ]
    rows = [[1.0, *(float(sign in signs) for sign in sure.SIGNS)] for signs in shown]
    return np.array(rows), np.array([float(j.right) for j in judged])


def fit(sets: list[tuple[Floats, Floats]], ridge: float = 5.0) -> Floats:
    """Weights, bias first."""
    x = np.concatenate([s[0] for s in sets])
    y = np.concatenate([s[1] for s in sets])
    w = np.concatenate([np.full(len(s[1]), 100.0 / len(s[1])) for s in sets])
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (w * (y - p)) - ridge * weights
        curvature = (x * (w * p * (1 - p))[:, None]).T @ x + ridge * np.eye(x.shape[1])
        weights = weights + np.linalg.solve(curvature, gradient)
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    sets = {call: examples(call) for call in board.CALLS}
    bins: dict[int, list[float]] = {}
    for call, (x, y) in sets.items():
        left_out = fit([s for name, s in sets.items() if name != call])
        for p, right in zip(1 / (1 + np.exp(-x @ left_out)), y, strict=True):
            bins.setdefault(min(int(p * 10), 9), []).append(float(right))
    print("confidence   observations   right      (each call scored with weights fitted on the others)")
    for key in sorted(bins):
        print(f"{key / 10:.1f} to {key / 10 + 0.1:.1f}{len(bins[key]):12}{sum(bins[key]) / len(bins[key]):12.2f}")
    weights = fit(list(sets.values()))
    if args.write:
        named = dict(zip(("bias", *sure.SIGNS), (round(float(w), 3) for w in weights), strict=True))
        OUT.write_text(json.dumps(named, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
