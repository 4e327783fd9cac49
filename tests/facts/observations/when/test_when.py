"""When a figure holds, and against what it is compared: invented sentences of an invented company's third quarter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Comparison, Reading
from tests.facts.observations.told import TALK

Reader = Callable[[str], Reading]

QUARTER = "2024-07-01/2024-09-30"
END = "2024-09-30"


def when(reading: Reading) -> list[str]:
    """The periods of the observations in figures, in text order."""
    return [str(o.period) for o in reading.observations if o.evidence.rule == "observation.figure"]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        pytest.param("Inventory was $37 million, up 13% in anticipation of a busy fourth quarter.",
                     [END], id="what-is-anticipated"),
        pytest.param("Leverage is at 2.5 times, and we would like to get that to 2 times by the end of 2025.",
                     [END], id="what-it-comes-to-later"),
        pytest.param("Rent was $37 million, and we expect it to be $31 million in the fourth quarter.",
                     [QUARTER, "2024-10-01/2024-12-31"], id="it-at-another-time"),
        pytest.param("Operating margin was 6% in 2021, 7% in 2022 and 8% in 2023.",
                     ["2021-01-01/2021-12-31", "2022-01-01/2022-12-31", "2023-01-01/2023-12-31"],
                     id="each-has-its-year"),
        pytest.param("Ferry charges were down $37 million, as our new passes were in full force by late Q2.",
                     [QUARTER], id="aside"),
        pytest.param("Capex for the quarter came to $37 million as we go on with a kiln that opens in 2026.",
                     [QUARTER], id="aside-within-an-aside"),
        pytest.param("We expect capital spending of $9 million through 2027.",
                     ["2024-01-01/2027-12-31"], id="through-a-year-to-come"),
        pytest.param("Sales grew 5% through 2023.", ["2023-01-01/2023-12-31"], id="through-a-year-that-is-over"),
        pytest.param("This last quarter, sales rose 5%.", [QUARTER], id="this-last-quarter"),
        pytest.param("Last quarter, sales rose 5%.", ["2024-04-01/2024-06-30"], id="last-quarter"),
        pytest.param("In a normal year, sales go up 5% in the fall.", ["None"], id="a-normal-year"),
        pytest.param("Prior to the pandemic, we were running at a 12% operating margin.", ["None"], id="of-before"),
        pytest.param("Year-to-date, capex as of quarter end was $900 million.",
                     ["2024-01-01/2024-09-30"], id="a-flow-fills-its-time"),
        pytest.param("We expect bookings to grow by about 3% this year, with a 7% increase in the first half.",
                     ["2024-01-01/2024-12-31", "2024-01-01/2024-06-30"], id="guidance-with-its-first-half"),
        pytest.param("Volumes were 1.7 points lower in Q3 and two points lower for the first nine months.",
                     [QUARTER, "2024-01-01/2024-09-30"], id="a-time-behind-lower"),
        pytest.param("We opened 37 ferry berths in July and 90 ferry berths during the first half.",
                     ["2024-07-01/2024-07-31", "2024-01-01/2024-06-30"], id="a-time-behind-what-is-counted"),
        pytest.param("Ticket scans rose 17% in the third quarter from a year ago.", [QUARTER], id="from-a-year-ago"),
        pytest.param("Ticket scans rose 17% over the same period in 2021.", [QUARTER], id="over-the-same-period"),
        pytest.param("Ticket scans are down 17% from where they were in 2021.", [QUARTER], id="from-where-it-was"),
        pytest.param("That compares to revenue of $37 million in 2021.", ["2021-01-01/2021-12-31"], id="compares-to"),
        pytest.param("Net income was a loss of $37 million, compared with a gain of $13 million last year.",
                     [QUARTER, "2023-01-01/2023-12-31"], id="a-gain-compared-with"),
        pytest.param("Our third quarter results for 2024 beat our revenue plan by 25%.", [QUARTER],
                     id="results-of-a-quarter-for-a-year"),
        pytest.param("Average deposits were $37 billion, up 13% over the past year.", [QUARTER],
                     id="a-level-that-moved-over-a-year"),
        pytest.param("As of September 30, we've sold plants for proceeds of $37 million and are keeping our guidance "
                     "of $73 million for the year.", [END, "2024-01-01/2024-12-31"], id="a-day-and-a-year"),
        pytest.param("We hope for revenue growth of 5% in the coming year.", ["2025-01-01/2025-12-31"],
                     id="the-coming-year"),
        pytest.param("If you look over the last seven years, revenue has grown 37%.", ["None"], id="if-you-look-over"),
        pytest.param("Over the past decade, the kilns have had revenue growth of 13%.", ["None"], id="the-past-decade"),
        pytest.param("When we bought it, revenue was $100 million.", ["None"], id="when-we-bought-it"),
        pytest.param("Revenue was $3 million at that time.", ["None"], id="at-that-time"),
        pytest.param("Revenue was $3 million, and we used to grow faster.", [QUARTER], id="used-to-in-another-clause"),
        pytest.param("Cash paid for new looms was $3 million.", [QUARTER], id="cash-paid"),
        pytest.param("Thus far in the fourth quarter, sales are up 7%.", ["2024-10-01/2024-10-24"], id="so-far-in"),
        pytest.param("So far this year, revenue is up 5%.", ["2024-01-01/2024-09-30"], id="so-far-this-year"),
        pytest.param("In our first seven weeks of the third quarter, brick revenue grew 7%.", ["2024-07-01/2024-08-18"],
                     id="the-first-weeks"),
        pytest.param("Even if you compare with 2019, lamp revenue is up 37%.", [QUARTER], id="compare-to"),
        pytest.param("Lamp revenue was $3,700 last year in the second quarter.", ["2023-04-01/2023-06-30"],
                     id="last-year-in-a-quarter"),
        pytest.param("Last year, third quarter revenue was $3 million.", ["2023-07-01/2023-09-30"],
                     id="last-year-then-a-quarter"),
        pytest.param("Compared to last year, Q3 revenue was 3% higher.", [QUARTER], id="compared-to-last-year"),
        pytest.param("For the total year, revenue was $3 million.", ["2024-01-01/2024-12-31"], id="the-total-year"),
        pytest.param("Beyond 2025, revenue is up 15%.", [QUARTER], id="beyond-a-year"),
    ],
)  # fmt: skip
def test_a_figure_takes_the_period_that_belongs_to_it(read: Reader, sentence: str, periods: list[str]) -> None:
    assert when(read(sentence)) == periods


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Total deposits amounted to $15 billion, up 16% over prior year.", END),
        ("Average deposits were $15 billion, up 16% over prior year.", QUARTER),
        ("Our headcount this quarter rose by 3,700.", END),
        ("Paid seats grew 23%.", END),
        ("Contracted backlog not yet recognized was $91 billion.", END),
        ("Nearly half of the customers buying lamps during the quarter were strangers to us.", QUARTER),
        ("Revenue was $91 million.", QUARTER),
        ("We ended Q3 with 78,800 employees.", END),
        ("Our share repurchase authorization was $800 million.", END),
        ("Diluted shares outstanding were 84 million.", QUARTER),
        ("The diluted share count was 84 million.", QUARTER),
        ("The share count was 84 million.", END),
        ("Our legal reserves were $90 million.", END),
        ("We repurchased $2.6 billion of debt.", QUARTER),
        ("Operating cash flow was $37 million for our year-to-date 2024.", "2024-01-01/2024-09-30"),
        ("Our 2025 free cash flow midpoint is $5.8 billion.", "2025-01-01/2025-12-31"),
        ("Our reserve build was $90 million.", QUARTER),
        ("The liquidity coverage ratio average for the quarter came to 137%.", QUARTER),
        ("Set beside the second quarter, kiln times improved by 13% in Q3.", QUARTER),
        ("We had 16 million cards as of September.", END),
        ("We will open 40 kiosks this year and now have 350 kiosks in trains.", "2024-10-24"),
    ],
)
def test_a_balance_is_at_an_instant_and_a_flow_over_a_time(read: Reader, sentence: str, period: str) -> None:
    assert when(read(sentence))[-1:] == [period]


def test_loans_and_deposits_are_averages_in_a_call_that_always_says_so(read: Reader) -> None:
    habit = "Average loans rose. Average deposits fell. Average consumer deposits were flat."
    reading = read(f"{habit}\n\nIn retail, deposits were $15 billion. Ending deposits were $16 billion.")
    assert when(reading) == [QUARTER, END]


@pytest.mark.parametrize(
    "sentence",
    [
        "We believe there is room to save $37 million over the next seven years.",
        "Since the beginning of this program, we have spent $37 million on share repurchases.",
        "Revenue has doubled during the last seven years.",
        "Every year, we ship 500 million parcels.",
        "Over the longer term, we expect margins of 20%.",
        "We expect our long-term earnings growth to be 9%.",
        "Our plan supports 5% to 7% long-term growth in earnings.",
    ],
)
def test_what_names_no_certain_time_has_no_period(read: Reader, sentence: str) -> None:
    assert when(read(sentence)) == ["None"]


def test_a_pronoun_goes_on_with_the_time_of_the_sentence_before(read: Reader) -> None:
    reading = read("In the second quarter, orders were $40 million. That included $9 million of warehouse orders.")
    assert when(reading) == ["2024-04-01/2024-06-30", "2024-04-01/2024-06-30"]


def test_where_a_rise_led_is_dated_by_the_words_behind_it(read: Reader) -> None:
    assert when(read("The CET1 ratio minimum rose from 7.3% to 8.9% as of the beginning of Q4.")) == ["2024-10-01"]


@pytest.mark.parametrize(
    ("sentences", "periods"),
    [
        ("We expect Q4 gross margin of 60%, and we expect operating margin of 12% for the full year. "
         "We foresee a tax rate of 37%.", ["2024-10-01/2024-12-31", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"]),
        ("For all of 2024, we expect revenue of $9 billion. We expect capex of $2 billion as we prepare a plant that "
         "opens in 2026.", ["2024-01-01/2024-12-31", "2024-01-01/2024-12-31"]),
        ("In 2025, the purchase is expected to lower full-year operating profit by 3%.", ["2025-01-01/2025-12-31"]),
        ("For 2024, we expect revenue of $9 billion. We are adding presses to meet 2025 demand. "
         "Capex guidance is $2 billion.",
         ["2024-01-01/2024-12-31"] * 2),
    ],
)  # fmt: skip
def test_an_outlook_goes_on_for_what_it_said_last(read: Reader, sentences: str, periods: list[str]) -> None:
    assert when(read(sentences)) == periods


def test_growth_on_top_of_growth_is_dated_by_the_words_behind_it(read: Reader) -> None:
    reading = read("Q3 parcel volumes grew 3.1%, on top of 9.4% a year ago and 17.6% in Q3 2022.")
    assert when(reading) == [QUARTER, "2023-07-01/2023-09-30", "2022-07-01/2022-09-30"]


def test_the_size_of_a_thing_has_no_date(read: Reader) -> None:
    assert when(read("At nearly 137,000 square feet, the new layout leaves room for more goods.")) == ["None"]


def test_an_outlook_set_against_an_older_one_is_of_its_own_year(read: Reader) -> None:
    text = (
        "In 2025, we retire our old mill. Through this, we will achieve 6% revenue growth from 2024 original guidance."
    )
    assert when(read(text)) == ["2025-01-01/2025-12-31"]


def test_a_program_of_this_year_has_dates(read: Reader) -> None:
    assert when(read("Since the year's beginning, revenue was $37 million.")) != ["None"]


FULL_YEAR = """Orvane Corporation (ORVN)
Q4 2024 Earnings Call
Feb 6, 2025, 5:00 p.m. ET

