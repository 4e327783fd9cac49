"""Percentages: how "7%" and "0.6 percent" are spelt, what they are worth, and how one is written."""

from __future__ import annotations

import re

from kg.model import Percent
from kg.values.scale import Number, format_number

PERCENT = r"(?P<percent>%|(?i:percent|per\s+cent|percentage|pct)\b)"
"""What makes a number a percentage, right behind it."""


def read_percent(match: re.Match[str], number: Number) -> tuple[Percent, int | None] | None:
    """The percentage, in percent, that a match of `kg.values.figure.FIGURE` is, with its decimals; None otherwise."""
    return (Percent(number.amount), number.decimals) if match["percent"] else None


def format_percent(percent: Percent) -> str:
    """The percentage with a percent sign.

    >>> from decimal import Decimal
    >>> format_percent(Percent(Decimal("0.6")))
    '0.6%'
    """
    sign = "-" if percent.amount < 0 else ""
    return f"{sign}{format_number(abs(percent.amount))}%"
