"""A unit named right behind a figure has it, and a place that has a measure owns it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]
UNITS = "Our Lumora business is young. Our Tarvel business is old.\n\n"


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("Sales increased 7% in our Lumora business.", ["Lumora"]),
        ("Sales were up 5% in Lumora and down 2% in Tarvel.", ["Lumora", "Tarvel"]),
        ("Operating margin was 21% in Lumora and 14% in Tarvel.", ["Lumora", "Tarvel"]),
        ("We expect organic growth of 4% in Tarvel.", ["Tarvel"]),
        ("Sales increased 7% in the quarter.", ["Orvane"]),
        ("Peru generated revenue of $410 million.", ["Peru"]),
        ("Peru delivered operating income of $42 million with a margin of 8%.", ["Peru", "Peru"]),
        ("We generated revenue of $410 million in Peru.", ["Orvane"]),
    ],
)
def test_whose_the_figures_are(read: Reader, words: str, owners: list[str]) -> None:
    reading = read(UNITS + words)
    told = [o for o in reading.observations if o.value is not None or o.change is not None]
    assert [reading.entity(o.entity).name for o in told] == owners
