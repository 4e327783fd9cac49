"""Whose call it is and which quarter it reports, from opening words in many wordings."""

# ruff: noqa: E501 - the rows of a table stay whole

from __future__ import annotations

import pytest

from kg.transcripts.named_company import company_in
from kg.transcripts.named_quarter import quarter_in

COMPANIES = [
    ("Welcome to the Lumen Works third quarter earnings conference call.", "Lumen Works"),
    ("Welcome to the Q3 2020 Lumen Works, Inc. Earnings Call.", "Lumen Works"),
    ("Welcome to the second quarter earnings conference call for Lumen Corporation. With me are", "Lumen"),
    ("Thank you all for joining us to discuss Lumen Lifestyle Properties' First Quarter 2020 Results.", "Lumen Lifestyle Properties"),
    ("Ladies and gentlemen, thank you for standing by for Lumen's fourth quarter 2021 results review.", "Lumen"),
    ("Welcome to this Lumen Conference Call.", "Lumen"),
    ("Welcome to the U.S. Lumen Second Quarter 2020 Conference Call.", "U.S. Lumen"),
    ("Welcome to the J.K. Lumen call.", "J.K. Lumen"),
    ("Welcome to the J. K. Lumen call.", "J. K. Lumen"),
    ("Welcome to Lumen Corporations third quarter call.", "Lumen"),
    ("Welcome to LQs third quarter call.", "LQ"),
    ("Welcome to Lumen Corporation's third quarter call.", "Lumen"),
    ("Welcome to the Lumen Corporation International third-quarter call.", "Lumen Corporation International"),
    ("Please welcome our host, Ann Lee, executive chairman of Lumen Works. Sir, you may begin.", "Lumen Works"),
    ("With me today are Lumen's Chief Executive Officer, Ann Lee, and Bo Moll, our CFO.", "Lumen"),
    ("This is Ann Lee, Vice President of Lumen Works Investor Relations.", "Lumen Works"),
    ("The Lumen Works Conference Call will now begin.", "Lumen Works"),
    ("Welcome. We thank you for your interest in Lumen Works Financial. With us on the call", "Lumen Works Financial"),
    ("Welcome to the First Harbour Corporation Q1 Earnings Results call.", "First Harbour"),
    ("Welcome to Lumen & Sons, Inc. 2019 fourth-quarter and fiscal-year earnings conference call.", "Lumen & Sons"),
    ("Welcome to today's conference call. I am Ada Moll, Head of Investor Relations at Lumen Works.", "Lumen Works"),
    ("Welcome to Bilby's second quarter call. At Bilby's, sales rose.", "Bilby's"),
    ("Good morning, everyone. We will begin shortly.", None),
    ("Welcome to today's Lumen-Orvane Company's Second Quarter 2021 Conference Call.", "Lumen-Orvane Company"),
    ("Welcome to the first-quarter 2021 Orvane Property Trust earnings call.", "Orvane Property Trust"),
    ("Welcome, and thank you for joining the Lumen Lane third-quarter 2021 earnings call.", "Lumen Lane"),
    ("Thank you for joining Lumen Corporation of Orvane's Second Quarter 2020 Call.", "Lumen Corporation of Orvane"),
    ("Good day and welcome Lumen Corp. Third Quarter 2021 Earnings Call.", "Lumen"),
    ("Welcome to our business update. I'm Ann Lee, President and CEO of Lumen Lane Limited. Today", "Lumen Lane"),
    ("Thank you for joining us today. I am Ann Lee.", None),
]  # fmt: skip

QUARTERS = [
    ("Welcome to Lumen's 2021 Second Quarter Conference Call.", "", (2021, 2)),
    ("Welcome to Lumen's fourth quarter and full fiscal year 2021 conference call.", "", (2021, 4)),
    ("Welcome to the Q4 and Full Year 2021 Lumen call.", "", (2021, 4)),
    ("Welcome to the second quarter conference call for 2021.", "", (2021, 2)),
    ("Welcome to the Lumen call for the first quarter ended March 31, 2020.", "", (2020, 1)),
    ("Welcome to the Q3 results. Sales beat those of the second quarter 2020.", "Q3 2020 was good. Q3 2019 was not.", (2020, 3)),
    ("Welcome to the third quarter call.", "Sales doubled.", (None, 3)),
    ("Welcome.", "Sales doubled in Q3 2020.", (None, None)),
    ("Welcome to the fourth quarter call.", "Sales rose over the fourth quarter of 2020.", (2021, 4)),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "company"), COMPANIES)
def test_the_company_is_named_where_listeners_are_welcomed(opening: str, company: str | None) -> None:
    assert company_in(opening) == company


@pytest.mark.parametrize(("opening", "text", "quarter"), QUARTERS)
def test_the_quarter_is_the_one_named_first(opening: str, text: str, quarter: tuple[int | None, int | None]) -> None:
    assert quarter_in(opening, text) == quarter
