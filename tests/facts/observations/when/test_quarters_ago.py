"""A time ago is the base of a comparison."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Comparison, Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("words", "comparison"),
    [
        ("Our backlog was $37 million, up from $33 million a quarter ago.", Comparison.QOQ),
        ("Our backlog was $37 million, up from $33 million three months ago.", Comparison.QOQ),
        ("Our backlog was $37 million, up from $33 million six months ago.", Comparison.OTHER),
    ],
)
def test_a_quarter_ago_is_the_quarter_before(read: Reader, words: str, comparison: Comparison) -> None:
    assert [o.comparison for o in read(words).observations] == [comparison]
