"""Which call it is: heads of pages and opening words, with the reason of each field."""

# ruff: noqa: E501 - the rows of a table and the lines of a transcript stay whole
from __future__ import annotations

from datetime import date

import pytest

from kg.model import CallInfo
from kg.transcripts import from_text

SPEECH = "\nOperator: {opening}\nTeo Lund: Thank you. We sold lamps.\nOperator: Goodbye.\nTeo Lund: Goodbye.\n"
PLAIN = "Good day, everyone."
HEAD = "head of the page"
WORDS = "opening words"

CASES = {
    "price in brackets": (
        "Lumen Works (LMN -1.68%)\nQ3 2022 Earnings Call\nNov 18, 2022, 7:00 a.m. ET\n",
        PLAIN,
        CallInfo("Lumen Works", "LMN", None, 2022, 3, date(2022, 11, 18)),
        {"company": HEAD, "ticker": HEAD, "fiscal_year": HEAD, "fiscal_quarter": HEAD, "held_on": HEAD},
    ),
    "fields": (
        "Company: Lumen\nSymbol: LMN\nExchange: NYSE\nYear: 2024\nQuarter: Q3\nExtracted At (UTC): 2026-02-17T10:17\n",
        "Welcome to Lumen Works' 2024 third quarter call.",
        CallInfo("Lumen Works", "LMN", "NYSE", 2024, 3),
        {"company": WORDS, "ticker": HEAD, "exchange": HEAD, "fiscal_year": HEAD, "fiscal_quarter": HEAD},
    ),
    "an event line": (
        "LMN.OQ - Q3 2021 Lumen Works Inc Earnings Call\nEVENT DATE/TIME: AUGUST 19, 2021 / 2:00PM GMT\n",
        PLAIN,
        CallInfo("Lumen Works", "LMN", "OQ", 2021, 3, date(2021, 8, 19)),
        {"company": HEAD, "ticker": HEAD, "exchange": HEAD, "fiscal_year": HEAD, "fiscal_quarter": HEAD, "held_on": HEAD},
    ),
    "a filing with several dates": (
        "April 25, 2022\nSub: Transcript for the quarter ended March 31, 2022\nQ4 FY2022 Earnings Call\nApril 19, 2022\n",
        "Welcome to Lumen Works Limited Q4 FY2022 Earnings Conference Call.",
        CallInfo("Lumen Works", None, None, 2022, 4, date(2022, 4, 19)),
        {"company": WORDS, "fiscal_year": HEAD, "fiscal_quarter": HEAD, "held_on": HEAD},
    ),
    "opening words alone": (
        "",
        "Good day, and welcome to the Lumen Works third quarter fiscal year 2021 call, held on Thursday, May 6, 2021.",
        CallInfo("Lumen Works", None, None, 2021, 3, date(2021, 5, 6)),
        {"company": WORDS, "fiscal_year": WORDS, "fiscal_quarter": WORDS, "held_on": WORDS},
    ),
    "a ticker for the name": (
        "Company: LMN\nQuarter: Q3 2024\nhttps://calls.example/2024/11/06/lumen-works-lmn-q3-2024/\n",
        "Welcome to the Lumen Works Q3 call.",
        CallInfo("Lumen Works", None, None, 2024, 3, date(2024, 11, 6)),
        {"company": WORDS, "fiscal_year": HEAD, "fiscal_quarter": HEAD, "held_on": "address of the page"},
    ),
    "what the call is about before its name": (
        "Lumen Works Corporation (NYSE:LMN) Q4 2018 Results Earnings Conference Call October  4, 2018  5:00 PM ET\n",
        PLAIN,
        CallInfo("Lumen Works", "LMN", "NYSE", 2018, 4, date(2018, 10, 4)),
        {"company": HEAD, "ticker": HEAD, "exchange": HEAD, "fiscal_year": HEAD, "fiscal_quarter": HEAD, "held_on": HEAD},
    ),
    "a head in Chinese": (
        "明光 (LMN) 2025 Q2 法說會逐字稿\n",
        "Welcome to Lumen Group's September quarter 2024 results call.",
        CallInfo("Lumen Group", "LMN", None, 2025, 2),
        {"company": WORDS, "ticker": HEAD, "fiscal_year": HEAD, "fiscal_quarter": HEAD},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_head_or_the_opening_words_tell_which_call_it_is(name: str) -> None:
    head, opening, wanted, reasons = CASES[name]
    call = from_text(head + SPEECH.format(opening=opening), "call").call
    found = CallInfo(
        call.company, call.ticker, call.exchange, call.fiscal_year, call.fiscal_quarter, call.held_on, reasons=reasons
    )
    assert found == CallInfo(
        wanted.company,
        wanted.ticker,
        wanted.exchange,
        wanted.fiscal_year,
        wanted.fiscal_quarter,
        wanted.held_on,
        reasons=reasons,
    )
    assert dict(call.reasons) == reasons


def test_a_name_and_its_ticker_above_the_title_are_no_speaker() -> None:
    page = "Lumen Works (LMN)\nQ3 2020 Earnings Call\n\nPrepared Remarks:\n\nTeo Lund -- Chief Executive Officer\n\n"
    call = from_text(page + "We sold lamps.\n\nOperator\n\nGoodbye.\n\nTeo Lund\n\nGoodbye, all.\n", "call")
    assert (call.call.company, call.call.ticker) == ("Lumen Works", "LMN")
    assert [turn.speaker.name for turn in call.turns] == ["Teo Lund", "Operator", "Teo Lund"]


def test_the_name_of_the_file_tells_the_quarter_where_nothing_else_does() -> None:
    said = SPEECH.format(opening="Welcome to the Lumen Works call.")
    assert [
        (call.fiscal_year, call.fiscal_quarter)
        for call in (from_text(said, "LMN_q3_2021").call, from_text(said, "lumen works").call)
    ] == [(2021, 3), (None, None)]


def test_a_quarter_without_a_year_gives_way_to_one_with_a_year() -> None:
    said = SPEECH.format(opening="Welcome to the third quarter call. Here is Lumen's first quarter 2021 call.")
    call = from_text(said, "call").call
    assert (call.fiscal_year, call.fiscal_quarter) == (2021, 1)
