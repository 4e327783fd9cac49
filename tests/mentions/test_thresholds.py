"""Counts of those above a sum: the sum is part of the measure's name, and no figure of its own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "metric", "value", "change"),
    [
        (
            "We had 1,370 customers with more than $70,000 in ARR, up 13%.",
            "customers with more than $70,000 in ARR",
            "1370",
            "13",
        ),
        (
            "The number of clients spending over $7,000 annually was 2,370.",
            "clients spending over $7,000",
            "2370",
            None,
        ),
        ("Merchants paying us at least $7,000 rose 13%.", "merchants paying us at least $7,000", None, "13"),
    ],
)
def test_the_sum_is_part_of_the_name(
    read: Reader, sentence: str, metric: str, value: str | None, change: str | None
) -> None:
    reading = read(sentence)
    (told,) = reading.observations
    expected = tuple(None if number is None else Decimal(number) for number in (value, change))
    assert (reading.entity(told.metric).name, (told.value, told.change)) == (metric, expected)
