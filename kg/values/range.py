"""Two ends of one figure: "$8 to $9 billion", "between 5% and 7%", "$2.4 billion, plus or minus $50 million"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.model import Amount, Count, Money, Percent, Points, Range
from kg.values.count import format_count, parse_count
from kg.values.figure import FIGURE, Figure, read_figure
from kg.values.money import format_money, parse_money
from kg.values.percent import format_percent, parse_percent
from kg.values.points import format_points, parse_points
from kg.values.scale import scale_power

BETWEEN_ENDS = re.compile(r"\s*(?:to|and|or|through|[-–—])\s*", re.I)
TOLERANCE = re.compile(r",?\s*(?:plus[\s-]or[\s-]minus|plus/minus|\+\s?/\s?[-–−]|±|give\s+or\s+take)\s*", re.I)
_OPENING = re.compile(r"(?:between|from)\s+", re.I)


def parse_range(text: str) -> Range | None:
    """The range that a text as a whole names; an end without scale or unit takes the other's.

    >>> parse_range("$8 to $9 billion").low, parse_range("between 5% and 7%").high
    (Money(amount=Decimal('8000000000'), currency='USD'), Percent(amount=Decimal('7')))
    >>> parse_range("63% plus or minus 50 basis points").low
    Percent(amount=Decimal('62.50'))
    """
    text = _OPENING.sub("", text.strip(), count=1)
    first = FIGURE.match(text)
    if first is None:
        return None
    for joint in (TOLERANCE, BETWEEN_ENDS):
        between = joint.match(text, first.end())
        second = FIGURE.fullmatch(text, between.end()) if between else None
        if second:
            return around(first, second) if joint is TOLERANCE else span_of(first, second)
    return None


def format_range(value: Range) -> str:
    """Both ends; `parse_range` reads it back, so that a scale stands where the low end would not take it over.

    >>> format_range(Range(Percent(Decimal(5)), Percent(Decimal(7))))
    '5% to 7%'
    >>> format_range(Range(Money(Decimal(5), "USD"), Money(Decimal(7_000_000), "USD")))
    'USD 5 to USD 7,000,000'
    """
    low, short = format_amount(value.low), format_amount(value.high)
    return f"{low} to {short if parse_range(f'{low} to {short}') == value else _in_digits(value.high)}"


def _in_digits(amount: Amount) -> str:
    """An amount without a scale."""
    match amount:
        case Money():
            return f"{'-' if amount.amount < 0 else ''}{amount.currency} {abs(amount.amount):,f}"
        case Count():
            return f"{amount.amount:,f} {amount.thing}".rstrip()
        case _:
            return format_amount(amount)


def format_amount(amount: Amount) -> str:
    """Any amount in words.

    >>> format_amount(Points(Decimal("0.4")))
    '0.4 percentage points'
    """
    match amount:
        case Money():
            return format_money(amount)
        case Percent():
            return format_percent(amount)
        case Points():
            return format_points(amount)
        case Count():
            return format_count(amount)


def parse_amount(text: str) -> Amount | None:
    """Any amount that a text as a whole is: the inverse of `format_amount`.

    >>> parse_amount("0.4 percentage points")
    Points(amount=Decimal('0.4'))
    """
    return parse_money(text) or parse_percent(text) or parse_points(text) or parse_count(text)


def span_of(first: re.Match[str], second: re.Match[str]) -> Range | None:
    """The range between two figures, None where they are of different units."""
    low, high = read_figure(first), read_figure(second)
    if low is None or high is None:
        return None
    amount = shared(first, low, second, high).amount
    return Range(amount, high.amount) if type(amount) is type(high.amount) else None


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
