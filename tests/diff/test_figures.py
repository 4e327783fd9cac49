"""Figures of two calls are held against each other only where they are of one kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kg.diff.figures import pairs
from kg.diff.model import Change, Difference
from kg.diff.page import page
from kg.diff.side import Side
from kg.export.choose.content import CallHead, Content, Figure, Said, Thing
from kg.export.choose.labels import figure_label
from kg.model import Period

COMPANY = "urn:company"
Q2, Q3 = Period(date(2024, 4, 1), date(2024, 6, 30)), Period(date(2024, 7, 1), date(2024, 9, 30))
HALF, NINE = "2024-01-01/2024-06-30", "2024-01-01/2024-09-30"
SURE = Said("call", 0, confidence=Decimal("0.9"))


def side(quarter: Period, *figures: Figure) -> Side:
    """A call of a company about one quarter, whose figures are of that quarter unless they say so."""
    things = {COMPANY: Thing(COMPANY, "Organization", "Oakfield", "Oakfield")}
    dated = tuple(replace(f, period=f.period or str(quarter)) for f in figures)
    return Side(Content((CallHead("call", COMPANY, quarter),), things, dated), "call", frozenset(), True)


def told(value: int | str | None = None, *, metric: str = "revenue", unit: str = "USD", **fields: object) -> Figure:
    number = None if value is None else Decimal(value)
    return replace(Figure(f"urn:{metric}-{value}", "urn:s", COMPANY, metric, SURE, number, unit=unit), **fields)


def grown(change: int, **fields: object) -> Figure:
    return told(change=Decimal(change), change_unit="percent", **fields)


def shown(rows: list[Change]) -> list[tuple[str, str, str]]:
    """What is held against what, with the move since then."""
    return [
        (figure_label(r.then) if r.then else "", figure_label(r.now) if r.now else "", str(r.since or "")) for r in rows
    ]


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [
        (told(100), told(110), [("US$100", "US$110", "10.0")]),
        (told(100), told(110, unit="EUR"), []),
        (told(100), grown(7), []),
        (grown(4), grown(7), [("+4%", "+7%", "")]),
        (grown(4, comparison="yoy"), grown(7, comparison="qoq"), []),
        (
            told(3, metric="trial", unit="trials", listed=False),
            told(12, metric="trial", unit="trials", listed=False),
            [],
        ),
        (told(40, metric="people", unit="patients"), told(41, metric="people", unit="nurses"), []),
        (
            told(40, metric="member", unit="members", listed=False),
            told(44, metric="member", unit="members", listed=False),
            [("40", "44", "10.0")],
        ),
        (
            told(1000000, metric="people", unit="people", value_is_bound=True, value_limit="millions"),
            told(1200000, metric="people", unit="people"),
            [],
        ),
        (told(100, period=HALF), told(160, period=NINE), []),
        (told(10, unit="percent", metric="margin"), told(12, unit="percent", metric="margin"), [("10%", "12%", "2")]),
    ],
    ids=[
        *("values", "two currencies", "a value and a change", "changes", "changes against two times", "other trials"),
        *("other people", "counts that fit", "words for a number", "six months and nine", "shares"),
    ],
)
def test_what_is_held_against_what(then: Figure, now: Figure, changed: list[tuple[str, str, str]]) -> None:
    assert shown(pairs(side(Q2, then), side(Q3, now))[0]) == changed


@pytest.mark.parametrize(("confidence", "gone"), [("0.9", [("US$100", "", "")]), ("0.1", [])], ids=["sure", "unsure"])
def test_what_was_read_too_unsurely_is_not_called_gone(confidence: str, gone: list[tuple[str, str, str]]) -> None:
    then = told(100, said=Said("call", 0, confidence=Decimal(confidence)))
    assert shown(pairs(side(Q2, then), side(Q3))[2]) == gone


def test_what_is_of_another_kind_is_neither_new_nor_gone() -> None:
    assert pairs(side(Q2, told(100)), side(Q3, grown(7))) == ([], [], [])


def test_among_several_of_one_name_those_of_one_kind_are_found() -> None:
    before = side(Q2, told(100), grown(4, metric="revenue"))
    assert shown(pairs(before, side(Q3, grown(7)))[0]) == [("+4%", "+7%", "")]


def test_a_value_five_times_as_large_is_shown_as_unsure_without_a_move() -> None:
    (row,), _, _ = pairs(side(Q2, told(8)), side(Q3, told(4000)))
    assert (row.unsure, row.since) == (True, None)
    assert "| Oakfield | revenue ? | US$8 | US$4000 |            |" in page(
        Difference("Oakfield", "a", "b", read=True, changed=(row,))
    )


@pytest.mark.parametrize(("then", "now", "unsure"), [(-9, -79, True), (5, 98, True), (1, -23, False), (40, 90, False)])
def test_a_growth_many_times_the_other_and_far_from_it_is_unsure(then: int, now: int, unsure: bool) -> None:
    (row,), _, _ = pairs(side(Q2, grown(then)), side(Q3, grown(now)))
    assert row.unsure is unsure


def test_where_both_calls_tell_the_year_so_far_a_figure_that_grows_with_it_is_unsure() -> None:
    so_far = told(70, metric="capex", period=HALF), told(110, metric="capex", period=NINE)
    rows, _, _ = pairs(side(Q2, so_far[0], told(10)), side(Q3, so_far[1], told(16)))
    assert [(row.metric, row.unsure, row.since) for row in rows] == [("revenue", True, None)]


def test_only_what_was_read_surely_enough_is_called_silent_or_new() -> None:
    unsure = replace(SURE, confidence=Decimal("0.2"))
    before = side(Q2, told(100), told(5, metric="capex", said=unsure))
    _, new, gone = pairs(before, side(Q3, told(9, metric="backlog", said=unsure), told(7, metric="headcount")))
    assert ([row.metric for row in new], [row.metric for row in gone]) == (["headcount"], ["revenue"])
