"""Periods in ISO 8601."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Period
from kg.values.period import parse_period


@given(days=st.tuples(st.dates(), st.dates()))
def test_periods_survive_writing_and_reading(days: tuple[date, date]) -> None:
    period = Period(min(days), max(days))
    assert parse_period(str(period)) == period


@pytest.mark.parametrize("text", ["2024-10", "2024-13-01", "Q3 2024", "2024-07-01/", "2024-09-30/2024-07-01", ""])
def test_anything_else_is_no_period(text: str) -> None:
    assert parse_period(text) is None
