"""Whom a figure belongs to that names nobody: what was announced, the unit in the subject, or the whole company."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import read_call
from kg.model import Reading

Reader = Callable[[str], Reading]

UNIT = "Our Lumora business is young. "


def owners(reading: Reading) -> list[tuple[str, str]]:
    return [(reading.entity(o.entity).name, reading.entity(o.metric).name) for o in reading.observations]


@pytest.mark.parametrize(
    "words",
    [
        "Turning to Lumora. Revenue was $5 million.",
        "With these headlines in mind, let's move on to Lumora. Revenue was $5 million.",
        "OK, let's move on to Lumora on Slide 8. Revenue was $5 million.",
        "Beginning with Lumora. Revenue was $5 million.",
        "Now let's look at the results of our units, starting with Lumora. Revenue was $5 million.",
        "Now back to Lumora. Revenue was $5 million.",
        "Let's keep moving down our list to Lumora. Revenue was $5 million.",
        "On Slide 4, you see our Lumora business. Revenue was $5 million.",
        "Turning to Lumora. Shoppers came.\n\nRevenue was $5 million.",
        "It was a great quarter for Lumora. Revenue was $5 million.",
        "Let me give you an update on Lumora. Revenue was $5 million.",
        "Turning to Lumora. Shoppers came.\n\nLooking ahead, we like it. Revenue was $5 million.",
        "Lumora on Slide 9 did well. Shoppers came.\n\nRevenue was $5 million.",
        "Lumora had U.S.\n\nrevenue of $5 million.",
    ],
)
def test_what_is_announced_owns_what_follows(read: Reader, words: str) -> None:
    assert owners(read(UNIT + words)) == [("Lumora", "revenue")]


@pytest.mark.parametrize(
    "words",
    [
        "Turning to Lumora. It is young. And now moving to the balance sheet. Revenue was $5 million.",
        "Turning to Lumora. It is young. Now back to the total company results. Revenue was $5 million.",
        "Starting with capital, Lumora needs little. Revenue was $5 million.",
        "Turning to Lumora. It is young. In closing, revenue was $5 million.",
        "Turning to Lumora. It is young. I will now give a short review of our kilns. Revenue was $5 million.",
        "Turning to Lumora. It is young. This concludes Ann's remarks. Revenue was $5 million.",
        "Let's start with the consolidated results. Lumora is young. Revenue was $5 million.",
    ],
)
def test_the_company_owns_what_follows_another_announcement(read: Reader, words: str) -> None:
    assert owners(read(UNIT + words)) == [("Orvane", "revenue")]


def test_a_business_under_a_heading_is_what_was_announced(read: Reader) -> None:
    words = "Turning to Lumora. We invest in several rental businesses. The business generated revenue of $5 million."
    assert owners(read(UNIT + words)) == [("Lumora", "revenue")]


def test_net_income_is_a_segment_s_where_a_bank_announces_it(read: Reader) -> None:
    words = "Turning to Lumora. Net income was $5 million."
    assert owners(read(UNIT + words))[0][0] == "Orvane"
    assert ("Lumora", "net income") in owners(read(UNIT + "Net interest income rose 5%. " + words))


def test_the_first_unit_of_a_new_page_is_announced_by_it(read: Reader) -> None:
    words = "Moving to Slide 16.\n\nLumora did well, earning $2 million.\n\nExpense was $5 million."
    assert ("Lumora", "expense") in owners(read(UNIT + words))


def test_a_sum_belongs_to_the_unit_right_behind_it(read: Reader) -> None:
    words = "Capex was $9 million in total, with $6 million for Lumora and $3 million for others."
    assert ("Lumora", "capex") in owners(read(UNIT + words))


def test_our_total_is_the_company_s(read: Reader) -> None:
    words = "In Lumora, things went well. It is small. Our total revenue was $5 million."
    assert owners(read(UNIT + words)) == [("Orvane", "revenue")]


def test_a_technology_that_nobody_sells_is_no_topic(read: Reader) -> None:
    assert owners(read("AI helps us. It is new. Revenue was $5 million.")) == [("Orvane", "revenue")]


def test_a_product_that_is_only_spoken_of_owns_no_figures(read: Reader) -> None:
    words = "Vexil Cloudex is our newest tool. It is young. "
    assert owners(read(words + "Gross margin was 40%.")) == [("Orvane", "gross margin")]


def test_a_product_owns_figures_where_the_call_reports_its_sales(read: Reader) -> None:
    words = "Turning to Vexil. Gross margin was 40%.\n\nVexil revenue was $5 million."
    assert ("Vexil", "gross margin") in owners(read(words))


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Lumora revenue was $5 million. Dividends were $2 million. Costs were $3 million.", "Orvane"),
        ("Lumora revenue was $5 million. Costs were $3 million.", "Lumora"),
    ],
)
def test_what_only_a_company_has_ends_the_talk_of_a_unit(read: Reader, words: str, owner: str) -> None:
    assert owners(read(UNIT + words))[-1][0] == owner


def test_a_fragment_that_opens_with_a_unit_announces_it(read: Reader) -> None:
    words = "Turning to Tarvel business. It is big. On Lumora, again, a difficult environment. Revenue was $5 million."
    assert owners(read(UNIT + words)) == [("Lumora", "revenue")]


def test_what_is_only_an_example_owns_nothing(read: Reader) -> None:
    words = UNIT + "\n\nOur volumes including Lumora and others grew 8%."
    assert owners(read(words)) == [("Orvane", "volume")]


def test_shares_own_no_measures(read: Reader) -> None:
    assert owners(read("Diluted net income per ADS was $2. ADS holders were glad."))[0][0] == "Orvane"


def test_a_sum_belongs_to_the_unit_that_it_is_invested_in(read: Reader) -> None:
    words = "Capex was $9 million in total, with $6 million invested in Lumora and $3 million in others."
    assert ("Lumora", "capex") in owners(read(UNIT + words))


def test_a_headline_holds_only_until_a_paragraph_opens_with_a_sum_of_nobody(read: Reader) -> None:
    words = "Now to the results. Lumora revenue was $5 million, up 4%. Costs were $1 million.\n\n"
    assert ("Lumora", "cost") in owners(read(UNIT + words))
    assert owners(read(UNIT + words + "Gross profit was $9 million. Stock was $3 million."))[-1][0] == "Orvane"


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("In Lumora a wave of ideas brought 8% revenue growth.", "Lumora"),
        ("And with Lumora, we lead the field with upwards of 37 million bricks fired.", "Lumora"),
        ("Over 10,000 customers build on Lumora.", "Lumora"),
        ("We expect revenue growth to be 9% at Lumora.", "Lumora"),
    ],
)
def test_a_unit_at_the_edge_of_a_sentence_owns_its_figure(read: Reader, words: str, owner: str) -> None:
    assert owners(read(UNIT + "\n\n" + words))[0][0] == owner


def test_a_paragraph_that_is_only_a_name_is_read(read: Reader) -> None:
    assert read("On Lumora\n\nRevenue was $5 million.").observations
    assert read("In our Lumora\n\nRevenue was $5 million.").observations


def test_what_drives_a_growth_is_of_whom_it_was_told(read: Reader) -> None:
    words = "Lumora sales increased 8%. This was driven by sales growth of 9% abroad."
    assert owners(read(UNIT + words)) == [("Lumora", "sales"), ("Lumora", "sales")]


def test_an_overall_measure_ends_what_a_headline_began(read: Reader) -> None:
    words = "Moving to results. Lumora led with revenue of $5 million. Overall margin was 12%."
    assert owners(read(UNIT + words))[-1] == ("Orvane", "margin")


def test_growth_in_units_is_of_each_of_them(read: Reader) -> None:
    words = "Our Vexil business is old. Revenue was flat, helped by the order growth of both Lumora and Vexil."
    assert owners(read(UNIT + words))[-2:] == [("Lumora", "orders"), ("Vexil", "orders")]


def test_a_unit_that_grows_apart_has_its_growth(read: Reader) -> None:
    words = "Our Vexil business is old. Lumora revenue grew 6%, with Vexil growing 19%."
    assert owners(read(UNIT + words)) == [("Lumora", "revenue"), ("Vexil", "revenue")]


@pytest.mark.parametrize(
    "words",
    [
        "Now, looking at Lumora. Revenue was $5 million.",
        "Shifting focus to Lumora on Slide 6. Revenue was $5 million.",
        "Let me walk you through Lumora. Revenue was $5 million.",
    ],
)
def test_what_is_looked_at_owns_what_follows(read: Reader, words: str) -> None:
    assert owners(read(UNIT + words)) == [("Lumora", "revenue")]


@pytest.mark.parametrize(
    "words",
    [
        "Slide 7 shows our industry outlook for Lumora markets. Revenue was $5 million.",
        "Turning to Lumora. It is young. Walking through the income statement, revenue was $5 million.",
    ],
)
def test_neither_the_trade_nor_the_income_statement_is_a_unit(read: Reader, words: str) -> None:
    assert owners(read(UNIT + words)) == [("Orvane", "revenue")]


def test_units_that_take_turns_leave_the_rest_to_the_company(read: Reader) -> None:
    words = (
        "Our Vexil business is old. Moving to results. Lumora revenue was $5 million. Vexil revenue was $4 million. "
        "Costs rose 4%."
    )
    assert owners(read(UNIT + words))[-1] == ("Orvane", "cost")


def test_a_place_that_is_a_segment_owns_its_results(read: Reader) -> None:
    words = "The North America segment did well. North America operating margin was 8%."
    assert owners(read(words))[0] == ("North America", "operating margin")


def test_who_leads_a_unit_speaks_of_it(tmp_path: Path) -> None:
    text = """Orvane Inc. Q3 2024 Earnings Call

