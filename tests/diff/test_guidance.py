"""What became of an expected range."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kg.diff.guidance import compared, verdict
from kg.diff.side import Side
from kg.export.choose.content import CallHead, Content, Figure, Said, Thing
from kg.model import Period


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((4, 6), (6, 8), "raised"),
        ((4, 6), (4, 8), "raised"),
        ((6, 8), (5, 8), "cut"),
        ((70, 70), (70, 70), "repeated"),
        ((60, 80), (65, 75), "narrowed"),
        ((65, 75), (60, 80), "widened"),
        ((-5, -3), (-4, -2), "raised"),
    ],
)
def test_a_range_is_compared_by_its_middle_and_then_by_its_width(
    before: tuple[int, int], after: tuple[int, int], said: str
) -> None:
    assert verdict((Decimal(before[0]), Decimal(before[1])), (Decimal(after[0]), Decimal(after[1]))) == said


UNIT, REVENUE = "urn:company", "revenue"


def side(call: str, quarter: Period, *figures: Figure, read: bool = True) -> Side:
    """A call of a company about one quarter."""
    things = {UNIT: Thing(UNIT, "Organization", "Oakfield", "Oakfield")}
    return Side(Content((CallHead(call, UNIT, quarter),), things, figures), call, frozenset(), read)


def expected(low: int, *, high: int | None = None, period: str, modality: str = "guidance", begin: int = 0) -> Figure:
    said = Said("call", begin, modality=modality)
    top = None if high is None else Decimal(high)
    return Figure(f"urn:{begin}", "urn:s", UNIT, REVENUE, said, Decimal(low), top, unit="USD", period=period)


Q1, Q2 = Period(date(2024, 1, 1), date(2024, 3, 31)), Period(date(2024, 4, 1), date(2024, 6, 30))
YEAR = "2024-01-01/2024-12-31"
GUIDED = expected(90, high=100, period=YEAR)


@pytest.mark.parametrize(
    ("then", "now", "verdicts"),
    [
        ((GUIDED,), (), ["dropped"]),
        ((), (GUIDED,), ["new"]),
        ((GUIDED,), (GUIDED, expected(95, high=110, period=YEAR, begin=9)), ["raised"]),
        ((GUIDED,), (expected(90, period=YEAR, modality="actual"),), ["told otherwise"]),
        ((expected(10, high=12, period=str(Q2)),), (expected(13, period=str(Q2), modality="actual"),), ["above"]),
        ((expected(10, high=12, period=str(Q2)),), (expected(12, period=str(Q2), modality="actual"),), ["within"]),
        ((expected(10, high=12, period=str(Q2)),), (), ["due"]),
    ],
    ids=["dropped", "new", "raised from the earlier range", "not yet due", "above", "within", "due"],
)
def test_what_became_of_guidance(then: tuple[Figure, ...], now: tuple[Figure, ...], verdicts: list[str]) -> None:
    assert [row.verdict for row in compared(side("a", Q1, *then), side("b", Q2, *now))] == verdicts


def test_a_quarter_spoken_of_by_the_calendar_is_the_fiscal_one_that_was_reported() -> None:
    fiscal = Period(date(2024, 3, 31), date(2024, 6, 29))
    guided, given = expected(10, high=12, period=str(Q2)), expected(13, period=str(fiscal), modality="actual")
    for figures, became in (((given,), "above"), ((), "due")):
        (row,) = compared(side("a", Q1, guided), side("b", fiscal, *figures))
        assert (row.verdict, row.period) == (became, str(fiscal))


def grown(low: int, **fields: object) -> Figure:
    figure = Figure("urn:g", "urn:s", UNIT, REVENUE, Said("call", 0, modality="guidance"), period=YEAR)
    return replace(figure, change=Decimal(low), change_unit="percent", **fields)


@pytest.mark.parametrize(
    ("then", "now", "verdicts"),
    [
        (replace(GUIDED, qualifiers=("domestic",)), replace(GUIDED, qualifiers=("abroad",)), ["new", "told otherwise"]),
        (grown(4), GUIDED, ["new", "told otherwise"]),
        (grown(4, comparison="yoy"), grown(5, comparison="qoq"), ["new", "told otherwise"]),
        (replace(GUIDED, unit="percent"), GUIDED, ["new", "told otherwise"]),
        (expected(90, high=100, period=YEAR), expected(900, period=YEAR), ["unclear"]),
        (
            grown(4, change_is_bound=True, change_limit="mid-single-digit"),
            grown(7, change_is_bound=True, change_limit="high-single-digit"),
            ["raised"],
        ),
        (
            grown(4, change_is_bound=True, change_limit="at least"),
            grown(5, change_is_bound=True, change_limit="at least"),
            ["raised"],
        ),
        (grown(4, change_is_bound=True, change_limit="at least"), grown(5), ["unclear"]),
        (GUIDED, replace(GUIDED, said=replace(GUIDED.said, confidence=Decimal("0.2"))), ["told otherwise"]),
        (replace(GUIDED, said=replace(GUIDED.said, confidence=Decimal("0.4"))), expected(1, period=str(Q2)), ["new"]),
    ],
    ids=[
        *("other restrictions", "a value and a change", "against another time", "another unit", "ten times as much"),
        *("levels", "bounds", "a bound and a figure", "too unsure to be shown", "too unsure to be called dropped"),
    ],
)
def test_only_what_is_of_one_kind_is_compared(then: Figure, now: Figure, verdicts: list[str]) -> None:
    assert [row.verdict for row in compared(side("a", Q1, then), side("b", Q2, now))] == verdicts


def test_an_expectation_given_as_value_and_change_is_not_due_where_the_value_is_told() -> None:
    guided = replace(expected(10, high=12, period=str(Q2)), change=Decimal(5), change_unit="percent")
    actual = expected(13, period=str(Q2), modality="actual")
    assert [row.verdict for row in compared(side("a", Q1, guided), side("b", Q2, actual))] == ["above"]


def test_a_level_is_met_by_any_figure_of_that_level() -> None:
    guided = grown(4, change_is_bound=True, change_limit="mid-single-digit", period=str(Q2))
    actual = replace(grown(5, period=str(Q2)), said=Said("call", 9))
    assert [row.verdict for row in compared(side("a", Q1, guided), side("b", Q2, actual))] == ["within"]


def test_where_the_later_call_was_not_read_nothing_is_called_dropped() -> None:
    assert compared(side("a", Q1, GUIDED), side("b", Q2, read=False)) == []
