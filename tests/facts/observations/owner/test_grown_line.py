"""A line of business that nothing else in the call names, told by its growth alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import EntityType, Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("words", "of_whom", "qualifiers"),
    [
        ("Goat snacks grew 9%.", "Goat snacks", ()),
        ("We had a fine spring. Glazing was down 9%.", "Glazing", ()),
        ("The quarter was up 9%.", "Orvane", ()),
        ("Growth was 9%.", "Orvane", ()),
        ("Our goat snacks grew 9%.", "Orvane", ("goat snacks",)),
        ("Technology was up 9%.", "Orvane", ()),
    ],
)
def test_a_line_told_by_its_growth(read: Reader, words: str, of_whom: str, qualifiers: tuple[str, ...]) -> None:
    reading = read(words)
    (grown,) = reading.observations
    assert (reading.entity(grown.entity).name, grown.qualifiers) == (of_whom, qualifiers)


def test_a_line_that_is_made_is_a_unit_with_its_words(read: Reader) -> None:
    reading = read("Goat snacks grew 9%.")
    (grown,) = reading.observations
    unit = reading.entity(grown.entity)
    assert unit.type is EntityType.BUSINESS_UNIT
    assert [surface.text for surface in unit.surfaces] == ["Goat snacks"]
    assert "the line that is said to move: 'Goat snacks'" in (grown.reason or "")


@pytest.mark.parametrize(
    "words",
    [
        "Revenue in Lumora increased 9%, while Vexil was up 3%.",
        "Revenue in Lumora increased 9%, while Vexil was also down about 3%.",
        "Revenue in Lumora was $9 million, and Vexil was $3 million.",
        "Revenue in Lumora increased 9%, while Vexil declined 3%.",
    ],
)
def test_a_unit_that_moves_in_turn_has_a_figure_of_its_own(read: Reader, words: str) -> None:
    reading = read(words)
    told = [(reading.entity(o.entity).name, reading.entity(o.metric).name) for o in reading.observations]
    assert told == [("Lumora", "revenue"), ("Vexil", "revenue")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Growth in Lumora was 9%.", [("Lumora", "revenue", "9")]),
        ("Growth in Lumora was 9% and in Vexil 3%.", [("Lumora", "revenue", "9"), ("Vexil", "revenue", "3")]),
        ("Churn was 7%. Growth at Lumora was 9%.", [("Orvane", "churn", None), ("Lumora", "revenue", "9")]),
        (
            "We expect Lumora to grow 9% and Vexil to decline 3%.",
            [("Lumora", "revenue", "9"), ("Vexil", "revenue", "-3")],
        ),
    ],
)
def test_growth_of_no_measure_is_that_of_the_unit_beside_it(
    read: Reader, words: str, expected: list[tuple[str, str, str | None]]
) -> None:
    reading = read(words)
    told = [
        (reading.entity(o.entity).name, reading.entity(o.metric).name, None if o.change is None else str(o.change))
        for o in reading.observations
    ]
    assert told == expected
