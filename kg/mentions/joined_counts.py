"""What a number counts that does not say it itself, told by the number that it is joined or compared with."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.mentions.figure_context import is_approximate, limit
from kg.mentions.worded import Worded
from kg.model import Count, Money, Quantity, Range
from kg.values.scale import SCALE_WORD

_SMALL, _FARTHEST = 100, 4
_TO = re.compile(
    r"\s+(?:[a-z]+\s+)?(?!(?:compared|relative|increased|decreased|rose|fell|grew|up|down)\b)[a-z]+\s+(?:to|or)\s+"
    r"(?:maybe\s+|about\s+)?",
    re.I,
)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|just\s+)?$", re.I)
_SCALED = re.compile(rf"\d[\d.,]*\s*{SCALE_WORD}", re.I)
_JOINT = re.compile(r"\s+(?:to|and|or|versus|from|compared\s+(?:to|with))\s+(?:about\s+|over\s+|nearly\s+)?", re.I)
COMPARED = re.compile(
    r"\b\d[\d,.]*(?:\s+[\w'’-]+){1,12}?,?\s+(?:versus|vs\.?|(?:as\s+)?compared\s+(?:to|with)|up\s+from|down\s+from)\s+"
    r"(?:just\s+|only\s+|about\s+|the\s+)?\Z",
    re.I,
)
"""A number compared with one in digits that stands before it."""


def with_things(text: str, found: list[Worded]) -> list[Worded]:
    """ "From 20,000 to 30,000 customers": a number that counts nothing takes the thing of the one it is joined with.

    >>> from decimal import Decimal
    >>> text = "12 kiosks versus 7"
    >>> sold = Worded(0, 2, Quantity(Count(Decimal(12), "kiosks")), "quantity.count")
    >>> before = Worded(17, 18, Quantity(Count(Decimal(7))), "quantity.count")
    >>> with_things(text, [sold, before])[1].quantity.value
    Count(amount=Decimal('7'), thing='kiosks')
    """
    result = list(found)
    for i in range(len(result) - 2, -1, -1):
        first, second = result[i].quantity.value, result[i + 1].quantity.value
        if not isinstance(first, Count) or not isinstance(second, Count) or first.thing or second.thing == "times":
            continue
        if _JOINT.fullmatch(text, result[i].end, result[i + 1].start):
            quantity = replace(result[i].quantity, value=Count(first.amount, second.thing))
            result[i] = replace(result[i], quantity=quantity)
    for i in range(1, len(result)):
        thing = _thing_compared(text, result[i - 1], result[i])
        if thing is not None:
            quantity = result[i].quantity
            result[i] = replace(result[i], quantity=replace(quantity, value=Count(_number(quantity), thing)))
    return _ranging(text, [w for w in result if not _is_left_alone(text, w)])


def _ranging(text: str, figures: list[Worded]) -> list[Worded]:
    """ "20 stores to 25 stores": two numbers of the same things that are the ends of one figure."""
    result: list[Worded] = []
    for figure in figures:
        both = _range(text, result[-1], figure) if result else None
        if both is not None:
            result.pop()
        result.append(both or figure)
    return result


def _range(text: str, first: Worded, second: Worded) -> Worded | None:
    low, high = first.quantity.value, second.quantity.value
    if not isinstance(low, Count) or not isinstance(high, Count) or not low.thing or low.thing != high.thing:
        return None
    if not _TO.fullmatch(text, first.end, second.start) or _FROM.search(text[: first.start]):
        return None
    if not low.amount < high.amount <= _FARTHEST * low.amount:
        return None
    return Worded(first.start, second.end, replace(second.quantity, value=Range(low, high)), second.rule)


def _is_left_alone(text: str, figure: Worded) -> bool:
    """Whether a small number only stands for a figure by what it is compared with, which is none: "Q2 versus 4"."""
    value = figure.quantity.value
    if not isinstance(value, Count) or value.thing or value.amount >= _SMALL:
        return False
    hedged = limit(text, figure.start, figure.end) or is_approximate(text, figure.start, figure.end)
    return not hedged and "." not in text[figure.start : figure.end] and bool(COMPARED.search(text[: figure.start]))


def _thing_compared(text: str, first: Worded, second: Worded) -> str | None:
    """What a bare number counts that another is compared with: "we sold 89 kiosks, *versus 54* a year ago"."""
    counted, bare = first.quantity.value, second.quantity.value
    if not isinstance(counted, Count) or counted.thing in ("", "times"):
        return None
    if not (isinstance(bare, Count) and not bare.thing) and not _is_plain(text, second):
        return None
    return counted.thing if COMPARED.search(text[first.start : second.start]) else None


def _is_plain(text: str, figure: Worded) -> bool:
    """Whether a sum of money is one only because the call tells no unit with it: "14 million a year ago"."""
    said = isinstance(figure.quantity.value, Money) and _SCALED.fullmatch(text, figure.start, figure.end)
    return bool(said) and not re.match(r"\s+(?:of|in)\s+(?!the\b|20|q[1-4]|fiscal|[A-Z])", text[figure.end :])


def _number(quantity: Quantity) -> Decimal:
    value = quantity.value
    return value.low.amount if isinstance(value, Range) else value.amount
