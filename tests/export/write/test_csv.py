"""The two tables for Gephi's spreadsheet import."""

from __future__ import annotations

import csv
import io

from kg.export.view.graph import PropertyGraph
from kg.export.write.columns import clean
from kg.export.write.csv import write_csv


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_headers_are_those_that_gephi_looks_for(two_quarters: PropertyGraph) -> None:
    files = write_csv(two_quarters)
    assert sorted(files) == ["edges.csv", "nodes.csv"]
    assert list(rows(files["nodes.csv"])[0])[:3] == ["Id", "Label", "type"]
    assert list(rows(files["edges.csv"])[0])[:7] == ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight"]


def test_times_stand_in_a_column_named_timeset(two_quarters: PropertyGraph) -> None:
    files = write_csv(two_quarters)
    assert [row["timeset"] for row in rows(files["nodes.csv"])] == [
        "<[2031-01-01,2031-03-31]; [2031-04-01,2031-06-30]>",
        "<[2031-01-01,2031-03-31]>",
    ]


def test_labels_come_back_but_for_an_apostrophe_before_what_excel_would_run(awkward: PropertyGraph) -> None:
    read = {row["Id"]: row["Label"] for row in rows(write_csv(awkward)["nodes.csv"])}
    expected = {n.id: clean(n.label) for n in awkward.nodes}
    expected |= {id_: "'" + label for id_, label in expected.items() if label[0] in "=+-@"}
    assert read == expected


def test_a_negative_number_is_no_formula(two_quarters: PropertyGraph) -> None:
    written = write_csv(two_quarters)["nodes.csv"].decode()
    assert "'-" not in written
