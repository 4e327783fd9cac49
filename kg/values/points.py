"""Differences of percentages: "4 percentage points", "40 basis points", "50 bps", and back."""

from __future__ import annotations

from kg.model import Points
from kg.values.figure import parse_figure
from kg.values.scale import format_number


def parse_points(text: str) -> Points | None:
    """The difference that a text as a whole states, in percentage points; None for anything else.

    >>> parse_points("40 basis points"), parse_points("4 points")
    (Points(amount=Decimal('0.40')), Points(amount=Decimal('4')))
    """
    figure = parse_figure(text)
    return figure.amount if figure and isinstance(figure.amount, Points) else None


def format_points(points: Points) -> str:
    """The difference in percentage points.

    >>> from decimal import Decimal
    >>> format_points(Points(Decimal("0.4")))
    '0.4 percentage points'
    """
    sign = "-" if points.amount < 0 else ""
    return f"{sign}{format_number(abs(points.amount))} percentage points"
