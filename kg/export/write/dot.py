"""The page of a call in the language of Graphviz: reasons, tables whose rows are ports, questions.

A writer of our own: plain ids (`n1`), the IRI in `URL`, the evidence in the tooltips.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from kg.export.choose.doubt import MARK, MEANING
from kg.export.choose.labels import wrap
from kg.export.view.palette import EDGE_COLORS, FAVOURABLE, NEUTRAL, NODE_COLORS, UNFAVOURABLE
from kg.export.view.report import Asked, Reason, Report, Row, Table
from kg.export.write.columns import clean

ROW_COLORS = {FAVOURABLE: "#ddefe0", UNFAVOURABLE: "#f9dcd8", NEUTRAL: "#f2f2f2"}
LEGEND = f"causes → figures ← questions; ✓ favourable, ✗ unfavourable; (e) expected; {MARK} {MEANING}"
_PAGE = "10.8,7.6"


def write_dot(page: Report) -> bytes:
    """A landscape page for `dot`; its text is at least 6 points high on A4 and on letter paper."""
    return ("\n".join(_lines(page)) + "\n").encode("utf-8")


def quoted(text: str) -> str:
    """A string of the language; Graphviz reads a backslash before a letter as a command, so it is doubled.

    >>> print(quoted('say "yes" \\\\ no'))
    "say \\"yes\\" \\\\ no"
    """
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"').replace("\r", "").replace("\n", "\\n")
    return f'"{escaped}"'


def _lines(page: Report) -> Iterator[str]:
    ids = _ids(page)
    ports = {row.id: f"p{number}" for number, row in enumerate((r for t in page.tables for r in t.rows), 1)}
    homes = {row.id: ids[table.id] for table in page.tables for row in table.rows}
    title = f'<FONT POINT-SIZE="18"><B>{_html(page.title)}</B></FONT>'
    note = f'<FONT POINT-SIZE="10">{_html("; ".join(part for part in (LEGEND, page.note) if part))}</FONT>'
    yield "digraph call {"
    yield f'  graph [rankdir=LR, size="{_PAGE}", margin=0.2, nodesep=0.06, ranksep=0.7, outputorder=edgesfirst,'
    yield f'    charset="UTF-8", fontname="Helvetica", labelloc=t, tooltip={quoted(page.title)},'
    yield f"    label=<{title}<BR/>{note}>];"
    yield '  node [fontname="Helvetica", fontsize=10, shape=plain];'
    yield '  edge [fontname="Helvetica", fontsize=10, arrowsize=0.6];'
    for table in page.tables:
        yield from _table(table, ids[table.id], ports)
    yield from _column(page.tables, ids)
    for reason in page.reasons:
        yield from _reason(reason, ids, homes, ports)
    for asked in page.questions:
        yield from _asked(asked, ids)
    yield "}"


def _ids(page: Report) -> Mapping[str, str]:
    items = [*(t.id for t in page.tables), *(r.id for r in page.reasons), *(q.id for q in page.questions)]
    return {item: f"n{number}" for number, item in enumerate(items, 1)}


def _column(tables: tuple[Table, ...], ids: Mapping[str, str]) -> Iterator[str]:
    """All tables in one column, in reading order."""
    chain = " -> ".join(ids[table.id] for table in tables)
    yield f"  {{ rank=same; edge [style=invis]; {chain}; }}"


def _table(table: Table, name: str, ports: Mapping[str, str]) -> Iterator[str]:
    color = NODE_COLORS["BusinessUnit"]
    head = f' <FONT POINT-SIZE="9.5">{_html(table.head)}</FONT>' if table.head else ""
    yield f"  {name} [URL={quoted(table.id)}, tooltip={quoted(table.tip)}, label=<"
    yield f'    <TABLE BORDER="1" COLOR="{color}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">'
    yield f'    <TR><TD PORT="head" COLSPAN="2" ALIGN="LEFT" BGCOLOR="{color}">'
    yield f'<FONT COLOR="#ffffff"><B>{_html(table.name)}</B>{head}</FONT></TD></TR>'
    for row in table.rows:
        yield _row(row, ports[row.id])
    yield "    </TABLE>>];"


def _row(row: Row, port: str) -> str:
    link = f'HREF="{_html(row.id)}" TOOLTIP="{_html(row.tip)}" BGCOLOR="{ROW_COLORS[row.judgement]}"'
    figure = _html(f"{row.figure} {row.sign}".rstrip())
    cells = f'<TD ALIGN="LEFT" {link} PORT="{port}">{_html(wrap(row.metric, 44, 1))}</TD>'
    return f'    <TR>{cells}<TD ALIGN="RIGHT" {link} PORT="{port}r">{figure}</TD></TR>'


def _reason(
    reason: Reason, ids: Mapping[str, str], homes: Mapping[str, str], ports: Mapping[str, str]
) -> Iterator[str]:
    name, words = ids[reason.id], quoted(wrap(reason.words, 56, 1))
    box = 'shape=box, style="rounded,filled", fillcolor="#fff7ec", color="#d9973c", height=0.2, margin="0.08,0.02"'
    yield f"  {name} [{box}, fontsize=9.5, label={words}, URL={quoted(reason.id)}, tooltip={quoted(_tip(reason))}];"
    for series, kind in reason.moves:
        sign, color = ("+" if kind == "raises" else "−"), EDGE_COLORS[kind]
        style = f'color="{color}", fontcolor="{color}", label="{sign}", edgetooltip={quoted(_tip(reason))}'
        yield f"  {name}:e -> {homes[series]}:{ports[series]}:w [{style}];"


def _tip(reason: Reason) -> str:
    return f"{reason.words}\n{reason.tip}"


def _asked(asked: Asked, ids: Mapping[str, str]) -> Iterator[str]:
    color, name = NODE_COLORS["Analyst"], ids[asked.id]
    yield f"  {name} [URL={quoted(asked.id)}, tooltip={quoted(asked.tip)}, label=<"
    yield f'    <TABLE BORDER="1" COLOR="{color}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">'
    yield f'    <TR><TD ALIGN="LEFT"><B>{_html(asked.analyst)}</B> · {_html(asked.firm)}</TD></TR>'
    if asked.topics:
        yield f'    <TR><TD ALIGN="LEFT"><FONT POINT-SIZE="9.5">{_html(wrap(asked.topics, 64, 1))}</FONT></TD></TR>'
    if asked.answered_by:
        by = f'<FONT POINT-SIZE="9.5" COLOR="#8a5a00">answered by {_html(asked.answered_by)}</FONT>'
        yield f'    <TR><TD ALIGN="LEFT">{by}</TD></TR>'
    yield "    </TABLE>>];"
    for unit, topics in asked.about:
        width = min(4.0, 0.8 + 0.5 * topics)
        style = f'color="{color}", penwidth={width:.1f}, dir=back, weight=0, edgetooltip={quoted(asked.tip)}'
        if unit in ids:
            yield f"  {ids[unit]}:head:e -> {name}:w [{style}];"


def _html(text: str) -> str:
    return html.escape(clean(text), quote=True).replace("\n", "&#10;")
