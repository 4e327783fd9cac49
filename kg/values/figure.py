"""The one grammar of figures in digits and words: sign, currency, number, scale, unit.

`FIGURE` finds them inside a text; the parsers of money, percent, points and counts use it on a whole text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.model import Amount, Count, Money, Percent, Points
from kg.values.currency import currency_code, currency_of_cents, currency_pattern
from kg.values.scale import DIGITS, NUMBER_WORDS, SCALE_LETTERS, SCALE_WORD, Number, parse_number

BASIS_POINTS = r"(?:(?i:basis[\s-]+points?|bps|bp)\b)"
POINTS = (
    r"(?:(?i:percentage[\s-]+points?|percent[\s-]+points?|pct[\s-]?pts?|ppts?|pp|pts?|points?)\b|%[\s-](?i:points?)\b)"
)
PERCENT = r"(?:%|(?i:percent|per\s+cent|percentage|pct)\b)"
TIMES = r"(?:(?i:x|times|fold)\b)"
_PLUS = r"(?:\+|[\s-]{1,2}plus\b)"
ISH = r"(?:\s?-?\s?(?i:ish)\b)"
"""What makes a number approximate from inside: "$140-ish million", "10%-ish"."""

FIGURE = re.compile(
    rf"""
    (?:(?<![A-Za-z])(?=[A-Za-z])|(?=[^A-Za-z\s]))  # where a word, a sign or a digit begins
    (?P<sign>(?<![\w.)%])[-−–](?=\S)|(?<!\bor\s)(?<!\bor-)(?i:\b(?:minus|negative)\s))?
    (?P<currency>{currency_pattern("before")})?[ ]{{0,2}}
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
        [\s-]*(?P<points>{POINTS})
      | [\s-]*(?P<bps>{BASIS_POINTS})
      | [\s-]*(?P<percent>{PERCENT})
      | [\s-]{{0,3}}(?P<times>{TIMES})
      | [\s-]*(?P<cents>{currency_pattern("cents")})
      | [\s-]*(?P<after>{currency_pattern("after")})
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


def parse_figure(text: str) -> Figure | None:
    """The figure that a text as a whole is.

    >>> parse_figure("$24.7 billion")
    Figure(amount=Money(amount=Decimal('24700000000'), currency='USD'), decimals=-8, plus=False)
    """
    match = FIGURE.fullmatch(text.strip())
    return read_figure(match) if match else None


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
    amount, decimals = number.amount, number.decimals
    if match["bps"]:
        return Points(_hundredth(amount)), _finer(decimals)
    if match["points"]:
        return Points(amount), decimals
    if match["percent"]:
        return Percent(amount), decimals
    if match["times"]:
        return Count(amount, "times"), decimals
    if match["cents"]:
        return Money(_hundredth(amount), currency_of_cents(match["cents"]) or "USD"), _finer(decimals)
    code = currency_code(match["currency"] or match["after"] or "")
    return (Money(amount, code) if code else Count(amount)), decimals


def _hundredth(amount: Decimal) -> Decimal:
    return amount.scaleb(-2)


def _finer(decimals: int | None) -> int | None:
    return None if decimals is None else decimals + 2
