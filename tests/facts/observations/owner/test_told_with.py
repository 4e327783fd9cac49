"""Figures that stand behind "with" are of the unit named right before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]
UNITS = "Our Lumora business is young. Our Tarvel business is old.\n\n"


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("We saw growth in our Lumora business, with revenue up 3% and margin up 2 points.", ["Lumora", "Lumora"]),
        ("Demand rose in the Lumora business, with revenue up 3%.", ["Lumora"]),
        ("Revenue rose 5%, led by Lumora, with margin up 2 points.", ["Orvane", "Orvane"]),
    ],
)
def test_with_tells_of_the_unit_before_it(read: Reader, words: str, owners: list[str]) -> None:
    reading = read(UNITS + words)
    assert [reading.entity(o.entity).name for o in reading.observations if o.change is not None] == owners
