"""Every observation says why it is about its entity."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg import sample
from kg.build import read_call
from kg.model import Reading

Reader = Callable[[str], Reading]

UNITS = "Our Lumora business is young. Our Corvid business is old.\n\n"


@pytest.mark.parametrize(
    ("words", "whose", "why"),
    [
        ("Corvid revenue grew 4%.", "Corvid", "named beside the metric: 'Corvid'"),
        ("Turning to Lumora. Orders rose 3%.", "Lumora", "topic: heading 'Lumora'"),
        ("Corvid had a strong quarter. Its orders rose 3%.", "Corvid", "the unit just spoken of"),
        ("Orders rose 3%.", None, "the company, since no unit is named"),
        ("On a consolidated basis, revenue rose 3%.", None, "consolidated"),
        ("Free cash flow was $3 million.", None, "a measure of the whole company"),
    ],
)
def test_whose_an_observation_is_comes_with_the_reason(read: Reader, words: str, whose: str | None, why: str) -> None:
    reading = read(UNITS + words)
    told = reading.observations[-1]
    assert (reading.entity(told.entity).name, told.reason) == (whose or reading.entity(reading.company).name, why)


def test_every_observation_of_a_call_has_one() -> None:
    assert all(told.reason for told in read_call(sample.call_path()).observations)
