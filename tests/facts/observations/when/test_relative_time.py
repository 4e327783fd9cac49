"""A clause that describes a time holds for that time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]
QUARTER, BEFORE = "2024-07-01/2024-09-30", "2023-07-01/2023-09-30"


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Orders fell 7%, compared to the prior year quarter when orders rose 13%.", [QUARTER, BEFORE]),
        ("We lapped the prior year quarter when orders rose 13%.", [BEFORE]),
        ("Orders rose 3% against the third quarter of 2023, in which orders had grown 9%.", [QUARTER, BEFORE]),
        ("In the quarter, when demand was weak, orders fell 3%.", [QUARTER]),
        ("Orders rose 3% in the third quarter, when we opened our kiln.", [QUARTER]),
    ],
)
def test_a_clause_behind_a_time_tells_of_that_time(read: Reader, sentence: str, periods: list[str]) -> None:
    found = read(sentence).observations
    assert [str(o.period) for o in found if o.evidence.rule == "observation.figure"] == periods