Operator: Welcome to the Orvane third quarter 2024 earnings conference call.

Ann Lee - Chief Executive Officer: The Paint and Ink segment had a fine year. I hand over to Teo.

Teo Lund - President of Paint and Ink: Thanks, Ann. Revenue was $5 million.
"""
    path = tmp_path / "call.txt"
    path.write_text(text, encoding="utf-8")
    assert owners(read_call(path)) == [("Paint and Ink", "revenue")]


def test_who_is_called_up_for_a_unit_speaks_of_it(tmp_path: Path) -> None:
    text = """Orvane Inc. Q3 2024 Earnings Call

Operator: Welcome to the Orvane third quarter 2024 earnings conference call.

Ann Lee - Chief Executive Officer: The Lumora business had a fine year. Teo Lund will now talk about Lumora.

Teo Lund - Executive Director: Thanks. Revenue was $5 million. Turning to the balance sheet. Revenue was $9 million.
"""
    path = tmp_path / "call.txt"
    path.write_text(text, encoding="utf-8")
    assert owners(read_call(path)) == [("Lumora", "revenue"), ("Orvane", "revenue")]


def test_who_leads_in_a_whole_has_the_growth_behind_it(read: Reader) -> None:
    words = "Our Vexil business is old. Vexil led the Lumora business performance growing 6%."
    assert owners(read(UNIT + words)) == [("Vexil", "revenue")]


def test_a_later_clause_may_begin_with_its_unit(read: Reader) -> None:
    words = "Our Vexil business is old. Lumora revenue grew 6%, and in Vexil, revenue grew 9%."
    assert owners(read(UNIT + words)) == [("Lumora", "revenue"), ("Vexil", "revenue")]


def test_what_was_sold_and_is_left_out_owns_nothing(read: Reader) -> None:
    words = "Excluding the effect of the divestiture of the Lumora business abroad, revenue grew 6%."
    assert owners(read(words)) == [("Orvane", "revenue")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sales rose 4%, and in Lumora, fees rose 7%.", ("Lumora", "fee")),
        ("Lumora led our performance in lamps, growing 6%.", ("Lumora", "revenue")),
        ("Sales of our new tonic, Lumora totaled $3 million.", ("Lumora", "sales")),
        ("Loans rose 6%, driven by Lumora up 9%.", ("Lumora", "loans")),
        ("Excluding the sale of Lumora, sales rose 4%.", ("Orvane", "sales")),
        ("According to the Lumora Survey, sales rose 4%.", ("Orvane", "sales")),
    ],
)
def test_a_name_owns_what_its_place_in_the_sentence_gives_it(read: Reader, words: str, found: tuple[str, str]) -> None:
    assert found in owners(read(UNIT + "\n\n" + words))


def test_worldwide_sales_of_a_unit_are_the_unit_s(read: Reader) -> None:
    words = "We like our Roofs segment. Worldwide Roofs sales were $4 million."
    assert owners(read(words)) == [("Roofs", "sales")]


def test_a_business_unit_goes_by_its_whole_name(read: Reader) -> None:
    assert owners(read("Revenue for the roofing business unit was $2 million.")) == [
        ("roofing business unit", "revenue")
    ]


def test_what_earns_a_profit_is_a_unit_whose_section_goes_on(read: Reader) -> None:
    words = "Turning to Tarnhall. Tarnhall reported net income of $2 million. Fees were up 6%."
    assert ("Tarnhall", "fee") in owners(read(words))


def test_the_entire_company_ends_the_talk_of_a_unit(read: Reader) -> None:
    words = "Turning to Lumora. It was a record year for Lumora and our entire company. Revenue was $5 million."
    assert owners(read(UNIT + words)) == [("Orvane", "revenue")]


@pytest.mark.parametrize(
    "words",
    [
        "Now, let's look at our business segments. Lumora had a fine quarter.\n\nExpense grew 8%.",
        "Turning to our segment results. In Lumora, shoppers came.\n\nTurning to costs. Expense grew 8%.",
    ],
)
def test_the_first_segment_of_a_walk_through_them_owns_what_follows(read: Reader, words: str) -> None:
    assert {owner for owner, _ in owners(read(UNIT + "\n\n" + words))} == {"Lumora"}


def test_a_walk_goes_on_with_the_unit_that_opens_a_paragraph(read: Reader) -> None:
    words = "Let's move to our segments. In Lumora, fees rose 4%.\n\nIn Vexil, loans rose 5%.\n\nExpense grew 8%."
    assert owners(read(UNIT + "Our Vexil business is old.\n\n" + words))[-1] == ("Vexil", "expense")


def test_no_unit_is_announced_with_the_segments_of_customers(read: Reader) -> None:
    words = "Turning to our customer segments. Lumora had a fine quarter.\n\nGross margin was 5%."
    assert owners(read(UNIT + "\n\n" + words)) == [("Orvane", "gross margin")]


@pytest.mark.parametrize(
    "words",
    [
        "Turning to Lumora. It is young. Now let's look at our cash flow. Revenue was $5 million.",
        "Turning to Lumora. It is young. Let me spend a brief moment discussing our people. Revenue was $5 million.",
        "Turning to Lumora. It is young. As for capital allocation, we paid down loans. Revenue was $5 million.",
        "Turning to Lumora. It is young. Net leverage was 2 times. Revenue was $5 million.",
    ],
)
def test_what_only_a_company_has_ends_what_was_announced(read: Reader, words: str) -> None:
    assert owners(read(UNIT + words))[-1] == ("Orvane", "revenue")


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Turning to Lumora. It is young.\n\nIn Tarvel, revenue was $9 million. Margin was 4%.", "Tarvel"),
        ("Turning to Lumora. It is young.\n\nIn Tarvel, shoppers came. Margin was 4%.", "Tarvel"),
        ("Let's take a closer look at Lumora. Margin was 4%.", "Lumora"),
        ("Our Lumora business did well.\n\nBetter mix helped the segment as margin was 4%.", "Lumora"),
        ("Turning to the Glass segment. We pack in glass and glass only. Margin was 4%.", "Glass"),
        ("Lumora earned $5 million, driven by Tarvel growth of 3% and 4%.", "Tarvel"),
    ],
)
def test_a_unit_holds_until_another_reports(read: Reader, words: str, owner: str) -> None:
    assert owners(read(UNIT + "Our Tarvel business is old. " + words))[-1][0] == owner


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("In Lumora, sales rose 3%. Tarvel earnings fell 2%. Margin was 4%.", "Tarvel"),
        ("In our Lumora segment, sales rose 3%.\n\nMargin was 4%.", "Lumora"),
        ("In our Lumora segment, sales rose 3%.\n\nWe had a margin of 4%.", "Orvane"),
        ("In our Lumora segment, sales rose 3%.\n\nAs foreseen, our Tarvel segment did well. Margin was 4%.", "Tarvel"),
    ],
)
def test_units_told_of_one_after_the_other_have_each_its_own(read: Reader, words: str, owner: str) -> None:
    found = owners(read(UNIT + "Our Tarvel business is old. " + words))[-1]
    assert found[0].removesuffix(" Group") == owner


def test_a_line_of_freight_stands_before_its_volume(read: Reader) -> None:
    words = "In coal, we saw good demand. Across coal we ran well. Delays pressured coal volume, which fell 4%."
    assert ("coal", "volume") in owners(read(words)) or ("Orvane", "coal volume") in owners(read(words))


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("In Asia, earnings rose 4%. In Europe, earnings were $5 million. Volume was up 9%.", "Europe"),
        ("It is slow.\n\nIn Asia, we hired 40 people. In Europe, we hired 50. Volume was up 9%.", "Orvane"),
        ("Turning to Lumora. It is young.\n\nIn our Tarvel segment, volume rose 3%. Margin was 9%.", "Tarvel"),
        (
            "Turning to our segments, let me begin with Building Paper. We see demand. Volume was up 9%.",
            "Building Paper",
        ),
    ],
)
def test_segments_by_place_and_by_name_take_turns(read: Reader, words: str, owner: str) -> None:
    assert owners(read(UNIT + "Our Tarvel business is old. " + words))[-1][0] == owner


@pytest.mark.parametrize(
    "words",
    ["Losses from COVID-19 were $5 million.", "Sales to the Fortune 500 rose 4%."],
)
def test_neither_a_plague_nor_a_list_of_firms_owns_what_is_told(read: Reader, words: str) -> None:
    assert {owner for owner, _ in owners(read(words))} == {"Orvane"}


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("We hired for Lumora. It earned $5 million in revenue.", "Lumora"),
        ("We hired for Lumora. Prices were so high that they fell by 5%.", "Orvane"),
        ("We hired for Lumora. The traditional segment told of an operating loss of $3.7 million.", "Orvane"),
        ("In Lumora, fees rose. We grew our Vexil business by 9%.", "Vexil"),
        ("In Lumora, fees rose. We repurchased 4 million shares for $9 million.", "Orvane"),
        ("In Lumora, fees rose. We expect capital expenditures of $9 million.", "Orvane"),
        ("Turning to Lumora. Fees rose.\n\nCorporate expense was $9 million.", "Orvane"),
        ("Fees that include Lumora were $9 million. Revenue was $5 million.", "Orvane"),
        ("Costs excluding Lumora were $9 million. Revenue was $5 million.", "Orvane"),
    ],
)
def test_a_later_sentence_takes_up_only_what_was_spoken_of(read: Reader, words: str, owner: str) -> None:
    assert owners(read(UNIT + "Our Vexil business is old.\n\n" + words))[-1][0] == owner


def test_a_segment_that_opens_a_sentence_owns_its_sums(read: Reader) -> None:
    words = "Client segment revenue was $9 million, up 4%.\n\nGaming segment revenue was $5 million, up 3%."
    assert [owner for owner, _ in owners(read(words))] == ["Client", "Gaming"]


def test_a_product_that_brings_in_revenue_owns_the_figures_behind_it(read: Reader) -> None:
    reading = read("KTG delivered another year of record revenue, up 7%. For the quarter, margin was 13%.")
    assert [reading.entity(o.entity).name for o in reading.observations] == ["KTG", "KTG"]
