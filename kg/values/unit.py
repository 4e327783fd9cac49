"""The names that units have in an observation: `CNY`, `percent`, `percentage points`, `bps`, `times`, or a thing."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model import Amount, Count, Money, Percent, Points
from kg.values.figure import format_amount

RATIOS = frozenset({"percent", "percentage points", "bps", "times"})
"""Units of what is held against something else; a sum of them means nothing."""
MEASURED = RATIOS | {"rank"}
"""Units besides currencies that are one thing only; things counted go by many names."""

_CURRENCY = re.compile(r"[A-Z]{3}")


def is_currency(unit: str | None) -> bool:
    """Whether a unit is an ISO 4217 code.

    >>> is_currency("CNY"), is_currency("bps"), is_currency(None)
    (True, False, False)
    """
    return unit is not None and _CURRENCY.fullmatch(unit) is not None


def unit_of(value: Amount) -> str:
    """The unit of an amount.

    >>> unit_of(Money(Decimal(5), "CNY")), unit_of(Percent(Decimal(5)))
    ('CNY', 'percent')
    """
    if isinstance(value, Money):
        return value.currency
    if isinstance(value, Percent):
        return "percent"
    return "percentage points" if isinstance(value, Points) else value.thing or "count"


def amount_in(value: Decimal, unit: str | None) -> Amount:
    """The amount that a number makes in a unit: the inverse of `unit_of`.

    >>> amount_in(Decimal(5), "CNY"), amount_in(Decimal(5), "shops")
    (Money(amount=Decimal('5'), currency='CNY'), Count(amount=Decimal('5'), thing='shops'))
    """
    if unit is not None and is_currency(unit):
        return Money(value, unit)
    if unit == "percent":
        return Percent(value)
    if unit == "percentage points":
        return Points(value)
    return Count(value, "" if unit in (None, "count") else unit or "")


def in_words(value: Decimal, unit: str | None) -> str:
    """A number of a unit, in full.

    >>> in_words(Decimal("-384000000"), "CNY"), in_words(Decimal("0.6"), "percent"), in_words(Decimal(2300), "shops")
    ('-CNY 384 million', '0.6%', '2,300 shops')
    """
    return format_amount(amount_in(value, unit))
