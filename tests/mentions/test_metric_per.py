"""A measure told per thing is another measure than the one it begins with; per share or per month it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import EntityType, Reading


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Revenue per parcel increased 7%.", ["Revenue per parcel"]),
        ("The yield per loaded container mile rose 4%.", ["yield per loaded container mile"]),
        ("Cost per barrel fell to $14.", ["Cost per barrel"]),
        ("Revenue was $4 million per quarter.", ["Revenue"]),
        ("Sales per square foot were $412.", ["Sales per square foot"]),
    ],
)
def test_the_thing_is_part_of_the_name(read: Callable[[str], Reading], sentence: str, words: list[str]) -> None:
    assert [k.mention.text for k in read(sentence).links if k.mention.type is EntityType.METRIC] == words


def test_a_measure_per_thing_that_the_list_holds_goes_by_its_name(read: Callable[[str], Reading]) -> None:
    told = read("The price per gallon was $2.37 in the quarter.")
    assert [told.entity(o.metric).name for o in told.observations] == ["fuel price per gallon"]
