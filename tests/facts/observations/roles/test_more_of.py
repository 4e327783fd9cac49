"""Comparatives before a figure, ratios that move, parts of sales, what something cost: changes and levels apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "metric", "value", "change"),
    [
        ("Earnings fell due to higher storm costs of $12 million.", "storm cost", "None", "12000000"),
        ("EBITDA fell due to lower fees of $8 million and higher freight costs of $6 million.", "freight cost", "None",
         "6000000"),
        ("Sales fell 9% due to lower volume of 7%.", "volume", "None", "-7"),
        ("We delivered a higher gross margin of 42%.", "gross margin", "42", "None"),
        ("EPS fell due to a higher tax rate of 24%.", "effective tax rate", "24", "None"),
        ("We delivered higher revenue of $34 million.", "revenue", "34000000", "None"),
        ("SG&A was $31 million, up 6%, or 28% of revenue.", "SG&A expense as a percentage of revenue", "28", "None"),
        ("The strike cost us about 3 points of growth.", "revenue", "None", "-3"),
        ("We increased our capex by $20 million to $120 million.", "capex", "120000000", "20000000"),
        ("We expect to reduce storm costs by $20 million to $30 million.", "storm cost", "None", "-20000000"),
        ("We expect volume growth of 7% through 2029.", "volume", "None", "7"),
    ],
)  # fmt: skip
def test_a_change_is_no_level(read: Reader, sentence: str, metric: str, value: str, change: str) -> None:
    reading = read(sentence)
    told = [(reading.entity(o.metric).name, str(o.value), str(o.change)) for o in reading.observations]
    assert (metric, value, change) in told


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Leverage fell to 2.1 times.", "down"),
        ("Leverage improved to 2.1 times at quarter end.", "down"),
        ("Inventory turns rose to 4.4 times.", "up"),
        ("Leverage was 2.1 times.", None),
    ],
)
def test_a_ratio_in_times_moves_as_its_verb_says(read: Reader, sentence: str, direction: str | None) -> None:
    [told] = read(sentence).observations
    assert told.direction == direction
