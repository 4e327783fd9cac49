"""Numbers of things: how multiples such as "2.3x" are spelt, are worth, and how "46 million members" is written.

The thing that a number counts is a noun of the sentence, which `kg.mentions.counted` finds.
"""

from __future__ import annotations

import re

from kg.model import Count
from kg.values.scale import Number, format_number

TIMES = r"(?P<times>(?i:x|times|fold)\b)"
"""What makes a number a multiple."""


def read_times(match: re.Match[str], number: Number) -> tuple[Count, int | None] | None:
    """The multiple that a match of `kg.values.figure.FIGURE` is; None otherwise."""
    return (Count(number.amount, "times"), number.decimals) if match["times"] else None


def format_count(count: Count) -> str:
    """The number and what it counts.

    >>> from decimal import Decimal
    >>> format_count(Count(Decimal(46_000_000), "members"))
    '46 million members'
    """
    sign = "-" if count.amount < 0 else ""
    return f"{sign}{format_number(abs(count.amount))} {count.thing}".rstrip()
