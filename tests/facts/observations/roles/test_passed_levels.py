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
    ("Our cash may dip below the $3 billion level in spring.", [("cash", "3000000000", None, None, "down")]),
    ("The leverage ratio fell below 3 times.", [("leverage ratio", "3", None, None, "down")]),
    ("Net leverage was 3.7 times at the end of the quarter.", [("net leverage ratio", "3.7", None, None, None)]),
    ("Net leverage was 3.7 times as of June 30.", [("net leverage ratio", "3.7", None, None, None)]),
    ("Visits were 3 times the level of a year ago.", [("visit", "3", None, None, "up")]),
    ("Margins rose above 30%.", [("margin", "30", None, None, "up")]),
    ("Sales grew above 5%.", [("sales", None, "5", None, "up")]),
    ("Sales of lamps were down just under 8%.", [("sales", None, "-8", None, "down")]),
    # sums that flow out, and signs before a measure
    ("The kilns consumed $37 million of free cash flow.", [("free cash flow", "-37000000", None, None, None)]),
    ("Our ferries used $37 million in cash from operations, set against a usage of $73 million in the prior year.",
     [("operating cash flow", "-37000000", None, "-73000000", "up")]),
    ("The looms told of negative free cash flow of $37 million.", [("free cash flow", "-37000000", None, None, None)]),
    ("We had a negative operating margin of 3%.", [("operating margin", "-3", None, None, None)]),
    ("The lamp bank had $3 million in net charge-offs and a refund of $7 million.",
     [("net charge-offs", "3000000", None, None, None), ("refund", "7000000", None, None, None)]),
    # changes that no "by" or "up" announces
    ("We grew transactions 7% and reduced the workforce approximately 13%.",
     [("transaction", None, "7", None, "up"), ("workforce", None, "-13", None, "down")]),
    ("The ferries expect another rough doubling of kiosk revenue.", [("kiosk revenue", None, "100", None, "up")]),
    ("The brickworks increased its liquidity by almost three times to $370 million.",
     [("liquidity", "370000000", "200", None, "up")]),
    ("We saw 13% reported lamp revenue growth and kiln margins that were up 3 percentage points.",
     [("lamp revenue", None, "13", None, "up"), ("kiln margin", None, "3", None, "up")]),
    # what a sum of money is the movement of
    ("We achieved $3 billion of spending reductions.", [("spending", None, "-3000000000", None, "down")]),
    ("We expect $5 million of working capital improvements.", [("working capital", None, "5000000", None, "up")]),
    ("Full ferries allowed another $37 million in net debt reduction.",
     [("net debt", None, "-37000000", None, "down")]),
    ("The looms brought over $3 billion in annual earnings growth, which is a 37% increase.",
     [("earnings", None, "3000000000", None, "up"), ("earnings", None, "37", None, "up")]),
    ("The kilns delivered $3 billion in sales improvement and more than $370 million of savings.",
     [("sales", None, "3000000000", None, "up"), ("cost savings", "370000000", None, None, None)]),
    ("We plan $700 million of growth capex.", [("growth capex", "700000000", None, None, None)]),
    ("Glazing expenses were lower by $3 million, owing to the 37% decrease in brick volume.",
     [("glazing expense", None, "-3000000", None, "down"), ("brick volume", None, "-37", None, "down")]),
    ("Our ferries had 37 price decreases since the bridge fell.", [("price decrease", "37", None, None, None)]),
    # moves in words of their own
    ("We have cut that exposure in half.", [("exposure", None, "-50", None, "down")]),
    ("Deposits were double what they were in the year of the flood.", [("deposits", None, "100", None, "up")]),
    ("We had a 20% cut in prices and a dividend cut of 10%.",
     [("price", None, "-20", None, "down"), ("dividend", None, "-10", None, "down")]),
    # what is raised, other than funds
    ("The kilns raised their stoker wages to $37.", [("stoker wage", "37", None, None, "up")]),
    ("Orvane raised the shipping threshold to $37 from $13.", [("shipping threshold", "37", None, "13", "up")]),
    ("We raised $35 million.", [("funds raised", "35000000", None, None, None)]),
    ("We opened up 26 stores.", [("stores opened", "26", None, None, None)]),
    # where a measure stands after it moved
    ("Adjusted EBITDA was a little higher at $37 million, compared with $33 million before.",
     [("adjusted EBITDA", "37000000", None, "33000000", "up")]),
    ("Volume was down at least 5%.", [("volume", None, "-5", None, "down")]),
    ("Kiln segment operating loss was $37 million, compared with a whole segment operating income of $73 million.",
     [("operating income", "-37000000", None, "73000000", "down")]),
    # what was before, and what was foreseen before
    ("We grew from 20 stores to 25 stores.", [("number of stores", "25", None, "20", "up")]),
    ("Other expense was $13 million, compared to other expense of $17 million in the kiln year of 2019.",
     [("other expense", "13000000", None, "17000000", "down")]),
    ("Our harbour portfolio averaged $7 billion, down $37 million.",
     [("harbour portfolio", "7000000000", "-37000000", None, "down")]),
    ("Our sales came in at $37 million, or a 12% increase over last year's sales of $33 million.",
     [("sales", "37000000", "12", "33000000", "up")]),
    ("Our gross margin fell 37 basis points, coming in at 37.3% against 37.67% in 2023.",
     [("gross margin", "37.3", "-0.37", "37.67", "down")]),
    ("Net new ARR was $37 million, bringing total ARR to $1.1 billion, up 28%.",
     [("net new ARR", "37000000", None, None, None), ("ARR", "1100000000", "28", None, "up")]),
    ("The kilns contributed $37 million to revenue and $3 million to adjusted EBITDA.",
     [("revenue", "37000000", None, None, None), ("adjusted EBITDA", "3000000", None, None, None)]),
    ("Net charge-offs were $37 million, or 22 basis points of average loans.",
     [("net charge-offs", "37000000", None, None, None), ("net charge-off rate", "22", None, None, None)]),
    ("Lamp volumes sank 7%.", [("lamp volume", None, "-7", None, "down")]),
    ("Adjusted EPS excludes $0.12 of amortization.", [("amortization per share", "0.12", None, None, None)]),
    ("Adjusted EPS, which excludes amortization, was $1.37.", [("adjusted EPS", "1.37", None, None, None)]),
    ("Renewal rates of the lamp club rose to 87%, up from 86% a quarter ago.",
     [("renewal rate", "87", None, "86", "up")]),
    ("Days sales outstanding were 45 days, compared to 48 days in the frost quarter.",
     [("DSO", "45", None, "48", "down")]),
    ("Net income was $6 million in 2024 and $4 million in 2023. This represents a 50% increase.",
     [("net income", "4000000", None, None, None), ("net income", "6000000", "50", None, "up")]),
    ("The kilns now target a 17% operating margin, and that is up from an earlier guide of 13%.",
     [("operating margin", "17", None, "13", "up")]),
    ("We expect capex of $37 billion over the decade.", [("capex", "37000000000", None, None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), CASES)
def test_levels_flows_and_changes(read: Reader, sentence: str, told: list[Told]) -> None:
    reading = read(sentence)
    assert [figures(reading, o) for o in reading.observations if o.evidence.rule == "observation.figure"] == [
        (metric, number(value), number(change), number(prior), direction)
        for metric, value, change, prior, direction in told
    ]


RANGES = [
    ("Lamp prices are up 37%, 38%, one of our tailwinds.", (None, None, "37", "38")),
    ("Brick costs are in the range of $37 million, $39 million, as the frost goes.",
     ("37000000", "39000000", None, None)),
    ("We plan to open 20 stores to 25 stores.", ("20", "25", None, None)),
    ("Brick growth lay in a high single digit, low double-digit span.", (None, None, "7", "10")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), RANGES)
def test_two_figures_in_one_breath_are_a_range(
    read: Reader, sentence: str, told: tuple[str | None, str | None, str | None, str | None]
) -> None:
    def decimal(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    (one,) = read(sentence).observations
    assert (one.value, one.value_max, one.change, one.change_max) == tuple(map(decimal, told))
