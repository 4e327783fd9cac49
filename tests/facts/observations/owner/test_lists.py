"""Lists of units with a figure each: for whom a figure stands, and what goes on without a verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]
UNITS = "Our Lumora business is young. Our Tarvel business is old. Our Kestwin business is small.\n\n"


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("Lumora revenue grew 9%, Tarvel 6% and Kestwin 2%.", ["Lumora", "Tarvel", "Kestwin"]),
        ("Operating margin was 12.5% for Lumora and 9% for Tarvel.", ["Lumora", "Tarvel"]),
        ("Sales at Lumora and Tarvel were up 4% and 6%.", ["Lumora", "Tarvel"]),
        ("Lumora and Tarvel each grew 6%.", ["Lumora", "Tarvel"]),
    ],
)
def test_each_figure_of_a_list_is_of_its_own_unit(read: Reader, words: str, owners: list[str]) -> None:
    reading = read(UNITS + words)
    assert [reading.entity(o.entity).name for o in reading.observations] == owners


def test_places_of_a_list_keep_their_own_growth(read: Reader) -> None:
    reading = read(UNITS + "North America grew 4%, Europe 7%.")
    assert [reading.entity(o.entity).name for o in reading.observations] == ["North America", "Europe"]
