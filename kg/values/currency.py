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
    spellings = {s for row in _table().values() for s in row.get(place, [])}
    any_case = place != "before"
    signs = {s for s in spellings if not s[0].isalpha()}
    words = {s for s in spellings - signs if s[-1].isalpha()}
    kinds = (
        _any_of(spellings - signs - words, r"(?<![A-Za-z])", "", any_case=any_case),  # "US$"
        _any_of(words, r"(?<![A-Za-z])", r"(?![A-Za-z])", any_case=any_case),
        _any_of(signs, "", "", any_case=any_case),
    )
    return "(?:" + "|".join(kind for kind in kinds if kind) + ")"


def _any_of(spellings: set[str], before: str, behind: str, *, any_case: bool) -> str:
    """The longest first; as each begins with plain characters, the engine passes quickly over what is none."""
    found = "|".join(_spelling(s, any_case=any_case) for s in sorted(spellings, key=lambda s: (-len(s), s)))
    return f"{before}(?:{found}){behind}" if found else ""


def _spelling(spelling: str, *, any_case: bool) -> str:
    """Small letters may be written large where any case is read, capitals stay what they are."""
    pattern = r"\s+".join(re.escape(word) for word in spelling.split())
    return f"(?i:{pattern})" if any_case and spelling != spelling.upper() else pattern
