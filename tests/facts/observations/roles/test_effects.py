"""What something gives to a metric or takes from it is a change of the metric, in a line of its own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]

CASES = [
    ("Kilns along with looms contributed nearly 130 basis points of margin expansion.", "margin", "1.3"),
    ("The frosts impacted brick margin by 130 basis points.", "brick margin", "-1.3"),
    ("We expect some 130 basis points of deleverage in SG&A by spring.", "SG&A expense", "1.3"),
    ("We plan to close 2024 with some 30 basis points of leverage on SG&A.", "SG&A expense", "-0.3"),
    ("The new layout drove a 7% lift in orders.", "orders", "7"),
    ("The warm spring is a 13% tailwind to our total revenue growth.", "revenue", "13"),
    ("Strikes reduced revenue growth by 7 points.", "revenue", "-7"),
    ("That will have a 13% negative impact on brick profit growth.", "brick profit", "-13"),
    ("Ticket prices had a two-point impact on gross margin.", "gross margin", "-2"),
]


@pytest.mark.parametrize(("sentence", "metric", "change"), CASES)
def test_an_effect_is_a_change_of_the_metric(read: Reader, sentence: str, metric: str, change: str) -> None:
    reading = read(sentence)
    found = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert [(reading.entity(o.metric).name, o.value, o.change) for o in found] == [(metric, None, Decimal(change))]


def test_a_contribution_stands_beside_the_growth_that_it_is_part_of(read: Reader) -> None:
    reading = read("Ferry revenue grew 13%, including some 7 points from a new mix of routes.")
    figures = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert [(o.change, o.change_unit) for o in figures] == [(Decimal(13), "percent"), (Decimal(7), "percentage points")]


def test_a_negative_impact_of_exchange_rates_is_below_zero(read: Reader) -> None:
    (impact,) = read("We expect some 13 points of negative yearly impact from foreign exchange.").observations
    assert (impact.value, impact.unit) == (Decimal(-13), "percentage points")


def test_a_line_grows_not_its_share(read: Reader) -> None:
    reading = read("Paint represented 37% of revenue and increased 7% sequentially.")
    assert [(o.value, o.change) for o in reading.observations] == [(Decimal(37), None), (None, Decimal(7))]


@pytest.mark.parametrize(
    ("sentence", "value", "change"),
    [
        ("The adjusted EBITDA loss was $37 million, improving by 13% quarter on quarter.", "-37000000", "13"),
        ("The adjusted EBIT loss decreased by 13% year on year to $37 million.", "-37000000", "13"),
        ("We booked one net nonoperating loss of $37 million.", "-37000000", None),
    ],
)
def test_a_loss_of_any_profit_is_below_zero(read: Reader, sentence: str, value: str, change: str | None) -> None:
    (loss,) = read(sentence).observations
    assert (loss.value, loss.change) == (Decimal(value), None if change is None else Decimal(change))
