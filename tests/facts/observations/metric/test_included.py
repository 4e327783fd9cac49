"""A sum that another includes, or is told without, goes by its own name."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Operating income included $14 million of restructuring charges.", [("restructuring charge", "14000000")]),
        ("Our net income included a $23 million lease refund.", [("lease refund", "23000000")]),
        ("Operating income of $84 million included $14 million of restructuring charges.",
         [("operating income", "84000000"), ("restructuring charge", "14000000")]),
        ("Operating cash flow was $210 million, including a $40 million legal settlement.",
         [("operating cash flow", "210000000"), ("legal settlement", "40000000")]),
        ("Backlog included $60 million from the Bexley purchase.", [("backlog", "60000000")]),
    ],
)  # fmt: skip
def test_what_a_sum_includes_is_no_value_of_it(read: Reader, sentence: str, told: list[tuple[str, str]]) -> None:
    reading = read(sentence)
    found = [(reading.entity(o.metric).name, o.value) for o in reading.observations if o.value is not None]
    assert found == [(name, Decimal(value)) for name, value in told]
