"""Growth at the pace of a quarter, told as that of a year; and a percentage that gives a sum's growth again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Comparison, Reading

Reader = Callable[[str], Reading]
YOY, QOQ = Comparison.YOY, Comparison.QOQ


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Loans increased $240 million, or 6% annualized.", [(QOQ, ()), (QOQ, ("annualized",))]),
        ("Loans grew 6% annualized, led by farms.", [(QOQ, ("annualized",))]),
        ("Loans grew $310 million or 1.4%.", [(QOQ, ()), (QOQ, ())]),
        ("Revenue increased $12 million or 4%.", [(YOY, ()), (YOY, ())]),
        ("Loans grew 5%.", [(YOY, ())]),
    ],
)
def test_what_growth_is_compared_with(
    read: Reader, sentence: str, told: list[tuple[Comparison, tuple[str, ...]]]
) -> None:
    assert [(o.comparison, o.qualifiers) for o in read(sentence).observations if o.change is not None] == told
