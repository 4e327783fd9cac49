"""Multiples, ranks and vague numbers: "more than doubled", "twice as much", "No. 1", "millions of dollars"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.mentions.worded import Worded
from kg.mentions.wording import Wording
from kg.model import Amount, Count, Money, Percent, Quantity
from kg.values.currency import currency_code, currency_pattern
from kg.values.scale import parse_number, scale_power

_MULTIPLE = Wording(
    re.compile(
        r"\b(?!halves\b)(?P<verb>doubl|tripl|quadrupl|halv)(?P<ending>ed|ing|es)\b(?!\s+(?:down|up\s+on|click))", re.I
    ),
    ("doubl", "tripl", "quadrupl", "halv"),
)
_AUXILIARY = r"(?:to|will|would|can|could|should|may|might|must|nearly|almost|than|roughly)"
_FUTURE_MULTIPLE = Wording(
    re.compile(
        rf"\b{_AUXILIARY}\s+(?P<verb>double|triple|quadruple|halve)\b"
        r"(?!\s+(?:down|click|check|count|the\b|digit|what|that|of))(?!-)",
        re.I,
    ),
    ("double", "triple", "quadruple", "halve"),
)
_TO_MULTIPLY = Wording(
    re.compile(
        r"\b(?<!close )(?<!closer )(?<!up )(?<!equal )(?:to|will|would|can|could|should|may|might|must)\s+"
        r"(?:effectively\s+|nearly\s+|almost\s+)?(?P<verb>double|triple|quadruple|halve)(?=\s+(?:the|that|our)\b)",
        re.I,
    ),
    ("double", "triple", "quadruple", "halve"),
)
"""With what is multiplied behind it, and none of the words that make it a multiple: "plan to double the fleet"."""
_FOLD = Wording(re.compile(r"\b(?P<times>two|three|four|five|six|seven|eight|ten)fold\b", re.I), ("fold",))
_TWICE = Wording(
    re.compile(
        r"\b(?:(?P<twice>twice)(?=\s+(?:as|the|what|that|our)\b)"
        r"|(?P<double>double|triple)(?=\s+(?:the|what|that|our|of)\b))",
        re.I,
    ),
    ("twice", "double", "triple"),
)
_RANK = Wording(
    re.compile(
        r"(?:\b(?:No\.\s?(?!\d+\s*,)|number\s+(?!\w+\s*[,:]))|#)(?P<rank>[1-9]\d?|(?:one|two|three|four|five)(?!\s*[,:]))\b"
        r"(?!\s+of\b)(?!\s*%)(?!\s*(?:is|was|and\s+number)\b)"
        r"(?!\s+(?:\w+\s+)?(?:priority|reason|issue|question|concern|thing|goal|objective|focus|job|topic)\b)",
        re.I,
    ),
    ("no.", "number", "#"),
)
_OF_THINGS = r"\s+of\b(?!\s+(?:thousand|million|billion))"
_MONEY = currency_pattern("after")
_VAGUE = Wording(
    re.compile(
        r"\b(?:"
        rf"(?:(?P<size>tens|dozens|hundreds|thousands)\s+of\s+)?(?P<scale>thousand|million|billion|trillion)s{_OF_THINGS}"
        rf"(?:\s+(?P<after>{_MONEY}))?"
        rf"|(?P<hundreds>hundreds|thousands){_OF_THINGS}(?:\s+(?P<cash>{_MONEY}))?"
        r")",
        re.I,
    ),
    ("thousand", "million", "billion", "trillion", "hundreds"),
)
_COUNTS_POINTS = re.compile(r"(?:,|\b(?:that|this)(?:['’]s|\s+is|\s+would\s+be))\s+$", re.I)
"""What stands before a number that only counts the points of an answer: "that's number one."."""
_STOPS = (".", ";", "")
_SIZES = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000, "one": 1}
_CHANGE = {"doubl": 100, "tripl": 200, "quadrupl": 300, "halv": -50}
_RANKS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def multiple_figures(text: str) -> Iterator[Worded]:
    """Doubling and the like as a change in percent, "twice" as a multiple, "No. 1" as a rank, "millions of" as a bound.

    >>> [(w.rule, str(w.quantity.value.amount)) for w in multiple_figures("Traffic doubled at the No. 1 site.")]
    [('quantity.multiple', '100'), ('quantity.rank', '1')]
    """
    for finder in (_multiples, _twice, _ranks, _vague):
        yield from finder(text)


def _multiples(text: str) -> Iterator[Worded]:
    """Doubling is a change of 100%."""
    for match in _MULTIPLE.finditer(text):
        yield Worded(*match.span(), Quantity(Percent(Decimal(_CHANGE[match["verb"].lower()]))), "quantity.multiple")
    for match in (*_FUTURE_MULTIPLE.finditer(text), *_TO_MULTIPLY.finditer(text)):
        change = _CHANGE[match["verb"].lower().removesuffix("e")]
        yield Worded(*match.span("verb"), Quantity(Percent(Decimal(change))), "quantity.multiple")


def _twice(text: str) -> Iterator[Worded]:
    for match in _TWICE.finditer(text):
        times = 3 if (match["double"] or "").lower() == "triple" else 2
        yield Worded(*match.span(), Quantity(Count(Decimal(times), "times")), "quantity.times")
    for match in _FOLD.finditer(text):
        number = parse_number(match["times"])
        if number is not None:
            yield Worded(*match.span(), Quantity(Count(number.amount, "times")), "quantity.times")


def _ranks(text: str) -> Iterator[Worded]:
    for match in _RANK.finditer(text):
        if _COUNTS_POINTS.search(text, 0, match.start()) and text[match.end() : match.end() + 1] in _STOPS:
            continue
        rank = match["rank"].lower()
        place = Decimal(_RANKS[rank] if rank in _RANKS else int(rank))
        yield Worded(*match.span(), Quantity(Count(place, "rank")), "quantity.rank")


def _vague(text: str) -> Iterator[Worded]:
    """ "Hundreds of millions of dollars", "thousands of partners": the least number that deserves the words."""
    for match in _VAGUE.finditer(text):
        amount = Decimal(_SIZES[(match["size"] or match["hundreds"] or "").lower() or "one"])
        amount *= 10 ** scale_power(match["scale"] or "")
        code = currency_code(match["after"] or match["cash"] or "")
        following = re.match(r"\s+(?:[A-Za-z]+\s+){0,2}?(people|[a-z]+s)\b", text[match.end() :])
        value: Amount = Money(amount, code) if code else Count(amount, following[1] if following else "")
        end = match.end() if code else match.end() - len(" of")
        yield Worded(match.start(), end, Quantity(value, bound=True, limit=_sized(match)), "quantity.vague")


def _sized(match: re.Match[str]) -> str:
    """ "Hundreds of millions" as it is said, without what follows."""
    said = (match["size"], f"{match['scale']}s" if match["scale"] else match["hundreds"])
    return " of ".join(word.lower() for word in said if word)
