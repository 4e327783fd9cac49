"""Periods in sentences: their dates, and what a change is measured against."""

from datetime import date

import pytest

from kg.language import Passage, load
from kg.mentions.periods import periods
from kg.model import CallInfo, Mention, Paragraph, Period, Section, Span, Speaker, Transcript, Turn
from kg.values.fiscal import FiscalCalendar, YearEnd

CALENDAR = FiscalCalendar()
MARCH = FiscalCalendar(3)
JUNE = FiscalCalendar(6)
RETAILER = FiscalCalendar(1, YearEnd.NEAREST_WEEKDAY, lag=1, fiscal_months=True)
Q3_2022 = CallInfo("Acme", fiscal_year=2022, fiscal_quarter=3, held_on=date(2022, 10, 20))
Q2_2025 = CallInfo("Acme", fiscal_year=2025, fiscal_quarter=2, held_on=date(2024, 11, 15))
Q4_2019 = CallInfo("Acme", fiscal_year=2019, fiscal_quarter=4, held_on=date(2019, 7, 18))


def found(sentence: str, calendar: FiscalCalendar = CALENDAR, call: CallInfo = Q3_2022) -> list[Mention]:
    paragraph = Paragraph(Span(0, len(sentence)))
    turn = Turn(1, Speaker("Ada Lind"), None, (paragraph,), Section.PREPARED)
    transcript = Transcript(sentence, "acme", "0", "plain", call, (turn,))
    mentions = list(periods(Passage(turn, paragraph, load().make_doc(sentence)), transcript, calendar))
    assert all(transcript.quote(m.span) == m.text for m in mentions)
    return mentions


