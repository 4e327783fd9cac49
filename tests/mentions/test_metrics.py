"""Which words of a call name a measure: phrases of the list, and nouns that only tell which thing another is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import read_call
from kg.model import EntityType, Reading

CALL = """Orvane Corporation (ORVN)
Q3 2024 Earnings Call
Oct 24, 2024, 5:00 p.m. ET

Operator

Good day, and welcome to the Orvane third quarter 2024 earnings conference call. Please go ahead.

Mara Quill -- Chief Financial Officer

{sentence}

Operator

Thank you. You may now disconnect.
"""


@pytest.fixture
def measured(tmp_path: Path) -> Callable[[str], list[str]]:
    """The measures that a sentence names, by the words that name them."""

    def reader(sentence: str) -> list[str]:
        path = tmp_path / "call.txt"
        path.write_text(CALL.format(sentence=sentence), encoding="utf-8")
        reading: Reading = read_call(path)
        return [k.mention.text for k in reading.links if k.mention.type is EntityType.METRIC]

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
    ],
)
def test_the_measures_of_many_trades_are_known(
    measured: Callable[[str], list[str]], sentence: str, words: list[str]
) -> None:
    assert measured(sentence) == words


@pytest.mark.parametrize(
    "sentence", ["Our branch staff did well.", "It is in the order of nothing.", "Passenger vehicles are our trade."]
)
def test_a_thing_that_only_tells_which_names_no_measure(measured: Callable[[str], list[str]], sentence: str) -> None:
    assert measured(sentence) == []
