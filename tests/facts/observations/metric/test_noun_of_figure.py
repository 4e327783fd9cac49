"""Figures whose sentence names no listed measure are of the noun that they fill in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]

CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("The board has instated a $0.30 per share quarterly lamp bonus.", [("lamp bonus", "0.3")]),
    ("We closed on a new $7 billion credit facility.", [("credit facility", "7000000000")]),
    ("We completed $130 million of dispositions in May.", [("disposition", "130000000")]),
    ("It gave out $30 billion in rental assistance.", [("rental assistance", "30000000000")]),
    ("We are at 2.37 coverage today.", [("coverage", "2.37")]),
    ("We did not repurchase any shares in the spring.", [("share repurchase", "0")]),
    ("No shares were repurchased in the spring.", [("share repurchase", "0")]),
    ("We did not repurchase all of the notes.", []),
    ("It would add $7 per foot.", []),
    ("We bought $370 million worth in the spring.", []),
    ("It is a mid-teens node.", []),
]


@pytest.mark.parametrize(("sentence", "told"), CASES)
def test_a_figure_is_of_the_noun_that_it_fills_in(read: Reader, sentence: str, told: list[tuple[str, str]]) -> None:
    reading = read(sentence)
    found = [(reading.entity(o.metric).name, str(o.value)) for o in reading.observations if o.value is not None]
    assert found == told
