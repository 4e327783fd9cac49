"""Figures of one fact agree when their rounding lets them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kg.model import Evidence, Modality, Observation, Reading, Span
from kg.rdf import quads
from kg.rdf.agreements import agreements
from kg.rdf.vocab import EC


def again(observation: Observation, value: str, decimals: int, **changes: bool | Modality) -> Observation:
    """The same fact stated once more, elsewhere."""
    evidence = Evidence(Span(9, 30), 1, "figures")
    return replace(observation, evidence=evidence, value=Decimal(value), decimals=decimals, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "decimals", "predicate"),
    [
        ("2800000000", -8, EC.corroborates),
        ("2836000000", -6, EC.corroborates),
        ("2860000000", -6, EC.contradicts),
        ("3000000000", -9, EC.corroborates),
    ],
)
def test_two_figures_of_one_fact(reading: Reading, value: str, decimals: int, predicate: object) -> None:
    first = reading.observations[0]
    found = quads(replace(reading, observations=(first, again(first, value, decimals))))
    assert [q.predicate for q in agreements(found)] == [predicate]


def test_bounds_rough_figures_and_guidance_neither_agree_nor_disagree(reading: Reading) -> None:
    first = reading.observations[0]
    for other in (
        again(first, "3000000000", -9, value_is_bound=True),
        again(first, "3000000000", -9, approximate=True),
        again(first, "4000000000", -9, modality=Modality.GUIDANCE),
    ):
        assert agreements(quads(replace(reading, observations=(first, other)))) == ()
