"""The end of a year lies behind where something is compared with it, and ahead where it is foreseen."""

from __future__ import annotations

import pytest

from kg.mentions.call_clock import CallClock
from kg.mentions.periods import periods_in
from kg.values.fiscal import FiscalCalendar

CASES = [
    ("Debt fell by $37 million since year-end.", ("2023-12-31", "comparison.other")),
    ("Debt was $3 billion, down from year-end 2022.", ("2022-12-31", "comparison.other")),
    ("Debt was $3 billion at prior year-end.", ("2023-12-31", "period.instant")),
    ("Debt will be $3 billion by year-end.", ("2024-12-31", "period.instant")),
    ("We see debt of $3 billion at the end of the year.", ("2024-12-31", "period.instant")),
    ("At year-end 2025, debt will be $3 billion.", ("2025-12-31", "period.instant")),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_the_year_that_ends(text: str, told: tuple[str, str]) -> None:
    clock = CallClock(FiscalCalendar(), FiscalCalendar().quarter(2024, 2))
    assert [(str(found.period), found.rule) for found in periods_in(text, clock)] == [told]


def test_year_end_in_the_first_quarter_is_the_quarter_before() -> None:
    clock = CallClock(FiscalCalendar(), FiscalCalendar().quarter(2024, 1))
    told = [(str(found.period), found.rule) for found in periods_in("Debt is down from year-end.", clock)]
    assert told == [("2023-12-31", "comparison.qoq")]
