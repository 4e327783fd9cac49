"""Lists that "respectively" pairs: of kinds that share a noun, of times, with what was before and by how much."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]
QUARTER, YEAR_TO_DATE = "2024-07-01/2024-09-30", "2024-01-01/2024-09-30"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("New and renewal lease rates increased 1.2% and 5.1%, respectively.",
         [("new lease rate", "1.2"), ("renewal lease rate", "5.1")]),
        ("The GAAP and cash cap rates were 7.1% and 6.6%, respectively.",
         [("GAAP cap rate", "7.1"), ("cash cap rate", "6.6")]),
        ("Same-store revenue and NOI increased 3.2% and 2.6%, respectively.",
         [("same-store revenue", "3.2"), ("NOI", "2.6")]),
    ],
)  # fmt: skip
def test_each_figure_has_its_own_kind(read: Reader, sentence: str, told: list[tuple[str, str]]) -> None:
    reading = read(sentence)
    found = [
        (reading.entity(o.metric).name, str(o.change if o.value is None else o.value)) for o in reading.observations
    ]
    assert found == told


@pytest.mark.parametrize(
    "sentence",
    [
        "For the quarter and year to date, the combined ratio was 92.4% and 93.1%, respectively.",
        "The combined ratio in the third quarter and the first nine months was 92.4% and 93.1%, respectively.",
    ],
)
def test_each_figure_has_its_own_time(read: Reader, sentence: str) -> None:
    found = [(str(o.value), str(o.period)) for o in read(sentence).observations]
    assert found == [("92.4", QUARTER), ("93.1", YEAR_TO_DATE)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Gross margin and operating margin were 41% and 12%, respectively, compared to 40% and 11% last year.",
         [("gross margin", "41", "40", "None"), ("operating margin", "12", "11", "None")]),
        ("Revenue and EBITDA were $41 and $12 million, up 5% and 6%, respectively.",
         [("revenue", "41000000", "None", "5"), ("EBITDA", "12000000", "None", "6")]),
    ],
)  # fmt: skip
def test_each_figure_has_its_own_base_and_change(
    read: Reader, sentence: str, told: list[tuple[str, str, str, str]]
) -> None:
    reading = read(sentence)
    found = [
        (reading.entity(o.metric).name, str(o.value), str(o.prior_value), str(o.change)) for o in reading.observations
    ]
    assert found == told
