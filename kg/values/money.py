"""Amounts of money: how "$24.7 billion", "RMB 6.1 bn" and "32 cents" are spelt, are worth, and are written."""

from __future__ import annotations

import re

from kg.model import Money
from kg.values.currency import currency_code, currency_of_cents, currency_pattern
from kg.values.scale import Number, format_number

CURRENCY_BEFORE = rf"(?P<currency>{currency_pattern('before')})"
CURRENCY_AFTER = rf"(?P<after>{currency_pattern('after')})"
CENTS = rf"(?P<cents>{currency_pattern('cents')})"


def read_money(match: re.Match[str], number: Number) -> tuple[Money, int | None] | None:
    """The amount, in whole units of its currency, that a match of `kg.values.figure.FIGURE` is; None otherwise."""
    if match["cents"]:
        finer = number.hundredth
        return Money(finer.amount, currency_of_cents(match["cents"]) or "USD"), finer.decimals
    code = currency_code(match["currency"] or match["after"] or "")
    return (Money(number.amount, code), number.decimals) if code else None


def format_money(money: Money) -> str:
    """The amount with its ISO 4217 code.

    >>> from decimal import Decimal
    >>> format_money(Money(Decimal("-384000000"), "CNY"))
    '-CNY 384 million'
    """
    sign = "-" if money.amount < 0 else ""
    return f"{sign}{money.currency} {format_number(abs(money.amount))}"
