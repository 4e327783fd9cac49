"""What is paid on a debt is a level of its own; loans that grow at a rate, or a discount, are none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "rates"),
    [
        ("We issued $370 million of senior notes at 7.3%.", [("coupon rate", "7.3")]),
        ("We sold 10-year bonds in June at a rate of 3.7%.", [("coupon rate", "3.7")]),
        ("We repaid our 7% convertible notes.", [("coupon rate", "7")]),
        ("Our $70 million term loan bears interest at 3.7%.", [("interest rate", "3.7")]),
        ("Kiln loans grew at a 7% rate.", []),
        ("We bought our notes back at a 13% discount.", []),
    ],
)
def test_the_rate_of_a_debt_is_a_level_apart(read: Reader, sentence: str, rates: list[tuple[str, str]]) -> None:
    reading = read(sentence)
    found = [(reading.entity(o.metric).name, o.value) for o in reading.observations]
    expected = [(name, Decimal(value)) for name, value in rates]
    assert [rate for rate in found if rate[0] in ("coupon rate", "interest rate")] == expected
