"""In what a business grows that is only said to grow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]

GROWING: list[tuple[str, list[str]]] = [
    ("Total billings grew 11%. Our lamp business was up 10%.", ["billings", "billings"]),
    ("Organic sales grew 7%. Our lamp business grew 10%.", ["organic sales", "organic sales"]),
    ("Sales grew 7%. Operating margin rose 37 basis points. Our lamp business grew 10%.",
     ["sales", "operating margin", "sales"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), GROWING)
def test_a_business_grows_in_what_the_talk_tells_the_growth_of(read: Reader, words: str, names: list[str]) -> None:
    reading = read(words)
    assert [reading.entity(o.metric).name for o in reading.observations] == names
