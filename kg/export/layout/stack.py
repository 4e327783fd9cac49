"""Boxes in a column: each as near to where it would like to be as the others let it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def stacked(wishes: Sequence[float], heights: Sequence[float], *, gap: float, top: float) -> list[float]:
    """Middles of boxes in the given order, apart by a gap and below a top; their squared distances are least.

    Boxes that would overlap are joined to blocks, which settle at the mean of their wishes.

    >>> stacked([10, 12, 40], [10, 10, 10], gap=0, top=0)
    [6.0, 16.0, 40.0]
    """
    offsets, blocks = [0.0], list[tuple[float, int]]()
    for before, height in pairwise(heights):
        offsets.append(offsets[-1] + (before + height) / 2 + gap)
    for wish, offset in zip(wishes, offsets, strict=True):
        blocks.append((wish - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (mean, count), (earlier, others) = blocks.pop(), blocks.pop()
            blocks.append(((mean * count + earlier * others) / (count + others), count + others))
    least = top + heights[0] / 2 if heights else 0.0
    starts = [max(mean, least) for mean, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
