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
    ("Ferry fares of $37 million decreased 3% year-over-year.", [("37000000", "-3", None, "down")]),
    ("We earned free cash flow of upwards of $37 million across the trailing 12 months, up 13% from last autumn.",
     [("37000000", "13", None, "up")]),
    # passing a mark is no movement
    ("Cumulative sales exceeded $11 billion.", [("11000000000", None, None, None)]),
    # a movement behind a value, without a figure of its own
    ("Gross margin was 37%, down year on year, driven by dearer clay.", [("37", None, None, "down")]),
    ("Capital expenditures were $31 million, down due to the weather.", [("31000000", None, None, "down")]),
    ("Revenue of $2 billion was slightly higher sequentially.", [("2000000000", None, None, "up")]),
    ("Revenue was $5 million, higher than expected.", [("5000000", None, None, None)]),
    # a multiple by which something grew is a growth, one that likens is a value
    ("Monthly usage was up 6x year to date.", [(None, "500", None, "up")]),
    ("Usage grew 3x as fast as the market.", [("3", None, None, "up")]),
    ("Ferry usage grew 3X year over year.", [(None, "200", None, "up")]),
    # points that a sum or a margin cannot stand at are a move of it
    ("Ferry sales were aided by some favorable tolls worth almost 200 basis points.", [(None, "2.00", None, "up")]),
    ("The plan holds kiln margin expansion of up to 250 basis points.", [(None, "2.50", None, "up")]),
    ("One port cost us 50 basis points in comparable sales.", [(None, "-0.50", None, "down")]),
    ("Ferry revenue rose 67%, with 53 points of net impact from the Lisbon purchase.",
     [(None, "67", None, "up"), (None, "53", None, "up")]),
    ("The cost of deposits came in at 19 basis points.", [("19.00", None, None, None)]),
    # one point told without a number
    ("A spring gross margin of 61.3% came out about a point higher than our expectations.",
     [("61.3", "1", None, "up")]),
    ("The timing put a point of pressure on gross margin.", [(None, "-1", None, "down")]),
    # a percentage of what a growth names, and of what a guidance is of
    ("Ticket demand growth, which should come to some 15%, is strong.", [(None, "15", None, "up")]),
    ("Of the operating expense increase, 86% related to wages.", [("86", None, None, None)]),
    ("I wonder at the revenue guidance for 2021 of 9%.", [(None, "9", None, "up")]),
    ("Ferry sales accelerated to 13% growth.", [(None, "13", None, "up")]),
    # a sum of each share moves by one of each share, and what it was is told with whose it was
    ("EPS was $1.37 per diluted share, $0.13 per share better than last year.", [("1.37", "0.13", None, "up")]),
    ("EPS was $0.73 per diluted share, up from $0.71 last year and adjusted EPS was $0.79 per diluted share, up 3.9% "
     "from $0.76 in the prior year.", [("0.73", None, "0.71", "up"), ("0.79", "3.9", "0.76", "up")]),
    ("Net income came to $73 million compared to a net loss attributable to Orvane of $3.7 million in fiscal 2023.",
     [("73000000", None, "-3700000", "up")]),
    ("Cash went down, I believe it was some $13 million.", [(None, "-13000000", None, "down")]),
    # a growth in percent between the sums from and to which it led
    ("Ferry revenue grew 9% from $50 million to $54.5 million.", [("54500000", "9", "50000000", "up")]),
    ("The ferries managed to triple gross profit from $3.4 million to $10.6 million.",
     [("10600000", "200", "3400000", "up")]),
    ("Weekly active riders increased over seven times since the first quarter.", [(None, "600", None, "up")]),
    ("Sales are two times higher than in 2019.", [("2", None, None, "up")]),
    # a ratio in times, now and before
    ("Net leverage fell from 3.13 times to 2.37 times.", [("2.37", None, "3.13", "down")]),
    ("Net leverage was 2.7 times, down from 3.9 times a year ago.", [("2.7", None, "3.9", "down")]),
    ("Net leverage was 2.7x compared to 2.3x in May.", [("2.7", None, "2.3", "up")]),
    # a change told behind what it fell from
    ("EPS was $1.37, down from $1.73 or 21% versus last spring.", [("1.37", "-21", "1.73", "down")]),
    # what grew stands between the growth and its figure
    ("We saw growth in ferry orders from Chile of 13%.", [(None, "13", None, "up")]),
    ("There was a decline in ferry sales in Peru of 7%.", [(None, "-7", None, "down")]),
    ("We stand by our commitment to 13% growth in ferry sales.", [(None, "13", None, "up")]),
    # a limit that is passed, money that is raised, points that are hundredths
    ("None of the ports exceeded 7% of ferry sales.", [("7", None, None, None)]),
    ("We raised $370 million of senior debt in June.", [("370000000", None, None, None)]),
    # what it was before, named with its time and its measure
    ("Ferry sales were a record $73 million, an increase of 13%, compared to fiscal 2023 third quarter sales of "
     "$64 million.", [("73000000", "13", "64000000", "up")]),
    ("The kiln margin was 17%, down from an adjusted 19% in May.", [("17", None, "19", "down")]),
    ("Average loans of $17 billion were down $2 billion from the second quarter average of $19 billion.",
     [("17000000000", "-2000000000", "19000000000", "down")]),
    ("The ferry unit lost $7 million in May versus a profit of $3 million.",
     [("-7000000", None, "3000000", "down")]),
    ("Kiln utilization was 85, up from 82.", [("85", None, "82", "up")]),
    ("The ferry book-to-bill ratio was 1.1.", [("1.1", None, None, None)]),
    ("Revenue rose 1713% in constant currency.", [(None, "17", None, "up"), (None, "13", None, "up")]),
    ("Ferry revenue grew 231% and 223% in constant currency.", [(None, "231", None, "up"), (None, "223", None, "up")]),
    ("Our seven ferry depots generated sales growth of 13%.", [("7", None, None, None), (None, "13", None, "up")]),
    ("Our four ferry depots generated sales growth of 13%.", [(None, "13", None, "up")]),
    # a growth that "was" so much, a gain that is an income
    ("Growth was 13% last spring.", [(None, "13", None, "up")]),
    ("Our guidance for ferry sales growth is at 13% for the year.", [(None, "13", None, "up")]),
    ("Ferry income of $37 million included a $3 million gain.", [("37000000", None, None, None),
                                                                 ("3000000", None, None, None)]),
    # what it was before, in a sentence of its own
    ("Churn was 2%. That compares to 3% a year ago.", [("2", None, "3", "down")]),
    ("Ferry sales were $37 million or $1.30 a share. This compares with $31 million or $1.10 a share in last spring.",
     [("37000000", None, "31000000", "up"), ("1.30", None, "1.10", "up")]),
    ("Our tax rate was 20%. This compares to our guidance of 22%.",
     [("20", None, None, None), ("22", None, None, None)]),
    # growth that stands at a percentage, a share of it that does
    ("Organic growth for ferries was 13%.", [(None, "13", None, "up")]),
    ("Our share of lending growth was 13%.", [("13", None, None, None)]),
    ("We plan to double the ferry fleet by 2030.", [(None, "100", None, "up")]),
    ("Equity markets off 13% hurt our fees.", [(None, "-13", None, "down")]),
    # a level that was only foreseen
    ("Unit costs came out in line with the expectation of flat to up 3%.", []),
    ("Revenue was $37 million, above our guidance of $31 million.", [("37000000", None, None, None)]),
    ("The tax rate came in line with our expected yearly tax rate of 17%.", [("17", None, None, None)]),
    # a level that lies well off a limit, a change told behind "slightly", a comp that is a growth
    ("The default rate stands at 13%, well below the statutory limit.", [("13", None, None, None)]),
    ("Rents are up slightly, about 7%; and kiln costs are down 31%.",
     [(None, "7", None, "up"), (None, "-31", None, "down")]),
    ("The minus 3% comp was no surprise.", [(None, "-3", None, "down")]),
    ("We see ferry growth numbers of around 7%.", [(None, "7", None, "up")]),
    ("Operating margin rose 20 basis points from 17.3% to 17.5%.", [("17.5", "0.2", "17.3", "up")]),
    ("The lease term increased from 4.5 to about 5 years.", [("5", None, "4.5", "up")]),
    ("Gross margin is above 40 for the ferries.", [("40", None, None, None)]),
    # the level of an earlier time, apart from its figure
    ("Ferries represented 67% of the fleet in June from 43% in 2017.", [("67", None, "43", "up")]),
    # what is denied, and what picks out those counted
    ("Working capital is not 130 basis points, but 70 basis points of sales.", [("70", None, None, None)]),
    ("Ferry sales were up 7%, above our guidance for mid-single-digit growth.", [(None, "7", None, "up")]),
    # a second change of one level, and the change of a sum behind its share
    ("Ferry debt was $370 million and cash $130 million, down $31 million from May and down $23 million from June.",
     [("370000000", None, None, None), ("130000000", "-31000000", None, "down"), (None, "-23000000", None, "down")]),
    ("Kiln income hit $85 million or 22.6% of sales compared to $59 million or 20.3% of sales last year, "
     "an increase of $26 million and 230 basis points.",
     [("85000000", "26000000", "59000000", "up"), ("22.6", "2.3", "20.3", "up")]),
    ("We serve 2.3 million riders, with revenue up by $13 million.",
     [("2300000", None, None, None), (None, "13000000", None, "up")]),
    # an impact to the worse, said behind both of its figures
    ("Foreign exchange had a $37 million, or 1 percentage point, negative impact on sales.",
     [("-37000000", None, None, None), ("-1", None, None, None)]),
    ("Inventory effects had a positive impact of $7 million, exchange rates had a negative impact of $3 million.",
     [("7000000", None, None, None), ("-3000000", None, None, None)]),
    # a number compared with one that says what it counts
    ("We sold 83 kiosks versus 47 in the spring of last year.", [("83", None, "47", "up")]),
    ("We opened 12 ferry berths, up from 7 a year ago.", [("12", None, "7", "up")]),
    # a change that is judged
    ("Price realization was positive by about 7 points.", [(None, "7", None, "up")]),
    ("We expect 9 points of positive price realization.", [(None, "9", None, "up")]),
    ("Loom pricing was unfavorable, 0.6% from last year.", [(None, "-0.6", None, "down")]),
    ("A ferry margin of 41.3% was unfavorable, about 30 basis points from the prior year.",
     [("41.3", "-0.30", None, "down")]),
    ("Book value per share, which ignores unrealized gains and losses, was $37.13.", [("37.13", None, None, None)]),
    ("Our kiln expense was 27.4% of sales, which was favorable to the prior quarter by 40 basis points.",
     [("27.4", "-0.40", None, "down")]),
    ("Storms had a negative impact of 1.9% on ferry sales.", [(None, "-1.9", None, "down")]),
    ("EPS was negatively impacted by $0.07 from the storm.", [(None, "-0.07", None, "down")]),
    ("Operating cash flow was positive $370 million.", [("370000000", None, None, None)]),
    # a comparison between the rise and its figure
    ("Our ferry revenue was up year-on-year 13%.", [(None, "13", None, "up")]),
    # shares are no growth
    ("Nonperforming loan coverage remains very favorable at 278%.", [("278", None, None, None)]),
    ("Overall R&D expense as a percentage of 2024 sales was about 17%.", [("17", None, None, None)]),
    ("Premium lamps, which came to more than 57% of shop sales, did well.", [("57", None, None, None)]),
    # a limit is no fall and no rise
    ("There is a new share buyback program of up to $3 billion.", [("3000000000", None, None, None)]),
    ("The delinquency rate moved up to 15%.", [("15", None, None, "up")]),
    # what is restated moves, what beats does not
    ("We foresee a tax rate of about 19%, up slightly from our May guide.", [("19", None, None, "up")]),
    ("We foresee corporate costs of less than $43 million.", [("43000000", None, None, None)]),
    # a level only compared with
    ("Interest expense was $37 million, below our usual quarterly run rate of about $43 million.",
     [("37000000", None, None, None)]),
    # the contrary of an expense
    ("Income tax expense was $37 million, against an income tax benefit of $3.7 million a year ago.",
     [("37000000", None, "-3700000", "up")]),
    # a change and where it led
    ("Total assets declined $38 billion to $3.1 trillion.", [("3100000000000", "-38000000000", None, "down")]),
    ("Our net margin expanded by 1.3% to 7.4%.", [("7.4", "1.3", None, "up")]),
    ("We grew our shops by 7% or $31 million, reaching more than $437 million of revenue.",
     [("437000000", "7", None, "up"), (None, "31000000", None, "up")]),
    ("Gross margins were up 130 basis points sequentially, 370 basis points over last spring to 41%.",
     [("41", "1.3", None, "up"), (None, "3.7", None, "up")]),
    # one growth on several bases
    ("We delivered sales growth of 13% on a nominal basis, 11% at constant currency and 7% operationally.",
     [(None, "13", None, "up"), (None, "11", None, "up"), (None, "7", None, "up")]),
    # a verb, its metric, by how much and where to
    ("We grew adjusted EPS 10% to $0.66.", [("0.66", "10", None, "up")]),
    ("We grew revenue 8% and adjusted EBITDA 12%.", [(None, "8", None, "up"), (None, "12", None, "up")]),
    # two sums, each with what it was
    ("Net loss was $13 million or $1.39 a share, compared to the loss of $29 million or $1.83 a share a year ago.",
     [("-13000000", None, "-29000000", "up"), ("-1.39", None, "-1.83", "up")]),
    ("Rent was $21 million, or 17% of revenue, compared to $19 million, or 18% of revenue.",
     [("21000000", None, "19000000", "up"), ("17", None, "18", "down")]),
    # a gain that is a measure is no rise; losses beside gains are no loss; cash used is below zero
    ("Our underwriting gain of $43 million was down slightly from $47 million.",
     [("43000000", None, "47000000", "down")]),
    ("Net cash used in operating activities was $37 million.", [("-37000000", None, None, None)]),
    # what the growth before was is a growth of its own
    ("Same-store sales rose 3.1%, lapping a prior-year rise of 13%.",
     [(None, "3.1", None, "up"), (None, "13", None, "up")]),
    ("Lamp sales grew 13%, rolling over a prior-year decline of 7%.",
     [(None, "13", None, "up"), (None, "-7", None, "down")]),
    ("Provision for credit losses was $310 million.", [("310000000", None, None, None)]),
    # an outlook and the one before it
    ("We raise our sales guidance to a range of $37 million to $38 million from $31 million to $32 million.",
     [("37000000", None, "31000000", "up")]),
    ("We now foresee adjusted EPS of $3.17 to $3.31, up from an earlier range of $2.83 to $2.97.",
     [("3.17", None, "2.83", "up")]),
    # one region, however many names it has
    ("Sales across Europe, Middle East and Africa went up 13%.", [(None, "13", None, "up")]),
    # the next of a history starts from the last
    ("The attrition rate was 12%, dropped to 6%, moved back up to 15%.",
     [("12", None, None, None), ("6", None, "12", "down"), ("15", None, "6", "up")]),
    # two sentences, one observation
    ("We did $37 million of free cash flow. That is up 13% year on year.", [("37000000", "13", None, "up")]),
    ("Gross margin was 37.3%. It slid 130 basis points from the spring quarter.", [("37.3", "-1.3", None, "down")]),
    # records
    ("Net income of $37 million and operating cash flow of $43 million both were third quarter records.",
     [("37000000", None, None, "up"), ("43000000", None, None, "up")]),
    ("We have a proud track record and declared a dividend of 37 cents a share to shareholders of record.",
     [("0.37", None, None, None)]),
    # what is told over in another currency, or only picks out things, tells nothing more
    ("We maintain net cash of RMB352 billion or USD50 billion.", [("352000000000", None, None, None)]),
    ("We now count 37 customers spending more than $2 million.", [("37", None, None, None)]),
    ("Of these 190 stores, 173 stores are profitable.", [("173", None, None, None)]),
    # things won are a number of things, sums added swell what they are added to
    ("Orvane gained 5,200 net new households.", [("5200", None, None, None)]),
    ("We added $43 million in loans since last year.", [(None, "43000000", None, "up")]),
    # from one level to another
    ("The share of ferry passes moved from 31% last year to nearly 37%.", [("37", None, "31", "up")]),
    ("Inventory was up 36% in May. In June, it's about 14%.", [(None, "36", None, "up"), (None, "14", None, "up")]),
    # lengths of time measure what is measured in time
    ("Lead times were 12 weeks, down from 20 weeks.", [("12", None, "20", "down")]),
    ("We improved our lead times by two days.", [(None, "-2", None, "down")]),
    # multiples of what was
    ("Clay costs are running more than double the sum we had paid in 2019.", [("2", None, None, "up")]),
    ("Members spend twice as much as other buyers.", [("2", None, None, None)]),
    # levels in words
    ("We reached double-digit operating margins.", [("10", None, None, None)]),
    # "up" belongs to the figure behind it
    ("Net revenues were almost RMB 37 million up 13% quarter on quarter.", [("37000000", "13", None, "up")]),
    # a gain of money is an income
    ("We expect financial income to show a gain of some SEK 37 million.", [("37000000", None, None, None)]),
    # two percentages that a machine ran together
    ("Revenue was $37 million, up 1312% in constant currency.",
     [("37000000", "13", None, "up"), (None, "12", None, "up")]),
    # the loss behind its figure
    ("Net income was around $37 million loss.", [("-37000000", None, None, None)]),
    # a number that was told with its unit before
    ("Operating expenses were $37.3 million. We expect operating expenses of 37.3 in the fourth quarter.",
     [("37300000", None, None, None), ("37300000", None, None, None)]),
    ("Sales of $30 million were flat.", [("30000000", None, None, "flat")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_each_figure_plays_its_part(read: Reader, sentence: str, figures: list[Figures]) -> None:
    found = [o for o in read(sentence).observations if o.evidence.rule == "observation.figure"]
    assert sorted(map(_figures, found), key=str) == sorted(map(_numbers, figures), key=str)


def test_a_falling_range_of_a_decrease_keeps_both_ends(read: Reader) -> None:
    (guided,) = read(
        "We foresee revenue to be between $37 million and $38 million, implying a decrease of 13% to 11%."
    ).observations
    assert (guided.value, guided.change, guided.change_max) == (Decimal(37_000_000), Decimal(-13), Decimal(-11))


def test_what_two_sentences_tell_is_quoted_from_both(read: Reader) -> None:
    reading = read("Gross margin was 37.3%. It slid 130 basis points from the spring quarter.")
    (margin,) = reading.observations
    assert reading.transcript.quote(margin.evidence.span) == "Gross margin was 37.3%. It slid 130 basis points"


def _figures(observed: Observation) -> tuple[Decimal | str | None, ...]:
    return (observed.value, observed.change, observed.prior_value, observed.direction)


def _numbers(figures: Figures) -> tuple[Decimal | str | None, ...]:
    value, change, prior, direction = figures
    return (*(None if n is None else Decimal(n) for n in (value, change, prior)), direction)


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("Gross profit and net income were up 12%.", ["gross profit", "net income"]),
        ("We saw double-digit gains in revenue and net income.", ["net income", "revenue"]),
        ("Sales and marketing expenses decreased by 15%.", ["S&M expense"]),
        ("Gross profit was up 12% and net income was up 9%.", ["gross profit", "net income"]),
    ],
)
def test_measures_that_are_listed_share_a_change(read: Reader, sentence: str, metrics: list[str]) -> None:
    reading = read(sentence)
    found = [o for o in reading.observations if o.evidence.rule == "observation.figure"]
    assert sorted(reading.entity(o.metric).name for o in found) == metrics


def test_a_profit_in_percent_is_a_margin(read: Reader) -> None:
    reading = read("The ferry business earned an EBITDA of 7.3% and EBIT of 4.1%.")
    margins = [(reading.entity(o.metric).name, o.value) for o in reading.observations]
    assert margins == [("EBITDA margin", Decimal("7.3")), ("EBIT margin", Decimal("4.1"))]
