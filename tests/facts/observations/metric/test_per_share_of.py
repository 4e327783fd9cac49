"""What a share's earnings include is no earnings, and goes by its own name."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "metric", "number"),
    [
        ("We had approximately $0.04 per share of frost costs.", "frost cost per share", "0.04"),
        ("EPS in the third quarter includes $1.07 per share of relocation charges.",
         "relocation charge per share", "1.07"),
        ("Earnings per share include $0.17 of benefits.", "benefit per share", "0.17"),
        ("We paid $0.37 per share of common stock as a dividend.", "dividend per share", "0.37"),
        ("EPS was $1.07 per share.", "EPS", "1.07"),
    ],
)  # fmt: skip
def test_so_much_a_share_of_something(read: Reader, sentence: str, metric: str, number: str) -> None:
    reading = read(sentence)
    told = [(reading.entity(o.metric).name, o.value) for o in reading.observations if o.value is not None]
    assert told == [(metric, Decimal(number))]


def test_what_is_left_out_is_told_beside_the_earnings(read: Reader) -> None:
    reading = read("Adjusted EPS of $1.20 excludes $0.12 of amortization.")
    told = {reading.entity(o.metric).name: o.value for o in reading.observations}
    assert told["amortization per share"] == Decimal("0.12")
    assert "exclude per share" not in told
