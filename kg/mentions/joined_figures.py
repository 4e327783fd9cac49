"""Figures of a paragraph in digits or number words, joined where several share one token or make one range."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.mentions.figure_context import why_no_figure
from kg.model import Amount, Count, Money, Range
from kg.values.figure import FIGURE, Figure, read_figure
from kg.values.scale import SCALE_WORD
from kg.values.range import TOLERANCE, around, shared

_TO = re.compile(
    r"\s*(?:(?:to|through|up\s+to)(?:\s+(?:about|around|approximately|roughly|a|maybe))?\s+|[-–—]\s*)", re.I
)
_OR = re.compile(r",?\s+or\s+(?:even\s+|maybe\s+)?", re.I)
_AND = re.compile(r"\s+and\s+", re.I)
_LIST = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.I)
_SIDE_BY_SIDE = re.compile(r",\s*(?:maybe\s+)?", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+)?$", re.I)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|approximately\s+|over\s+|an?\s+|the\s+)?$", re.I)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|anywhere|spans?|somewhere)\b.{0,20}\bfrom\s+$", re.I)
_MOVED = re.compile(
    r"\b(?:up|down|increased|rose|grew|decreased|declined|fell|improved|dropped|climbed|jumped|increase|higher|lower)"
    r"(?:\s+(?:by|of|about|around|approximately|sequentially|over))*\s+$",
    re.I,
)
_MOVING = re.compile(
    r"\s+(?:of\s+(?:margin|growth|share|improvement|leverage|expansion|contraction)|in\s+constant|year|sequential|lower|higher|better|worse"
    r"|above|below|improvement|increase|decrease|decline|impact|headwind|tailwind)",
    re.I,
)
_OTHERWISE = re.compile(
    r"%?\s+(?:in\s+constant|on\s+an?|excluding|ex\b|including|at\s+constant|when|if|adjusted|organically|of\s+our)",
    re.I,
)
_FARTHEST_RATIO = 4
"""A range whose ends lie farther apart is more likely a change and a value."""


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with the characters it takes up; `low` is set where it is a range, `figure` then being the high end."""

    match: re.Match[str]
    start: int
    end: int
    figure: Figure
    low: Amount | None = None

    @property
    def value(self) -> Amount | Range:
        return Range(self.low, self.figure.amount) if self.low is not None else self.figure.amount

    @property
    def bare(self) -> bool:
        """Without currency, scale or unit."""
        amount = self.figure.amount
        return isinstance(amount, Count) and not amount.thing and not self.scaled

    @property
    def scaled(self) -> bool:
        """With a scale, be it part of a number in words ("a billion")."""
        return bool(self.match["scale"] or re.search(SCALE_WORD, self.match["number"]))


def is_year(found: Found) -> bool:
    """Whether a bare number is a calendar year.

    >>> [is_year(f) for f in figures_in("in 2019 from 2,019 shops")]
    [True, False]
    """
    return found.bare and re.fullmatch(r"(?:19[5-9]|20[0-6])\d", found.match["number"]) is not None


def figures_in(text: str) -> list[Found]:
    """All figures, ranges joined and shared tokens given to each; numbers that are no figures are left out.

    >>> [f.value for f in figures_in("Sales were $8 to $9 billion on slide 4.")]  # doctest: +ELLIPSIS
    [Range(low=Money(amount=Decimal('8000000000'), currency='USD'), high=Money(amount=Decimal('9000000000'), ...
    """
    found = [_without_blanks(m, figure) for m in FIGURE.finditer(text) if (figure := read_figure(m))]
    found = [f for f in found if not _is_glued(text, f) and not _is_argument(text, f)]
    found = [f for f in found if why_no_figure(text, f.start, f.end, f.figure.amount, bare=f.bare) is None]
    return _ranges(text, _share_in_lists(text, found))


def _without_blanks(match: re.Match[str], figure: Figure) -> Found:
    words = match.group()
    return Found(match, match.start() + len(words) - len(words.lstrip()), match.start() + len(words.rstrip()), figure)


