"""Figures that exclude each other: which of them stands, and which are doubted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kg.facts.observations.rivals import DOUBTED, excluded, likeliest, without_rivals
from kg.model import EntityId, Evidence, Modality, Observation, Period, Reading, Span

Read = Callable[[str], Reading]
QUARTER = Period(date(2024, 7, 1), date(2024, 9, 30))


def told(value: str, confidence: str, *, begin: int = 0, of: str = "company/orvane", unit: str = "USD") -> Observation:
    evidence = Evidence(Span(begin, begin + 9), 0, "by-hand")
    metric = EntityId("metric/revenue")
    figure = Observation(evidence, EntityId(of), metric, value=Decimal(value), unit=unit, period=QUARTER)
    return replace(figure, confidence=Decimal(confidence))


@pytest.mark.parametrize(
    ("rivals", "stands"),
    [
        ((told("35100", "0.93"), told("486", "0.96", begin=50)), "35100"),
        ((told("1110", "0.62"), told("55", "0.85", begin=50)), "1110"),
        ((told("914", "0.85"), told("1600", "0.81", begin=50)), "914"),
        ((told("83", "0.81"), told("83.2", "0.86", begin=30), told("63.4", "0.91", begin=60)), "83.2"),
        ((told("7.7", "0.95", of="product/loom"), told("77", "0.9", begin=50, of="product/loom")), "7.7"),
        ((told("46.6", "0.8", unit="percent"), told("74.6", "0.96", begin=50, unit="percent")), "74.6"),
    ],
    ids=["a part", "a part told more surely", "the year so far", "told twice", "of no company", "a margin"],
)
def test_the_likeliest_stands(rivals: tuple[Observation, ...], stands: str) -> None:
    assert likeliest(rivals).value == Decimal(stands)


def test_what_is_excluded_is_doubted_with_what_its_words_add() -> None:
    whole, part = told("35100", "0.93"), told("486", "0.96", begin=50)
    growth = replace(part, value=None, unit=None, change=Decimal(17), change_unit="percent")
    assert [one.confidence for one in without_rivals((whole, part, growth))] == [Decimal("0.93"), DOUBTED, DOUBTED]


@pytest.mark.parametrize(
    "other",
    [
        told("35.0", "0.9", begin=50),
        replace(told("99", "0.9", begin=50), modality=Modality.GUIDANCE),
        replace(told("99", "0.9", begin=50), qualifiers=("in the north",)),
        replace(told("99", "0.9", begin=50), value_is_bound=True),
        replace(told("99", "0.9", begin=50), period=Period(date(2024, 1, 1), date(2024, 9, 30))),
        replace(told("99", "0.9", begin=50), unit="shops"),
    ],
    ids=["rounded", "expected", "narrowed", "a bound", "of another time", "a count"],
)
def test_what_does_not_exclude_a_figure_leaves_it_be(other: Observation) -> None:
    assert excluded((told("35.1", "0.93"), other)) == frozenset()


def test_a_sum_of_a_part_that_was_not_recognised_is_marked_in_a_call(read: Read) -> None:
    reading = read("Revenue was $37 billion, up 13% sequentially. Moving on, revenue was $373 million, up 7%.")
    sure = {o.value: o.confidence > DOUBTED for o in reading.observations if o.value is not None}
    assert sure == {Decimal(37000000000): True, Decimal(373000000): False}
