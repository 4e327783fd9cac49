"""What one sentence says: invented sentences of an invented company, and the figures that must come out."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading
from tests.facts.observations.told import figures, number

Reader = Callable[[str], Reading]

CASES = [
    ("Total revenue was $36.5 billion, up 7% year over year.", "revenue", "36500000000", "7", None, "up"),
    ("Operating income decreased 5% to $4.4 billion.", "operating income", "4400000000", "-5", None, "down"),
    ("Free cash flow was $1.2 billion, compared to $1.5 billion a year ago.", "free cash flow",
     "1200000000", None, "1500000000", "down"),
    ("Gross margin expanded 120 basis points to 41.5%.", "gross margin", "41.5", "1.2", None, "up"),
    ("Our headcount grew from 8,200 to 9,100.", "headcount", "9100", None, "8200", "up"),
    ("We delivered 14% revenue growth this quarter.", "revenue", None, "14", None, "up"),
    ("Revenue nearly doubled.", "revenue", None, "100", None, "up"),
    ("Capital expenditures were $300 million higher than last year.", "capex", None, "300000000", None, "up"),
    ("Adjusted EBITDA was a loss of $58 million compared to a loss of $96 million in the same quarter last year.",
     "adjusted EBITDA", "-58000000", None, "-96000000", "up"),
    ("Altogether, we saw growth in other revenue, reflecting a 9% increase in other revenue.", "other revenue",
     None, "9", None, "up"),
    ("The garden and pool category returned to 8% year-on-year growth.", "garden and pool revenue",
     None, "8", None, "up"),
    ("We saw 12% growth in switchers.", "switcher", None, "12", None, "up"),
    ("Margin was down on an underlying basis by 2 percentage points.", "margin", None, "-2", None, "down"),
    ("We cut costs 2 percentage points from the second to the third quarter.", "cost", None, "-2", None, "down"),
    ("We closed with CET1 of 11.5%.", "CET1 ratio", "11.5", None, None, None),
    ("Net charge-offs fell by $40 million to $310 million.", "net charge-offs", "310000000", "-40000000", None, "down"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "metric", "value", "change", "prior", "direction"), CASES)
def test_one_sentence_states_one_observation(
    read: Reader, sentence: str, metric: str, value: str | None, change: str | None, prior: str | None, direction: str
) -> None:
    reading = read(sentence)
    found = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert [figures(reading, o) for o in found] == [(metric, number(value), number(change), number(prior), direction)]


def test_growth_in_constant_currency_is_a_line_of_its_own(read: Reader) -> None:
    reading = read("Licence revenue increased 12% and 15% in constant currency.")
    assert [(o.change, o.qualifiers) for o in reading.observations] == [
        (Decimal(12), ()),
        (Decimal(15), ("constant currency",)),
    ]


def test_growth_on_top_of_growth_belongs_to_the_year_before(read: Reader) -> None:
    reading = read("Comparable sales grew 3%, on top of 12% a year ago.")
    periods = [(o.change, str(o.period)) for o in reading.observations]
    assert periods == [(Decimal(3), "2024-07-01/2024-09-30"), (Decimal(12), "2023-07-01/2023-09-30")]


def test_a_range_keeps_both_ends_and_is_guidance(read: Reader) -> None:
    (guided,) = read(
        "For the fourth quarter, we expect revenue to be between $5.2 billion and $5.4 billion."
    ).observations
    assert (guided.value, guided.value_max, guided.modality) == (
        Decimal(5_200_000_000),
        Decimal(5_400_000_000),
        "guidance",
    )
    assert str(guided.period) == "2024-10-01/2024-12-31"


@pytest.mark.parametrize(
    "sentence",
    [
        "Our starting wage is $23 an hour.",
        "Customer satisfaction was 97%.",
        "We believe there is a $2 billion chance of savings within the coming three years.",
    ],
)
def test_what_holds_at_no_stated_time_has_no_period(read: Reader, sentence: str) -> None:
    assert [o.period for o in read(sentence).observations] == [None]


def test_more_than_compares_nothing(read: Reader) -> None:
    (month,) = read("We delivered more than $8 billion in revenue in August.").observations
    assert str(month.period) == "2024-08-01/2024-08-31"


def test_income_per_share_is_a_measure_of_its_own(read: Reader) -> None:
    reading = read("Orvane reported $70 million in net income, or $0.62 per diluted share.")
    assert [(reading.entity(o.metric).name, o.value) for o in reading.observations] == [
        ("net income", Decimal(70_000_000)),
        ("diluted EPS", Decimal("0.62")),
    ]


def test_a_figure_without_a_metric_is_told_not_dropped(read: Reader) -> None:
    reading = read("And that makes 17% in the end.")
    assert len(reading.observations) + len(reading.skipped) == 1


def test_the_unit_named_beside_a_metric_owns_it(read: Reader) -> None:
    reading = read(
        "Turning to the Freight segment, revenue from Freight was $2 billion, up 4%. "
        "The Freight segment is doing well. Operating income rose 6%."
    )
    names = {reading.entity(o.entity).name for o in reading.observations if o.change is not None}
    assert names == {"Freight"}


def test_a_place_goes_with_the_figure_beside_it(read: Reader) -> None:
    reading = read("Sales were up 5% in North America and down 1% in Europe.")
    assert [(o.change, o.qualifiers) for o in reading.observations] == [
        (Decimal(5), ("in North America",)),
        (Decimal(-1), ("in Europe",)),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("GAAP and non-GAAP gross margins came to 41.2% and 43.5%, respectively.",
         [("GAAP gross margin", "41.2"), ("non-GAAP gross margin", "43.5")]),
        ("GAAP and adjusted operating margins were 12.1% and 14.3%, respectively.",
         [("GAAP operating margin", "12.1"), ("adjusted operating margin", "14.3")]),
        ("The GAAP and non-GAAP tax rates stood at 9.5%.",
         [("GAAP tax rate", "9.5"), ("non-GAAP effective tax rate", "9.5")]),
        ("Adjusted and GAAP operating income were $5 million and $4 million, respectively.",
         [("adjusted operating income", "5000000"), ("GAAP operating income", "4000000")]),
    ],
)  # fmt: skip
def test_a_measure_on_two_bases_is_two_measures(read: Reader, sentence: str, told: list[tuple[str, str]]) -> None:
    reading = read(sentence)
    names = {e.id: e.name for e in reading.entities}
    assert [(names[o.metric], str(o.value)) for o in reading.observations] == told


def test_a_tolerance_needs_no_comma(read: Reader) -> None:
    (figure,) = read("We expect revenue of $30 billion plus or minus 2%, which includes the new loom.").observations
    assert (figure.value, figure.value_max, figure.change) == (Decimal(29400000000), Decimal(30600000000), None)
