"""Levels that are passed, sums that flow out, what grows without a preposition, ranges told in one breath."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Reading
from tests.facts.observations.told import figures, number

Reader = Callable[[str], Reading]
Told = tuple[str, str | None, str | None, str | None, str | None]

CASES: list[tuple[str, list[Told]]] = [
    ("Cash may dip below the $1 billion level.", [("cash", "1000000000", None, None, "down")]),
    ("The leverage ratio fell below 3 times.", [("leverage ratio", "3", None, None, "down")]),
    ("Margins rose above 30%.", [("margin", "30", None, None, "up")]),
    ("Sales grew above 5%.", [("sales", None, "5", None, "up")]),
    ("Sales of lamps were down just under 8%.", [("sales", None, "-8", None, "down")]),
    # sums that flow out, and signs before a measure
    ("We consumed $10 million of free cash flow.", [("free cash flow", "-10000000", None, None, None)]),
    ("We used $18 million in cash from operations compared to a usage of $99 million in the prior year.",
     [("operating cash flow", "-18000000", None, "-99000000", "up")]),
    ("We had negative free cash flow of $51 million.", [("free cash flow", "-51000000", None, None, None)]),
    ("We had a negative operating margin of 3%.", [("operating margin", "-3", None, None, None)]),
    ("We had $2 million in net charge-offs and a refund of $4 million.",
     [("net charge-offs", "2000000", None, None, None), ("refund", "4000000", None, None, None)]),
    # changes that no "by" or "up" announces
    ("We grew transactions 9% and reduced the workforce approximately 12%.",
     [("transaction", None, "9", None, "up"), ("workforce", None, "-12", None, "down")]),
    ("We expect another rough doubling of advertising revenue.", [("advertising revenue", None, "100", None, "up")]),
    ("We increased our liquidity by almost four times to $368 million.",
     [("liquidity", "368000000", "300", None, "up")]),
    ("We saw 17% reported revenue growth and margins that were up 5 percentage points.",
     [("revenue", None, "17", None, "up"), ("margin", None, "5", None, "up")]),
    # what a sum of money is the movement of
    ("We achieved $3 billion of spending reductions.", [("spending", None, "-3000000000", None, "down")]),
    ("We expect $5 million of working capital improvements.", [("working capital", None, "5000000", None, "up")]),
    ("Strong cash flow enabled an incremental $86 million in net debt reduction.",
     [("net debt", None, "-86000000", None, "down")]),
    ("We have generated over $9 billion in year-over-year earnings growth, representing a 99% increase.",
     [("earnings", None, "9000000000", None, "up"), ("earnings", None, "99", None, "up")]),
    ("We delivered $1 billion in sales improvement and more than $300 million of savings.",
     [("sales", None, "1000000000", None, "up"), ("cost savings", "300000000", None, None, None)]),
    ("We plan $700 million of growth capex.", [("growth capex", "700000000", None, None, None)]),
    ("These expenses were lower by $7 million due to the 45% decrease in sales volume.",
     [("expense", None, "-7000000", None, "down"), ("sales volume", None, "-45", None, "down")]),
    ("We had 48 price decreases since inception.", [("price decrease", "48", None, None, None)]),
    # moves in words of their own
    ("We have cut that exposure in half.", [("exposure", None, "-50", None, "down")]),
    ("Deposits were double what they were a year ago.", [("deposits", None, "100", None, "up")]),
    ("We had a 20% cut in prices and a dividend cut of 10%.",
     [("price", None, "-20", None, "down"), ("dividend", None, "-10", None, "down")]),
    # what is raised, other than funds
    ("We raised our entry level wages to $14.", [("entry level wage", "14", None, None, "up")]),
    ("Orvane raised the shipping threshold to $35 from $25.", [("shipping threshold", "35", None, "25", "up")]),
    ("We raised $35 million.", [("funds raised", "35000000", None, None, None)]),
    ("We opened up 26 stores.", [("stores opened", "26", None, None, None)]),
    # where a measure stands after it moved
    ("Adjusted EBITDA was modestly higher at $146 million compared to $144 million in the prior year.",
     [("adjusted EBITDA", "146000000", None, "144000000", "up")]),
    ("Volume was down at least 5%.", [("volume", None, "-5", None, "down")]),
    ("Kiln segment operating loss was $224 million compared to consolidated segment operating income of $267 million.",
     [("operating income", "-224000000", None, "267000000", "down")]),
    # what was before, and what was foreseen before
    ("We grew from 20 stores to 25 stores.", [("number of stores", "25", None, "20", "up")]),
    ("Other expense was $22 million, compared to other expense of $37 million in 2019.",
     [("expense", "22000000", None, "37000000", "down")]),
    ("Our municipal portfolio averaged $8 billion, down $95 million.",
     [("municipal portfolio", "8000000000", "-95000000", None, "down")]),
    ("Net income was $6 million in 2024 and $4 million in 2023. This represents a 50% increase.",
     [("net income", "4000000", None, None, None), ("net income", "6000000", "50", None, "up")]),
    ("We now target a 26% operating margin, and that's up from our prior guide of 25%.",
     [("operating margin", "26", None, "25", "up")]),
    ("We expect capex of $20 billion over the decade.", [("capex", "20000000000", None, None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), CASES)
def test_levels_flows_and_changes(read: Reader, sentence: str, told: list[Told]) -> None:
    reading = read(sentence)
    assert [figures(reading, o) for o in reading.observations if o.evidence.rule == "observation.figure"] == [
        (metric, number(value), number(change), number(prior), direction)
        for metric, value, change, prior, direction in told
    ]


RANGES = [
    ("Home prices are up 18%, 19%, one of our tailwinds.", (None, None, "18", "19")),
    ("Costs are in the range of $340 million, $370 million, depending on the weather.",
     ("340000000", "370000000", None, None)),
    ("We plan to open 20 stores to 25 stores.", ("20", "25", None, None)),
    ("Revenue growth was in the high single digit, low double-digit range.", (None, None, "7", "10")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), RANGES)
def test_two_figures_in_one_breath_are_a_range(
    read: Reader, sentence: str, told: tuple[str | None, str | None, str | None, str | None]
) -> None:
    def decimal(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    (one,) = read(sentence).observations
    assert (one.value, one.value_max, one.change, one.change_max) == tuple(map(decimal, told))
