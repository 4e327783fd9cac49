"""What something gives to a metric or takes from it is a change of the metric, in a line of its own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]

CASES = [
    ("Volume together with price contributed almost 300 basis points of margin expansion.", "margin", "3"),
    ("The reserves impacted operating margin by 270 basis points.", "operating margin", "-2.7"),
    ("We expect roughly 250 basis points of SG&A deleverage in the first quarter.", "SG&A expense", "2.5"),
    ("We expect to end the year with roughly 10 basis points of leverage in SG&A.", "SG&A expense", "-0.1"),
    ("The new layout drove a 7% lift in orders.", "orders", "7"),
    ("Foreign currency is an approximately 4% tailwind to year-over-year total revenue growth.", "revenue", "4"),
    ("FX reduced revenue growth by 2 points.", "revenue", "-2"),
    ("That will have a 3% negative impact on operating profit growth.", "operating profit", "-3"),
    ("Ticket prices had a two-point impact on gross margin.", "gross margin", "-2"),
]


@pytest.mark.parametrize(("sentence", "metric", "change"), CASES)
def test_an_effect_is_a_change_of_the_metric(read: Reader, sentence: str, metric: str, change: str) -> None:
    reading = read(sentence)
    found = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert [(reading.entity(o.metric).name, o.value, o.change) for o in found] == [(metric, None, Decimal(change))]


def test_a_contribution_stands_beside_the_growth_that_it_is_part_of(read: Reader) -> None:
    reading = read("License revenue grew 14%, including roughly 4 points from a greater mix of contracts.")
    figures = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert [(o.change, o.change_unit) for o in figures] == [(Decimal(14), "percent"), (Decimal(4), "percentage points")]


def test_a_negative_impact_of_exchange_rates_is_below_zero(read: Reader) -> None:
    (impact,) = read("We expect nearly 10 points of negative year-over-year impact from foreign exchange.").observations
    assert (impact.value, impact.unit) == (Decimal(-10), "percentage points")


def test_a_line_grows_not_its_share(read: Reader) -> None:
    reading = read("Paint represented 57% of revenue and increased 3% sequentially.")
    assert [(o.value, o.change) for o in reading.observations] == [(Decimal(57), None), (None, Decimal(3))]


@pytest.mark.parametrize(
    ("sentence", "value", "change"),
    [
        ("The adjusted EBITDA loss was $496 million, improving quarter on quarter by 24%.", "-496000000", "24"),
        ("The adjusted EBITDA loss decreased by 57% year on year to $68 million.", "-68000000", "57"),
        ("We recognized a net nonoperating loss of $9 million.", "-9000000", None),
    ],
)
def test_a_loss_of_any_profit_is_below_zero(read: Reader, sentence: str, value: str, change: str | None) -> None:
    (loss,) = read(sentence).observations
    assert (loss.value, loss.change) == (Decimal(value), None if change is None else Decimal(change))
