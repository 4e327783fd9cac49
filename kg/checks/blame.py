"""Whose fault a finding likely is: the call contradicts itself, or it was misread.

Nobody can know; what is said of the call is said only where both readings are sure and lie so near, or so exactly a
thousandfold apart, that a slip of the tongue or of the transcript explains them better than a misreading.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

CALL, READING = "call", "reading"

MISREAD = frozenset(
    {"unit-fits-metric", "period-fits-metric", "parts-exceed-total", "sign-of-direction", "subject-is-a-place", "shape"}
)
"""Checks whose findings show a slip of the reading, or a name misheard, far more often than one of the speaker."""

SURE, SURER = 0.6, 0.85
NEAR, NEARER = 1.25, 1.02
POINTS = 5.0


@dataclass(frozen=True, slots=True)
class Stated:
    """Two figures that ought to agree, and whether they are percentages, which are apart by points."""

    one: float
    other: float
    percent: bool = False


def blame(kind: str, stated: Stated | None, confidences: Collection[float], *, turns: int) -> str:
    """Whose fault it likely is; `turns` is in how many turns the figures were said.

    >>> blame("same-fact-disagrees", Stated(2e9, 2.01e9), [0.9, 0.7], turns=2)
    'call'
    >>> blame("same-fact-disagrees", Stated(2e9, 8e6), [0.9, 0.9], turns=1)
    'reading'
    """
    sure = min(confidences, default=1.0)
    if kind in MISREAD or sure < SURE:
        return READING
    if stated is None:
        return CALL
    if stated.percent:
        return CALL if abs(stated.one - stated.other) <= POINTS else READING
    low, high = sorted((abs(stated.one), abs(stated.other)))
    if not low or stated.one * stated.other < 0:
        return READING
    slip = high / low <= NEARER or any(abs(high / low / scale - 1) < 1e-6 for scale in (1e3, 1e6))
    return CALL if slip or (high / low <= NEAR and sure >= SURER and turns > 1) else READING
