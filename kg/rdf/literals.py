"""Values as literals with their XML Schema types, and back."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = ox.NamedNode(_XSD + "integer")
_DECIMAL = ox.NamedNode(_XSD + "decimal")
_DATE = ox.NamedNode(_XSD + "date")
_DATE_TYPES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), _DATE),
    (re.compile(r"\d{4}-\d{2}"), ox.NamedNode(_XSD + "gYearMonth")),
    (re.compile(r"\d{4}"), ox.NamedNode(_XSD + "gYear")),
)


def literal(value: str | bool | int | Decimal | date) -> ox.Literal:
    """A value with its XML Schema type; decimals are written without exponent and trailing zeros.

    >>> literal(Decimal("2.960E+10")).value
    '29600000000'
    """
    if isinstance(value, bool | str):
        return ox.Literal(value)
    if isinstance(value, int):
        return ox.Literal(str(value), datatype=_INTEGER)
    if isinstance(value, Decimal):
        return ox.Literal(plain(value), datatype=_DECIMAL)
    return ox.Literal(value.isoformat(), datatype=_DATE)


def plain(value: Decimal) -> str:
    """A decimal as XML Schema and Oxigraph write it.

    >>> plain(Decimal("-0.50")), plain(Decimal("0E+3"))
    ('-0.5', '0')
    """
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def date_literal(text: str) -> ox.Literal:
    """A date as precise as it was stated: a day, a month, a year; anything else stays text.

    >>> date_literal("2024-09").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    for shape, datatype in _DATE_TYPES:
        if shape.fullmatch(text):
            return ox.Literal(text, datatype=datatype)
    return ox.Literal(text)
