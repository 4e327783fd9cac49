"""What moves a measure from outside is a change of it, and signed: a headwind, a harm, what exchange rates do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

CASES = [
    ("Currency had a negative impact of 1.9%.", [("foreign exchange impact", None, -1.9)]),
    ("Foreign currency had an adverse 0.7% impact on fares.", [("foreign exchange impact", None, -0.7)]),
    ("Foreign exchange had a $37 million favorable impact on revenue.", [("foreign exchange impact", 37e6, None)]),
    ("FX headwinds on EPS had an impact of approximately $0.03.", [("foreign exchange impact", -0.03, None)]),
    ("On ferry sales, price had an unfavorable impact of 1.3%.", [("price", None, -1.3)]),
    ("Our EPS was negatively impacted by $0.03 from the strike.", [("EPS", None, -0.03)]),
    (
        "The strong yen hurt, adversely impacting our operating profit by $37 million.",
        [("operating profit", None, -37e6)],
    ),
    ("We have 230 basis points of negative exchange.", [("foreign exchange impact", -230, None)]),
    ("Keep in mind the 7 points of currency.", [("foreign exchange impact", -7, None)]),
    ("It holds 30 basis points of positive currency.", [("foreign exchange impact", 30, None)]),
    ("We had 20 points of exchange fees.", [("exchange fee", 20, None)]),
    ("The berths had a 6 point RASM headwind in May.", [("RASM", None, -6)]),
    ("The new berth is a 4 point RASM tailwind.", [("RASM", None, 4)]),
    ("Ferry purchases contributed 3 points to revenue growth.", [("revenue", None, 3)]),
    ("Our productivity program contributed 20 basis points to gross margin.", [("gross margin", None, 0.2)]),
    ("Lamp hire resulted in a 14 percentage point headwind to mill revenue.", [("mill revenue", None, -14)]),
    ("Exchange rates negatively impacted our gross profit margin by 45 basis points.", [("gross margin", None, -0.45)]),
]


@pytest.mark.parametrize(("sentence", "told"), CASES)
def test_an_effect_is_a_signed_move_of_its_measure(
    read: Callable[[str], Reading], sentence: str, told: list[tuple[str, float | None, float | None]]
) -> None:
    reading = read(sentence)
    found = [
        (reading.entity(o.metric).name, o.value and float(o.value), o.change and float(o.change))
        for o in reading.observations
        if o.evidence.rule == "observation.figure"
    ]
    assert found == told
