"""A figure of a guidance is of what is guided, named beside it or told before; of nothing where neither tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Kiln margins lay at the high end of our guidance at 37.3%.", ["kiln margin"]),
        ("For operating income, our brickyard outlook is between $37 million and $73 million.", ["operating income"]),
        ("EPS was $3. We lifted our guidance from $13.37 to $17.37.", ["EPS", "EPS"]),
        ("We raised our EPS guidance to $5.", ["EPS"]),
        ("This guidance implies a ferry revenue decline of 13%.", ["ferry revenue"]),
        ("Our guidance was $300 million.", []),
        ("Our outlook of 7% to 13% for next year stands.", []),
    ],
)
def test_a_guidance_is_no_measure(read: Reader, sentence: str, measures: list[str]) -> None:
    reading = read(sentence)
    figures = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert [reading.entity(o.metric).name for o in figures] == measures
