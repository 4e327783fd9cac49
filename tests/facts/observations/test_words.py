"""Movements without a figure: what counts as said, and what is only wished for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Direction, Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "metric", "direction"),
    [
        ("Operating losses narrowed significantly.", "operating loss", Direction.NARROWED),
        ("Our take rate remained stable.", "take rate", Direction.FLAT),
        ("We improved operating efficiency across the network.", "operating efficiency", Direction.UP),
        ("Advertising revenue growth accelerated in the quarter.", "advertising revenue growth rate", Direction.UP),
        ("The team saw a reduction in inventory.", "inventory", Direction.DOWN),
    ],
)
def test_a_movement_in_words_is_an_observation(read: Reader, sentence: str, metric: str, direction: Direction) -> None:
    reading = read(sentence)
    assert [(reading.entity(o.metric).name, o.direction, o.value) for o in reading.observations] == [
        (metric, direction, None)
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Our teams work hard to reduce costs.", "We want to be the partner of choice for customers."],
)
def test_a_wish_is_no_observation(read: Reader, sentence: str) -> None:
    assert read(sentence).observations == ()
