"""Differences of percentages: how "4 percentage points" and "40 bps" are spelt, are worth, and are written."""

from __future__ import annotations

import re

from kg.model import Points
from kg.values.scale import Number, format_number

POINTS = (
    r"(?P<points>(?i:percentage[\s-]+points?|percent[\s-]+points?|pct[\s-]?pts?|ppts?|pp|pts?|points?)\b"
    r"|%[\s-](?i:points?)\b)"
)
BASIS_POINTS = r"(?P<bps>(?i:basis[\s-]+points?|bps|bp)\b)"
"""Hundredths of a point."""


def read_points(match: re.Match[str], number: Number) -> tuple[Points, int | None] | None:
    """The difference, in percentage points, that a match of `kg.values.figure.FIGURE` is; None otherwise."""
    if match["bps"]:
        finer = number.hundredth
        return Points(finer.amount), finer.decimals
    return (Points(number.amount), number.decimals) if match["points"] else None


def format_points(points: Points) -> str:
    """The difference in percentage points.

    >>> from decimal import Decimal
    >>> format_points(Points(Decimal("0.4")))
    '0.4 percentage points'
    """
    sign = "-" if points.amount < 0 else ""
    return f"{sign}{format_number(abs(points.amount))} percentage points"
