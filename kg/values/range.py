"""Two ends of one figure that say a scale or unit once: "$8 to $9 billion", "$2.4 billion, plus or minus $50 million".

Which two figures of a sentence are the ends of one is told by the words around them: `kg.mentions.joined_figures`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.model import Amount, Count, Money, Percent, Range
from kg.values.figure import Figure, read_figure
from kg.values.scale import scale_power

TOLERANCE = re.compile(r",?\s*(?:plus[\s-]or[\s-]minus|plus/minus|\+\s?/\s?[-–−]|±|give\s+or\s+take)\s*", re.I)


def shared(first: re.Match[str], low: Figure, second: re.Match[str], high: Figure) -> Figure:
    """The first of two joined figures, with the scale, currency or unit that is said only once, behind the second.

    "$8 to $9 billion", "5 to 7%", "RMB 93 and 6 billion".
    """
    power = scale_power((second["scale"] or "").split()[-1]) if second["scale"] else 0
    if not first["scale"] and power and isinstance(high.amount, Money | Count):
        decimals = None if low.decimals is None else low.decimals - power
        low = Figure(replace(low.amount, amount=_plain(low.amount.amount.scaleb(power))), decimals, low.plus)
    if isinstance(low.amount, Count) and not low.amount.thing and high.amount != Count(high.amount.amount):
        return _with_unit(low, high.amount, bps=second["bps"] is not None)
    return low


def _with_unit(low: Figure, high: Amount, *, bps: bool) -> Figure:
    amount = low.amount.amount.scaleb(-2) if bps else low.amount.amount
    return Figure(replace(high, amount=amount), low.decimals, low.plus)


def around(first: re.Match[str], second: re.Match[str]) -> Range | None:
    """The range that a tolerance leaves on both sides: in the same unit, in points, or in percent of an amount."""
    middle, tolerance = read_figure(first), read_figure(second)
    if middle is None or tolerance is None:
        return None
    amount = shared(first, middle, second, tolerance).amount
    width = tolerance.amount.amount
    if isinstance(tolerance.amount, Percent) and isinstance(amount, Money | Count):
        width = amount.amount * width / 100
    elif isinstance(tolerance.amount, Money) and not isinstance(amount, Money):
        return None
    return Range(
        replace(amount, amount=_plain(amount.amount - width)), replace(amount, amount=_plain(amount.amount + width))
    )


def _plain(amount: Decimal) -> Decimal:
    whole = amount.to_integral_value()
    return whole.quantize(Decimal(1)) if amount == whole else amount
