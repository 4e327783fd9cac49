"""The one grammar of figures in digits and words: sign, currency, number, scale, unit.

`FIGURE` finds them inside a text. How a unit is spelt and what a number of it is worth is told beside:
`money`, `percent`, `points`, `count`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Amount, Count, Money, Percent, Points
from kg.values.count import TIMES, format_count, read_times
from kg.values.money import CENTS, CURRENCY_AFTER, CURRENCY_BEFORE, format_money, read_money
from kg.values.percent import PERCENT, format_percent, read_percent
from kg.values.points import BASIS_POINTS, POINTS, format_points, read_points
from kg.values.scale import DIGITS, NUMBER_WORDS, SCALE_LETTERS, SCALE_WORD, Number, parse_number

_PLUS = r"(?:\+|[\s-]{1,2}plus\b)"
ISH = r"(?:\s?-?\s?(?i:ish)\b)"
"""What makes a number approximate from inside: "$140-ish million", "10%-ish"."""

FIGURE = re.compile(
    rf"""
    (?:(?<![A-Za-z])(?=[A-Za-z])|(?=[^A-Za-z\s]))  # where a word, a sign or a digit begins
    (?P<sign>(?<![\w.)%])[-−–](?=\S)|(?<!\bor\s)(?<!\bor-)(?i:\b(?:minus|negative)\s))?
    {CURRENCY_BEFORE}?[ ]{{0,2}}
    (?P<paren>\((?=\s?[\d.,]+\s?\)))?
    (?P<minus>(?<=[^\s\w.,%])[-−](?=\d))?
    (?P<number>
        (?<![\d.,/:])(?<![A-Za-z]-)(?<![&#]){DIGITS}
      | {NUMBER_WORDS}
    )
    (?(paren)\s?\))
    {ISH}?
    (?P<scale>(?:[\s-]{{0,3}}{SCALE_WORD})+|{_PLUS}[\s-]{{0,2}}{SCALE_WORD}|[ ]?{SCALE_LETTERS}(?![.-]\w))?
    (?P<plus>\+|[\s-]plus(?![\s-]+or\b)(?=[\s-]?(?:%|percent|basis|million|billion|[a-z])))?
    (?:
        [\s-]*{POINTS}
      | [\s-]*{BASIS_POINTS}
      | [\s-]*{PERCENT}
      | [\s-]{{0,3}}{TIMES}
      | [\s-]*{CENTS}
      | [\s-]*{CURRENCY_AFTER}
    )?
    {ISH}?
    """,
    re.VERBOSE,
)

_A = re.compile(r"a(?:\s+\w+)?", re.I)
"""The number of "a point", "a full point"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure read from `FIGURE`: the amount in base units, its rounding, and whether "plus" makes it a bound."""

    amount: Amount
    decimals: int | None
    plus: bool = False


def read_figure(match: re.Match[str]) -> Figure | None:
    """The figure that a match of `FIGURE` stands for; None for what is no number, and for brackets without money."""
    scale, led = re.subn(_PLUS, " ", match["scale"] or "")  # "$15-plus billion"
    said = "one" if match["points"] and _A.fullmatch(match["number"]) else match["number"]
    number = parse_number((said + scale).strip())
    if number is None or (match["paren"] and not match["currency"]):
        return None
    if match["sign"] or match["minus"] or match["paren"]:
        number = Number(-number.amount, number.decimals)
    return Figure(*_amount(match, number), plus=match["plus"] is not None or led > 0)


def _amount(match: re.Match[str], number: Number) -> tuple[Amount, int | None]:
    """In the unit that is said; a number without one is a bare count."""
    return (
        read_points(match, number)
        or read_percent(match, number)
        or read_times(match, number)
        or read_money(match, number)
        or (Count(number.amount), number.decimals)
    )


def format_amount(amount: Amount) -> str:
    """Any amount in words, which `FIGURE` finds and `read_figure` reads back.

    >>> from decimal import Decimal
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
