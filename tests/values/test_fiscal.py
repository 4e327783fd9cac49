"""Fiscal calendars: dates of quarters, halves, months and years, and what a call's words say about them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import CallInfo, Period, Transcript
from kg.values.fiscal import FiscalCalendar, YearEnd, calendar_of, infer_calendar, reported_period

JUNE = FiscalCalendar(6)
MARCH = FiscalCalendar(3)
LAST_SATURDAY = FiscalCalendar(9, YearEnd.LAST_WEEKDAY, long_quarter=1)
RETAILER = FiscalCalendar(1, YearEnd.NEAREST_WEEKDAY, lag=1, fiscal_months=True)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (FiscalCalendar().quarter(2022, 3), "2022-07-01/2022-09-30"),
        (JUNE.quarter(2019, 4), "2019-04-01/2019-06-30"),
        (JUNE.year(2020), "2019-07-01/2020-06-30"),
        (MARCH.half(2025, 1), "2024-04-01/2024-09-30"),
        (MARCH.quarters(2025, 1, 3), "2024-04-01/2024-12-31"),
        (LAST_SATURDAY.quarter(2022, 4), "2022-06-26/2022-09-24"),
        (LAST_SATURDAY.quarter(2023, 1), "2022-09-25/2022-12-31"),
        (LAST_SATURDAY.year(2023), "2022-09-25/2023-09-30"),
        (RETAILER.quarter(2022, 3), "2022-07-31/2022-10-29"),
        (RETAILER.year(2023), "2023-01-29/2024-02-03"),
        (RETAILER.month(2022, 9), "2022-08-28/2022-10-01"),
        (RETAILER.month(2024, 1), "2023-12-31/2024-02-03"),
        (FiscalCalendar().month(2024, 2), "2024-02-01/2024-02-29"),
    ],
)
def test_period_covers_the_days(period: Period, expected: str) -> None:
    assert str(period) == expected


@pytest.mark.parametrize(
    ("calendar", "period", "before", "year_ago"),
    [
        (JUNE, JUNE.quarter(2019, 1), "2018-04-01/2018-06-30", "2017-07-01/2017-09-30"),
        (LAST_SATURDAY, LAST_SATURDAY.quarter(2022, 4), "2022-03-27/2022-06-25", "2021-06-27/2021-09-25"),
        (MARCH, MARCH.half(2025, 1), "2023-10-01/2024-03-31", "2023-04-01/2023-09-30"),
        (MARCH, MARCH.half(2025, 2), "2024-04-01/2024-09-30", "2023-10-01/2024-03-31"),
        (MARCH, MARCH.year(2025), "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
        (FiscalCalendar(), FiscalCalendar().month(2024, 3), "2024-02-01/2024-02-29", "2023-03-01/2023-03-31"),
        (MARCH, Period(date(2024, 9, 30), date(2024, 9, 30)), "2024-06-30", "2023-09-30"),
        (RETAILER, Period(date(2022, 10, 29), date(2022, 10, 29)), "2022-07-30", "2021-10-30"),
    ],
)
def test_period_before_and_a_year_ago(calendar: FiscalCalendar, period: Period, before: str, year_ago: str) -> None:
    assert (str(calendar.previous(period)), str(calendar.year_ago(period))) == (before, year_ago)


@given(
    month=st.integers(1, 12),
    ends_on=st.sampled_from(YearEnd),
    weekday=st.integers(0, 6),
    long_quarter=st.integers(1, 4),
    day=st.dates(date(1995, 1, 1), date(2050, 12, 31)),
)
def test_every_day_lies_in_one_quarter_and_quarters_join(
    month: int, ends_on: YearEnd, weekday: int, long_quarter: int, day: date
) -> None:
    calendar = FiscalCalendar(month, ends_on, weekday, long_quarter)
    quarter = calendar.quarter_containing(day)
    assert quarter.start <= day <= quarter.end
    assert (quarter.start - calendar.previous(quarter).end).days == 1


def call(year: int | None, quarter: int | None, held_on: date | None) -> CallInfo:
    return CallInfo("Acme", fiscal_year=year, fiscal_quarter=quarter, held_on=held_on)


RETAIL_WORDS = (
    "Comparable sales rose. Back-to-school traffic in our stores was strong, guests bought apparel, and "
    "merchandising margins held."
)


FISCAL_WORDS = "Fiscal Q3 was good, fiscal Q4 will be better, and fiscal 2025 better still."


@pytest.mark.parametrize(
    ("words", "header", "expected"),
    [
        ("Thanks for joining.", call(2022, 3, date(2022, 10, 17)), "2022-07-01/2022-09-30"),
        ("Thanks for joining.", call(2022, 3, date(2022, 11, 18)), "2022-07-01/2022-09-30"),
        ("Thanks for joining.", call(2019, 4, date(2019, 7, 18)), "2019-04-01/2019-06-30"),
        ("Thanks for joining.", call(2021, 3, date(2021, 8, 19)), "2021-05-01/2021-07-31"),
        ("Thanks for joining.", call(2027, 1, date(2026, 5, 27)), "2026-02-01/2026-04-30"),
        ("Revenue in the September quarter.", call(2025, 2, date(2024, 11, 15)), "2024-07-01/2024-09-30"),
        ("Results for the quarter ended March 31.", call(None, None, date(2022, 5, 12)), "2022-01-01/2022-03-31"),
        (
            "Our first quarter ended on Saturday, May 1, 2021.",
            call(2021, 1, date(2021, 5, 20)),
            "2021-01-31/2021-05-01",
        ),
        ("For the quarter ended June 27, 2020, sales rose.", call(2020, 2, date(2020, 7, 29)), "2020-03-29/2020-06-27"),
        ("After 52 weeks, the trial reached its goal.", call(2024, 3, date(2024, 11, 6)), "2024-07-01/2024-09-30"),
        ("Thanks for joining.", call(2016, 3, date(2015, 11, 5)), "2015-08-02/2015-10-31"),
        ("Our December quarter has 14 weeks.", call(2022, 4, date(2022, 10, 25)), "2022-06-26/2022-09-24"),
        (RETAIL_WORDS, call(2022, 3, date(2022, 11, 16)), "2022-07-31/2022-10-29"),
        ("Thanks for joining.", call(2023, 1, date(2023, 8, 1)), "2023-04-01/2023-06-30"),
        ("Thanks for joining.", call(2025, 3, date(2024, 11, 20)), "2024-08-01/2024-10-31"),
        ("Thanks for joining.", call(2023, 3, date(2023, 9, 14)), "2023-06-01/2023-08-31"),
        ("Thanks for joining.", call(2024, 3, None), "2024-07-01/2024-09-30"),
        ("We see a strong March quarter.", call(2024, 4, None), "2024-10-01/2024-12-31"),
        (
            f"{FISCAL_WORDS} We opened it in June. The next one starts in September.",
            call(2024, 3, None),
            "2024-04-01/2024-06-30",
        ),
        (
            f"{FISCAL_WORDS} We closed it in May. The next one starts in July.",
            call(2024, 3, None),
            "2024-01-01/2024-03-31",
        ),
        (f"{FISCAL_WORDS} For the quarter ended May 31, costs fell.", call(2024, 2, None), "2024-03-01/2024-05-31"),
        (f"{FISCAL_WORDS} Cash was 3 million as of January 31.", call(2024, 2, None), "2023-11-01/2024-01-31"),
        (f"{FISCAL_WORDS} In the year ended December 31, costs fell.", call(2024, 4, None), "2024-10-01/2024-12-31"),
        ("It was 9 in the quarter ended June 30, our second.", call(2024, 3, None), "2024-07-01/2024-09-30"),
        (f"{FISCAL_WORDS} The year has 52 weeks.", call(2024, 3, None), "2024-06-30/2024-09-28"),
    ],
)
def test_reported_quarter_from_header_and_words(words: str, header: CallInfo, expected: str) -> None:
    assert str(reported_period(infer_calendar(words, header), header)) == expected


def test_year_end_of_a_known_company_overrules_the_words() -> None:
    header = call(2025, 2, date(2024, 11, 15))
    known = infer_calendar("The December quarter.", header, known=FiscalCalendar(3, reason="the lexicon"))
    assert (known.end_month, known.reason) == (3, "the lexicon")


def test_known_calendar_gives_way_where_the_call_comes_too_late_for_it() -> None:
    header = call(2025, 2, date(2024, 8, 1))
    assert infer_calendar("The June quarter.", header, known=FiscalCalendar(3)).end_month == 12


def test_known_weeks_are_found_again_from_the_reported_period() -> None:
    header = call(2021, 4, None)
    weeks = FiscalCalendar(10, YearEnd.NEAREST_WEEKDAY, weekday=6)
    header = replace(header, period=reported_period(weeks, header))
    text = Transcript("Sales rose.", name="acme", sha256="", reader="plain", call=header, turns=())
    assert str(calendar_of(text).quarter(2022, 1)) == "2021-11-01/2022-01-30"


def test_nothing_known_is_no_reported_quarter() -> None:
    header = call(None, None, None)
    assert reported_period(infer_calendar("Good morning.", header), header) is None


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("It had a 13-week quarter.", date(2021, 3, 27)),
        ("It had a 13-week quarter. As of March 31, all is well.", date(2021, 3, 31)),
    ],
)
def test_a_balance_sheet_of_the_last_of_a_month_rules_out_a_year_of_weeks(words: str, end: date) -> None:
    header = call(2021, 1, date(2021, 5, 4))
    reported = reported_period(infer_calendar(words, header), header)
    assert reported is not None and reported.end == end
