"""Which words of a call name a measure: phrases of the list, and nouns that only tell which thing another is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import EntityType, Reading


@pytest.fixture
def measured(read: Callable[[str], Reading]) -> Callable[[str], list[str]]:
    """The measures that a sentence names, by the words that name them."""

    def reader(sentence: str) -> list[str]:
        return [k.mention.text for k in read(sentence).links if k.mention.type is EntityType.METRIC]

    return reader


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Capital intensity rose to 9%.", ["Capital intensity"]),
        ("Our net leverage ratio was 1.2 times.", ["net leverage ratio"]),
        ("Same-store NOI grew 4%.", ["Same-store NOI"]),
        (
            "The combined ratio was 94% with catastrophe losses of $80 million.",
            ["combined ratio", "catastrophe losses"],
        ),
        ("RevPAR rose 3% and occupancy 2 points.", ["RevPAR", "occupancy"]),
        ("Net new ARR was $40 million.", ["Net new ARR"]),
        ("Our branches grew by 12.", ["branches"]),
        ("RASM rose 3% on 2% more block hours.", ["RASM", "block hours"]),
        ("The earning asset yield was 4.1% and line utilization 37%.", ["earning asset yield", "line utilization"]),
        ("Operating EPS was $1.37 after storm costs of $40 million.", ["Operating EPS", "storm costs"]),
        ("Our Common Equity Tier 1 ratio was 10.9%.", ["Common Equity Tier 1 ratio"]),
        ("Our lease mark-to-market was 31%.", ["lease mark-to-market"]),
        ("Loss-to-lease was 4.2% in May.", ["Loss-to-lease"]),
    ],
)
def test_the_measures_of_many_trades_are_known(
    measured: Callable[[str], list[str]], sentence: str, words: list[str]
) -> None:
    assert measured(sentence) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Our branch staff did well.",
        "It is in the order of nothing.",
        "Passenger vehicles are our trade.",
        "It came to $4 per share.",
        "The sale of the quarry closed in May.",
    ],
)
def test_a_thing_that_only_tells_which_names_no_measure(measured: Callable[[str], list[str]], sentence: str) -> None:
    assert measured(sentence) == []
