"""Confidence: what makes a figure surer, in its sentence and in the call."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.facts.observations.confidence import SIGNS, confidence, told_again, weights
from kg.model import Observation, Reading

Read = Callable[[str], Reading]


def figure(reading: Reading, value: str) -> Observation:
    return next(o for o in reading.observations if o.value == Decimal(value))


def test_every_sign_has_a_weight_and_no_weight_is_without_one() -> None:
    assert set(weights()) == {"bias", *SIGNS}


@pytest.mark.parametrize(
    ("clear", "doubtful"),
    [
        (
            "Revenue was $84 million.",
            "The runners, of whom there were 84 million or so, told us as much in the winter.",
        ),
        (
            "Revenue was $84 million.",
            "In a winter in which ferries, lamps and looms all sold as we had hoped that they would when it all began "
            "with so much rain, revenue was $84 million.",
        ),
    ],
)
def test_plain_words_are_surer_than_others(read: Read, clear: str, doubtful: str) -> None:
    plain, other = (read(sentence).observations for sentence in (clear, doubtful))
    assert plain[0].confidence > max((o.confidence for o in other), default=Decimal(0))


def test_a_value_told_again_is_surer(read: Read) -> None:
    once = read("Revenue was $84.1 million.")
    twice = read("Revenue was $84.1 million. In short, revenue was $84 million in the quarter.")
    assert figure(twice, "84100000").confidence > figure(once, "84100000").confidence


def test_another_value_or_another_metric_is_not_the_same_told_again(read: Read) -> None:
    told = read("Revenue was $84 million. Revenue was $97 million. Capex was $84 million.")
    assert told_again(told.observations) == frozenset()


def test_no_sign_is_certain() -> None:
    assert Decimal(0) < confidence(()) < confidence(("unit named", "metric tied well")) < Decimal(1)
