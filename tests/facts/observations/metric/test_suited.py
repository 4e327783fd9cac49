"""A figure with no measure of its own is of one told before only where that one is told in such figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

CASES = [
    # a sum takes money, a rate takes percentages
    ("Gross margin was strong. We did 42%.", ["gross margin"]),
    ("Capex stays low. It will be $35 million this year.", ["capex"]),
    ("Kiln retention was good. We paid $35 million.", []),
    # few things, multiples and large numbers are of no sum told before
    ("Book value grew. If it is over 100, we mend it.", []),
    ("We like the tariff. It is 10x faster.", []),
    # a level fills in the noun behind it
    ("Looms did well. It was a $9 billion opportunity.", ["opportunity"]),
    ("We gave each weaver 300,000 training hours.", ["training hour"]),
]


@pytest.mark.parametrize(("words", "measures"), CASES)
def test_a_measure_takes_up_only_figures_of_its_kind(
    read: Callable[[str], Reading], words: str, measures: list[str]
) -> None:
    reading = read(words)
    told = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert [reading.entity(o.metric).name for o in told] == measures
