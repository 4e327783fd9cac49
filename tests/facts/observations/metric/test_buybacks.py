"""What is told of buying shares back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]

BUYBACKS: list[tuple[str, list[str]]] = [
    ("We bought back 37,000 shares for $3 million at an average price of $73.",
     ["share repurchase", "share repurchase", "average repurchase price"]),
    ("We bought back 37,000 shares at an average price of $73 for $3 million.",
     ["share repurchase", "average repurchase price", "share repurchase"]),
    ("We bought back 37,000 shares at $73 per share.", ["share repurchase", "average repurchase price"]),
    ("Lamps sold at an average price of $73.", ["average price"]),
    ("There are 3.7 million shares remaining under the buyback plan.", ["share repurchase authorization"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), BUYBACKS)
def test_what_a_buying_back_cost_and_left(read: Reader, words: str, names: list[str]) -> None:
    reading = read(words)
    assert [reading.entity(o.metric).name for o in reading.observations] == names
