"""What a sentence tells beside its figure and is not of it: records, causes with their dates, the whole company."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Revenue was a record $7 billion with operating margin of 11%.",
         [("revenue", "up"), ("operating margin", None)]),
        ("We had a record quarter with revenue of $3 billion.", [("revenue", "up")]),
    ],
)  # fmt: skip
def test_a_record_is_that_of_the_figure_beside_it(
    read: Reader, sentence: str, told: list[tuple[str, str | None]]
) -> None:
    reading = read(sentence)
    found = [(reading.entity(o.metric).name, o.direction.value if o.direction else None) for o in reading.observations]
    assert found == told


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Revenue fell 5%, offset by our choice to close two mills in the second quarter.", "2024-07-01/2024-09-30"),
        ("We delivered EPS of $4.31, up 17% over adjusted fiscal '23 results.", "2024-07-01/2024-09-30"),
        ("EPS fell 13% to $0.47, yet remains far above that of fiscal 2022.", "2024-07-01/2024-09-30"),
    ],
)
def test_the_time_of_a_cause_or_of_what_is_compared_dates_no_figure(read: Reader, sentence: str, period: str) -> None:
    assert {str(o.period) for o in read(sentence).observations} == {period}


def test_one_sentence_on_the_total_company_leaves_the_section_of_a_unit(read: Reader) -> None:
    reading = read(
        "Turning to our Glazed Tile segment. Loans grew 9%. Fee income for the total company grew 9%. Revenue rose 7%."
    )
    owners = [(reading.entity(o.entity).name, reading.entity(o.metric).name) for o in reading.observations]
    assert owners == [("Glazed Tile", "loans"), ("Orvane", "fee income"), ("Glazed Tile", "revenue")]
