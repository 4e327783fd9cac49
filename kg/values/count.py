"""Numbers of things: "46 million members", "2.3x", "2,300", and back."""

from __future__ import annotations

import re

from kg.model import Count
from kg.values.figure import FIGURE, parse_figure, read_figure
from kg.values.scale import format_number

_THING = re.compile(r"\s+(?P<thing>[^\W\d][\w\s'&-]*)")


def parse_count(text: str) -> Count | None:
    """The number of things that a text as a whole states; the thing is empty where none is named.

    >>> parse_count("46 million members"), parse_count("2.3x"), parse_count("$5")
    (Count(amount=Decimal('46000000'), thing='members'), Count(amount=Decimal('2.3'), thing='times'), None)
    """
    text = text.strip()
    whole = parse_figure(text)
    if whole is not None:
        return whole.amount if isinstance(whole.amount, Count) else None
    match = FIGURE.match(text)
    thing = _THING.fullmatch(text, match.end()) if match else None
    figure = read_figure(match) if match and thing else None
    if figure is None or thing is None or figure.amount != Count(figure.amount.amount):
        return None
    return Count(figure.amount.amount, " ".join(thing["thing"].split()))


def format_count(count: Count) -> str:
    """The number and what it counts; `parse_count` reads it back unless the thing is itself a unit or scale.

    >>> from decimal import Decimal
    >>> format_count(Count(Decimal(46_000_000), "members"))
    '46 million members'
    """
    sign = "-" if count.amount < 0 else ""
    return f"{sign}{format_number(abs(count.amount))} {count.thing}".rstrip()
