"""How numbers are written where there is little room: `¥29.6bn`, `+5% to +7%`, `≤US$3bn`, `−mid-single-digit %`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SIGNS = {"CNY": "¥", "USD": "US$", "EUR": "€", "GBP": "£", "INR": "₹", "KRW": "₩", "HKD": "HK$", "JPY": "JP¥"}
_SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"), (Decimal(10) ** 3, "k"))
_LEAST_SCALED = Decimal(10) ** 4
"""Four digits are written out: 9,000 shops are 9000, 90,000 are 90k."""
_MINUS = "−"
_LIMITS = ("at least", "at most", "about")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A number, or a range with its other end; `limit` says what a bound is (see `kg.model.Observation`)."""

    low: Decimal
    high: Decimal | None = None
    unit: str | None = None
    is_bound: bool = False
    limit: str | None = None


def written(said: Stretch, *, signed: bool = False) -> str:
    """A number as it was said; `signed` writes the plus of a change too.

    >>> written(Stretch(Decimal(5), Decimal(7), "percent"), signed=True)
    '+5% to +7%'
    >>> written(Stretch(Decimal(3000000000), unit="USD", is_bound=True, limit="at most"))
    '≤US$3bn'
    >>> written(Stretch(Decimal(-1), unit="percent", is_bound=True, limit="low-single-digit"), signed=True)
    '−low-single-digit %'
    """
    if said.is_bound and said.limit is not None and said.limit not in _LIMITS:
        return _sign(said.low, signed=signed) + _in_words(said.limit, said.unit)
    ends = [said.low] if said.high is None else [said.low, said.high]
    text = " to ".join((_sign(end, signed=True) if signed and end > 0 else "") + amount(end, said.unit) for end in ends)
    return (_bound(said) if said.is_bound else "") + text


def amount(value: Decimal, unit: str | None) -> str:
    """A number with its unit, scaled to at most four digits.

    >>> amount(Decimal("-384000000"), "CNY"), amount(Decimal("0.6"), "percent"), amount(Decimal(46000000), "members")
    ('−¥384m', '0.6%', '46m')
    >>> amount(Decimal(700000), "USD"), amount(Decimal(16800), "units"), amount(Decimal(9000), "units")
    ('US$700k', '16.8k', '9000')
    >>> amount(Decimal("16.99"), "USD")
    'US$16.99'
    """
    size, sign = abs(value), _MINUS if value < 0 else ""
    if unit == "percent":
        return f"{sign}{_plain(size)}%"
    if unit == "percentage points":
        return f"{sign}{_plain(size)}pp"
    scales = _SCALES if size >= _LEAST_SCALED else ()
    scaled = next((_scaled(size / scale) + name for scale, name in scales if size >= scale), _plain(size))
    ending = {"times": "×", "bps": "bp"}.get(unit or "", "")
    return f"{sign}{'#' if unit == 'rank' else _money(unit)}{scaled}{ending}"


def _in_words(words: str, unit: str | None) -> str:
    """ "Mid-single-digit" of percent, "millions" of dollars."""
    of = {"percent": " %", "percentage points": " pp"}.get(unit or "")
    money = _money(unit).strip()
    return words + (of if of is not None else f" {money}" if money else "")


def _bound(said: Stretch) -> str:
    """Below zero what is at least so large lies below: a fall of more than half is one of −50% or lower."""
    if said.limit == "about":
        return "~"
    return "≥" if (said.limit != "at most") == (said.low >= 0) else "≤"


def _sign(value: Decimal, *, signed: bool) -> str:
    return _MINUS if value < 0 else "+" if signed else ""


def _money(unit: str | None) -> str:
    return _SIGNS.get(unit or "", f"{unit} " if unit and re.fullmatch("[A-Z]{3}", unit) else "")


def _scaled(size: Decimal) -> str:
    """Four digits at most."""
    return _digits(size, 0 if size >= 1000 else 1 if size >= 100 else 2 if size >= 10 else 3)


def _plain(size: Decimal) -> str:
    """A number that is not scaled keeps its hundredths, a very small one more."""
    return _digits(size, 4 if size < Decimal("0.1") else 2)


def _digits(size: Decimal, places: int) -> str:
    return f"{round(size, places).normalize():f}"
