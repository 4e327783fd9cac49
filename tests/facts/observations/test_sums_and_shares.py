"""Sums told beside what they are per share or of sales, each with its own change, base and time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]
QUARTER = "2024-07-01/2024-09-30"


def told(reading: Reading) -> list[tuple[str, str | None, str | None, str | None, str]]:
    """Metric, value, change, prior value and period of each observation in figures."""
    return [
        (
            reading.entity(o.metric).name,
            *(None if n is None else f"{n.normalize():f}" for n in (o.value, o.change, o.prior_value)),
            str(o.period),
        )
        for o in reading.observations
        if o.evidence.rule == "observation.figure"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Net income of $37 million, or $1.70 per share, increased $4 million, or $0.20 per share.",
         [("net income", "37000000", "4000000", None), ("EPS", "1.7", "0.2", None)]),
        ("Net income was $37 million, or $1.70 per share, compared to $31 million, or $1.30 per share, last year.",
         [("net income", "37000000", None, "31000000"), ("EPS", "1.7", None, "1.3")]),
        ("Net income was $37 million or $1.70 per diluted share versus $31 million or $1.30 per diluted share, in the "
         "third quarter of 2023.",
         [("net income", "37000000", None, "31000000"), ("diluted EPS", "1.7", None, "1.3")]),
        ("Operating income was $37 million, or 9% of sales, compared with $31 million, or 8% of sales, last year.",
         [("operating income", "37000000", None, "31000000"), ("operating margin", "9", None, "8")]),
        ("That drove 20% underlying operating income growth.", [("underlying operating income", None, "20", None)]),
        ("We saw a $4 million organic sales decline.", [("organic sales", None, "-4000000", None)]),
        ("Strong demand resulted in 18% revenue growth.", [("revenue", None, "18", None)]),
        ("Pricing covered inflation, and gross margin expanded 90 basis points.",
         [("gross margin", None, "0.9", None)]),
    ],
)  # fmt: skip
def test_each_sum_has_its_own(
    read: Reader, sentence: str, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert told(read(sentence)) == [(*one, QUARTER) for one in expected]


def test_a_second_base_dates_itself_alone(read: Reader) -> None:
    found = told(
        read(
            "Operating income was $17 million, an increase of $10 million compared to $7 million in the third quarter "
            "of 2023 and an operating loss of $1 million in the third quarter of 2022."
        )
    )
    assert found[0] == ("operating income", "17000000", "10000000", "7000000", QUARTER)
    assert found[1][-1] == "2022-07-01/2022-09-30"


@pytest.mark.parametrize(
    "words",
    [
        "We expect revenue to be in the range of $37 million to $39 million and adjusted EPS between $1.70 and $1.90.",
        "We expect revenue to be $37 million and adjusted EPS in the range of $1.70 to $1.90.",
    ],
)
def test_a_range_is_of_the_measure_right_before_it(read: Reader, words: str) -> None:
    assert [(one[0], one[1]) for one in told(read(words))][-1] == ("adjusted EPS", "1.7")


def test_the_day_of_another_clause_dates_no_flow(read: Reader) -> None:
    found = told(read("Revenue grew 5%, and occupancy was 96% at quarter end."))
    assert [one[-1] for one in found] == [QUARTER, "2024-09-30"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Orders rose 5%, driven by a 3% increase in volume and 2% in price.",
         [("orders", None, "5"), ("volume", None, "3"), ("price", None, "2")]),
        ("Liquidity was $37 million, consisting of $17 million of cash and $20 million of availability.",
         [("liquidity", "37000000", None), ("cash", "17000000", None), ("availability", "20000000", None)]),
        ("Our Lumora segment, which accounts for 60% of revenue, was up.", [("share of revenue", "60", None)]),
        ("Third party revenue was $37 million.", [("third party revenue", "37000000", None)]),
        ("Third quarter revenue was $37 million.", [("revenue", "37000000", None)]),
        ("Days sales outstanding was 52 days compared to 55 days last year.", [("DSO", "52", None)]),
    ],
)  # fmt: skip
def test_what_is_said_but_once_or_only_counts(
    read: Reader, sentence: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [one[:3] for one in told(read(sentence))] == expected


def test_what_beats_the_guidance_is_a_fact(read: Reader) -> None:
    found = read("Revenue of $37 million exceeded the midpoint of our guidance.").observations
    assert [o.modality.value for o in found if o.value is not None] == ["actual"]
