"""Single figures of a paragraph in digits or number words; numbers that are no figures are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.mentions.figure_context import why_no_figure
from kg.model import Amount, Count, Range
from kg.values.figure import FIGURE, Figure, read_figure
from kg.values.scale import SCALE_WORD

MOVED = re.compile(
    r"\b(?:up|down|increased|rose|grew|decreased|declined|fell|improved|dropped|climbed|jumped|increase|higher|lower"
    r"|expanded|contracted|widened|narrowed|gained|slipped|shrank|reduced|advanced)"
    r"(?:\s+(?:by|of|about|around|approximately|sequentially|over|almost|nearly|roughly|just|only|another|well))*\s+$",
    re.I,
)
"""A verb or noun of change that ends right before a figure."""
_BY = re.compile(r"\bby\s+(?:about\s+|approximately\s+|around\s+|roughly\s+|nearly\s+|almost\s+|over\s+)?$", re.I)
_MOVING = re.compile(
    r"\s+(?:of\s+(?:(?:our|the|total|organic|revenue|sales|positive|negative|net|that|comp|gross|operating)\s+){0,3}"
    r"(?:margin|growth|share|improvement|leverage|expansion|contraction|pric(?:e|ing)|benefit|headwind|tailwind|pressure"
    r"|inflation|impact|volume|mix|FX|drag)|in\s+constant|year|sequential|lower"
    r"|higher|better|worse|above|below|improvement|increase|decrease|decline|impact|headwind|tailwind|drag|lift|leverage|deleverage|contribution|positive|negative)",
    re.I,
)


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
        """The amount, or the range that ends in it."""
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

    >>> [is_year(f) for f in single_figures("in 2019 from 2,019 shops")]
    [True, False]
    """
    return found.bare and re.fullmatch(r"(?:19[5-9]|20[0-6])\d", found.match["number"]) is not None


def single_figures(text: str) -> list[Found]:
    """The figures of a text, each alone, in text order.

    >>> [f.value.amount for f in single_figures("On slide 4, sales were $8 billion, up 5%.")]
    [Decimal('8000000000'), Decimal('5')]
    """
    found = [_without_blanks(m, figure) for m in FIGURE.finditer(text) if (figure := read_figure(m))]
    found = [f for f in found if not _is_glued(text, f) and not _is_argument(text, f)]
    return [f for f in found if why_no_figure(text, f.start, f.end, f.figure.amount, bare=f.bare) is None]


def _without_blanks(match: re.Match[str], figure: Figure) -> Found:
    words = match.group()
    return Found(match, match.start() + len(words) - len(words.lstrip()), match.start() + len(words.rstrip()), figure)


def _is_glued(text: str, found: Found) -> bool:
    """Part of a code: letters touch it in front ("LPX5X"), or a lone letter behind a digit is no scale ("4K")."""
    match = found.match
    if match["currency"]:
        return False
    touches = text[found.start - 1 : found.start].isalpha()
    if re.fullmatch(r"\d{3}X", text[found.start : found.end]):
        return True
    lone = match["scale"] is not None and match["scale"].strip().lower() in {"k", "b", "t"}
    return touches or (lone and re.fullmatch(r"\d", match["number"]) is not None and not match["after"])


def _is_argument(text: str, found: Found) -> bool:
    """ "Two points I would make": points in words that nothing moves by."""
    match = found.match
    if not match["points"] or match["points"].lower() not in {"point", "points"} or match["number"][0].isdigit():
        return False
    before, after = text[max(0, found.start - 40) : found.start], text[found.end : found.end + 60]
    told = MOVED.search(before) or _BY.search(before) or _MOVING.match(after)
    return "half" not in match["number"].lower() and not told