def _is_glued(text: str, found: Found) -> bool:
    """Part of a code: letters touch it in front ("LPX5X"), or a lone letter behind a small number is no scale ("4K")."""
    match = found.match
    if match["currency"]:
        return False
    touches = text[found.start - 1 : found.start].isalpha()
    lone = match["scale"] is not None and len(match["scale"].strip()) == 1
    return touches or (lone and re.fullmatch(r"\d", match["number"]) is not None and not match["after"])


def _is_argument(text: str, found: Found) -> bool:
    """ "Two points I would make": points in words that nothing moves by."""
    match = found.match
    if not match["points"] or match["points"].lower() not in {"point", "points"} or match["number"][0].isdigit():
        return False
    before, after = text[max(0, found.start - 40) : found.start], text[found.end : found.end + 30]
    return not (_MOVED.search(before) or _MOVING.match(after))


def _share_in_lists(text: str, found: list[Found]) -> list[Found]:
    """ "RMB 93 and 6 billion", "5, 6 and 7%": from right to left, a number without scale or unit takes its neighbour's."""
    result = list(found)
    for i in range(len(result) - 2, -1, -1):
        first, second = result[i], result[i + 1]
        joint = text[first.end : second.start]
        if _needs_a_unit(first) and _LIST.fullmatch(joint) and not second.bare:
            result[i] = replace(first, figure=shared(first.match, first.figure, second.match, second.figure))
        if _takes_currency(first, second) and _LIST.fullmatch(joint):
            result[i + 1] = _in_currency_of(first, second)
    return result


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
        joined = _joined(text, first, second) if first is not None and first.low is None else None
        if joined is not None:
            result[-1] = joined
        else:
            result.append(second)
    return result


def _joined(text: str, first: Found, second: Found) -> Found | None:
    """One range out of two neighbours, None where they are two figures."""
    joint, left = text[first.end : second.start], text[max(0, first.start - 60) : first.start]
    if TOLERANCE.fullmatch(joint):
        both = around(first.match, second.match)
        if both is None:
            return None
        figure = replace(second.figure, amount=both.high, decimals=first.figure.decimals)
        return Found(first.match, first.start, second.end, figure, both.low)
    if not _spans(joint, left, text[second.end : second.end + 30]):
        return None
    low = shared(first.match, first.figure, second.match, second.figure)
    high = second.figure.amount
    if isinstance(low.amount, Money) and isinstance(high, Count) and not high.thing:
        high = Money(high.amount, low.amount.currency)
    if not _makes_a_range(low.amount, high, near=bool(_SIDE_BY_SIDE.fullmatch(joint) or _OR.fullmatch(joint))):
        return None
    if isinstance(high, Money) and first.match["scale"] and _MOVED.search(left):
        return None
    return Found(second.match, first.start, second.end, replace(second.figure, amount=high), low.amount)


def _spans(joint: str, left: str, right: str) -> bool:
    """Whether the words between and before two figures make them the ends of one."""
    if _BETWEEN.search(left):
        return bool(_AND.fullmatch(joint) or _TO.fullmatch(joint))
    if _FROM.search(left) and not _RANGING.search(left):
        return bool(re.fullmatch(r"\s*[-–—]\s*", joint))
    if _SIDE_BY_SIDE.fullmatch(joint):
        return not _LIST.match(right.lstrip("%")) and not re.match(r"\s*,?\s*respectively", right, re.I)
    if _OR.fullmatch(joint):
        return not _OTHERWISE.match(right)
    return bool(_TO.fullmatch(joint))


def _makes_a_range(low: Amount, high: Amount, *, near: bool) -> bool:
    """Rising ends of one unit, not too far apart; ends without "to" between them must be close."""
    if (
        type(low) is not type(high)
        or isinstance(low, Money)
        and isinstance(high, Money)
        and low.currency != high.currency
    ):
        return False
    if isinstance(low, Count) and isinstance(high, Count) and low.thing != high.thing:
        return False
    a, b = abs(low.amount), abs(high.amount)
    if near:
        return a < b <= a * 3 / 2
    return a < b and (a == 0 or isinstance(low, Count) or b <= a * _FARTHEST_RATIO or not isinstance(low, Money))
