"""A clause that names no measure goes on with the one told before only where it says how high that was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


def _measures(reading: Reading) -> list[str]:
    return [reading.entity(o.metric).name for o in reading.observations if o.evidence.rule == "observation.figure"]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Capex was $90 million in May. It was $97 million in June.", ["capex", "capex"]),
        ("Capex was $90 million in May. We ended at $97 million.", ["capex", "capex"]),
        ("Gross margin was 32% in May. We had 33% in June.", ["gross margin", "gross margin"]),
        ("Kilns are costly. Their upkeep will reach $24 million.", ["upkeep"]),
    ],
)
def test_a_height_is_that_of_the_measure_told_before(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Capex was $90 million. We received $15 million from the ministry.", ["capex"]),
        ("Net income was $90 million. That supported $15 million.", ["net income"]),
        ("Charges were $11 million. We think that's $38 million.", ["charge"]),
        ("We gained customers. We now move to 787.", []),
        ("We serve families who pay about $25.", []),
        ("Its new looms support 340 in design.", []),
    ],
)
def test_what_somebody_does_is_not_of_the_measure_told_before(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("The looms plan for mid-single-digit or stronger organic revenue growth.", ["organic revenue"]),
        ("We financed $3 billion of new and existing loans.", ["loans"]),
        ("Revenue rose 5% and lower costs helped.", ["revenue"]),
    ],
)
def test_adjectives_that_are_joined_only_describe_the_measure_behind_them(
    read: Reader, sentence: str, measures: list[str]
) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Sales were $90 million. We booked a permit refund of about $4 million.", ["sales", "permit refund"]),
        ("Sales were $90 million. We took a total of $4 million.", ["sales"]),
    ],
)
def test_a_sum_is_of_the_noun_before_it(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


def test_a_place_among_others_is_a_market_position(read: Reader) -> None:
    assert _measures(read("Our kilns became the number two player in Peru.")) == ["market position"]
