"""Against what figures are compared: invented sentences of an invented company's third quarter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Comparison, Reading

Reader = Callable[[str], Reading]

YOY, QOQ, OTHER = Comparison.YOY, Comparison.QOQ, Comparison.OTHER

CASES = [
    ("Revenue grew 13% this autumn, a fine improvement from the June quarter.", [YOY]),
    ("Ferry sales grew 3.7% in the third quarter, just as in Q2.", [YOY]),
    ("Similar to the second quarter, ferries saw 13% growth in bookings.", [YOY]),
    ("Revenue grew 7% sequentially.", [QOQ]),
    ("We expect revenue growth of 10%, down sequentially.", [YOY]),
    ("Revenue rose 7% year on year, compared to 3% growth in Q2.", [YOY, YOY, QOQ]),
    ("Cash was $218 million, up from $207 million last quarter.", [QOQ]),
    ("AOCI declined $4.4 billion on higher rates.", [QOQ]),
    ("Deposits rose 7%.", [YOY]),
    ("Revenue has doubled during the last seven years.", [OTHER]),
    ("We have 37 million paid subscriptions, up 13 million during the past 12 months.", [YOY]),
    ("Capital expenditures were up sequentially to $37 million.", [QOQ]),
    ("Gross margin was 37%, flat against the prior year period.", [YOY]),
    ("Gross margin was 60%.", [None]),
    ("The yield on our ferry loans remained stable at 3.5%.", [YOY]),
    ("Our cash balance was unchanged at $118 million.", [QOQ]),
    ("Kiln costs of $41.7 million were flat with the second quarter.", [QOQ]),
    ("Full-year ferry margin should reach 27%, flat to our previous guide.", [OTHER]),
    ("We foresee a tax rate of about 19%, up slightly from our May guide.", [OTHER]),
    ("Over the past year, berth bookings grew by 14%.", [YOY]),
    ("Orders were up 6% from the expected closing of the sale last year.", [YOY]),
    ("Orders grew 8% over the forecast period.", [YOY]),
    ("Orders were up 6% from our expected range.", [OTHER]),
    ("Orders were 5% above the midpoint of our outlook.", [OTHER]),
    ("Orders grew 4% over the consensus estimate.", [OTHER]),
    ("Loans grew 7% over prior years and deposits 3% over prior quarters.", [YOY, QOQ]),
]


def test_an_earlier_time_that_was_something_gives_the_value_before(read: Reader) -> None:
    found = read("Trading income was at $40 million, prior year was at $65 million.").observations
    assert [(o.value, o.prior_value, o.comparison) for o in found] == [(40_000_000, 65_000_000, YOY)]
    found = read("Rental income was $44 million, higher by 10% compared to prior year of $40 million.").observations
    assert [(o.value, o.prior_value, o.change) for o in found] == [(44_000_000, 40_000_000, 10)]


@pytest.mark.parametrize(("sentence", "compared"), CASES)
def test_what_a_figure_is_compared_with(read: Reader, sentence: str, compared: list[Comparison | None]) -> None:
    found = [o.comparison for o in read(sentence).observations if o.evidence.rule == "observation.figure"]
    assert found == compared


def test_a_call_that_speaks_of_quarters_a_few_times_compares_with_the_year_before(read: Reader) -> None:
    few = "Orders rose sequentially. Costs fell sequentially. Bookings rose sequentially. Revenue grew 4%."
    found = [o.comparison for o in read(few).observations if o.evidence.rule == "observation.figure"]
    assert found == [YOY]


def test_a_year_is_compared_with_a_year_in_a_call_that_speaks_of_quarters(read: Reader) -> None:
    habit = "Orders rose sequentially. Costs fell sequentially. Bookings rose sequentially."
    reading = read(f"{habit} {habit}\n\nRevenue grew 4%. For all of 2024, we expect revenue to grow 5%.")
    found = [o.comparison for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert found == [QOQ, YOY]