def dates(sentence: str, calendar: FiscalCalendar = CALENDAR, call: CallInfo = Q3_2022) -> list[str]:
    return [str(m.value) for m in found(sentence, calendar, call)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sales rose this quarter.", ["2022-07-01/2022-09-30"]),
        ("We open a plant next quarter.", ["2022-10-01/2022-12-31"]),
        ("Q3 was good, Q1 was not.", ["2022-07-01/2022-09-30", "2022-01-01/2022-03-31"]),
        ("We expect a weak first quarter.", ["2023-01-01/2023-03-31"]),
        ("In the third quarter of 2021 we hired.", ["2021-07-01/2021-09-30"]),
        ("In 3Q21 and in Q4 FY '23 we hire.", ["2021-07-01/2021-09-30", "2023-10-01/2023-12-31"]),
        ("In the fourth quarter of last year we hired.", ["2021-10-01/2021-12-31"]),
        ("In quarter two we hired.", ["2022-04-01/2022-06-30"]),
        ("In the second half of next year they move.", ["2023-07-01/2023-12-31"]),
        ("The first nine months were good.", ["2022-01-01/2022-09-30"]),
        ("Year to date we sold more.", ["2022-01-01/2022-09-30"]),
        ("For the full year we see growth.", ["2022-01-01/2022-12-31"]),
        ("In 2024 and in '25 we build.", ["2024-01-01/2024-12-31", "2025-01-01/2025-12-31"]),
        ("For the rest of the year we save.", ["2022-10-01/2022-12-31"]),
        ("Over the past 12 months we saved.", ["2021-10-01/2022-09-30"]),
        ("In the last six months we saved.", ["2022-04-01/2022-09-30"]),
        ("In October and November sales rose.", ["2022-10-01/2022-11-30"]),
        ("As of September 30, 2022, we had cash.", ["2022-09-30"]),
        ("At quarter end we had cash.", ["2022-09-30"]),
        ("By the end of 2023 we are done.", ["2023-12-31"]),
        ("The nine months ended September 30 were good.", ["2022-01-01/2022-09-30"]),
        ("The quarter ended March 2021 was weak.", ["2021-01-01/2021-03-31"]),
        ("In Q1 15 shops opened and in FY23 Q2 more.", ["2022-01-01/2022-03-31", "2023-04-01/2023-06-30"]),
        ("In the third quarter a year ago we hired.", ["2021-07-01/2021-09-30"]),
        ("Back in June of '21 we hired.", ["2021-06-01/2021-06-30"]),
        ("In the current fiscal year 2022 we hire.", ["2022-01-01/2022-12-31"]),
        ("So far in 2022 we hired, to date in 2021 we did not.", ["2022-01-01/2022-09-30", "2021-01-01/2021-12-31"]),
        ("In the first two weeks of October sales rose.", ["2022-10-01/2022-10-14"]),
        ("So far this quarter demand is good.", ["2022-10-01/2022-10-20"]),
        ("The quarter ended 30 June 2022 was good.", ["2022-04-01/2022-06-30"]),
        ("We expect losses for the year to be small.", ["2022-01-01/2022-12-31"]),
        ("It was the largest quarter of the year.", []),
        ("From 2021 through 2025 we build.", ["2021-01-01/2025-12-31"]),
        ("Orders for the quarter and year rose.", ["2022-07-01/2022-09-30", "2022-01-01/2022-09-30"]),
        ("We use Widget Server 2008 and own 2000 shops.", []),
        ("Margins of 40 and marches of 12 are rare.", []),
    ],
)
def test_dates_of_a_calendar_year(sentence: str, expected: list[str]) -> None:
    assert dates(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "calendar", "call", "expected"),
    [
        ("In the September quarter and the first half of the fiscal year.", MARCH, Q2_2025, ["Q", "H"]),
        ("We expect growth for the full year and in H1.", JUNE, Q4_2019, ["FY+1", "H1+1"]),
        ("Fiscal 2018 was weak.", JUNE, Q4_2019, ["FY-1"]),
        ("We opened more than 40 shops last year.", JUNE, Q4_2019, ["FY"]),
        ("We grew 7% last year and expect to grow more.", JUNE, Q4_2019, ["FY"]),
        ("It was our seventh straight year of growth.", JUNE, Q4_2019, ["FY"]),
        ("Sales grew 7% annually.", JUNE, Q4_2019, ["FY"]),
        ("Costs should rise 7% annually.", JUNE, Q4_2019, []),
        ("So while the market grew 6% last year, we grew faster.", JUNE, Q4_2019, ["FY"]),
        ("Costs were 4% of sales, flat with last year.", JUNE, Q4_2019, ["FY-1"]),
        ("In September sales rose.", RETAILER, Q3_2022, ["month"]),
    ],
)
def test_dates_of_a_fiscal_year(sentence: str, calendar: FiscalCalendar, call: CallInfo, expected: list[str]) -> None:
    meant = {
        "Q": "2024-07-01/2024-09-30",
        "H": "2024-04-01/2024-09-30",
        "FY+1": "2019-07-01/2020-06-30",
        "H1+1": "2019-07-01/2019-12-31",
        "FY": "2018-07-01/2019-06-30",
        "FY-1": "2017-07-01/2018-06-30",
        "month": "2022-08-28/2022-10-01",
    }
    assert dates(sentence, calendar, call) == [meant[name] for name in expected]


@pytest.mark.parametrize(
    ("words", "rule", "base"),
    [
        ("year over year", "comparison.yoy", "2021-07-01/2021-09-30"),
        ("Y-o-Y", "comparison.yoy", "2021-07-01/2021-09-30"),
        ("from a year ago", "comparison.yoy", "2021-07-01/2021-09-30"),
        ("compared to the same quarter last year", "comparison.yoy", "2021-07-01/2021-09-30"),
        ("over last year", "comparison.yoy", "2021-07-01/2021-09-30"),
        ("from the third quarter of 2021", "comparison.yoy", "2021-07-01/2021-09-30"),
        ("on top of 30% last year", "comparison.yoy", "2021-07-01/2021-09-30"),
        ("sequentially", "comparison.qoq", "2022-04-01/2022-06-30"),
        ("quarter on quarter", "comparison.qoq", "2022-04-01/2022-06-30"),
        ("from the prior quarter", "comparison.qoq", "2022-04-01/2022-06-30"),
        ("up from 9% growth in Q2", "comparison.qoq", "2022-04-01/2022-06-30"),
        ("from three years ago", "comparison.other", "2019-07-01/2019-09-30"),
        ("versus 2019", "comparison.other", "2019-01-01/2019-12-31"),
    ],
)
def test_what_growth_is_measured_against(words: str, rule: str, base: str) -> None:
    mention = found(f"Sales grew 5% {words}.")[-1]
    assert (mention.rule, str(mention.value)) == (rule, base)


