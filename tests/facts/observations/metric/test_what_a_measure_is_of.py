"""What measures with general names are of, and which measure of a sentence a figure is of: invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


def _measures(reading: Reading) -> list[str]:
    return [reading.entity(o.metric).name for o in reading.observations if o.evidence.rule == "observation.figure"]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Losses on our swap portfolio were $92 million.", ["losses on swap portfolio"]),
        ("The yield on total ferry loans remained stable at 3.51%.", ["total ferry loans yield"]),
        ("Spring brought a $5 million net unfavorable impact from our kiln census.", ["kiln census impact"]),
        ("We had an 8% unfavorable impact from currency.", ["foreign exchange impact"]),
        ("Our net loss was $92 million.", ["net income"]),
        ("We took a charge of about $2 million for kiln cleanup.", ["kiln cleanup charge"]),
        ("We recognized a loss of $4 million on a ferry contract.", ["ferry contract loss"]),
        ("Our plan holds a benefit of $13 million from price.", ["price benefit"]),
        ("We posted a loss of $4 million for the year.", ["net income"]),
        ("The cost in the quarter was $25 million.", ["cost"]),
    ],
)
def test_a_measure_with_a_general_name_is_told_with_what_it_is_of(
    read: Reader, sentence: str, measures: list[str]
) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        (
            "Our plan holds organic revenue growth of some 4% and operating income growth of some 9%.",
            ["organic revenue", "operating income"],
        ),
        ("The new plan holds adjusted EBITDA growth of over 17%.", ["adjusted EBITDA"]),
        ("You saw core earnings increase by some $25 million, up nearly 24%.", ["core earnings"] * 2),
        (
            "Non-GAAP net income, which excludes restructuring and legal charges, was $135 million.",
            ["non-GAAP net income"],
        ),
        ("Expenses, excluding restructuring charges and the cost of closed kilns, were $53 million.", ["expense"]),
        ("Adjusted operating income from fee-based transactions was $73 million.", ["adjusted operating income"]),
        ("Customer transactions across new and existing stores were up 5%.", ["customer transaction"]),
    ],
)
def test_what_is_left_out_or_only_counted_does_not_take_a_figure(
    read: Reader, sentence: str, measures: list[str]
) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        (
            "Marketing as a percent of net sales will stay in the 10% range.",
            ["marketing as a percentage of net sales"],
        ),
        (
            "Adjusted SG&A as a percentage of gross profit was 56.7%.",
            ["adjusted SG&A as a percentage of gross profit"],
        ),
        (
            "G&A was down 4% at 2.1% of systemwide sales.",
            ["G&A expense", "G&A expense as a percentage of systemwide sales"],
        ),
        ("Lanterns is our largest segment, representing 59% of total revenue.", ["share of revenue"]),
        ("Retail lanterns made up 32% of the company's billings.", ["retail lantern share of billings"]),
    ],
)
def test_a_percentage_is_of_the_part_before_its_whole(read: Reader, sentence: str, measures: list[str]) -> None:
    assert [name.lower() for name in _measures(read(sentence))] == [name.lower() for name in measures]


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("In June the board authorized a further $100 million in share repurchases.", "share repurchase authorization"),
        ("Our board authorized $1 billion that can be used to repurchase shares.", "share repurchase authorization"),
        ("In May we issued $225 million in principal of 8.25% senior unsecured notes.", "debt issuance"),
        ("We completed a $1.5 billion senior note offering.", "debt issuance"),
        ("We completed the redemption of $300 million of notes.", "debt repayment"),
        ("Net bookings came in at 34 kilns.", "net bookings"),
        ("Premium sign-ups increased 51%.", "premium sign-up"),
        ("Reported premiums increased 3% in the quarter.", "premiums"),
        ("We leased over 900,000 square feet.", "square feet leased"),
        ("We completed the repurchase of over 37 million shares.", "share repurchase"),
        ("We ended the quarter with 466 million shares outstanding.", "shares outstanding"),
        ("There are some 750,000 barrels a day of new kiln capacity.", "new kiln capacity"),
        ("Net production was 45,000 barrels per day.", "net production"),
        ("Taxes will stay in the 15% to 16% range for the year.", "effective tax rate"),
        ("Our guidance of $1 billion of share repurchases is unchanged.", "share repurchase"),
        ("We expect gains on kiln sales to be $200 million.", "gains on kiln sales"),
        (
            "We aim at a return on incremental invested capital of a mid-20% range.",
            "return on incremental invested capital",
        ),
        ("Our underlying combined ratio was 91.5%.", "underlying combined ratio"),
        ("Our net debt-to-EBITDA was 2.5 times.", "net debt to EBITDA"),
        ("Cost of sales was $9 million.", "cost of sales"),
    ],
)
def test_verbs_orders_and_hyphened_nouns_name_measures(read: Reader, sentence: str, measure: str) -> None:
    assert measure in _measures(read(sentence))


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Adjusted net income was $5 million, or $0.20 per diluted share.", ["adjusted net income", "adjusted EPS"]),
        ("Core FFO was $51 million, or $0.36 per share.", ["core FFO", "core FFO per share"]),
        (
            "Distributable earnings were $51 million, or $0.36 per share.",
            ["distributable earnings", "distributable earnings per share"],
        ),
        ("As a whole, we lost $0.06 per share in the quarter.", ["EPS"]),
        ("Net income reached $33 million, which is $0.23 per diluted share.", ["net income", "diluted EPS"]),
        ("Losses directly related to the flood totaled $133 million.", ["flood loss"]),
        ("We reported EPS of $3.39 per share, a 9% increase over last year.", ["EPS"]),
        ("Tangible equity per share grew 13% to $87.31.", ["tangible equity"]),
        ("We approved a 20% increase to the Company's cash dividend.", ["cash dividend"]),
    ],
)
def test_sums_per_share_and_what_runs_have_measures_of_their_own(
    read: Reader, sentence: str, measures: list[str]
) -> None:
    assert _measures(read(sentence)) == measures


def test_a_percentage_is_not_of_a_sum_told_before(read: Reader) -> None:
    measures = _measures(read("In May, the brickworks closed a $3 billion senior note offering at a rate of 3.7%."))
    assert measures == ["debt issuance", "coupon rate"]
