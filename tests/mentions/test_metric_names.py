"""How measures that no list holds are called."""

from __future__ import annotations

import pytest

from kg.mentions.metric_names import canonical_name, metric_id


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("New Branches", "new branch"),
        ("private-label watches", "private-label watch"),
        ("electric buses", "electric bus"),
        ("EV deliveries", "EV deliveries"),
        ("kiln losses", "kiln loss"),
        ("Operating Expenses", "operating expense"),
        ("garden sales", "garden sales"),
        ("number of countries", "number of countries"),
        ("share of member visits", "share of member visits"),
        ("system SKUs", "system SKUs"),
    ],
)
def test_a_name_is_singular_and_small_but_for_acronyms_and_what_is_numbered(said: str, name: str) -> None:
    assert canonical_name(said) == name


def test_a_proper_noun_keeps_its_capital() -> None:
    assert canonical_name("Kelmar Shops", proper=frozenset({"Kelmar"})) == "Kelmar shop"


def test_singular_and_plural_are_one_measure() -> None:
    assert metric_id("number of branches") == metric_id("number of branch") == "metric/number-of-branch"
