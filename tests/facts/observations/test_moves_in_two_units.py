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
        "Operating income increased $18 million or 22% to a record $101 million as total revenue increased $2 million.",
        [
            ("operating income", "101000000", "18000000", "up"),
            ("operating income", None, "22", "up"),
            ("revenue", None, "2000000", "up"),
        ],
    ),
    (
        "We recorded $194 million of gross profit, $46 million or 31% above the third quarter of last year.",
        [("gross profit", "194000000", "46000000", "up"), ("gross profit", None, "31", "up")],
    ),
    (
        "Our inventory of $519 million was $80 million more than a year ago.",
        [("inventory", "519000000", "80000000", "up")],
    ),
    ("Revenue was $90 million or 11% above last year.", [("revenue", "90000000", "11", "up")]),
    ("Our cost of deposits fell 7 basis points to 24 basis points.", [("deposit cost", "24", "-0.07", "down")]),
    ("We expect gross margin to expand 10 basis points to 20 basis points.", [("gross margin", None, "0.1", "up")]),
    (
        "Net interest margin fell 5 basis points to 2.7% as earning asset yield declined 9 basis points.",
        [("net interest margin", "2.7", "-0.05", "down"), ("asset yield", None, "-0.09", "down")],
    ),
    ("We expect EPS of $1.24 on higher margins.", [("EPS", "1.24", None, None)]),
    ("Sales were up year over year 16%.", [("sales", None, "16", "up")]),
    (
        "Revenue and operating margin were up year-over-year 16% and 20%, respectively.",
        [("revenue", None, "16", "up"), ("operating margin", None, "20", "up")],
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
        ("Earnings per share came in at $1.06, $0.17 over our guide.", "other"),
        ("Earnings per share is now expected to be $4.40, up $0.05 from our April guide.", "other"),
        ("We now expect interest expense of $80 million versus the $100 million we previously outlined.", "other"),
        ("We are increasing our revenue outlook by $500 million to $69 billion.", "other"),
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
        ("Our revised EPS guidance range for 2024 is $5.70 to $5.98 per share.", "guidance"),
        ("We are raising the midpoint of our 2024 EPS guidance to $5.84 per share.", "guidance"),
        ("We are increasing our 2025 dividend by 7% to $3.54 per share.", "guidance"),
        ("Full year expectations for gross margin are unchanged at approximately 60%.", "guidance"),
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
