"""Amounts of money: "$24.7 billion", "RMB 6.1 bn", "32 cents", "₹ 4,000 crores", and back."""

from __future__ import annotations

from kg.model import Money
from kg.values.figure import parse_figure
from kg.values.scale import format_number


def parse_money(text: str) -> Money | None:
    """The amount, in whole units of its currency, that a text as a whole names; None where it names none.

    >>> parse_money("$24.7 billion")
    Money(amount=Decimal('24700000000'), currency='USD')
    >>> parse_money("1.5 trillion won").currency, parse_money("32 cents").amount, parse_money("24.7 billion")
    ('KRW', Decimal('0.32'), None)
    """
    figure = parse_figure(text)
    return figure.amount if figure and isinstance(figure.amount, Money) else None


def format_money(money: Money) -> str:
    """The amount with its ISO 4217 code; `parse_money` reads it back.

    >>> from decimal import Decimal
    >>> format_money(Money(Decimal("-384000000"), "CNY"))
    '-CNY 384 million'
    """
    sign = "-" if money.amount < 0 else ""
    return f"{sign}{money.currency} {format_number(abs(money.amount))}"
