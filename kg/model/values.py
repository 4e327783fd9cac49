"""Figures as spoken: amounts in their units, ranges, bounds and rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units of an ISO 4217 currency: `Money(Decimal("29600000000"), "CNY")`."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A relative figure: 7% is `Percent(Decimal(7))`."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Points:
    """A difference of two percentages, in percentage points: 40 basis points are `Points(Decimal("0.4"))`."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: `Count(Decimal(46000000), "members")`; `times` and `rank` too; "" where none is named."""

    amount: Decimal
    thing: str = ""


Amount = Money | Percent | Points | Count


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends in one unit: "X to Y", "X plus or minus Y"."""

    low: Amount
    high: Amount


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as spoken. `bound`: only a bound ("over 20%", "double-digit"); `approximate`: "about", "some".

    `decimals` is the rounding as in XBRL: 236.5 billion has decimals -8, so it is right to within half of 10**8.
    `limit` says which bound: `at least`, `at most`, or the words that stand for a number, `mid-single-digit`.
    """

    value: Amount | Range
    bound: bool = False
    approximate: bool = False
    decimals: int | None = None
    limit: str | None = None
