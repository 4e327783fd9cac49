"""What a user states of a call in place of what was read of it: its company, its fiscal quarter, its date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kg.model import CallInfo

BY_USER = "stated by the user"
"""The reason that stands beside a field which a user gave."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of `CallInfo` that may be stated, how its value is read, and what is expected of it."""

    name: str
    read: Callable[[str], str | int | date]
    expected: str
    of_one_call: bool


def _year(text: str) -> int:
    if not (text.isdecimal() and len(text) == 4):
        raise ValueError(text)
    return int(text)


def _quarter(text: str) -> int:
    bare = text.removeprefix("Q").removeprefix("q")
    if bare not in ("1", "2", "3", "4"):
        raise ValueError(text)
    return int(bare)


FIELDS: Mapping[str, Field] = {
    "company": Field("company", str, "a name", of_one_call=False),
    "ticker": Field("ticker", str, "a symbol", of_one_call=False),
    "exchange": Field("exchange", str, "the name of an exchange", of_one_call=False),
    "year": Field("fiscal_year", _year, "the fiscal year in four digits", of_one_call=True),
    "quarter": Field("fiscal_quarter", _quarter, "1, 2, 3 or 4", of_one_call=True),
    "date": Field("held_on", date.fromisoformat, "a day as in 2024-05-02", of_one_call=True),
}
"""What may be stated, by the names that `kg build --field` has for the same."""


def check(field: str, value: str) -> None:
    """Raises `ValueError`, saying what was expected, for a value that the field cannot have; `KeyError` for no field.

    >>> check("quarter", "5")
    Traceback (most recent call last):
    ValueError: quarter: found '5', expected 1, 2, 3 or 4
    """
    try:
        FIELDS[field].read(value)
    except ValueError as error:
        raise ValueError(f"{field}: found {value!r}, expected {FIELDS[field].expected}") from error


def with_stated(call: CallInfo, stated: Mapping[str, str]) -> CallInfo:
    """The call as a user states it, each of these fields with that as its reason; raises as `check` does.

    >>> call = with_stated(CallInfo("Acme", fiscal_year=2023), {"year": "2024", "quarter": "3"})
    >>> (call.company, call.fiscal_year, call.fiscal_quarter, call.reasons["fiscal_year"])
    ('Acme', 2024, 3, 'stated by the user')
    """
    if not stated:
        return call
    for field, value in stated.items():
        check(field, value)
    values = {FIELDS[field].name: FIELDS[field].read(value) for field, value in stated.items()}
    reasons = {**call.reasons, **dict.fromkeys(values, BY_USER)}
    return replace(call, **values, reasons=dict(sorted(reasons.items())))  # type: ignore[arg-type]
