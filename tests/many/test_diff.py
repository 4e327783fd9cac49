"""Two calls of the invented company, laid side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli import run
from kg.diff import Change, diff
from kg.diff.page import page
from kg.errors import NotComparable, UnknownName
from kg.export.choose.labels import figure_label
from kg.store import Store

FIRST, SECOND, THIRD = (f"quillon-freight_{end}" for end in ("2023-09-30", "2023-12-31", "2024-03-31"))

CHANGED = {
    ("Quillon Freight", "revenue", "US$310m +4%", "US$312m +3%", "0.6"),
    ("Quillon Freight", "adjusted EBITDA", "US$37m", "US$35m from US$36m", "-5.4"),
    ("Brokerage", "revenue", "US$190m", "US$188m", "-1.1"),
    ("Trucking", "revenue", "US$120m", "US$124m", "3.3"),
}


def label(change: Change) -> tuple[str, ...]:
    assert change.then is not None and change.now is not None
    return change.unit, change.metric, figure_label(change.then), figure_label(change.now), str(change.since)


def test_figures_then_and_now_stand_side_by_side_by_unit(quillon: Store) -> None:
    found = diff(quillon, FIRST, SECOND)
    assert {label(c) for c in found.changed if c.since is not None} == CHANGED


def test_guidance_is_new_or_beside_what_came_of_it(quillon: Store) -> None:
    assert {(g.metric, g.period, g.verdict) for g in diff(quillon, FIRST, SECOND).guidance} == {
        ("revenue", "2023-10-01/2023-12-31", "below"),
        ("capex", "2023-01-01/2023-12-31", "due"),
        ("revenue", "2024-01-01/2024-12-31", "new"),
        ("capex", "2024-01-01/2024-12-31", "new"),
    }


def test_guidance_is_raised_or_repeated(quillon: Store) -> None:
    assert [(g.metric, g.verdict) for g in diff(quillon, SECOND, THIRD).guidance] == [
        ("revenue", "raised"),
        ("capex", "repeated"),
    ]


def test_what_was_reported_then_and_is_not_spoken_of_is_silent(quillon: Store) -> None:
    silent = diff(quillon, SECOND, THIRD).silent
    assert [(c.unit, c.metric, figure_label(c.then)) for c in silent if c.then] == [
        ("Quillon Freight", "active shipper", "42.5k")
    ]


def test_the_earlier_call_comes_first_whichever_is_named_first(quillon: Store) -> None:
    assert diff(quillon, THIRD, SECOND) == diff(quillon, SECOND, THIRD)


def test_the_page_holds_a_section_for_all_there_is(quillon: Store) -> None:
    text = page(diff(quillon, SECOND, THIRD))
    assert text.startswith(f"# Quillon Freight: {THIRD} against {SECOND}\n")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Changed",
        "## Guidance",
        "## Silent now",
    ]
    assert "| 2024-01-01/2024-12-31 | raised   | +4% to +6% | +6% to +8% |" in text


def test_one_call_cannot_be_compared_with_itself(quillon: Store) -> None:
    with pytest.raises(NotComparable, match="is one call"):
        diff(quillon, FIRST, FIRST)


def test_an_unknown_call_is_answered_with_the_nearest(quillon: Store) -> None:
    with pytest.raises(UnknownName, match=f"did you mean '{THIRD}'"):
        diff(quillon, FIRST, "quillon-freight_2024-03")


def test_the_command_prints_json_with_base_units(quillon_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", SECOND, THIRD, "--format", "json", "--store", str(quillon_folder)]) == 0
    found = json.loads(capsys.readouterr().out)
    revenue = found["changed"][0]
    assert (revenue["then"]["value"], revenue["now"]["value"], revenue["since"]) == (312_000_000, 321_000_000, 2.9)
