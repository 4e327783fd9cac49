"""Years of 52 and 53 weeks: which weekday a year ends on, where a call says which year was the long one."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import CallInfo
from kg.values.fiscal_calendar import FiscalCalendar
from kg.values.fiscal_clues import long_year
from kg.values.fiscal_weeks import of_whole_weeks


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Sales compare with a 53rd week in fiscal 2020.", date(2022, 1, 1)),
        ("Fiscal 2022 has a 53rd week.", date(2021, 12, 25)),
        ("We count a year of 52 or 53 weeks.", date(2021, 12, 25)),
        ("The 53rd week of 2016 helped.", date(2021, 12, 25)),
    ],
)
def test_the_long_year_tells_on_which_day_years_end(text: str, end: date) -> None:
    found = of_whole_weeks(text, CallInfo("Orvane"), FiscalCalendar())
    assert found is not None
    assert found.year_end(2021) == end


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The 53rd week of 2020 helped. An extra week in fiscal 2020. A 14th week in 2017.", 2020),
        ("Our 2022 fiscal year has a 53rd week.", 2022),
        ("Shares were at a 53 week high in 2020.", None),
        ("We had 53 weeks against 52 weeks in 2021.", None),
    ],
)
def test_the_long_year_is_the_one_said_most_often(text: str, year: int | None) -> None:
    assert long_year(text) == year
