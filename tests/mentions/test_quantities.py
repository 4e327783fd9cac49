"""Figures in sentences: what is found, what it is worth, and what is no figure."""

from decimal import Decimal

import pytest

from kg.language import Passage, load
from kg.mentions.currency_of_call import currency_of_call
from kg.mentions.quantities import quantities
from kg.model import Amount, CallInfo, Mention, Paragraph, Quantity, Range, Section, Span, Speaker, Transcript, Turn
from kg.values.figure import format_amount

BEFORE = "Ada Lind: "


def found(sentence: str, currency: str | None = "USD") -> list[Mention]:
    text = BEFORE + sentence
    paragraph = Paragraph(Span(len(BEFORE), len(text)))
    turn = Turn(1, Speaker("Ada Lind"), None, (paragraph,), Section.PREPARED)
    passage = Passage(turn, paragraph, load()(sentence))
    mentions = list(quantities(passage, default_currency=currency))
    assert all(text[m.span.start : m.span.end] == m.text for m in mentions)
    return mentions


def written(quantity: Quantity) -> str:
    def amount(value: Amount) -> str:
        return format_amount(value)

    value = quantity.value
    words = f"{amount(value.low)} .. {amount(value.high)}" if isinstance(value, Range) else amount(value)
    bound = f" {quantity.limit or 'bound'}" if quantity.bound else ""
    return words + bound + (" approximate" if quantity.approximate else "")


