"""Which measure a figure is of, and how it is called: invented sentences of an invented company."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


def _measures(reading: Reading) -> list[str]:
    return [reading.entity(o.metric).name for o in reading.observations if o.evidence.rule == "observation.figure"]


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Some 9 million guests visited our garden parks in the quarter.", "guests visiting garden parks"),
        ("We opened 12 workshops this quarter.", "workshops opened"),
        ("We now have 46 workshops in 11 cities.", "workshop"),
        ("We are present in 11 cities.", "number of cities"),
        ("Our kits have helped millions of gardeners.", "gardeners helped"),
        ("We added 40,000 net new households.", "net new households"),
        ("We had 18,000 applicants for seasonal jobs.", "applicants for seasonal jobs"),
        ("The service holds 37 million patterns hosted on our machines.", "patterns hosted"),
        ("We store 37 exabytes of data, growing 13%.", "data"),
        ("We added 50 shop-in-shop corners this year.", "shop-in-shop corners added"),
        ("We expanded our branches, opening another 37 in the summer.", "branches opened"),
        ("Our tailors added nearly 3,700 new households.", "net new households"),
        ("We serve 2 billion first-line workers.", "first-line worker"),
        ("We make 36,000 units today.", "units"),
        ("Production was 37,000 units this quarter.", "production"),
    ],
)
def test_what_is_counted_is_a_measure_with_what_it_does(read: Reader, sentence: str, measure: str) -> None:
    assert measure in _measures(read(sentence))


def test_rates_of_a_half_and_of_a_year_are_not_compared(read: Reader) -> None:
    said = "We achieved a 3% reduction in our share count in the first half of 2024, "
    assert set(_measures(read(said + "compared with a 5% reduction for the entire fiscal year 2023."))) == {
        "share count"
    }


def test_a_burden_said_as_a_percentage_of_what_is_earned_is_a_measure_of_its_own(read: Reader) -> None:
    assert "R&D expense as a percentage of revenue" in _measures(read("R&D expense was 13.7% of revenue."))


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("We returned over $4 billion to shareholders.", "shareholder return"),
        ("We repaid $2.8 billion of notes in the quarter.", "debt repayment"),
        ("We issued $37 million of new bonds.", "debt issuance"),
        ("We purchased 9 million shares in the quarter.", "share repurchase"),
        ("You guys bought back $10 million in the quarter.", "share repurchase"),
        ("We sold $3 billion of loans in the quarter.", "loans sold"),
        ("We built $378 million of reserves.", "reserve build"),
    ],
)
def test_a_verb_names_the_measure_of_its_object(read: Reader, sentence: str, measure: str) -> None:
    assert _measures(read(sentence)) == [measure]


def test_a_figure_behind_at_belongs_to_the_measure_right_before_it(read: Reader) -> None:
    told = "Operating expenses ran high, with R&D expenses at $73 million and marketing expenses at around $38 million."
    assert _measures(read(told)) == ["R&D expense", "marketing expense"]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Gross profit rose 9% to $320 million, or 58.2% of sales.", ["gross profit", "gross margin"]),
        (
            "Gross profit rose 13% to $37 million, expanding 130 basis points to 41.9% of sales.",
            ["gross profit", "gross margin"],
        ),
        ("We raised our full-year gross margin guidance to 41%.", ["gross margin"]),
        (
            "SG&A expenses rose 13% to $37 million, or 41.9% of sales.",
            ["SG&A expense", "SG&A expense as a percentage of revenue"],
        ),
        (
            "As a percentage of net sales, marketing expenses shrank to 3.7% from 4.1%.",
            ["marketing expense as a percentage of net sales"],
        ),
        ("R&D expenses were 13% as a percentage of sales.", ["R&D expense as a percentage of revenue"]),
    ],
)
def test_a_percentage_of_a_whole_is_a_measure_of_its_own(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    "sentence",
    ["My colleagues said 12%.", "The situation there is something like 30%.", "September was at 8%."],
)
def test_people_times_and_empty_words_measure_nothing(read: Reader, sentence: str) -> None:
    assert _measures(read(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        (
            "Adjusted earnings per diluted share rose 6% to $2.90.",
            ["adjusted EPS"],
        ),
        (
            "Net income attributable to shareholders per diluted ADS was $1.97.",
            ["net income per diluted ADS"],
        ),
        (
            "We earned $37 million in net income, or $3.17 per diluted share.",
            ["net income", "diluted EPS"],
        ),
    ],
)
def test_an_income_per_share_has_a_name_of_its_own(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("About 48% of our sales are digital.", ["digital share of sales"]),
        ("Eighty percent of our members are digitally active.", ["share of members digitally active"]),
        ("Noninterest-bearing deposits fell 3%, while the interest-bearing rose 4%.",
         ["noninterest-bearing deposits", "interest-bearing deposits"]),
        ("Our buffers are strong with $37 million of CET1 capital.", ["CET1 capital"]),
        ("Gross profit improved, expanding by 170 basis points.", ["gross margin"]),
        ("The mix of cold-pressed oils moved from 31% last year to 37%.", ["mix of cold-pressed oils"]),
        ("GAAP sales and marketing expenses decreased by 15%.", ["GAAP sales and marketing expense"]),
        ("Pretax, pre-provision income grew 13%.", ["pretax, pre-provision income"]),
        ("Assets under management flows were $37 million.", ["AUM flows"]),
        ("Theft reduced gross margin by more than $37 million.", ["gross margin"]),
        ("We had shipments of 58 million phones and 7 million tablets.", ["phone shipments", "tablet shipments"]),
        ("Our nonperforming loan ratio, or NPL ratio, was 3%.", ["NPL ratio"]),
        ("Sales and trading grew 13%.", ["sales and trading revenue"]),
    ],
)  # fmt: skip
def test_a_measure_is_named_as_narrowly_as_it_is_told(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Fee income constituting half of other income was at $630 million and grew by 12%.",
         ["fee income", "share of other income"]),
        ("Net interest income of $9 billion, which is 71% of net revenue, grew by 10%.",
         ["net interest income", "share of net revenue"]),
        ("Core margin stood at 5.7%, and based on leased looms it stood at 6.2%.", ["core margin", "core margin"]),
        ("On the operating income line, both in euros and in rate, we felt a decline of about 37%.",
         ["operating income"]),
        ("We expect customer demand to drive unearned revenue up 11%.", ["unearned revenue"]),
        ("We expect loom margins to be lifted with upwards of 35% top-line growth.", ["revenue"]),
        ("The late thaw reduced revenue growth by 7 points.", ["revenue"]),
        ("We added $43 million in loans since last year, growing 13%.", ["loans", "loans"]),
        ("We expect Glassware to grow every winter at a double-digit rate.", ["revenue"]),
        ("The level of delinquencies excluding student balances ended June at 80 basis points.", ["delinquencies"]),
        ("Our weavers use it to sort orders, reducing resolution time by upwards of 37%.", ["resolution time"]),
        ("Our bakers plan to double their footprint by spring.", ["footprint"]),
        ("We generated $37 million of free cash flow, returned $29 million to shareholders.",
         ["free cash flow", "shareholder return"]),
        ("The lantern market unit enjoyed double-digit growth.", ["revenue"]),
        ("We had 18% organic sales growth.", ["organic sales"]),
        ("Our ferries watched overall advertising grow 13% for the quarter.", ["advertising revenue"]),
    ],
)  # fmt: skip
def test_a_figure_is_of_what_its_clause_is_about(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Average loans grew 5%. Credit cards grew 12%.", ["average loans", "average loans"]),
        ("Our expenses grew 5%. Technology went up 15%.", ["expense", "expense"]),
        ("Revenue grew 5%. That vigor keeps growing at 13%.", ["revenue", "revenue"]),
        ("Our expenses grew 5%. The Lumora project went up 15%.", ["expense", "revenue"]),
        ("Our deposits grew 5%. The Lumora project grew 9%.", ["deposits", "revenue"]),
        ("Our investments grew 5%. The harbour terminal grew 9%.", ["investment", "revenue"]),
        ("The garden market grew 7%.", ["market size"]),
        ("Sales were strong and margins held up. You did 7% in fiscal 2023.", ["margin"]),
    ],
)
def test_what_grows_is_the_sum_told_before_if_lines_have_their_own(
    read: Reader, sentence: str, measures: list[str]
) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Paint sales accounted for 80% of our total hardware sales.", ["paint share of hardware sales"]),
        ("Net revenue from mobile games accounted for 37% of net revenue.", ["mobile game share of net revenue"]),
    ],
)
def test_a_line_of_sales_is_said_to_be_a_share_of_all_sales(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    "sentence",
    ["We paid $4 million in advance.", "Our supply chain has 12 steps.", "A number of factors helped by 5%."],
)
def test_words_that_tell_which_thing_another_is_measure_nothing(read: Reader, sentence: str) -> None:
    assert not {"advances", "supply", "balance", "number of factors"} & set(_measures(read(sentence)))


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("We saw strong prices with notebook ASPs up 3% and desktop ASPs up 5%.", ["notebook ASPs", "desktop ASPs"]),
        (
            "Our Brankel unit did well. Non-GAAP Brankel operating income was $437 million.",
            ["non-GAAP operating income"],
        ),
        ("We earned $3.17 per share in the quarter.", ["EPS"]),
        ("We spent $437 million to repurchase our own stock.", ["share repurchase"]),
        ("Cost savings were $37 million. Later, we raised that to $43 million.", ["cost savings", "cost savings"]),
        ("We acquired 9 million shares for an amount of $37 million.", ["share repurchase", "share repurchase"]),
        ("Advertising revenue grew 8%. Brankel Sports was up 17%.", ["advertising revenue", "advertising revenue"]),
    ],
)
def test_what_is_left_out_is_told_by_the_verb_and_by_what_was_said(
    read: Reader, sentence: str, measures: list[str]
) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Registrations of new looms climbed 12%.", "registrations of new looms"),
        ("Use of our digital tools has increased by about 30%.", "use of digital tools"),
        ("Crane hours were higher by 7% year over year.", "crane hour"),
        ("We grew the prevalence of original content by 10 percentage points.", "prevalence of original content"),
        ("The dollar has strengthened 25%.", "exchange rate"),
        ("Our cooks made 12% more soups than last year.", "soup"),
        ("Wholesale advances grew 7%.", "advances"),
        ("Ship tons were down 11%.", "ship ton"),
        ("Lapses were 35% lower than last year.", "lapse"),
    ],
)
def test_what_is_done_or_used_is_a_measure_and_no_line_of_business(read: Reader, sentence: str, measure: str) -> None:
    assert _measures(read(sentence)) == [measure]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        (
            "We bought back $70 million of stock, representing 2 million shares.",
            ["share repurchase", "share repurchase"],
        ),
        (
            "Net inflows reached $70 million, equivalent to approximately 8 million ordinary shares.",
            ["net inflow", "net inflow"],
        ),
        (
            "Together with the $5 million repurchased in May, we spent $9 million.",
            ["share repurchase", "share repurchase"],
        ),
        ("We opened 12 workshops, representing 400 looms.", ["workshops opened", "loom"]),
    ],
)
def test_a_sum_told_in_shares_or_added_up_is_of_the_same_measure(
    read: Reader, sentence: str, measures: list[str]
) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("SG&A was 27.4% of sales.", "SG&A expense as a percentage of revenue"),
        (
            "Technology and content expenses were 1.7% of total net revenues.",
            "technology expense as a percentage of total net revenues",
        ),
        ("Commercial real estate revenue grew 10%.", "commercial real estate revenue"),
        ("Worldwide revenue was $167 million.", "revenue"),
        ("Gamers play in 83 countries.", "number of countries"),
        ("That is the P&L. GAAP gross margin was up 260 basis points.", "GAAP gross margin"),
    ],
)
def test_a_measure_is_named_by_all_of_its_words_and_no_others(read: Reader, sentence: str, measure: str) -> None:
    assert _measures(read(sentence)) == [measure]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        (
            "We have repurchased 9 million shares for a total cost of approximately $37 million.",
            ["share repurchase", "share repurchase"],
        ),
        ("EPS was $1.20. The revised guidance is $1.37 to $1.40.", ["EPS", "EPS"]),
        ("R&D accounted for 21% of revenue.", ["R&D expense as a percentage of revenue"]),
        ("Kelvara North segment operating income was $7.5 billion.", ["operating income"]),
        ("Our segment operating income was $37 million.", ["segment operating income"]),
        ("We invested $37 million in capital.", ["capex"]),
        ("Op margin was 13.7%.", ["operating margin"]),
        ("Ending loan balances were $37 million.", ["period-end loans"]),
        ("We reached 3 milestones this quarter.", []),
    ],
)
def test_guidance_costs_and_segments_are_read_as_the_measure_they_speak_of(
    read: Reader, sentence: str, measures: list[str]
) -> None:
    assert _measures(read(sentence)) == measures
