"""The spellings of currencies: from "RMB", "US$" or "kroner" to an ISO 4217 code."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("kg.values") / "currencies.toml").read_text(encoding="utf-8"))


@cache
def _codes(place: str) -> dict[str, str]:
    """Folded spelling to code, for one place beside the number: `before`, `after` or `cents`."""
    return {spelling.lower(): code for code, row in _table().items() for spelling in row.get(place, [])}


def currency_code(spelling: str) -> str | None:
    """The ISO 4217 code that a spelling stands for, None for other words.

    >>> currency_code("RMB"), currency_code("Danish kroner"), currency_code("HK$"), currency_code("apples")
    ('CNY', 'DKK', 'HKD', None)
    """
    folded = " ".join(spelling.lower().split())
    return _codes("before").get(folded) or _codes("after").get(folded)


def currency_of_cents(spelling: str) -> str | None:
    """The currency of which a word names a hundredth.

    >>> currency_of_cents("paise")
    'INR'
    """
    return _codes("cents").get(spelling.lower())


def currency_pattern(place: str) -> str:
    """A regular expression for the spellings that stand `before` or `after` a number, or name its `cents`.

    >>> bool(re.fullmatch(currency_pattern("before"), "US$"))
    True
    """
    spellings = sorted({s for row in _table().values() for s in row.get(place, [])}, key=lambda s: (-len(s), s))
    alternatives = "|".join(_spelling(s, behind=place != "before") for s in spellings)
    return rf"(?:{alternatives})"


def _spelling(spelling: str, *, behind: bool) -> str:
    """Letters must not run on into a word; words behind a number may be written in any case."""
    pattern = r"\s+".join(re.escape(word) for word in spelling.split())
    start = r"(?<![A-Za-z])" if spelling[0].isalpha() else ""
    end = r"(?![A-Za-z])" if spelling[-1].isalpha() else ""
    return f"{start}(?i:{pattern}){end}" if behind and spelling != spelling.upper() else f"{start}{pattern}{end}"