def values(sentence: str, currency: str | None = "USD") -> list[str]:
    return [written(m.value) for m in found(sentence, currency) if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Revenue was $4.2 billion, up 8% year over year.", ["USD 4.2 billion", "8%"]),
        ("We earned $1.29 per share, or 32 cents more.", ["USD 1.29", "USD 0.32"]),
        ("Margin rose 40 basis points to 12.5%.", ["0.4 percentage points", "12.5%"]),
        ("Margin rose 3 points.", ["3 percentage points"]),
        ("The unit lost minus £12 million.", ["-GBP 12 million"]),
        ("Deposits were ₹ 15,59,000 Crores.", ["INR 15.59 trillion"]),
        ("A loss of $(0.12) after $0.13.", ["-USD 0.12", "USD 0.13"]),
        ("We grew from 20,000 to 30,000 customers.", ["20,000 customers", "30,000 customers"]),
        ("Rates rose fourfold, by one and a half percent.", ["4 times", "1.5%"]),
        ("The loan book was 1,450  crores.", ["INR 14.5 billion"]),
        ("Between 10 and 15 million people came.", ["10 million people .. 15 million people"]),
        ("Growth of -2% to +1%.", ["-2% .. 1%"]),
        ("We expect $8 to $9 billion.", ["USD 8 billion .. USD 9 billion"]),
        ("We expect between 5% and 7%.", ["5% .. 7%"]),
        ("We have 1.2–1.4 million users.", ["1.2 million users .. 1.4 million users"]),
        ("We expect $2.4 billion, plus or minus $50 million.", ["USD 2.35 billion .. USD 2.45 billion"]),
        ("We rose 5% to $6 billion.", ["5%", "USD 6 billion"]),
        ("We have 46 million paid members in 21 countries.", ["46 million members", "21 countries"]),
        ("We now serve 64 million of our users daily.", ["64 million users"]),
        ("We bought back 515 million shares.", ["515 million shares"]),
        ("Active users grew to 65 million.", ["65 million users"]),
        ("Our headcount was 40,157 at the end of June.", ["40,157 headcount"]),
        ("We opened 16 plants and another 4 in spring.", ["16 plants", "4"]),
        ("The capital ratio went from 9.5 to 10.4.", ["9.5%", "10.4%"]),
        ("It runs 2.3x faster, five times the old rate.", ["2.3 times", "5 times"]),
        ("We plan to complete 54 data center regions.", ["54 regions"]),
        ("Leverage was 2.3 times a year ago.", ["2.3 times"]),
        ("Pricing was like a half point.", ["0.5 percentage points approximate"]),
        ("Looms brought four and a half points of growth.", ["4.5 percentage points"]),
        ("We delivered the 173 aircraft in June.", ["173 aircraft"]),
        ("The board approved a 10 million share repurchase plan.", ["10 million shares"]),
        ("The book-to-bill ratio was 1.1.", ["1.1%"]),
        ("Clay may lift lamp growth by four points in May.", ["4 percentage points"]),
        ("Retention ticked up almost a full point.", ["1 percentage points approximate"]),
        ("Tolls were about a point of headwind to margin.", ["1 percentage points approximate"]),
        ("It makes a 25,000 barrel per day unit.", ["25,000 barrels"]),
        ("We made 37,000 Boe a day and sold 1.3 Bcf.", ["37,000 boe", "1.3 bcf"]),
        ("We added 370 MW.", ["370 MW"]),
        ("Leverage is 2.0 to 2.5 times.", ["2 times .. 2.5 times"]),
        ("More than 80 million small businesses sail with us.", ["80 million businesses at least"]),
        ("MAUs grew 191 million in May.", ["191 million MAUs"]),
        ("We invested $15-plus billion in the port.", ["USD 15 billion at least"]),
        ("We have 1,300 dealers versus the 700 of last year.", ["1,300 dealers", "700 dealers"]),
    ],
)
def test_figures_in_their_units(sentence: str, expected: list[str]) -> None:
    assert values(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It fell from 31% -- 26.3% to 19%.", ["26.3%", "19%"]),
        ("Sales were $73 million -- sorry, $37 million.", ["USD 37 million"]),
        ("We run 25 -- 23 depots.", ["23 depots"]),
        ("Rent is $70,000 -- approximately $70,000 a month.", ["USD 70,000"]),
        ("Sales were $7 million -- up 3%.", ["USD 7 million", "3%"]),
    ],
)
def test_a_figure_said_again_stands_for_the_one_before_it(sentence: str, expected: list[str]) -> None:
    assert values(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We expect $8 to $9 billion of sales.", ["USD 8 billion .. USD 9 billion"]),
        ("Lamp sales may fall 37% sequentially, plus or minus 3%.", ["34% .. 40%"]),
        ("It lies in a 37%, 38%, 39% zone until the frost.", ["37% .. 39%"]),
        ("It rose 5%, 6% and 7% in May, June and July.", ["5%", "6%", "7%"]),
        ("They were 37%, 38%, 39% in the first, second and third kiln, respectively.", ["37%", "38%", "39%"]),
        ("Fares rise low single digits, maybe mid-single digits.", ["1% .. 4% low-single-digit to mid-single-digit"]),
        ("Growth will be between 5% and 7%.", ["5% .. 7%"]),
        ("We see 1.2-1.4 million cars.", ["1.2 million cars .. 1.4 million cars"]),
        ("Sales of $2.4 billion, plus or minus $50 million.", ["USD 2.35 billion .. USD 2.45 billion"]),
        (
            "Margins of 65.3% and 37%, respectively, plus or minus 50 basis points.",
            ["64.8% .. 65.8%", "36.5% .. 37.5%"],
        ),
        ("We estimate $10 million to $50 million of harm.", ["USD 10 million .. USD 50 million"]),
        ("Growth was 5%, 6% and 7%, respectively.", ["5%", "6%", "7%"]),
        ("They were RMB 93 and 6 billion, respectively.", ["CNY 93 billion", "CNY 6 billion"]),
        ("Costs fell from 5% to 3% of sales.", ["5%", "3%"]),
        ("Income increased 18% to $6 billion.", ["18%", "USD 6 billion"]),
        ("The footprint grew 3% to 810,000.", ["3%", "810,000"]),
        ("Income increased $1.2 billion to $3 billion.", ["USD 1.2 billion", "USD 3 billion"]),
        ("Expenses rose 8% or 9% in constant currency.", ["8%", "9%"]),
        ("A patient base two to four times that of others.", ["2 times .. 4 times"]),
        ("We see $3.15 per share to $3.65 per share.", ["USD 3.15 .. USD 3.65"]),
        ("The cost of funds fell to 23 basis points from 118.", ["0.23 percentage points", "1.18 percentage points"]),
    ],
)
def test_ranges_and_lists(sentence: str, expected: list[str]) -> None:
    assert values(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Well over 20% of orders came early.", ["20% at least"]),
        ("We see $140-ish million of sales and 10%-ish growth.", ["USD 140 million approximate", "10% approximate"]),
        ("Kiln margins may rise a couple of percent.", ["2%"]),
        ("I have a couple of points on lamps.", []),
        ("Fewer than 3,000 people left.", ["3,000 people at most"]),
        ("We returned up to $2 billion.", ["USD 2 billion at most"]),
        ("It serves 20-plus countries.", ["20 countries at least"]),
        ("Roughly 515 million units were sold.", ["515 million units approximate"]),
        ("Sales grew in the low single digits.", ["1% low-single-digit"]),
        ("We saw mid-single-digit growth.", ["4% mid-single-digit"]),
        ("It was up mid-single in the third quarter.", ["4% mid-single-digit"]),
        ("We build high single family homes.", []),
        ("We saw low to high single-digit growth.", ["1% .. 7% low- to high-single-digit"]),
        ("Double-digit growth and a triple-digit jump.", ["10% double-digit", "100% triple-digit"]),
        ("Returns are in the mid-teens.", ["15% mid-teens"]),
        ("Returns are in the teens.", ["13% teens"]),
        ("We see sales up low double digits to low teens.", ["10% .. 11% low-double-digit to low-teens"]),
        ("Sales went from mid-single digits to low teens.", ["4% mid-single-digit", "11% low-teens"]),
        ("We guide to the low to mid $60 billion range.", ["USD 60 billion .. USD 65 billion about"]),
        ("More than half of customers are new.", ["50% at least"]),
        ("Two-thirds of buyers return.", ["66.67%"]),
        ("1/4 of our buyers return.", ["25%"]),
        ("Our NPS was 72.", ["72"]),
        ("Volume more than doubled.", ["100% at least"]),
        ("Volume nearly tripled.", ["200% approximate"]),
        ("They pay double the rates of 2019.", ["2 times"]),
        ("Hundreds of thousands of parcels arrive daily.", ["100,000 parcels hundreds of thousands"]),
        ("We are the No. 1 brand.", ["1 rank"]),
        ("Churn was no more than 2%.", ["2% at most"]),
        ("Churn was no less than 2%.", ["2% at least"]),
        ("We expect margins of 40% or less.", ["40% at most"]),
        ("We may spend as much as $40 million.", ["USD 40 million at most"]),
        ("Sales will grow in the high single to low double digits.", ["7% .. 10% high-single- to low-double-digit"]),
        ("Margins are in the low to mid-20s.", ["20% .. 25% low- to mid-20s"]),
    ],
)
def test_bounds_approximations_and_words(sentence: str, expected: list[str]) -> None:
    assert values(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "On slide 7 you see Form 10-K and Section 21.",
        "In 2019 and in fiscal 2023 we invested.",
        "On September 30, 2024, and on 3 May we met.",
        "The call is at 8:30 a.m. at 1-800-555-0199, code 7086300.",
        "Our WidgetPhone 14 and Gadget 365 use 5G, a 3nm process and 4K screens.",
        "HBX3E and LPX5X ship to B2B clients.",
        "Over the next 3 years and in the last two quarters we learned.",
        "One of our teams asked two questions and made three points.",
        "This is the first quarter and the second half of the year.",
        "About 1 in 3 people know it 24/7.",
        "There is one point I want to make.",
        "A third factor was rain.",
        "It was compared to a quarter that was rough.",
        "And number 2, we will invest; number three: we will save; No. 4, we will grow.",
        "The new 1470 follows the 380, and the 777X comes next.",
    ],
)
def test_what_is_no_figure(sentence: str) -> None:
    assert values(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "decimals"), [("Sales were $236.5 billion.", -8), ("It grew 7%.", 0), ("It rose 40 bps.", 2)]
)
def test_rounding_is_kept(sentence: str, decimals: int) -> None:
    assert [m.value.decimals for m in found(sentence) if isinstance(m.value, Quantity)] == [decimals]


