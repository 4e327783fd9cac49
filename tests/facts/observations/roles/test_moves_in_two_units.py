"""Moves told in two units, beside other clauses, or against a word given before: one row of figures each."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Observation, Reading

Reader = Callable[[str], Reading]
Row = tuple[str, str | None, str | None, str | None]

CASES: list[tuple[str, list[Row]]] = [
    (
        "Operating income increased $13 million or 31% to a proud $57 million as total revenue increased $7 million.",
        [
            ("operating income", "57000000", "13000000", "up"),
            ("operating income", None, "31", "up"),
            ("revenue", None, "7000000", "up"),
        ],
    ),
    (
        "Our inventory of $519 million was $80 million more than a year ago.",
        [("inventory", "519000000", "80000000", "up")],
    ),
    ("Revenue was $90 million or 11% above last year.", [("revenue", "90000000", "11", "up")]),
    ("Our cost of deposits fell 13 basis points to 317 basis points.", [("deposit cost", "317", "-0.13", "down")]),
    ("We expect kiln margin to expand 13 basis points to 43 basis points.", [("kiln margin", None, "0.13", "up")]),
    (
        "Net interest margin fell 4 basis points to 3.8% as our asset yield declined 13 basis points.",
        [("net interest margin", "3.8", "-0.04", "down"), ("asset yield", None, "-0.13", "down")],
    ),
    ("We expect EPS of $3.17 on higher margins.", [("EPS", "3.17", None, None), ("margin", None, None, "up")]),
    ("Sales were up year over year 37%.", [("sales", None, "37", "up")]),
    (
        "Revenue and EBITDA were up year-over-year 13% and 37%, respectively.",
        [("revenue", None, "13", "up"), ("EBITDA", None, "37", "up")],
    ),
]


@pytest.mark.parametrize(("sentence", "rows"), CASES)
def test_each_move_keeps_its_own_measure_and_level(read: Reader, sentence: str, rows: list[Row]) -> None:
    reading = read(sentence)
    wanted = [(m, _number(v), _number(c), d) for m, v, c, d in rows]
    assert sorted(map(str, (_figures(reading, o) for o in reading.observations))) == sorted(map(str, wanted))


@pytest.mark.parametrize(
    ("sentence", "comparison"),
    [
        ("EPS came in at $7.31, $0.13 over our guide.", "other"),
        ("EPS is hereby expected to be $7.31, up $0.13 from our winter guide.", "other"),
        ("We are increasing our sales outlook by $7 million to $437 million.", "other"),
        ("Sales came in at $5 billion, 2% above our expectations.", "other"),
        ("Sales came in at $5 billion, 2% above last year.", "yoy"),
    ],
)
def test_what_is_set_against_an_own_word_is_no_comparison_of_years(
    read: Reader, sentence: str, comparison: str
) -> None:
    assert [str(o.comparison) for o in read(sentence).observations] == [comparison]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Our revised EPS guidance range for 2024 is $3.17 to $3.31 per share.", "guidance"),
        ("We are lifting the midpoint of our 2024 EPS guidance to $3.24 per share.", "guidance"),
        ("We are increasing our 2025 dividend by 13% to $0.47 per share.", "guidance"),
        ("Full year expectations for churn remain unchanged at approximately 7%.", "guidance"),
        ("Restructuring costs are estimated to have been $32 million in the quarter.", "actual"),
        ("Revenue exceeded our expectations and was $32 million in the quarter.", "actual"),
    ],
)
def test_what_is_said_of_a_time_to_come_or_of_an_outlook_is_guidance(
    read: Reader, sentence: str, modality: str
) -> None:
    found = [o for o in read(sentence).observations if o.value is not None]
    assert [str(o.modality) for o in found] == [modality]


def _figures(reading: Reading, observed: Observation) -> tuple[str, Decimal | None, Decimal | None, str | None]:
    direction = None if observed.direction is None else str(observed.direction)
    return reading.entity(observed.metric).name, _short(observed.value), _short(observed.change), direction


def _number(said: str | None) -> Decimal | None:
    return None if said is None else _short(Decimal(said))


def _short(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.normalize()
