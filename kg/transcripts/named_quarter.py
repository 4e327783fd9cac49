"""Which fiscal quarter a call reports, from the words with which it begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_YEAR = r"['’]?(?:20\d\d|\d\d)\b"
_WORD = (
    r"[ -](?:and|of|the|for|in|on|full|fiscal|year|year[- ]end|annual|ended|ending|earnings|results|conference|call"
    r"|[A-Z][a-z]+ \d{1,2},)"
)
_BETWEEN = rf"(?:{_WORD}){{0,6}}?,?"
_QUARTERS = (
    re.compile(rf"\bQ(?P<q>[1-4])\s*[,\-]?\s*(?:FY|fiscal(?: year)?|of)?\s*(?P<y>{_YEAR})", re.IGNORECASE),
    re.compile(rf"\b(?P<q>[1-4])Q\s*(?:FY|of)?\s*(?P<y>{_YEAR})", re.IGNORECASE),
    re.compile(rf"\bQ(?P<q>[1-4]){_BETWEEN} (?P<y>20\d\d)\b", re.IGNORECASE),
    re.compile(r"\b(?:FY)?(?P<y>20\d\d)\s*Q(?P<q>[1-4])\b", re.IGNORECASE),
    re.compile(rf"\b(?P<q>{_ORDINAL})[- ](?:fiscal[- ])?quarter{_BETWEEN} (?P<y>{_YEAR})", re.IGNORECASE),
    re.compile(rf"\bquarter (?P<q>one|two|three|four|[1-4])(?: of)?(?: fiscal)? (?P<y>{_YEAR})", re.IGNORECASE),
    re.compile(
        rf"\b(?P<y>20\d\d),?['’]?s?(?: (?:fiscal|year|year-end|full[- ]year|and|results))* (?P<q>{_ORDINAL})[- ]"
        r"(?:fiscal[- ])?quarter",
        re.IGNORECASE,
    ),
    re.compile(rf"\bfiscal(?: year)? (?P<y>{_YEAR}) (?P<q>{_ORDINAL})[- ]quarter", re.IGNORECASE),
)
_COMPARATOR = re.compile(
    r"\b(?:compared (?:to|with)|comparing (?:to|with)|versus|vs\.?|relative to|against|than|from|over|above|below)"
    r"(?: (?!through|to\b)[\w$%.,]+){0,4} ?$",
    re.IGNORECASE,
)
_NEAR = 50
_ALONE = re.compile(rf"\b(?P<q>{_ORDINAL})[- ](?:fiscal[- ])?quarter\b|\bQ(?P<n>[1-4])\b", re.IGNORECASE)


def first_quarter(text: str) -> tuple[int, int] | None:
    """Fiscal year and quarter that a text first names together; a year of two digits is one of this century.

    >>> first_quarter("Acme Q4'24 results"), first_quarter("Acme 3QFY22"), first_quarter("2022Q1"), first_quarter("Q1")
    ((2024, 4), (2022, 3), (2022, 1), None)
    """
    named = min(_named(text), default=None)
    return named[1:] if named else None


def quarter_in(opening: str, text: str) -> tuple[int | None, int | None]:
    """Fiscal year and quarter: the first that the opening names together, else the quarter with the latest year.

    A quarter that the call never gives a year is a slip of the tongue where the opening names another with one.

    >>> quarter_in("Welcome to the third quarter call. Thank you. Welcome to Acme's first quarter 2021 call.", "")
    (2021, 1)
    >>> quarter_in("Welcome to Acme's 2021 second-quarter call. Sales beat the first quarter of 2020.", "")
    (2021, 2)
    >>> quarter_in("Welcome to the third quarter call.", "Sales fell in the third quarter of 2020 and rose in Q3 2021.")
    (2021, 3)
    """
    named = min(_named(opening), default=None)
    alone = _ALONE.search(opening)
    quarter = _number(alone["q"] or alone["n"]) if alone else None
    if named and (alone is None or quarter == named[2] or named[0] <= alone.start()):
        return named[1:]
    years = Counter(year + _compared(text, at) for at, year, number in _named(text) if number == quarter)
    if named and not years:
        return named[1:]
    return max(years, key=lambda year: (years[year], year), default=None), quarter


def _compared(text: str, at: int) -> bool:
    """Whether a quarter is the one compared with, a year before: "than in the third quarter of 2020"."""
    return _COMPARATOR.search(text, max(0, at - _NEAR), at) is not None


def _named(text: str) -> Iterator[tuple[int, int, int]]:
    for pattern in _QUARTERS:
        for match in pattern.finditer(text):
            year = match["y"].lstrip("'’")
            if len(year) == 4 or match["y"][0] in "'’" or pattern in _QUARTERS[:2]:
                yield match.start(), int(year) if len(year) == 4 else 2000 + int(year), _number(match["q"])


def _number(quarter: str) -> int:
    return int(quarter[0]) if quarter[0].isdigit() else _ORDINALS[quarter.casefold()]
