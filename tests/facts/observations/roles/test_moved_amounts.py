"""Sums of "lower interest expense": the sum is a change of the line, and points are what its movement does."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading
from tests.facts.observations.told import Told, figures

Reader = Callable[[str], Reading]

CASES: list[tuple[str, list[Told]]] = [
    (
        "Operating income rose, helped by $13 million of lower kiln expense.",
        [("kiln expense", None, Decimal(-13_000_000), None, "down")],
    ),
    (
        "SG&A expense held $7 million in higher marketing spend.",
        [("marketing expense", None, Decimal(7_000_000), None, "up")],
    ),
    (
        "Gross margin fell 130 basis points, with 70 basis points of higher freight costs.",
        [
            ("gross margin", None, Decimal("-1.3"), None, "down"),
            ("gross margin", None, Decimal("-0.7"), None, "down"),
        ],
    ),
    ("We took $13 million of kiln charges.", [("kiln charge", Decimal(13_000_000), None, None, None)]),
]


@pytest.mark.parametrize(("sentence", "told"), CASES)
def test_a_sum_of_a_moved_line_is_its_change(read: Reader, sentence: str, told: list[Told]) -> None:
    reading = read(sentence)
    found = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert [figures(reading, o) for o in found] == told


@pytest.mark.parametrize(
    ("sentence", "change"),
    [("SG&A leveraged 70 basis points.", "-0.7"), ("Rent costs deleveraged by 30 basis points.", "0.3")],
)
def test_an_expense_that_is_leveraged_falls_as_a_part_of_sales(read: Reader, sentence: str, change: str) -> None:
    (told,) = read(sentence).observations
    assert (told.value, told.change) == (None, Decimal(change))
