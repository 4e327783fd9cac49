"""Incomes told per share go by the name of what one share earns, a loss below zero."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "metric", "number"),
    [
        ("Our adjusted loss was $0.37 per share.", "adjusted EPS", "-0.37"),
        ("Our adjusted loss, which held these charges, was $0.37 per share.", "adjusted EPS", "-0.37"),
        ("Adjusted net loss per share was $0.37.", "adjusted EPS", "-0.37"),
        ("Adjusted earnings were $1.37 per share.", "adjusted EPS", "1.37"),
        ("The non-GAAP earnings per share of the kilns were $1.37.", "non-GAAP EPS", "1.37"),
        ("AFFO was $0.37.", "AFFO per share", "0.37"),
        ("Our updated FFO guidance is $3.70.", "FFO per share", "3.7"),
        ("FFO was $37 million.", "FFO", "37000000"),
    ],
)
def test_an_income_of_one_share(read: Reader, sentence: str, metric: str, number: str) -> None:
    reading = read(sentence)
    (told,) = reading.observations
    assert (reading.entity(told.metric).name, told.value) == (metric, Decimal(number))


def test_a_small_change_of_an_income_is_one_of_each_share(read: Reader) -> None:
    reading = read("We raised our FFO guidance by $0.07.")
    (told,) = reading.observations
    assert (reading.entity(told.metric).name, told.change) == ("FFO per share", Decimal("0.07"))


@pytest.mark.parametrize(
    "sentence",
    ["We lost a customer worth $37 million.", "The loss of a customer cost us dearly, some $37 million."],
)
def test_what_else_is_lost_is_no_net_loss(read: Reader, sentence: str) -> None:
    reading = read(sentence)
    assert "net income" not in [reading.entity(o.metric).name for o in reading.observations]
