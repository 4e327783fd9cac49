"""Estimates and the company's own table stand beside the figures of the invented company's calls."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import run
from kg.queries import find, prefix_table
from kg.rdf.vocab import EC
from kg.store import Store, reading

ESTIMATES = """\
Segment,metric,period,value,unit
,revenue,Q4 2023,318.5,USD million
Brokerage,revenue,Q4 2023,187,USD million
Trucking,revenue,2023-10-01/2023-12-31,124,USD million
,adjusted EBITDA,2024-01-01/2024-03-31,40,USD million
"""


@pytest.fixture
def folder(quillon_folder: Path, tmp_path: Path) -> Path:
    """A store of one's own with the three calls."""
    return Path(shutil.copytree(quillon_folder, tmp_path / "store"))


def attached(folder: Path, text: str, kind: str) -> int:
    path = folder.parent / f"{kind}.csv"
    path.write_text(text, encoding="utf-8")
    return run(["attach", str(path), "--as", kind, "--map", "Segment=entity", "--store", str(folder)])


def rows(store: Store, name: str, *columns: str) -> list[tuple[str, ...]]:
    found = store.query(find(name).text, prefixes=prefix_table())
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(str(getattr(row[column], "value", "")) for column in columns) for row in found]


def test_each_unit_beats_or_misses_what_was_estimated(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attached(folder, ESTIMATES, "estimates") == 0
    assert capsys.readouterr().out == (
        "4 figures attached as estimates/estimates, 4 stated on a call too; kg query beat-and-miss\n"
    )
    with reading(folder) as store:
        assert rows(store, "beat-and-miss", "subject", "metric", "verdict") == [
            ("Brokerage", "revenue", "beat"),
            ("Quillon Freight", "adjusted EBITDA", "beat"),
            ("Quillon Freight", "revenue", "miss"),
            ("Trucking", "revenue", "in line"),
        ]


def test_a_line_that_no_figure_of_a_call_stands_beside_is_named_with_the_reason(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (
        ",revenue,Q4 2023,318.5,USD million",
        "Brokerage,revenue,Q4 2023,187,shops",
        "Brokerage,revenue,Q4 2023,187000000,",
        "Trucking,net income,Q4 2023,3,USD million",
    )
    assert attached(folder, "\n".join(["Segment,metric,period,value,unit", *lines, ""]), "estimates") == 0
    assert capsys.readouterr().out.splitlines() == [
        "4 figures attached as estimates/estimates, 1 stated on a call too; kg query beat-and-miss",
        "  estimates.csv:3: Brokerage, revenue, Q4 2023: the calls give it in USD",
        "  estimates.csv:4: Brokerage, revenue, Q4 2023: the calls give it in USD; the line has no unit",
        "  estimates.csv:5: Trucking, net income, Q4 2023: no call states it",
    ]


def test_another_table_is_no_call_that_states_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = "Segment,metric,period,value,unit\nBrokerage,revenue,Q4 2023,187,shops\n"
    assert attached(folder, lines, "release") == attached(folder, lines, "estimates") == 0
    assert capsys.readouterr().out.count("0 stated on a call too") == 2


def test_usual_headings_are_known_and_one_figure_is_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder.parent / "consensus.csv"
    path.write_text(
        "Segment,Metric,Quarter,Consensus,Unit\nBrokerage,revenue,Q4 2023,187,USD million\n", encoding="utf-8"
    )
    assert run(["attach", str(path), "--as", "estimates", "--store", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("1 figure attached as estimates/consensus, 1 stated on a call too")


def test_two_percentages_lie_points_apart(tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    assert run(["build", "--store", str(folder)]) == 0
    line = "Kelanor Cloud,adjusted EBITDA margin,Q3 2025,13.2,percent"
    assert attached(folder, f"Segment,metric,period,value,unit\n{line}\n", "estimates") == 0
    with reading(folder) as store:
        found = rows(store, "beat-and-miss", "verdict", "expected", "actual", "surprise", "as")
    assert found == [("beat", "13.2", "14", "0.8", "points")]


def test_a_release_agrees_with_the_call_or_differs(folder: Path) -> None:
    lines = ("revenue,Q4 2023,312.4,USD million,", "adjusted EBITDA,Q4 2023,39,USD million,")
    released = "\n".join(["metric,period,value,unit,Segment", *lines, ""])
    assert attached(folder, released, "release") == 0
    with reading(folder) as store:
        assert rows(store, "reconciled", "metric", "verdict") == [("adjusted EBITDA", "differs"), ("revenue", "agrees")]
        assert len(list(store.match(None, EC.contradicts))) == 1


def test_a_table_is_dropped_by_name_and_the_store_is_as_it_was(folder: Path) -> None:
    with reading(folder) as store:
        before, calls = frozenset(store.quads()), store.calls()
    assert attached(folder, ESTIMATES, "estimates") == 0
    with reading(folder) as store:
        assert store.calls() == calls
    assert run(["drop", "estimates/estimates", "--store", str(folder)]) == 0
    with reading(folder) as store:
        assert frozenset(store.quads()) == before


def test_one_file_as_estimates_and_as_a_release_stands_twice(folder: Path) -> None:
    lines = "metric,period,value,unit,Segment\nrevenue,Q4 2023,312.4,USD million,\n"
    assert attached(folder, lines, "estimates") == 0
    assert attached(folder, lines, "release") == 0
    with reading(folder) as store:
        assert [entry.call for entry in store.entries() if entry.kind != "call"] == [
            "estimates/estimates",
            "release/release",
        ]
        assert rows(store, "beat-and-miss", "metric", "verdict") == [("revenue", "miss")]
        assert rows(store, "reconciled", "metric", "verdict") == [("revenue", "agrees")]


@pytest.mark.parametrize("command", ["check --no-shapes", "export facts", "export nq", "export gexf", "export ttl"])
def test_other_commands_go_on_beside_a_table(folder: Path, command: str) -> None:
    assert attached(folder, ESTIMATES, "estimates") == 0
    out = [] if command.startswith("check") else ["-o", str(folder.parent / "out")]
    assert run([*command.split(), *out, "--store", str(folder)]) == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (",revenu,Q4 2023,1,USD", "estimates.csv:2: no metric 'revenu' in the calls; did you mean 'revenue'"),
        ("Brokrage,revenue,Q4 2023,1,USD", "estimates.csv:2: no unit or product 'Brokrage' in the calls; did you mean"),
        (",revenue,Q3 2029,1,USD", "estimates.csv:2: no period 'Q3 2029'"),
    ],
)
def test_a_name_that_no_call_knows_is_refused_with_its_line(
    folder: Path, line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert attached(folder, f"Segment,metric,period,value,unit\n{line}\n", "estimates") == 1
    assert said in capsys.readouterr().err


def test_every_name_that_no_call_knows_is_said_at_once_and_nothing_is_stored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [",revenu,Q4 2023,1,USD", ",revenue,Q4 2023,1,USD", "Brokrage,revenue,Q4 2023,1,USD"]
    with reading(folder) as store:
        before = frozenset(store.quads())
    assert attached(folder, "\n".join(["Segment,metric,period,value,unit", *lines, ""]), "estimates") == 1
    said = [line.split(";")[0].strip() for line in capsys.readouterr().err.splitlines()]
    assert said == [
        "kg: estimates.csv:2: no metric 'revenu' in the calls",
        "estimates.csv:4: no unit or product 'Brokrage' in the calls",
        "2 lines cannot be read",
    ]
    with reading(folder) as store:
        assert frozenset(store.quads()) == before
