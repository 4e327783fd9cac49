"""How speakers tell figures off the cuff: with asides, in lists, of few things, by the size of a business."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Observation, Reading

Reader = Callable[[str], Reading]


def _figures(reading: Reading) -> list[Observation]:
    return [o for o in reading.observations if o.evidence.rule == "observation.figure"]


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


CHANGES = [
    ("Sales of lamps were up, I don't know, maybe $170 million.", [("sales", None, 170e6)]),
    ("Sales were up, let's say, 5%.", [("sales", None, 5)]),
    ("Sales fell, you know, 3%.", [("sales", None, -3)]),
    ("Gross margin was, I'd say, 32%.", [("gross margin", 32, None)]),
    ("Growth will be about 15% next year.", []),
    ("Organic growth rates are touching into the 20% category.", [("organic growth", None, 20)]),
    # what a business is worth in sales
    ("Our $2 billion kiln business received an order.", [("revenue", 2e9, None)]),
    ("It is a $3 billion brand.", [("revenue", 3e9, None)]),
    # each quarter
    ("We save about $9 million a quarter of cost.", [("cost", 9e6, None)]),
]


@pytest.mark.parametrize(("sentence", "told"), CHANGES)
def test_values_and_changes_off_the_cuff(
    read: Reader, sentence: str, told: list[tuple[str, float | None, float | None]]
) -> None:
    reading = read(sentence)
    found = [(reading.entity(o.metric).name, _number(o.value), _number(o.change)) for o in _figures(reading)]
    assert found == told


PRIORS = [
    (
        "Cash flow was $118 million, and net income was $93 million, which compares to $67 million and $59 million, "
        "respectively, a year ago.",
        [(118e6, None, 67e6), (93e6, None, 59e6)],
    ),
    (
        "Net income was $118 million and EPS were $3.17, representing gains of 6.4% and 6.8%, respectively.",
        [(118e6, 6.4, None), (3.17, 6.8, None)],
    ),
    (
        "Costs were $8 million, down from $12 million last quarter and $15 million a year ago.",
        [(8e6, None, 12e6), (None, None, 15e6)],
    ),
    (
        "Earnings were $232 million, up 7% compared to $216 million in 2022 and $171 million in 2021.",
        [(232e6, 7, 216e6), (None, None, 171e6)],
    ),
    ("The prime rate fell to 43 basis points from 128 in the prior quarter.", [(43, None, 128)]),
    ("Free cash flow was $1.7 million, up from outflows of $2.3 million.", [(1.7e6, None, -2.3e6)]),
    ("We sold 17.3 million lamps, compared to 17 million a year earlier.", [(17.3e6, None, 17e6)]),
]


@pytest.mark.parametrize(("sentence", "told"), PRIORS)
def test_what_a_measure_was_before_in_lists(
    read: Reader, sentence: str, told: list[tuple[float | None, float | None, float | None]]
) -> None:
    found = _figures(read(sentence))
    assert [(_number(o.value), _number(o.change), _number(o.prior_value)) for o in found] == told


def test_a_tolerance_of_an_amount_per_share(read: Reader) -> None:
    (told,) = _figures(read("We see EPS at $3.17 a share, plus or minus $0.06."))
    assert (_number(told.value), _number(told.value_max)) == (3.11, 3.23)


IDLE = [
    "It is a tale of two halves.",
    "Our call rights come in two flavors.",
    "Sales grew in three of our four segments.",
    "There are two effects here.",
    "Our two main subsidiaries are healthy.",
    "We see four dynamics.",
    "We expect sales to rise at two of our kilns.",
    "We opened three offices.",
]


@pytest.mark.parametrize("sentence", IDLE)
def test_few_things_that_are_only_spoken_of_measure_nothing(read: Reader, sentence: str) -> None:
    assert not [o for o in _figures(read(sentence)) if o.value is not None]


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("We exited seven businesses.", "businesses exited"),
        ("We opened eight offices.", "offices opened"),
        ("We launched 12 brands.", "brands launched"),
    ],
)
def test_few_things_that_something_is_done_to_are_counted(read: Reader, sentence: str, metric: str) -> None:
    reading = read(sentence)
    assert [reading.entity(o.metric).name for o in _figures(reading)] == [metric]
