"""A year that a speaker turns to holds over the paragraphs that follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

ReadText = Callable[[str], Reading]
CALL = """Orvane Corporation (ORVN)
Q4 2024 Earnings Call
Feb 6, 2025, 5:00 p.m. ET

Operator

Good day, and welcome to the Orvane fourth quarter 2024 earnings conference call. Please go ahead.

Mara Quill -- Chief Financial Officer

{opening} Orders were $37 million.

Income was $9 million.

{closing} Rent was $4 million.

Operator

Thank you. You may now disconnect.
"""
YEAR, QUARTER = "2024-01-01/2024-12-31", "2024-10-01/2024-12-31"


@pytest.mark.parametrize(
    ("opening", "held"),
    [
        ("Let's move to the full year.", YEAR),
        ("Now, on to our orders for the full fiscal year.", YEAR),
        ("I will recap the results for the full year.", YEAR),
        ("As I highlighted earlier, we had a good third quarter.", QUARTER),
        ("Let me turn to our outlook for the full year.", QUARTER),
        ("Let me turn to our fourth quarter.", QUARTER),
    ],
)
def test_a_year_turned_to_dates_what_follows(read_text: ReadText, opening: str, held: str) -> None:
    found = read_text(CALL.format(opening=opening, closing="So much for that.")).observations
    assert [str(o.period) for o in found if o.value is not None] == [held] * 3


@pytest.mark.parametrize(
    "closing", ["Let me turn to the fourth quarter.", "In the fourth quarter, fees were $2 million."]
)
def test_the_quarter_ends_it(read_text: ReadText, closing: str) -> None:
    found = read_text(CALL.format(opening="Let's move to the full year.", closing=closing)).observations
    told = [str(o.period) for o in found if o.value is not None]
    assert told[:2] == [YEAR, YEAR]
    assert set(told[2:]) == {QUARTER}
