"""Measures of figures that only the words beside them tell: a state, a line that grew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("We are now 70% hedged for next year.", [("percentage hedged", "70", None)]),
        ("The government gave $4 trillion of stimulus.", []),
    ],
)
def test_the_words_beside_a_figure_name_its_measure(
    read: Reader, sentence: str, told: list[tuple[str, str | None, str | None]]
) -> None:
    reading = read(sentence)
    found = [
        (reading.entity(o.metric).name, o.value and str(o.value), o.change and str(o.change))
        for o in reading.observations
    ]
    assert found == told