@pytest.mark.parametrize("sentence", ["In the last 12 months sales rose.", "From October onwards sales rise."])
def test_spans_and_beginnings_are_no_comparison(sentence: str) -> None:
    assert [m.rule.split(".")[0] for m in found(sentence)] == ["period"]


def test_names_of_periods_are_the_companys_own() -> None:
    names = [m.value.name for m in found("Q2 and the full year.", MARCH, Q2_2025) if isinstance(m.value, Period)]
    assert names == ["Q2 2025", "FY 2025"]


def test_nothing_is_dated_where_no_quarter_is_known() -> None:
    assert found("Sales rose this quarter.", CALENDAR, CallInfo("Acme")) == []


Q1_2022 = CallInfo("Acme", fiscal_year=2022, fiscal_quarter=1, held_on=date(2022, 4, 20))
Q2_2022 = CallInfo("Acme", fiscal_year=2022, fiscal_quarter=2, held_on=date(2022, 7, 20))
Q4_2022 = CallInfo("Acme", fiscal_year=2022, fiscal_quarter=4, held_on=date(2023, 1, 20))


@pytest.mark.parametrize(
    ("sentence", "call", "expected"),
    [
        ("We opened two barns in the fourth quarter.", Q1_2022, "2021-10-01/2021-12-31"),
        ("The ratio was 8% at the end of the fourth quarter.", Q1_2022, "2021-12-31"),
        ("We expect to open two barns in the fourth quarter.", Q1_2022, "2022-10-01/2022-12-31"),
        ("Wages are 4% lower compared to the fourth quarter.", Q1_2022, "2021-10-01/2021-12-31"),
        ("Barn sales rose in the fourth quarter.", Q2_2022, "2021-10-01/2021-12-31"),
        ("The barn implied for the fourth quarter is late.", Q2_2022, "2022-10-01/2022-12-31"),
        ("As expected, demand picked up in the second quarter.", Q3_2022, "2022-04-01/2022-06-30"),
        ("We experienced growth in the second half.", Q4_2022, "2022-07-01/2022-12-31"),
        ("We expect growth in the second half.", Q4_2022, "2023-07-01/2023-12-31"),
        ("It would bring us to 9 tons for the year.", Q4_2022, "2023-01-01/2023-12-31"),
        ("More than first sketched for the year, we built 9 barns.", Q4_2022, "2022-01-01/2022-12-31"),
        ("Both pension plans closed the year well funded.", Q4_2022, "2022-01-01/2022-12-31"),
    ],
)
def test_the_tense_tells_which_year_a_quarter_without_one_is_of(sentence: str, call: CallInfo, expected: str) -> None:
    assert dates(sentence, call=call) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We hired 40 weavers since our launch in December.", [("period.span.since", "2021-12-01/2022-10-20")]),
        ("Since the beginning of 2021, output rose 30%.", [("period.span.since", "2021-01-01/2022-10-20")]),
        ("Output rose 4% since July.", [("period.span.since", "2022-07-01/2022-10-20")]),
        ("Deposits are up 3% since the second quarter.", [("comparison.qoq", "2022-04-01/2022-06-30")]),
        ("It was our best month since the fair in May 2019.", []),
    ],
)  # fmt: skip
def test_since_a_period_is_a_stretch_up_to_the_call(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.rule, str(m.value)) for m in found(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Between July 31, 2022, and October 12, 2022, we bought shares.", "2022-07-31/2022-10-12"),
        ("Between 07/30/2022, and 10/12/2022, we bought shares.", "2022-07-30/2022-10-12"),
        ("We bought shares from December 5 to October 2.", "2021-12-05/2022-10-02"),
    ],
)
def test_two_days_are_the_ends_of_a_stretch(sentence: str, expected: str) -> None:
    assert dates(sentence) == [expected]
