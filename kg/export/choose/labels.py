"""How figures, causes and names are written where there is little room: `¥29.6bn +7%`."""

from __future__ import annotations

import re
import textwrap
from decimal import Decimal

from kg.export.choose.content import Figure

_SIGNS = {"CNY": "¥", "USD": "US$", "EUR": "€", "GBP": "£", "INR": "₹", "KRW": "₩", "HKD": "HK$", "JPY": "JP¥"}
_SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"), (Decimal(10) ** 3, "k"))
_LEAST_SCALED = Decimal(10) ** 4
"""Four digits are written out: 9,000 shops are 9000, 90,000 are 90k."""
_MINUS = "−"


def figure_label(figure: Figure) -> str:
    """Value and change, or whatever of them was said.

    >>> from kg.export.choose.content import Said
    >>> said = Said("call", 0)
    >>> figure_label(Figure("f", "s", "u", "revenue", said, Decimal("29600000000"), unit="CNY", change=Decimal(7),
    ...                     change_unit="percent"))
    '¥29.6bn +7%'
    >>> figure_label(Figure("f", "s", "u", "margin", said, value=Decimal(9), unit="percent", prior=Decimal("4.5")))
    '9% from 4.5%'
    """
    parts = []
    if figure.value is not None:
        parts.append(_bounded(figure.value_is_bound, _range(figure.value, figure.value_max, figure.unit)))
    if figure.change is not None:
        parts.append(_bounded(figure.change_is_bound, _change(figure)))
    elif figure.value is not None and figure.prior is not None:
        parts.append("from " + amount(figure.prior, figure.unit))
    return " ".join(parts)


def amount(value: Decimal, unit: str | None) -> str:
    """A number with its unit, scaled to at most four digits.

    >>> amount(Decimal("-384000000"), "CNY"), amount(Decimal("0.6"), "percent"), amount(Decimal(46000000), "members")
    ('−¥384m', '0.6%', '46m')
    >>> amount(Decimal(700000), "USD"), amount(Decimal(16800), "units"), amount(Decimal(9000), "units")
    ('US$700k', '16.8k', '9000')
    """
    size, sign = abs(value), _MINUS if value < 0 else ""
    if unit == "percent":
        return f"{sign}{_digits(size)}%"
    if unit == "percentage points":
        return f"{sign}{_digits(size)}pp"
    money = _SIGNS.get(unit or "", f"{unit} " if unit and re.fullmatch("[A-Z]{3}", unit) else "")
    scales = _SCALES if size >= _LEAST_SCALED else ()
    scaled = next((_digits(size / scale) + name for scale, name in scales if size >= scale), _digits(size))
    ending = {"times": "×", "bps": "bp"}.get(unit or "", "")
    return f"{sign}{'#' if unit == 'rank' else money}{scaled}{ending}"


def wrap(text: str, width: int, lines: int) -> str:
    """Words over at most so many lines, the rest as an ellipsis.

    >>> wrap("growth of orders and better prices in the north", 18, 2)
    'growth of orders\\nand better prices…'
    """
    rows = textwrap.wrap(" ".join(text.split()), width, break_long_words=True) or [""]
    if len(rows) > lines:
        rows = rows[:lines]
        rows[-1] = rows[-1][: width - 1].rstrip(" ,;.") + "…"
    return "\n".join(rows)


def cause_label(text: str) -> str:
    """The words of a cause without the article and the possessive before them.

    >>> cause_label("the increase in our investments")
    'increase in our investments'
    """
    return re.sub(r"^(?:(?:the|a|an|our|their|its|these|this|by|from|some)\s+)+", "", text.strip(" ,.;"), flags=re.I)


def _digits(size: Decimal) -> str:
    rounded = round(size, 0 if size >= 1000 else 1 if size >= 10 else 2)
    return f"{rounded.normalize():f}"


def _range(low: Decimal, high: Decimal | None, unit: str | None) -> str:
    return amount(low, unit) if high is None else f"{amount(low, unit)}–{amount(high, unit)}"


def _change(figure: Figure) -> str:
    low, high = figure.change or Decimal(0), figure.change_max
    sign = "+" if low >= 0 else ""
    return sign + _range(low, high, figure.change_unit or "percent")


def _bounded(bound: bool, text: str) -> str:
    return "≥" + text if bound else text
