"""A CSV file of figures as rows, or the line on which it is none."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kg.attach import read_table
from kg.errors import FiguresError

TABLE = (
    'Item,entity,period,Amount,unit\r\nrevenue,"Tools,\nHome",Q1 2024,"1,250.5",USD million\nmargin,,Q1 2024,12.5%,\n'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "figures.csv"
    found.write_bytes(b"\xef\xbb\xbf" + TABLE.encode())
    return found


def test_values_are_in_base_units_with_their_rounding(path: Path) -> None:
    rows = read_table(path, {"Item": "metric", "Amount": "value"}).rows
    assert [(r.line, r.metric, r.entity, r.value, r.decimals, r.unit) for r in rows] == [
        (2, "revenue", "Tools,\nHome", Decimal("1250500000"), -5, "USD"),
        (4, "margin", "", Decimal("12.5"), 1, "percent"),
    ]


def test_a_row_quotes_its_words(path: Path) -> None:
    for row in read_table(path, {"Item": "metric", "Amount": "value"}).rows:
        assert TABLE[row.span.start : row.span.end].rstrip("\r\n") == row.words


@pytest.mark.parametrize(
    ("content", "columns", "said"),
    [
        ("metric,value\n", {}, "figures.csv:1: no column for period; found metric, value; name them with --map"),
        ("", {}, "figures.csv:1: no column for metric, period, value; found nothing"),
        ("metric,period,value\nrevenue,Q1 2024,much\n", {}, "figures.csv:2: 'much' is no figure"),
        ("metric,period,value\n", {"Perod": "period"}, "--map Perod=period"),
        ("metric,period,value\n", {"metric": "metrik"}, "did you mean 'metric'"),
    ],
)
def test_what_is_no_table_of_figures_is_refused(
    tmp_path: Path, content: str, columns: dict[str, str], said: str
) -> None:
    path = tmp_path / "figures.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FiguresError) as refused:
        read_table(path, columns)
    assert said in str(refused.value)


def test_a_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FiguresError, match=r"nothing\.csv: there is no such file; expected a table as CSV"):
        read_table(tmp_path / "nothing.csv")


def test_every_line_that_cannot_be_read_is_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("metric,period,value\nrevenue,Q1 2024,much\nrevenue,Q1 2024,7\ncapex,Q1 2024,\n", encoding="utf-8")
    with pytest.raises(FiguresError) as refused:
        read_table(path)
    assert [line.strip().removeprefix(f"{tmp_path}/") for line in str(refused.value).splitlines()] == [
        "figures.csv:2: 'much' is no figure; expected a number such as 1,234.5",
        "figures.csv:4: '' is no figure; expected a number such as 1,234.5",
        "2 lines cannot be read; nothing was stored",
    ]


def test_of_many_lines_that_cannot_be_read_the_first_twenty_are_named(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("metric,period,value\n" + "revenue,Q1 2024,much\n" * 25, encoding="utf-8")
    with pytest.raises(FiguresError) as refused:
        read_table(path)
    lines = str(refused.value).splitlines()
    assert (len(lines), lines[-2:]) == (22, ["  … and 5 more", "  25 lines cannot be read; nothing was stored"])
