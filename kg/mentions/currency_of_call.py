"""The currency of amounts that are said without one, and of "$" where a machine wrote it for another currency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.model import Amount, Money, Range, Transcript
from kg.values.currency import currency_code, currency_pattern

_NAME = rf"(?:{currency_pattern('before')}|{currency_pattern('after')})"
_STATED = re.compile(
    rf"\b(?:figures|amounts?|numbers|values?|results|financial\s+(?:figures|information|results))\b[^.]{{0,60}}?\b(?:are|is|be)\b"
    rf"[^.]{{0,40}}?\b(?:in|denominated\s+in|stated\s+in|presented\s+in)\s+(?:the\s+)?(?:millions\s+of\s+)?(?P<name>{_NAME})",
    re.I,
)
_NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")
_BEFORE = re.compile(rf"(?P<name>{currency_pattern('before')})\s?\Z", re.I)
_AFTER = re.compile(
    rf"\s?(?:hundred|thousand|million|billion|trillion|crores?)?\s(?P<name>{currency_pattern('after')})", re.I
)
_TRILLION = re.compile(r"\strillion", re.I)
_FARTHEST = 24
"""Characters that the spelling of a currency before a number has at most."""
_SMALL_UNITS = frozenset({"KRW", "JPY", "IDR", "VND", "INR"})
"""Currencies in which companies count in trillions."""
_DOLLARS = frozenset({"CAD", "AUD", "NZD", "SGD"})
"""Currencies whose companies say "dollars" and write a bare sign, once the call says which dollars it means."""


def currency_of_call(transcript: Transcript) -> str | None:
    """The currency that a call says its figures are in, else the one in which most of its amounts are given.

    An amount over a trillion with a bare dollar sign counts for no currency: no company reports it in dollars.
    """
    text = transcript.text
    stated = _STATED.search(text)
    if stated is not None:
        return currency_code(stated["name"])
    votes = Counter(_votes(text))
    if not votes:
        return None
    return min(votes, key=lambda code: (-votes[code], code))


def _votes(text: str) -> Iterator[str]:
    """The currency of each amount, by what stands before its number or else behind."""
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        before = _BEFORE.search(text, max(0, start - _FARTHEST), start)
        beside = before or _AFTER.match(text, end)
        doubtful = before is not None and before["name"] == "$" and _TRILLION.match(text, end)
        code = currency_code(beside["name"]) if beside is not None and not doubtful else None
        if code is not None:
            yield code


def in_currency_of_call(value: Amount | Range, match: re.Match[str], call: str | None) -> Amount | Range:
    """A value with "$" or "¥" read as the call's currency where the sign is shared, or where no dollars run so high.

    >>> from decimal import Decimal
    >>> from kg.values.figure import FIGURE
    >>> in_currency_of_call(Money(Decimal("79100000000000"), "USD"), FIGURE.match("$79.1 trillion"), "KRW")
    Money(amount=Decimal('79100000000000'), currency='KRW')
    """
    if call is None or not _means_the_calls(match, call):
        return value
    if isinstance(value, Range):
        return Range(Money(value.low.amount, call), Money(value.high.amount, call))
    return Money(value.amount, call)


def _means_the_calls(match: re.Match[str], call: str) -> bool:
    """Whether a sign that several currencies share stands for the call's."""
    if match["currency"] == "¥":
        return call == "CNY"
    trillions = (match["scale"] or "").strip().lower() == "trillion"
    return match["currency"] == "$" and (call in _DOLLARS or (trillions and call in _SMALL_UNITS))
