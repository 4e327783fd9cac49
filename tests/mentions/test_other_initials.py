"""Initials of a firm that a list knows, which a call uses for something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Our RBC ratio was 430%.", False),
        ("RBC raised its deposits by 4%.", True),
        ("Rental Box Cleaning did well. RBC raised its sales by 4%.", False),
    ],
)
def test_initials_before_a_measure_or_of_another_name_are_no_firm(
    read: Callable[[str], Reading], words: str, owner: bool
) -> None:
    reading = read(words)
    assert ("RBC Capital Markets" in {reading.entity(o.entity).name for o in reading.observations}) is owner
