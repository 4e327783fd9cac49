"""Figures that have no number in them: "mid-single digits", "two-thirds of", "more than doubled", "No. 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.model import Amount, Count, Money, Percent, Quantity, Range
from kg.values.currency import currency_code, currency_pattern
from kg.values.scale import SCALE_WORD, scale_power


@dataclass(frozen=True, slots=True)
class Worded:
    """A figure in words, where it stands in its text, and the rule that read it."""

    start: int
    end: int
    quantity: Quantity
    rule: str


_LEVEL = r"(?P<level>low|mid|middle|high)(?:er)?(?:[\s-]+(?:to|and)[\s-]+(?:the\s+)?(?P<upto>mid|high)(?:er)?)?"
_DIGITS = re.compile(
    rf"\b(?:{_LEVEL}[\s-]+)?(?P<digits>single|double|triple)[\s-]+digits?\b(?![\s-]+(?:million|billion))", re.I
)
_TEENS = re.compile(rf"\b{_LEVEL}[\s-]+teens\b", re.I)
_TENS = re.compile(
    rf"\b{_LEVEL}[\s-]+(?P<currency>{currency_pattern('before')})?(?P<tens>[1-9]0)s?\b"
    rf"(?:\s?(?P<percent>%|percent\b)|\s(?P<scale>{SCALE_WORD}))?",
    re.I,
)
_FRACTION = re.compile(
    r"\b(?:(?P<half>half)|(?P<count>a|one|two|three|four)[\s-]+(?P<part>third|quarter|fifth|tenth)s?)\b"
    r"(?![\s-]+(?:party|year|quarter|point|century|a\s))",
    re.I,
)
_PARTITIVE = re.compile(
    r"\s+of\b(?!\s+(?:(?:the|this|next|last|our|each|a|fiscal|calendar)\s+)*(?:year|quarter|month|decade|fiscal|20\d\d|'\d\d|FY)\b)",
    re.I,
)
_POSSESSED = re.compile(r"\s+(?:your|our|their|its|the|those|all)\s+(?!year|quarter|time|month|way|battle)", re.I)
_SHARE_BEFORE = re.compile(
    r"\b(?:(?:more|less)\s+than|over|nearly|about|almost|around|approximately|roughly|under|by|remaining|at\s+least|to|cut\s+in|down|up|down\s+a)\s+$",
    re.I,
)
_NO_SHARE = re.compile(r"\b(?:first|second|back|front|1st|2nd|last|latter|other|next|past)[\s-]+$", re.I)
_MULTIPLE = re.compile(
    r"\b(?P<verb>doubl|tripl|quadrupl|halv)(?P<ending>ed|ing|es)\b(?!\s+(?:down|up\s+on|click))", re.I
)
_FUTURE_MULTIPLE = re.compile(
    r"\b(?:to|will|would|can|could|should|may|might|must|nearly|almost|than|roughly)\s+(?P<verb>double|triple|quadruple|halve)\b"
    r"(?!\s+(?:down|click|check|count|the\b|digit|what|that|of))(?!-)",
    re.I,
)
_TWICE = re.compile(
    r"\b(?:(?P<twice>twice)(?=\s+(?:as\b|the\b|what\b|that\b|our\b))|(?P<double>double|triple)(?=\s+(?:the|what|that|our|of)\b))",
    re.I,
)
_RANK = re.compile(
    r"(?:\b(?:No\.\s?|number\s+)|#)(?P<rank>[1-9]\d?|(?:one|two|three|four|five)(?!\s*[,:]))\b"
    r"(?!\s+of\b)(?!\s*%)(?!\s*(?:is|was|and\s+number)\b)",
    re.I,
)
_VAGUE = re.compile(
    rf"\b(?:(?P<size>tens|dozens|hundreds|thousands)\s+of\s+)?(?P<scale>thousand|million|billion|trillion)s\s+of\b(?!\s+(?:thousand|million|billion))"
    rf"(?:\s+(?P<after>{currency_pattern('after')}))?"
    rf"|\b(?P<hundreds>hundreds|thousands)\s+of\b(?!\s+(?:thousand|million|billion))(?:\s+(?P<cash>{currency_pattern('after')}))?",
    re.I,
)
_SIZES = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000, "one": 1}

_SINGLE = {"low": 1, "mid": 4, "middle": 4, "high": 7, None: 1}
_TEEN = {"low": 11, "mid": 15, "middle": 15, "high": 17}
_DECADE = {"low": 0, "mid": 5, "middle": 5, "high": 7}
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_CHANGE = {"doubl": 100, "tripl": 200, "quadrupl": 300, "halv": -50}


def worded_figures(text: str) -> list[Worded]:
    """All figures in words, in text order; none overlaps another.

    >>> [(w.rule, w.quantity.value.amount) for w in worded_figures("Sales doubled, with low double-digit traffic.")]
    [('quantity.multiple', Decimal('100')), ('quantity.digits', Decimal('10'))]
    """
    found: list[Worded] = []
    for finder in (_digits, _teens, _tens, _fractions, _multiples, _twice, _ranks, _vague):
        for worded in finder(text):
            if all(worded.end <= other.start or other.end <= worded.start for other in found):
                found.append(worded)
    return sorted(found, key=lambda w: w.start)


def _bound(low: Amount, high: Amount | None) -> Quantity:
    return Quantity(Range(low, high) if high is not None else low, bound=True)


def _digits(text: str) -> Iterator[Worded]:
    """A number of digits stands for the least percentage that has them."""
    for match in _DIGITS.finditer(text):
        kind, level, upto = match["digits"].lower(), _lower(match["level"]), _lower(match["upto"])
        if kind == "single":
            low, high = _SINGLE[level], _SINGLE[upto] if upto else None
        else:
            low, high = {"double": 10, "triple": 100}[kind], None
        yield Worded(*match.span(), _bound(_percent(low), _percent(high) if high else None), "quantity.digits")


def _teens(text: str) -> Iterator[Worded]:
    for match in _TEENS.finditer(text):
        upto = _percent(_TEEN[match["upto"].lower()]) if match["upto"] else None
        yield Worded(*match.span(), _bound(_percent(_TEEN[match["level"].lower()]), upto), "quantity.digits")


def _tens(text: str) -> Iterator[Worded]:
    """ "mid-20s", "high 30% range", "low to mid $80 billion": percentages unless a currency stands there."""
    for match in _TENS.finditer(text):
        low, upto = _DECADE[match["level"].lower()], match["upto"]
        ends = [int(match["tens"]) + low] + ([int(match["tens"]) + _DECADE[upto.lower()]] if upto else [])
        amounts = [_unit(match, Decimal(end)) for end in ends]
        yield Worded(*match.span(), _bound(amounts[0], amounts[1] if upto else None), "quantity.digits")


def _unit(match: re.Match[str], amount: Decimal) -> Amount:
    code = currency_code(match["currency"] or "")
    if code is None:
        return _percent(amount) if match["scale"] is None else Count(amount * 10 ** scale_power(match["scale"]))
    return Money(amount * 10 ** scale_power(match["scale"] or ""), code)


def _fractions(text: str) -> Iterator[Worded]:
    """A share of something: half *of*, *nearly* half, by one-third; never the half of a year."""
    for match in _FRACTION.finditer(text):
        left, right = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 40]
        if _NO_SHARE.search(left) or (re.match(r"\s+of\b", right) and not _PARTITIVE.match(right)):
            continue
        if match["half"] is None and text[: match.end()].lower().endswith("quarters") and not _PARTITIVE.match(right):
            continue
        third = match["half"] is None and match["part"].lower() == "third" and match["count"].lower() != "a"
        if not (_PARTITIVE.match(right) or _SHARE_BEFORE.search(left) or third or _is_half_of(match, right)):
            continue
        share = Decimal(50) if match["half"] else _share(match)
        yield Worded(*match.span(), Quantity(Percent(share)), "quantity.fraction")


def _is_half_of(match: re.Match[str], right: str) -> bool:
    """ "half our customers", but not "half the year"."""
    return match["half"] is not None and bool(_POSSESSED.match(right))


def _share(match: re.Match[str]) -> Decimal:
    share = Decimal(100) * _COUNTS[match["count"].lower()] / _PARTS[match["part"].lower()]
    return share if share == share.to_integral_value() else share.quantize(Decimal("0.01"))


def _multiples(text: str) -> Iterator[Worded]:
    """Doubling is a change of 100%."""
    for match in _MULTIPLE.finditer(text):
        yield Worded(*match.span(), Quantity(_percent(_CHANGE[match["verb"].lower()])), "quantity.multiple")
    for match in _FUTURE_MULTIPLE.finditer(text):
        change = _CHANGE[match["verb"].lower().removesuffix("e")]
        yield Worded(*match.span("verb"), Quantity(_percent(change)), "quantity.multiple")


def _twice(text: str) -> Iterator[Worded]:
    for match in _TWICE.finditer(text):
        times = 3 if (match["double"] or "").lower() == "triple" else 2
        yield Worded(*match.span(), Quantity(Count(Decimal(times), "times")), "quantity.times")


def _ranks(text: str) -> Iterator[Worded]:
    for match in _RANK.finditer(text):
        rank = match["rank"].lower()
        place = Decimal(_COUNTS[rank] if rank in _COUNTS else int(rank))
        yield Worded(*match.span(), Quantity(Count(place, "rank")), "quantity.rank")


def _vague(text: str) -> Iterator[Worded]:
    """ "Hundreds of millions of dollars", "thousands of partners": the least number that deserves the words."""
    for match in _VAGUE.finditer(text):
        amount = Decimal(_SIZES[(match["size"] or match["hundreds"] or "").lower() or "one"])
        amount *= 10 ** scale_power(match["scale"] or "")
        code = currency_code(match["after"] or match["cash"] or "")
        following = re.match(r"\s+(?:[a-z]+\s+){0,2}?(people|[a-z]+s)\b", text[match.end() :])
        value: Amount = Money(amount, code) if code else Count(amount, following[1] if following else "")
        end = match.end() if code else match.end() - len(" of")
        yield Worded(match.start(), end, Quantity(value, bound=True), "quantity.vague")


def _percent(amount: int | Decimal) -> Percent:
    return Percent(Decimal(amount))


def _lower(word: str | None) -> str | None:
    return word.lower() if word else None
