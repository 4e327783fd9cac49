"""Percentages: "7%", "0.6 percent", and back."""

from __future__ import annotations

from kg.model import Percent
from kg.values.figure import parse_figure
from kg.values.scale import format_number


def parse_percent(text: str) -> Percent | None:
    """The percentage that a text as a whole is, in percent; None for anything else.

    >>> parse_percent("minus 4.4%"), parse_percent("4 percentage points")
    (Percent(amount=Decimal('-4.4')), None)
    """
    figure = parse_figure(text)
    return figure.amount if figure and isinstance(figure.amount, Percent) else None


def format_percent(percent: Percent) -> str:
    """The percentage with a percent sign.

    >>> from decimal import Decimal
    >>> format_percent(Percent(Decimal("0.6")))
    '0.6%'
    """
    sign = "-" if percent.amount < 0 else ""
    return f"{sign}{format_number(abs(percent.amount))}%"
