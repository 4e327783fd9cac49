"""The page of an invented call, as data, as DOT and as SVG."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.errors import ExportError
from kg.export.choose.content import Content
from kg.export.choose.source import content_of
from kg.export.view.report import Report, Row, report
from kg.export.write.dot import quoted, write_dot
from kg.export.write.page import write_page

SVG = "{http://www.w3.org/2000/svg}"


def test_the_page_has_a_table_a_segment_with_reasons_and_questions_beside(content: Content) -> None:
    page = report(content)
    assert page.title == "Loom Group, quarter to 31 March 2031 (fiscal 2031 Q1)"
    assert [(t.name, t.head, [(r.metric, r.figure, r.sign) for r in t.rows]) for t in page.tables] == [
        ("Loom Group", "Ida Quill, Chief Executive Officer", [("revenue", "€5.2bn +4%", "✓")]),
        ("Dye House", None, [("operating profit", "−€12m −30%", "✗")]),
        ("Yarn Works", None, [("revenue", "€3.1bn +9%", "✓")]),
    ]
    assert [(r.words, r.moves) for r in page.reasons] == [
        ("higher price of indigo", (("dye/operating profit", "lowers"), ("loom/revenue", "lowers"))),
        ("strong demand for SilkLine", (("yarn/revenue", "raises"),)),
    ]
    assert [(q.analyst, q.firm, q.topics, q.answered_by, q.about) for q in page.questions] == [
        ("Bo Tern", "Heron Brothers", "SilkLine, Yarn Works, tariffs", "Ida Quill", (("yarn", 2),))
    ]


def test_tips_tell_who_said_it_where_and_how_a_name_was_heard(content: Content) -> None:
    row = report(content).tables[2].rows[0]
    assert row.tip == "Ida Quill, character 30: “we sold more”; Yarn Works heard as Jarn Works"


def test_a_doubtful_figure_and_a_doubtful_reason_bear_the_mark_of_the_brief(content: Content) -> None:
    unsure = replace(content.figures[0].said, confidence=Decimal("0.45"))
    figures = (replace(content.figures[0], said=unsure, qualifiers=("abroad",)), *content.figures[1:])
    page = report(replace(content, figures=figures, causes=(replace(content.causes[0], said=unsure),)))
    assert [row.metric for table in page.tables for row in table.rows] == [
        "revenue (abroad) ?",
        "operating profit",
        "revenue",
    ]
    assert [reason.words for reason in page.reasons] == ["strong demand for SilkLine ?"]
    assert "? a reading that may well be wrong" in write_page(page).decode()


def test_a_thing_that_its_metric_names_is_named_once(content: Content) -> None:
    figures = (replace(content.figures[0], subject="silk", series="silk/count", metric="SilkLine looms"),)
    assert [row.metric for table in report(replace(content, figures=figures)).tables for row in table.rows] == [
        "SilkLine looms"
    ]


def test_the_top_line_stands_first(content: Content) -> None:
    lines = tuple(
        replace(
            content.figures[0],
            iri=f"o{n}",
            series=f"s{n}",
            metric=metric,
            said=replace(content.figures[0].said, begin=n),
        )
        for n, metric in enumerate(("capex", "capex", "cost", "revenue"))
    )
    page = report(replace(content, figures=lines, causes=()))
    assert [row.metric for row in page.tables[0].rows] == ["revenue", "capex", "cost"]


def test_what_found_no_room_is_counted(content: Content) -> None:
    many = tuple(
        replace(content.figures[0], iri=f"o{n}", series=f"s{n}", metric=f"metric {n}", subject="yarn")
        for n in range(30)
    )
    assert report(replace(content, figures=many, causes=())).note == "not drawn: 16 figures"


def test_a_page_of_two_calls_is_refused(content: Content) -> None:
    two = replace(content, calls=(*content.calls, replace(content.calls[0], iri="other")))
    with pytest.raises(ExportError, match=r"a page shows one call, this graph holds 2; name one with --call"):
        report(two)


def with_labels(page: Report, text: str) -> Report:
    row = Row("r", text, text, "neutral", "", text)
    tables = (replace(page.tables[0], name=text, rows=(row,), tip=text), *page.tables[1:])
    reasons = tuple(replace(reason, words=text, tip=text, moves=(("r", "raises"),)) for reason in page.reasons)
    return replace(page, title=text, tables=tables, reasons=reasons)


AWKWARD = ["a & b", "<i>", 'say "x"', "back\\slash\\", "bell\x07", "雲端 🚀", "it's", "two\nlines", "\\N\\G"]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_words_stay_well_formed(content: Content, text: str) -> None:
    page = with_labels(report(content), text)
    assert ET.fromstring(write_page(page)).tag == f"{SVG}svg"
    dot = write_dot(page).decode()
    assert "\x07" not in dot
    for html in re.findall(r"label=<(.*?)>(?:,|\])", dot, flags=re.DOTALL):
        ET.fromstring(f"<x>{html}</x>")


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed here")
def test_graphviz_draws_awkward_words(content: Content, text: str) -> None:
    written = write_dot(with_labels(report(content), text))
    done = subprocess.run(["dot", "-Tsvg"], input=written, capture_output=True, check=True)
    assert done.stderr == b""
    ET.fromstring(done.stdout)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed here")
def test_graphviz_fits_the_sample_onto_a_landscape_page_with_letters_of_six_points(
    statements: tuple[ox.Quad, ...],
) -> None:
    written = write_dot(report(content_of(statements)))
    drawn = subprocess.run(["dot", "-Tsvg"], input=written, capture_output=True, check=True).stdout.decode()
    width, height = (float(n) for n in re.findall(r'(?:width|height)="([\d.]+)pt"', drawn)[:2])
    scale = re.search(r"scale\(([\d.]+)", drawn)
    smallest = min(float(n) for n in re.findall(r'font-size="([\d.]+)"', drawn))
    assert width > height
    assert width <= 11 * 72 + 20 and height <= 8.27 * 72
    assert scale is not None and smallest * float(scale[1]) >= 6


def test_the_page_is_a_landscape_with_letters_of_six_points(statements: tuple[ox.Quad, ...]) -> None:
    root = ET.fromstring(write_page(report(content_of(statements))))
    _, _, width, height = (float(n) for n in root.attrib["viewBox"].split())
    smallest = min(float(e.attrib["font-size"]) for e in root.iter(f"{SVG}text"))
    assert width > height
    assert smallest * 842 / width >= 6 and smallest * 595 / height >= 6


def test_ids_are_plain_and_iris_are_links(content: Content) -> None:
    dot = write_dot(report(content)).decode()
    assert re.findall(r"^  (n\d+) \[", dot, flags=re.MULTILINE) == ["n1", "n2", "n3", "n4", "n5", "n6"]
    assert 'URL="yarn"' in dot and 'HREF="yarn/revenue"' in dot and "edgetooltip=" in dot


def test_a_string_of_dot_keeps_its_backslashes_and_quotes() -> None:
    assert quoted('a\\N "b"\nc\x00') == '"a\\\\N \\"b\\"\\nc"'
