"""What a measure was before, what another thing did, and what only repeats a guidance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Modality, Reading
from tests.facts.observations.told import figures, number

Reader = Callable[[str], Reading]
Told = tuple[str, str | None, str | None, str | None, str | None]

CASES: list[tuple[str, list[Told]]] = [
    ("Operating margin was 12%, somewhat lower than the prior year's margin of 13%.",
     [("operating margin", "12", None, "13", "down")]),
    ("Net income was $5 million, higher than the prior year quarter's $4 million.",
     [("net income", "5000000", None, "4000000", "up")]),
    ("Loans were $5 billion, and they were lower than last quarter by $1 billion.",
     [("loans", "5000000000", "-1000000000", None, "down")]),
    ("Our efficiency ratio improved to 58% from 61% last year.", [("efficiency ratio", "58", None, "61", "down")]),
    ("Revenue grew 4%, compared to a 10% decline last year.",
     [("revenue", None, "4", None, "up"), ("revenue", None, "-10", None, "down")]),
    ("Our premium this year is $95 million or $0.04 per box compared with 2023's premium of $135 million or $0.06.",
     [("premiums", "95000000", None, "135000000", "down"), ("premiums", "0.04", None, "0.06", "down")]),
    ("Permanent closures declined to 31% and destructions were down 17%.",
     [("permanent closure", "31", None, None, "down"), ("destruction", None, "-17", None, "down")]),
    ("Over 17,000 customers today use both products, up 45%.",
     [("customers using products", "17000", "45", None, "up")]),
    ("They grew revenues 2% despite the fact that new lamp sales were down.",
     [("revenue", None, "2", None, "up")]),
    ("Total service activities were down 17%.", [("service activity", None, "-17", None, "down")]),
    ("We had $11 billion of total debt, of it $8 billion of unsecured debt and $3 billion of vault leases.",
     [("total debt", "11000000000", None, None, None), ("unsecured debt", "8000000000", None, None, None),
      ("vault lease", "3000000000", None, None, None)]),
    ("Better income was the driver in improving our leverage ratio from 2.6 times to 2.3 times.",
     [("leverage ratio", "2.3", None, "2.6", "down")]),
    ("The team cut the reject quota from 5% to 3%.", [("reject quota", "3", None, "5", "down")]),
    ("The fire led to a net $7 million reduction in adjusted EBITDA.",
     [("adjusted EBITDA", None, "-7000000", None, "down")]),
    ("We are getting three points of price.", [("price", None, "3", None, "up")]),
    ("In 2023, the mills increased operating cash by over $70 million.",
     [("operating cash flow", None, "70000000", None, "up")]),
    ("Smartphone net adds were 873,000.", [("smartphone net additions", "873000", None, None, None)]),
    ("When we adjust for tax reform and 606, EPS grew 3%.", [("EPS", None, "3", None, "up")]),
    ("The adoption of ASC 606 and 842 reduced revenue by $3 million.", [("revenue", None, "-3000000", None, "down")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), CASES)
def test_figures_of_one_sentence_go_with_what_they_are_of(read: Reader, sentence: str, told: list[Told]) -> None:
    reading = read(sentence)
    assert [figures(reading, o) for o in reading.observations if o.evidence.rule == "observation.figure"] == [
        (metric, number(value), number(change), number(prior), direction)
        for metric, value, change, prior, direction in told
    ]


REPEATED = [
    ("Capex was $16 million, in line with the lowered guided range of $15 million to $17 million.", Modality.GUIDANCE),
    ("Operating margin of 14% exceeded our guidance of 12%.", Modality.GUIDANCE),
    ("Churn was 3.4%, in line with the target of 3% to 4%.", Modality.TARGET),
]


@pytest.mark.parametrize(("sentence", "modality"), REPEATED)
def test_a_guidance_repeated_beside_what_came_of_it_stays_one(read: Reader, sentence: str, modality: Modality) -> None:
    came, repeated = read(sentence).observations
    assert (came.modality, repeated.modality) == (Modality.ACTUAL, modality)


PERIODS = [
    ("In ‘23, EPS grew 3%.", "2023-01-01/2023-12-31"),
    ("The volume fell 3% on a trailing 12-month basis. EBITDA was $370 million.", "2024-07-01/2024-09-30"),
]


@pytest.mark.parametrize(("sentence", "period"), PERIODS)
def test_the_last_figure_has_its_own_time(read: Reader, sentence: str, period: str) -> None:
    assert str(read(sentence).observations[-1].period) == period


def test_a_balance_that_moved_in_a_year_is_compared_with_the_year_before(read: Reader) -> None:
    (told,) = read("Net debt was down $6.3 billion in 2023.").observations
    assert (str(told.comparison), str(told.period)) == ("yoy", "2023-12-31")
