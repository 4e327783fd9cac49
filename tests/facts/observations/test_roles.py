"""What each figure of a sentence is: the value, a change, what it was before, or nothing of its own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import Observation, Reading

Reader = Callable[[str], Reading]
Figures = tuple[str | None, str | None, str | None, str | None]
"""Value, change, prior value and direction."""

CASES: list[tuple[str, list[Figures]]] = [
    # a value before the verb that moves it
    ("Revenue of $560 million decreased 4% year-over-year.", [("560000000", "-4", None, "down")]),
    ("We generated free cash flow of more than $2 billion over the trailing 12 months, up 23% from a year ago.",
     [("2000000000", "23", None, "up")]),
    # passing a mark is no movement
    ("Cumulative sales exceeded $11 billion.", [("11000000000", None, None, None)]),
    # a movement behind a value, without a figure of its own
    ("Gross margin was 37%, down year on year, driven by dearer clay.", [("37", None, None, "down")]),
    ("Capital expenditures were $31 million, down due to the weather.", [("31000000", None, None, "down")]),
    ("Revenue of $2 billion was slightly higher sequentially.", [("2000000000", None, None, "up")]),
    ("Revenue was $5 million, higher than expected.", [("5000000", None, None, None)]),
    # a multiple by which something grew is a growth, one that likens is a value
    ("Monthly usage was up 6x year to date.", [(None, "500", None, "up")]),
    ("Usage grew 3x as fast as the market.", [("3", None, None, None)]),
    ("Weekly active riders increased over seven times since the first quarter.", [(None, "600", None, "up")]),
    ("Sales are two times higher than in 2019.", [("2", None, None, "up")]),
    # a comparison between the rise and its figure
    ("Our ferry revenue was up year-on-year 13%.", [(None, "13", None, "up")]),
    # shares are no growth
    ("Nonperforming loan coverage remains very favorable at 278%.", [("278", None, None, None)]),
    ("Overall R&D expense as a percentage of 2024 sales was about 17%.", [("17", None, None, None)]),
    ("Premium lamps, which came to more than 57% of shop sales, did well.", [("57", None, None, None)]),
    # a limit is no fall
    ("We expect corporate costs of less than $700 million.", [("700000000", None, None, None)]),
    # a level only compared with
    ("Interest expense was $37 million, below our typical quarterly run rate of approximately $43 million.",
     [("37000000", None, None, None)]),
    # the contrary of an expense
    ("Income tax expense was $90 million, compared to an income tax benefit of $18 million a year ago.",
     [("90000000", None, "-18000000", "up")]),
    # a change and where it led
    ("Total assets declined $38 billion to $3.1 trillion.", [("3100000000000", "-38000000000", None, "down")]),
    ("Our net margin expanded by 1.5% to 6.5%.", [("6.5", "1.5", None, "up")]),
    ("We grew our shops by 7% or $31 million, reaching more than $437 million of revenue.",
     [("437000000", "7", None, "up"), (None, "31000000", None, "up")]),
    ("Gross margins were up 200 basis points sequentially, 600 basis points year-over-year to 65%.",
     [("65", "2", None, "up"), (None, "6", None, "up")]),
    # one growth on several bases
    ("We delivered sales growth of 9% on a reported basis, 7% at constant currency and 6% operationally.",
     [(None, "9", None, "up"), (None, "7", None, "up"), (None, "6", None, "up")]),
    # a verb, its metric, by how much and where to
    ("We grew adjusted EPS 10% to $0.66.", [("0.66", "10", None, "up")]),
    ("We grew revenue 8% and adjusted EBITDA 12%.", [(None, "8", None, "up"), (None, "12", None, "up")]),
    # two sums, each with what it was
    ("Net loss was $12 million or $0.15 per share, compared to a loss of $20 million or $0.26 per share a year ago.",
     [("-12000000", None, "-20000000", "up"), ("-0.15", None, "-0.26", "up")]),
    ("Rent was $21 million, or 17% of revenue, compared to $19 million, or 18% of revenue.",
     [("21000000", None, "19000000", "up"), ("17", None, "18", "down")]),
    # a gain that is a measure is no rise; losses beside gains are no loss; cash used is below zero
    ("Our underwriting gain of $538 million was down modestly from $578 million.",
     [("538000000", None, "578000000", "down")]),
    ("Book value per share, which excludes unrealized gains and losses, was $92.76.", [("92.76", None, None, None)]),
    ("Net cash used in operating activities was $20 million.", [("-20000000", None, None, None)]),
    # what the growth before was is a growth of its own
    ("Same-store sales rose 3.5%, lapping a prior-year increase of 16%.",
     [(None, "3.5", None, "up"), (None, "16", None, "up")]),
    ("Retail sales grew 29%, rolling over a prior year decrease of 3%.",
     [(None, "29", None, "up"), (None, "-3", None, "down")]),
    ("Provision for credit losses was $310 million.", [("310000000", None, None, None)]),
    # an outlook and the one before it
    ("We raise our revenue guidance to a range of $4.9 billion to $5.0 billion from $4.7 billion to $4.8 billion.",
     [("4900000000", None, "4700000000", "up")]),
    ("We now expect adjusted EPS of $4.10 to $4.20, up from our prior range of $3.95 to $4.05.",
     [("4.10", None, "3.95", "up")]),
    # one region, however many names it has
    ("Sales in Europe, Middle East and Africa grew 7%.", [(None, "7", None, "up")]),
    # the next of a history starts from the last
    ("The attrition rate was 12%, dropped to 6%, moved back up to 15%.",
     [("12", None, None, None), ("6", None, "12", "down"), ("15", None, "6", "up")]),
    # two sentences, one observation
    ("We did $11 billion of free cash flow. That's up 20% year over year.", [("11000000000", "20", None, "up")]),
    ("Gross margin was 42.3%. It was down 100 basis points from last quarter.", [("42.3", "-1", None, "down")]),
    # records
    ("Net income of $21 billion and operating cash flow of $24 billion were all third quarter records.",
     [("21000000000", None, None, "up"), ("24000000000", None, None, "up")]),
    ("We have a long track record and declared a dividend of $0.23 per share to shareholders of record.",
     [("0.23", None, None, None)]),
    # what is told over in another currency, or only picks out things, tells nothing more
    ("We maintain net cash of RMB352 billion or USD50 billion.", [("352000000000", None, None, None)]),
    ("We now have 79 customers spending more than $1 million.", [("79", None, None, None)]),
    ("Of these 190 stores, 173 stores are profitable.", [("173", None, None, None)]),
    # things won are a number of things, sums added swell what they are added to
    ("Orvane gained 5,200 net new households.", [("5200", None, None, None)]),
    ("We added $24 billion of loans since last year.", [(None, "24000000000", None, "up")]),
    # from one level to another
    ("The share of term deposits moved from 30% a year ago to nearly 35%.", [("35", None, "30", "up")]),
    ("Inventory was up 36% in May. In June, it's about 14%.", [(None, "36", None, "up"), (None, "14", None, "up")]),
    # lengths of time measure what is measured in time
    ("Lead times were 12 weeks, down from 20 weeks.", [("12", None, "20", "down")]),
    ("We improved our lead times by two days.", [(None, "-2", None, "down")]),
    # multiples of what was
    ("Fuel costs are running more than double the amount we were paying in 2019.", [("2", None, None, "up")]),
    ("Members spend twice as much as other buyers.", [("2", None, None, None)]),
    # levels in words
    ("We reached double-digit operating margins.", [("10", None, None, None)]),
    # "up" belongs to the figure behind it
    ("Net revenues were nearly RMB 2 billion up 14% quarter over quarter.", [("2000000000", "14", None, "up")]),
    # a gain of money is an income
    ("We expect financial income to show a gain of around DKK 2.6 billion.", [("2600000000", None, None, None)]),
    # two percentages that a machine ran together
    ("Revenue was $83 billion, up 1815% in constant currency.", [("83000000000", None, None, None)]),
    # the loss behind its figure
    ("Net income was roughly $250 million loss.", [("-250000000", None, None, None)]),
    # a number that was told with its unit before
    ("Operating expenses were $15.3 billion. We expect operating expenses of 15.3 in the fourth quarter.",
     [("15300000000", None, None, None), ("15300000000", None, None, None)]),
    ("Sales of $30 million were flat.", [("30000000", None, None, "flat")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_each_figure_plays_its_part(read: Reader, sentence: str, figures: list[Figures]) -> None:
    found = [o for o in read(sentence).observations if o.evidence.rule == "observation.figure"]
    assert sorted(map(_figures, found), key=str) == sorted(map(_numbers, figures), key=str)


def test_a_falling_range_of_a_decrease_keeps_both_ends(read: Reader) -> None:
    (guided,) = read(
        "We expect revenue to be between $21 billion and $22 billion, representing a decrease of 15% to 10%."
    ).observations
    assert (guided.value, guided.change, guided.change_max) == (Decimal(21_000_000_000), Decimal(-15), Decimal(-10))


def test_what_two_sentences_tell_is_quoted_from_both(read: Reader) -> None:
    reading = read("Gross margin was 42.3%. It was down 100 basis points from last quarter.")
    (margin,) = reading.observations
    assert reading.transcript.quote(margin.evidence.span) == "Gross margin was 42.3%. It was down 100 basis points"


def _figures(observed: Observation) -> tuple[Decimal | str | None, ...]:
    return (observed.value, observed.change, observed.prior_value, observed.direction)


def _numbers(figures: Figures) -> tuple[Decimal | str | None, ...]:
    value, change, prior, direction = figures
    return (*(None if n is None else Decimal(n) for n in (value, change, prior)), direction)


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("Gross profit and net income were up 12%.", ["gross profit", "net income"]),
        ("We saw double-digit growth in revenue and net income.", ["net income", "revenue"]),
        ("Sales and marketing expenses decreased by 15%.", ["S&M expense"]),
        ("Gross profit was up 12% and net income was up 9%.", ["gross profit", "net income"]),
    ],
)
def test_measures_that_are_listed_share_a_change(read: Reader, sentence: str, metrics: list[str]) -> None:
    reading = read(sentence)
    found = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert sorted(reading.entity(o.metric).name for o in found) == metrics


def test_a_profit_in_percent_is_a_margin(read: Reader) -> None:
    reading = read("The truck business delivered an EBITDA of 5.9% and EBIT of 3.4%.")
    margins = [(reading.entity(o.metric).name, o.value) for o in reading.observations]
    assert margins == [("EBITDA margin", Decimal("5.9")), ("EBIT margin", Decimal("3.4"))]
