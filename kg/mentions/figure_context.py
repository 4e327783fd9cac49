"""What the words beside a number make of it: no figure at all, a bound, an approximation."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.model import Amount, Count
from kg.values.figure import ISH

_NEAR = 60
"""How many characters to the left and right can matter."""
_ROUNDED = re.compile(ISH)

_STANDARDS = frozenset({"606", "842"})
"""Numbers of accounting standards that speakers leave without the letters before them: "adjusted for 606"."""
_CLAUSE_GOES_ON = re.compile(
    r"\s*(?:[,.;:)?]|$|(?:and|or|to|in|on|for|from|was|is|has|had|this|which|that|we|adoption|adjustments?|impacts?"
    r"|effects?|headwinds?|benefits?|accounting|basis|standard|related)\b)"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    bare: bool
    words: bool
    units: tuple[str, ...]
    unless: re.Pattern[str] | None


def limit(text: str, start: int, end: int) -> str | None:
    """Which limit the words beside a figure make of it: `at least`, `at most`, or none.

    >>> limit("well over 20% of orders", 10, 13), limit("up to 20% of orders", 6, 9)
    ('at least', 'at most')
    >>> limit("grew 20% over last year", 5, 8) is None
    True
    """
    found = (kind for kind in ("at_least", "at_most") if _beside(kind, text, start, end))
    return next((kind.replace("_", " ") for kind in found), None)


def is_approximate(text: str, start: int, end: int) -> bool:
    """Whether the words beside a figure say that it is rounded by the speaker.

    >>> is_approximate("some 515 million shares", 5, 16), is_approximate("5-ish% of sales", 0, 6)
    (True, True)
    """
    return _ROUNDED.search(text, start, end) is not None or _beside("approximate", text, start, end)


_GOES_TO = re.compile(r"\s*(?:to|and|[-–—])\s*\d+(?:\.\d+)?\s?(?:x|times)\b", re.I)
"""What makes a number with a nought the low end of a range: "2.0 *to 2.5 times*"."""


def why_no_figure(text: str, start: int, end: int, amount: Amount, *, bare: bool) -> str | None:
    """The reason for which a number is none of the business's figures, None where it is one.

    `bare`: it stands without currency, scale or unit.

    >>> from decimal import Decimal
    >>> why_no_figure("on slide 7 you see", 9, 10, Count(Decimal(7)), bare=True)
    'number of a page, level or part'
    """
    left, right = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    unit = amount.thing if isinstance(amount, Count) else ""
    in_words = not any(c.isdigit() for c in text[start:end])
    if bare and text[start:end].lower() in {"one", "zero"}:
        return "a pronoun, no number"
    if unit == "times" and re.match(r"one\b", text[start:end], re.I):
        return "an idiom"
    if bare and re.fullmatch(r"[1-9]\.0", text[start:end]) and not _GOES_TO.match(right):
        return "version"
    if bare and re.fullmatch(r"(\d\d)\.\1", text[start:end]):
        return "name of a day"
    if bare and text[start:end] in _STANDARDS and _CLAUSE_GOES_ON.match(right):
        return "number of a standard"
    for rule in _rules():
        if (rule.bare and not bare) or (rule.words and not in_words) or (rule.units and unit not in rule.units):
            continue
        if rule.unless is not None and rule.unless.search(left):
            continue
        if (rule.before is None or rule.before.search(left)) and (rule.after is None or rule.after.match(right)):
            return rule.reason
    return None


def _beside(kind: str, text: str, start: int, end: int) -> bool:
    before, after = _words(kind)
    left, right = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return any(p.search(left) for p in before) or any(p.match(right) for p in after)


@cache
def _words(kind: str) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    table = tomllib.loads((files("kg.mentions") / "figure_words.toml").read_text(encoding="utf-8"))[kind]
    before = tuple(re.compile(rf"(?:{p})$", re.I) for p in table["before"])
    return before, tuple(re.compile(p, re.I) for p in table["after"])


@cache
def _rules() -> tuple[_Rule, ...]:
    table = tomllib.loads((files("kg.mentions") / "not_figures.toml").read_text(encoding="utf-8"))
    return tuple(
        _Rule(
            row["reason"],
            re.compile(rf"(?:{row['before']})$", re.I) if "before" in row else None,
            re.compile(row["after"], re.I) if "after" in row else None,
            row.get("bare", False),
            row.get("words", False),
            tuple(row.get("units", ())),
            re.compile(row["unless"], re.I) if "unless" in row else None,
        )
        for row in table["rule"]
    )
