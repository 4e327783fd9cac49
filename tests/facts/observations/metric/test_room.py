"""What is told in square feet: the thing that is so large, where the sentence tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("words", "metric"),
    [
        ("Our barn space totaled 3 million square feet.", "barn space"),
        ("We have 3 million square feet under glass.", "square feet"),
        ("We leased 300,000 square feet in spring.", "square feet leased"),
    ],
)
def test_room_is_of_what_is_so_large(read: Reader, words: str, metric: str) -> None:
    reading = read(words)
    (told,) = reading.observations
    assert reading.entity(told.metric).name == metric