Operator

Good day, and welcome to the Orvane fourth quarter 2024 earnings conference call. Please go ahead.

Mara Quill -- Chief Financial Officer

{sentence}

Operator

Thank you. You may now disconnect.
"""


@pytest.mark.parametrize(
    ("sentences", "periods"),
    [
        ("We closed a busy year in 2024. We grew ferry sales 13% to $37 million. Operating income was $300 million.",
         ["2024-01-01/2024-12-31"] * 2),
        ("Full year expenses were $768 million. Operating income was $111 million, an increase of 10% over the fourth "
         "quarter of last year.", ["2024-01-01/2024-12-31", "2024-10-01/2024-12-31"]),
        ("Full year revenue was $1.8 billion. Fourth quarter revenue was $500 million. Gross margin was 58%.",
         ["2024-01-01/2024-12-31", "2024-10-01/2024-12-31", "2024-10-01/2024-12-31"]),
        ("For the full year, revenue was $1.8 billion. Net income was $90 million. For the full year, net income was "
         "$370 million.", ["2024-01-01/2024-12-31", "2024-10-01/2024-12-31", "2024-01-01/2024-12-31"]),
        ("For the full year, revenue was $1.8 billion. Our adjusted quarterly EPS was $2.49.",
         ["2024-01-01/2024-12-31", "2024-10-01/2024-12-31"]),
        ("For the full year, revenue was $1.8 billion. Now, let me go through our units. Ferries "
         "came to $37 million.", ["2024-01-01/2024-12-31", "2024-10-01/2024-12-31"]),
        ("For the full year, revenue came to $37 million. We expect revenue of $2.5 billion on 35 launches this year.",
         ["2024-01-01/2024-12-31", "2025-01-01/2025-12-31"]),
    ],
)  # fmt: skip
def test_a_review_of_the_year_goes_on_until_a_quarter_is_named(
    read_text: Callable[[str], Reading], sentences: str, periods: list[str]
) -> None:
    reading = read_text(FULL_YEAR.format(sentence=sentences))
    found = [o for o in reading.observations if o.unit in ("USD", "percent")]
    assert [str(o.period) for o in found] == periods


def test_a_clause_with_a_figure_of_its_own_dates_that_alone(read: Reader) -> None:
    found = when(read("Our backlog was $4.5 billion, of which $2 billion will convert to revenue next year."))
    assert found[0] == END


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Same-store sales rose 3.1%, lapping a prior-year rise of 13%.", [QUARTER, "2023-07-01/2023-09-30"]),
        ("Rent was $21 million, or 17% of revenue, compared to $19 million, or 18% of revenue, in the prior year.",
         [QUARTER, QUARTER]),
    ],
)  # fmt: skip
def test_the_year_before_dates_what_it_is_told_of_alone(read: Reader, sentence: str, periods: list[str]) -> None:
    assert when(read(sentence)) == periods


NINE_MONTHS = "In 2024's first nine months, sales grew 13%. Costs were $2 billion."


def test_what_follows_the_year_to_date_is_of_it_too(read: Reader) -> None:
    assert when(read(NINE_MONTHS)) == ["2024-01-01/2024-09-30"] * 2
    assert when(read(f"{NINE_MONTHS} Third quarter profit was $9 million.")) == ["2024-01-01/2024-09-30"] * 2 + [
        QUARTER
    ]


def test_a_call_that_speaks_of_nine_months_throughout_means_them_where_it_names_no_time(read: Reader) -> None:
    reading = read("\n\n".join([NINE_MONTHS] * 5 + ["Margin was 40%."]))
    assert when(reading)[-1] == "2024-01-01/2024-09-30"


def test_a_question_about_what_may_be_has_no_past_period(read_text: Callable[[str], Reading]) -> None:
    asked = "You spoke of the weavers you hired in the fourth quarter, yet will expenses grow 7%?"
    text = FULL_YEAR.replace("Mara Quill -- Chief Financial Officer", "Ilse Borg -- Hafner Bank -- Analyst")
    found = [o for o in read_text(text.format(sentence=asked)).observations if o.change is not None]
    assert [o.period for o in found] == [None]


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("You said that the kilns expect to grow revenue by 7%.", "2025-01-01/2025-12-31"),
        ("Your revenue grew 7%.", "2024-10-01/2024-12-31"),
        ("In the third quarter, revenue was $9 billion. Its gross margin was 7%.", "2024-07-01/2024-09-30"),
    ],
)
def test_what_an_analyst_repeats_is_dated_as_what_is_told(
    read_text: Callable[[str], Reading], said: str, period: str
) -> None:
    text = FULL_YEAR.replace("Mara Quill -- Chief Financial Officer", "Ilse Borg -- Hafner Bank -- Analyst")
    assert when(read_text(text.format(sentence=said)))[-1] == period


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("We invested $90 million last year.", "2024-01-01/2024-12-31"),
        ("We opened 70 kiosks this year, and we invested $90 million last year.", "2023-01-01/2023-12-31"),
        ("We invested $90 million in the prior year.", "2023-01-01/2023-12-31"),
        ("Our hedging premium for this year is $90 million.", "2025-01-01/2025-12-31"),
        ("We spent and invested $90 million this year.", "2024-01-01/2024-12-31"),
        ("We had $90 million of storm costs in Q2 last year.", "2024-04-01/2024-06-30"),
        ("We see $90 million of savings in Q1 of this year.", "2025-01-01/2025-03-31"),
        ("Our hedging premium for this year is $90 million, based on what we know.", "2025-01-01/2025-12-31"),
        ("We expect a premium of $90 million on our hedges.", "2025-01-01/2025-12-31"),
    ],
)
def test_once_a_year_is_over_it_is_the_last_year(
    read_text: Callable[[str], Reading], sentence: str, period: str
) -> None:
    found = [o for o in read_text(FULL_YEAR.format(sentence=sentence)).observations if o.unit == "USD"]
    assert [str(o.period) for o in found] == [period]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        pytest.param("Kiln costs fell to $37 million, putting us on the way to a calmer sheet by the end of 2025.",
                     [QUARTER], id="a-past-tense-before-what-is-to-come"),
        pytest.param("The board set a dividend of $0.37 a share, payable on December 9, 2024.",
                     ["2024-12-09"], id="a-day-of-payment"),
    ],
)  # fmt: skip
def test_what_was_told_in_the_past_tense_takes_no_time_from_a_clause_that_looks_ahead(
    read: Reader, sentence: str, periods: list[str]
) -> None:
    assert when(read(sentence)) == periods


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("We expect capex of $37 million for the full year. This includes $7 million of tooling capex.",
         ("2024-01-01/2024-12-31", "guidance")),
        ("We expect capex of $37 million for the full year. Our guidance assumes tariffs of $7 million.",
         ("2024-01-01/2024-12-31", "guidance")),
        ("We expect capex of $37 million for the full year. That's about $7 million of tooling capex.",
         ("2024-01-01/2024-12-31", "guidance")),
        ("We expect capex of $37 million for the full year. So that would put kiln cost at $7 million.",
         ("2024-01-01/2024-12-31", "guidance")),
        ("We expect sales growth of 5% for the full year. Paint sales, up 3%.", ("2024-01-01/2024-12-31", "guidance")),
        ("We expect sales growth of 5% for the full year. Paint sales were up 3%.", (QUARTER, "actual")),
        ("We expect sales growth of 5% for the full year. Paint sales, up 3% in the third quarter.",
         (QUARTER, "actual")),
        ("Capex was $37 million. This includes $7 million of tooling capex.", (QUARTER, "actual")),
        ("We forecast capex of around $37 million for the full year.", ("2024-01-01/2024-12-31", "guidance")),
        ("We expect sales of $90 million for the full year. This all results in EPS of $2.70.",
         ("2024-01-01/2024-12-31", "guidance")),
        ("Turning to our guidance for fiscal 2025. Revenue of $37 million to $39 million.",
         ("2025-01-01/2025-12-31", "guidance")),
        ("I'll review our results and outlook. Revenue was $37 million.", (QUARTER, "actual")),
        ("Now for our outlook. Revenue of $37 million to $39 million.", ("2024-01-01/2024-12-31", "guidance")),
        ("Our guidance is as follows. Revenue of $37 million.", ("2024-01-01/2024-12-31", "guidance")),
        ("My question is about the outlook. Revenue of $37 million was a lot.", (QUARTER, "actual")),
        ("We are comfortable with our guidance. Sales, up 3%.", (QUARTER, "actual")),
        ("We now see full year EPS of $2.70 to $2.90.", ("2024-01-01/2024-12-31", "guidance")),
        ("We believe that revenue can reach $37 million this year.", ("2024-01-01/2024-12-31", "guidance")),
        ("Revenue looks to be around $37 million in the fourth quarter.", ("2024-10-01/2024-12-31", "guidance")),
        ("We are affirming our long-term EPS compound annual growth rate of 7%.", ("None", "guidance")),
    ],
)  # fmt: skip
def test_what_an_outlook_includes_is_of_its_time(read: Reader, said: str, expected: tuple[str, str]) -> None:
    last = read(said).observations[-1]
    assert (str(last.period), last.modality.value) == expected


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("For the fourth quarter, we expect revenue of $90 million. We will hire more weavers in 2026. "
         "We expect margins of 7%.", "2024-10-01/2024-12-31"),
        ("For the fourth quarter, we expect revenue of $90 million. Turning to the outlook for 2025. "
         "We expect margins of 7%.", "2025-01-01/2025-12-31"),
        ("Prices should rise in the rest of the year. We expect capex of $90 million.", "2024-01-01/2024-12-31"),
    ],
)  # fmt: skip
def test_an_outlook_holds_until_another_is_opened(read: Reader, said: str, period: str) -> None:
    assert when(read(said))[-1] == period


def test_nine_months_named_twice_as_often_as_the_quarter_are_what_the_call_reports(read: Reader) -> None:
    reading = read("\n\n".join([NINE_MONTHS] * 6 + ["Revenue rose 3% in the quarter."] * 2 + ["Margin was 40%."]))
    assert when(reading)[-1] == "2024-01-01/2024-09-30"


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("In kites, market share rose 3 points.", QUARTER),
        ("Our market share in kites is 37%.", END),
        ("Capacity rose 7% on the northern routes.", QUARTER),
        ("Kite cover ended the quarter at 97%.", END),
        ("We ended the quarter at 0.7% of our loans.", END),
        ("We entered the year with $37 million in cash.", "2024-01-01"),
        ("The 37% decremental margin is lower than the margins that we had at our plants in 2009.", QUARTER),
    ],
)
def test_what_is_gained_fills_the_period_and_where_it_ended_is_its_last_day(
    read: Reader, sentence: str, period: str
) -> None:
    assert when(read(sentence))[:1] == [period]


def test_an_outlook_without_a_time_in_the_middle_of_a_year_is_of_that_year(read: Reader) -> None:
    assert when(read("We expect a premium of $90 million on our hedges.")) == ["2024-01-01/2024-12-31"]


def test_a_balance_told_of_the_year_under_way_is_of_the_day_of_the_call(read_text: Callable[[str], Reading]) -> None:
    said = "This year, our headcount is 3,700."
    text = FULL_YEAR.replace("Q4 2024", "Q3 2024").replace("Feb 6, 2025", "Nov 6, 2024")
    found = read_text(text.format(sentence=said)).observations
    assert [str(o.period) for o in found if o.value is not None] == ["2024-11-06"]


@pytest.mark.parametrize(
    "sentence",
    [
        "As we said last quarter, net revenue is $37 million.",
        "Sales rose 5%, driven by the closing of our plants in the second quarter.",
    ],
)
def test_neither_an_earlier_report_nor_a_cause_dates_a_figure(read: Reader, sentence: str) -> None:
    assert when(read(sentence)) == [QUARTER]


def test_an_outlook_may_be_read_out_in_the_infinitive(read: Reader) -> None:
    reading = read("For Q1 2025 we expect net sales of $5 million. Operating income to be between $2 and $3 million.")
    assert [(str(o.period), o.modality.value) for o in reading.observations] == [
        ("2025-01-01/2025-03-31", "guidance")
    ] * 2


def test_growth_over_years_is_compared_with_where_it_began(read: Reader) -> None:
    found = read("Sales grew 40% from 2019 to 2023.").observations[0]
    assert (str(found.period), found.comparison) == ("2019-01-01/2023-12-31", Comparison.OTHER)


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        pytest.param("This year we opened 40 kiosks.", "2024-01-01/2024-09-30", id="done-in-a-year-under-way"),
        pytest.param("We have opened 40 kiosks this year.", "2024-01-01/2024-10-24", id="done-by-the-day-of-the-call"),
        pytest.param("So far in 2024, we have paid $40 million in dividends.", "2024-01-01/2024-09-30", id="so-far"),
        pytest.param("We opened 40 kiosks in 2023.", "2023-01-01/2023-12-31", id="a-year-that-is-over"),
        pytest.param("This year we planned to open 40 kiosks.", "2024-01-01/2024-12-31", id="planned-for-the-year"),
    ],
)  # fmt: skip
def test_what_was_done_in_a_year_under_way_is_told_of_what_has_passed(read: Reader, sentence: str, period: str) -> None:
    assert when(read(sentence)) == [period]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("It can save a weaver $700.", "None"),
        ("We saved weavers $700, as you can see.", QUARTER),
        ("You can see sales of $700 million.", QUARTER),
        ("Kites historically represent 20% of sales.", "None"),
        ("Our long-term goals include organic growth of 3%.", "None"),
        ("We expect to save $90 million in just two years.", "None"),
        ("Two years ago, our margin was 37%.", "None"),
        ("Margin rose 3 points from two years ago.", QUARTER),
    ],
)
def test_what_is_usual_possible_or_far_off_has_no_period(read: Reader, sentence: str, period: str) -> None:
    assert when(read(sentence)) == [period]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        pytest.param("We issued $90 million of notes due in 2031.", [QUARTER], id="due"),
        pytest.param("We fixed the interest rate at 3.7% until 2031.", [END], id="until"),
        pytest.param("Costs rose by $90 million, lapping the prior year gain.", [QUARTER], id="lapping"),
        pytest.param("Fees were $7 million, almost double the prior quarter.", [QUARTER], id="double"),
        pytest.param("Since spring we have held back, helped by the $90 million of fees we paid over the last two "
                     "quarters.", ["2024-04-01/2024-09-30"], id="a-clause-about-the-figure"),
        pytest.param("We ended last quarter with $90 million in cash.", [END], id="ended-last-quarter"),
        pytest.param("Revenue was $90 million in this year's quarter.", [QUARTER], id="this-years-quarter"),
        pytest.param("Over the next year we expect capex of $90 million.", ["2024-10-01/2025-09-30"], id="next-year"),
    ],
)  # fmt: skip
def test_the_end_of_a_term_and_the_base_of_a_comparison_date_no_figure(
    read: Reader, sentence: str, periods: list[str]
) -> None:
    assert when(read(sentence))[:1] == periods


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("The addition of $90 million of loans was a surprise.", QUARTER),
        ("Debt repayments were $90 million.", QUARTER),
        ("Our debt was $90 million.", END),
        ("At quarter end, our cash was $7 million. Our dividend per share was $0.37.", QUARTER),
    ],
)
def test_what_is_done_with_a_balance_fills_a_time(read: Reader, said: str, period: str) -> None:
    assert when(read(said))[-1] == period


def test_a_time_until_which_something_lasts_opens_no_outlook(read: Reader) -> None:
    said = ("We give our outlook for 2025. Stocks at dealers are low and are unlikely to recover until some time in "
            "2026. We expect sales to rise 5%.")  # fmt: skip
    assert when(read(said)) == ["2025-01-01/2025-12-31"]


LAST_YEAR = "2023-07-01/2023-09-30"


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        pytest.param("A year ago, our operating margin was 37%.", LAST_YEAR, id="fronted"),
        pytest.param("When we met a year ago, our operating margin was 37%.", LAST_YEAR, id="when-we-met"),
        pytest.param("The prior year period included charges of $7 million.", LAST_YEAR, id="as-subject"),
        pytest.param("A year ago, our debt stood at $7 million.", "2023-09-30", id="a-balance"),
        pytest.param("Revenue was $7 million, up from a year ago.", QUARTER, id="a-base"),
        pytest.param("Compared to the prior year period, revenue was $7 million.", QUARTER, id="compared"),
        pytest.param("In last year's second quarter, revenue was $7 million.", "2023-04-01/2023-06-30", id="numbered"),
        pytest.param("Before the pandemic, our operating margin was 37%.", "None", id="before-the-pandemic"),
        pytest.param("We would like to hold $7 million in cash.", "None", id="a-wish"),
        pytest.param("We typically want to complete 7 kilns at a time.", "None", id="a-habit-of-wanting"),
        pytest.param("Back in 2019 we had 3 looms, and now our operating margin is 37%.",
                     QUARTER, id="now"),
    ],
)  # fmt: skip
def test_a_level_of_before_is_dated_by_the_time_that_others_are_compared_with(
    read: Reader, sentence: str, period: str
) -> None:
    assert when(read(sentence))[-1] == period


@pytest.mark.parametrize(
    ("question", "answer", "periods"),
    [
        pytest.param("Can you speak about 2025?", "We expect revenue of $90 million.", ["2025-01-01/2025-12-31"],
                     id="an-outlook"),
        pytest.param("Can you speak about 2025?", "Revenue was $90 million.", [QUARTER], id="what-was"),
        pytest.param("I look at 2025. You're guiding to revenue of $90 million.", "Thank you.",
                     ["2025-01-01/2025-12-31"], id="what-an-analyst-repeats"),
    ],
)  # fmt: skip
def test_the_time_that_a_question_is_about_dates_the_outlooks_of_its_answer(
    read_text: Reader, question: str, answer: str, periods: list[str]
) -> None:
    assert when(read_text(TALK.format(question=question, answer=answer))) == periods