@pytest.mark.parametrize(
    ("sentence", "currency", "expected"),
    [
        ("Revenue was 6.1 billion.", "CNY", ["CNY 6.1 billion"]),
        ("You added 30 billion in sales.", "USD", ["USD 30 billion"]),
        ("Revenue was 6.1 billion.", None, ["6.1 billion"]),
        ("Revenue was $79.1 trillion.", "KRW", ["KRW 79.1 trillion"]),
        ("Debt was $2 billion.", "KRW", ["USD 2 billion"]),
        ("Debt was ¥2 billion.", "CNY", ["CNY 2 billion"]),
        ("Debt was ¥2 billion.", "USD", ["JPY 2 billion"]),
    ],
)
def test_currency_of_the_call_fills_what_is_left_out(sentence: str, currency: str | None, expected: list[str]) -> None:
    assert values(sentence, currency) == expected


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Unless stated otherwise, all figures are in RMB. Cash was $5 billion.", "CNY"),
        ("Sales were EUR 5 million and costs EUR 3 million. The $1 fee stays.", "EUR"),
        ("Sales were $79.1 trillion, profit 9.2 trillion won.", "KRW"),
        ("Good morning.", None),
    ],
)
def test_currency_of_a_call(text: str, currency: str | None) -> None:
    transcript = Transcript(text, "acme", "0", "plain", CallInfo("Acme"), ())
    assert currency_of_call(transcript) == currency


def test_rule_ids_name_what_was_read() -> None:
    sentence = "Sales of $2 billion rose 5%, or 3 points more, as visits doubled and half of the 40 million users paid."
    assert [m.rule for m in found(sentence)] == [
        "quantity.money",
        "quantity.percent",
        "quantity.points",
        "quantity.multiple",
        "quantity.fraction",
        "quantity.count",
    ]


def test_amount_of_a_count_is_in_base_units() -> None:
    value = found("We sold 1.5 million cars.")[0].value
    assert isinstance(value, Quantity)
    assert not isinstance(value.value, Range)
    assert value.value.amount == Decimal(1_500_000)


def test_a_mention_quotes_the_line_break_that_stands_in_it() -> None:
    text = "Costs were $5\nbillion."
    paragraph = Paragraph(Span(0, len(text)))
    turn = Turn(1, Speaker("Ada Lind"), None, (paragraph,), Section.PREPARED)
    transcript = Transcript(text, "acme", "0", "plain", CallInfo("Acme"), (turn,))
    passage = Passage(turn, paragraph, load()(transcript.words(paragraph)))
    assert [m.text for m in quantities(passage, transcript=transcript)] == ["$5\nbillion"]
