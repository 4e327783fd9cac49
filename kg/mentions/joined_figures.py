"""Figures of a paragraph, joined where several share one token or make one range."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.mentions.run_together import apart
from kg.mentions.said_again import said_again
from kg.mentions.single_figures import MOVED, Found, is_year, single_figures
from kg.model import Amount, Count, Money, Percent, Points
from kg.values.figure import Figure, read_figure
from kg.values.range import TOLERANCE, around, shared

_HEDGE = r"(?:\s+(?:about|around|approximately|roughly|a|maybe|positive|plus))?"
_TO = re.compile(rf"\s*(?:(?:to|through|up\s+to){_HEDGE}\s+\+?|[-–—]\s*)", re.I)
_OR = re.compile(r",?\s+or\s+(?:even\s+|maybe\s+)?", re.I)
_AND = re.compile(r"\s+and\s+", re.I)
_LIST = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.I)
_LISTED = r"[-–]?[$€£¥]?\d[\d.,]*(?:\s*(?:%|percent\b|million\b|billion\b|basis\s+points\b|bps\b|points\b))?"
_LISTS_ON = re.compile(
    rf"(?:\s*,\s*{_LISTED})*\s*(?:,\s*(?:and|or)|and)\s+(?:an?\s+|about\s+|around\s+)?{_LISTED}"
    r"|[^.;]{0,60}?\brespectively",
    re.I,
)
"""What follows figures that are told one by one, of things or times that differ: "5%, 6% *and 7%*"."""
_FROM_THEN = re.compile(
    r",?\s+(?:up\s+|down\s+)?(?:from|versus|vs\.?|compared\s+(?:to|with))\s+(?:about\s+|just\s+)?", re.I
)
_THEN = re.compile(
    r"\s*(?:[.,;]|$|(?:in|at|for|during)\s+(?:the|our|q|20|fiscal)|a\s+(?:year|quarter)|last\b|one\s+year)", re.I
)
_PER_SHARE = re.compile(r"^\s+(?:per|a)\s+(?:diluted\s+)?share", re.I)
_AGAINST = re.compile(r"^\s+(?:sequentially|quarter[\s-](?:over|on)[\s-]quarter|year[\s-](?:over|on)[\s-]year)\b", re.I)
"""What may stand between a change and its tolerance: "down 37% *sequentially*, plus or minus 3%"."""
_RESPECTIVELY = re.compile(r",?\s*respectively", re.I)
_SIDE_BY_SIDE = re.compile(r",\s*(?:maybe\s+)?", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:an?\s+)?(?:about\s+|around\s+|approximately\s+|roughly\s+|positive\s+)?$", re.I)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|approximately\s+|over\s+|an?\s+|the\s+)?$", re.I)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|anywhere|spans?|somewhere)\b.{0,20}\bfrom\s+$", re.I)
_OTHERWISE = re.compile(
    r"%?\s+(?:in\s+constant|on\s+an?|excluding|ex\b|including|at\s+constant|when|if|adjust(?:ed|ing)|organically|of\s+(?:our|(?:net\s+|total\s+)?(?:sales|revenues?))\b"
    r"|(?:currency|FX|foreign[ -]exchange)[ -](?:neutral|adjusted)|annuali[sz]ed)",
    re.I,
)
_OF_A_RATE = re.compile(r"\b(?:margin|rate|ratio|yield|share|NIM|penetration|utilization|mix)s?\b", re.I)
_DECREASE = re.compile(
    r"\b(?:decrease|decline|reduction|drop)\s+(?:rate\s+)?of\s+(?:about\s+|around\s+|approximately\s+)?$", re.I
)
_FELL_OR_ROSE = re.compile(
    r"\b(?:(?:in|de)creas(?:ed|ing)|rose|grew|fell|declin(?:ed|ing)|improved|dropped|climbed|expanded|contracted)"
    r"(?:\s+by)?\s+$",
    re.I,
)
_FROM_FLAT = re.compile(
    r"\bflat(?:tish)?\s+(?:to|and)\s+(?:(?:be|up|down|an?|increase|growth|of|about|approximately|roughly)\s+){0,4}$",
    re.I,
)
_TO_FLAT = re.compile(r"\s+to\s+(?:(?:about|roughly|approximately)\s+)?flat\b", re.I)
_BY = re.compile(r"\bby\s+(?:about\s+|around\s+|approximately\s+|roughly\s+)?$", re.I)
_COUNTS_ON = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]+s\b")
_NEAR, _FAR = 30, 80
_MANY = 4
"""What is so many times a number is no other end of it: "rose by 62 to 8,940"."""
_FARTHEST_RATE = 6
_FARTHEST_RATIO, _FARTHEST_UNMOVED = 4, 6
"""A range whose ends lie farther apart is more likely a change and a value, above all behind a word of moving."""


def figures_in(text: str) -> list[Found]:
    """All figures, ranges joined and shared tokens given to each.

    >>> [f.value for f in figures_in("Sales were $8 to $9 billion on slide 4.")]  # doctest: +ELLIPSIS
    [Range(low=Money(amount=Decimal('8000000000'), currency='USD'), high=Money(amount=Decimal('9000000000'), ...
    """
    single = said_again(text, list(apart(text, single_figures(text))))
    joined = _ranges(text, _tolerances(text, _share_in_lists(text, single)))
    return [_from_flat(text, found) for found in joined]


def _from_flat(text: str, found: Found) -> Found:
    """A change with no change for its other end: "*flat to* up 1%", "down 1% *to flat*", "between *flat and* 2%"."""
    amount = found.figure.amount
    if found.low is not None or not isinstance(amount, Percent | Points):
        return found
    nothing = replace(amount, amount=Decimal(0))
    if _FROM_FLAT.search(text, max(0, found.start - _NEAR), found.start):
        return replace(found, low=nothing)
    if _TO_FLAT.match(text, found.end):
        return replace(found, low=amount, figure=replace(found.figure, amount=nothing))
    return found


def _tolerances(text: str, found: list[Found]) -> list[Found]:
    """ "41% and 43%, respectively, plus or minus 70 basis points": a tolerance that two figures share."""
    result = list(found)
    for i in range(len(found) - 3, -1, -1):
        first, second, width = found[i : i + 3]
        shares = _RESPECTIVELY.match(text, second.end)
        if shares is None or not _AND.fullmatch(text[first.end : second.start]):
            continue
        if not TOLERANCE.fullmatch(text[shares.end() : width.start]):
            continue
        ends = [(f, around(f.match, width.match)) for f in (first, second)]
        result[i : i + 3] = [
            replace(f, figure=replace(f.figure, amount=both.high), low=both.low) for f, both in ends if both is not None
        ]
    return result


def _share_in_lists(text: str, found: list[Found]) -> list[Found]:
    """ "RMB 93 and 6 billion", "5, 6 and 7%": a number without scale or unit takes its right neighbour's."""
    result = list(found)
    for i in range(len(result) - 2, -1, -1):
        first, second = result[i], result[i + 1]
        joint = text[first.end : second.start]
        if _is_in_unit_of(text, first, second):
            result[i + 1] = second = replace(second, figure=_in_unit_of(first, second))
        if _needs_a_unit(first) and _LIST.fullmatch(joint) and not second.bare:
            result[i] = replace(first, figure=shared(first.match, first.figure, second.match, second.figure))
        if _takes_currency(first, second) and _LIST.fullmatch(joint):
            result[i + 1] = _in_currency_of(first, second)
    return result


def _is_in_unit_of(text: str, first: Found, second: Found) -> bool:
    """Whether a bare number is the earlier level of a rate: "to 43 basis points *from 128* at mid-year"."""
    rate = isinstance(first.figure.amount, Percent | Points) and second.bare and not is_year(second)
    return (
        rate
        and _is_as_large(first, second)
        and _FROM_THEN.fullmatch(text, first.end, second.start) is not None
        and _THEN.match(text, second.end) is not None
    )


def _is_as_large(first: Found, second: Found) -> bool:
    """Whether a bare number is of the size of a rate, in the rate's own unit."""
    rate = abs(first.figure.amount.amount) * (100 if first.match["bps"] else 1)
    return rate / _FARTHEST_RATE <= abs(second.figure.amount.amount) <= rate * _FARTHEST_RATE


def _in_unit_of(first: Found, second: Found) -> Figure:
    """A bare number in the unit of a rate."""
    amount, number = first.figure.amount, second.figure.amount.amount
    if isinstance(amount, Points):
        return replace(second.figure, amount=Points(number / 100 if first.match["bps"] else number))
    return replace(second.figure, amount=Percent(number))


def _needs_a_unit(found: Found) -> bool:
    return found.bare or (
        isinstance(found.figure.amount, Money) and not found.match["scale"] and "." not in found.match["number"]
    )


def _takes_currency(first: Found, second: Found) -> bool:
    amount = second.figure.amount
    return (
        isinstance(first.figure.amount, Money)
        and isinstance(amount, Count)
        and not amount.thing
        and bool(second.match["scale"])
    )


def _in_currency_of(first: Found, second: Found) -> Found:
    money = first.figure.amount
    assert isinstance(money, Money)
    amount = Money(second.figure.amount.amount, money.currency)
    return replace(second, figure=replace(second.figure, amount=amount))


def _ranges(text: str, found: list[Found]) -> list[Found]:
    result: list[Found] = []
    for second in found:
        first = result[-1] if result else None
        joined = None
        if first is not None:
            joined = _reaching_on(text, first, second) if first.low else _joined(text, first, second, result[-3:-1])
        if joined is not None:
            result[-1] = joined
        else:
            result.append(second)
    return result


def _reaching_on(text: str, first: Found, second: Found) -> Found | None:
    """A range that goes on: "4%, 5%, *6%*"; None where something else begins."""
    low = first.low
    if low is None or not _SIDE_BY_SIDE.fullmatch(text[first.end : second.start]):
        return None
    if not _SIDE_BY_SIDE.search(text[first.start : first.end]) or _LISTS_ON.match(text[second.end :][:_FAR]):
        return None
    goes_on = _makes_a_range(first.figure.amount, second.figure.amount, near=True)
    return Found(second.match, first.start, second.end, second.figure, low) if goes_on else None


def _joined(text: str, first: Found, second: Found, before: list[Found]) -> Found | None:
    """One range out of two neighbours, None where they are two figures; `before` are those to their left."""
    joint, left = text[first.end : second.start], text[max(0, first.start - 60) : first.start]
    joint = _PER_SHARE.sub("", joint)
    if TOLERANCE.fullmatch(_AGAINST.sub("", joint)):
        both = around(first.match, second.match)
        if both is None:
            return None
        figure = replace(second.figure, amount=both.high, decimals=first.figure.decimals)
        return Found(first.match, first.start, second.end, figure, both.low)
    restated = any(f.low is not None and _FROM.search(text[f.end : first.start][:_NEAR]) for f in before)
    if not (restated and _TO.fullmatch(joint)) and not _spans(joint, left, text[second.end : second.end + _FAR]):
        return None
    low = shared(first.match, read_figure(first.match) or first.figure, second.match, second.figure)
    high = second.figure.amount
    if isinstance(low.amount, Money) and isinstance(high, Count) and not high.thing:
        high = Money(high.amount, low.amount.currency)
    if second.bare and is_year(second) and isinstance(low.amount, Percent | Points):
        return None  # "7% through 2028"
    counts = "," in second.match["number"] or _COUNTS_ON.match(text, second.end) is not None
    if isinstance(low.amount, Percent) and second.bare and not counts:
        high = Percent(high.amount)
    falls = isinstance(high, Percent) and _DECREASE.search(left) is not None
    near = bool(_SIDE_BY_SIDE.fullmatch(joint) or _OR.fullmatch(joint))
    moved = MOVED.search(left) is not None
    if not _makes_a_range(low.amount, high, near=near, moved=moved) and not (
        falls and _makes_a_range(high, low.amount, near=near)
    ):
        return None
    leaps = isinstance(high, Money) and _BY.search(left) is not None and high.amount > low.amount.amount * _MANY
    if leaps or ((moved or isinstance(high, Points)) and _is_change_and_level(first, low.amount, high, left)):
        return None
    return Found(second.match, first.start, second.end, replace(second.figure, amount=high), low.amount)


def _is_change_and_level(first: Found, low: Amount, high: Amount, left: str) -> bool:
    """ "fell 38 million to 3 billion", "the margin rose 1.5% to 6.5%", "62 to 8,940": by how much, and where to."""
    if isinstance(high, Percent):
        return _OF_A_RATE.search(left) is not None and high.amount > low.amount * 2
    if isinstance(high, Points):
        return bool(first.match["bps"]) and _FELL_OR_ROSE.search(left) is not None
    if isinstance(high, Count) and not first.match["scale"]:
        return high.amount > low.amount * _MANY
    return bool(first.match["scale"])


def _spans(joint: str, left: str, right: str) -> bool:
    """Whether the words between and before two figures make them the ends of one."""
    if _BETWEEN.search(left):
        return bool(_AND.fullmatch(joint) or _TO.fullmatch(joint) or _SIDE_BY_SIDE.fullmatch(joint))
    if _FROM.search(left) and not _RANGING.search(left):
        return bool(re.fullmatch(r"\s*[-–—]\s*", joint))
    if _SIDE_BY_SIDE.fullmatch(joint):
        return not _LISTS_ON.match(right.lstrip("%"))
    if _OR.fullmatch(joint):
        return not _OTHERWISE.match(right)
    return bool(_TO.fullmatch(joint))


def _makes_a_range(low: Amount, high: Amount, *, near: bool, moved: bool = True) -> bool:
    """Rising ends of one unit, not too far apart; ends without "to" between them must be close."""
    if type(low) is not type(high) or _currency(low) != _currency(high):
        return False
    if isinstance(low, Count) and isinstance(high, Count) and low.thing != high.thing:
        return False
    a, b = sorted((abs(low.amount), abs(high.amount)))
    rises = low.amount < high.amount or a < b == -high.amount
    if near:
        return rises and b <= a * 3 / 2
    farthest = _FARTHEST_RATIO if moved else _FARTHEST_UNMOVED
    return rises and (a == 0 or not isinstance(low, Money) or b <= a * farthest)


def _currency(amount: Amount) -> str | None:
    return amount.currency if isinstance(amount, Money) else None
