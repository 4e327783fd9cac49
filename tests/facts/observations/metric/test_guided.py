"""A figure of a guidance is of what is guided, named beside it or told before; of nothing where neither tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Gross margins were at the high end of our guidance at 61.7%.", ["gross margin"]),
        ("For operating income, our full year outlook is between $156 million and $158 million.", ["operating income"]),
        ("EPS was $4. We raised our guidance from $18.55 to $19.25.", ["EPS", "EPS"]),
        ("We raised our EPS guidance to $5.", ["EPS"]),
        ("The guidance implies a revenue decline of 15%.", ["revenue"]),
        ("Our guidance was $300 million.", []),
        ("Our outlook of 8% to 10% for the year stands.", []),
    ],
)
def test_a_guidance_is_no_measure(read: Reader, sentence: str, measures: list[str]) -> None:
    reading = read(sentence)
    figures = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert [reading.entity(o.metric).name for o in figures] == measures
