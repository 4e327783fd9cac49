"""The page of a call as SVG, drawn without Graphviz, so that it is the same bytes on every machine."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.layout.boxes import text_width
from kg.export.layout.columns import (
    CAUSE_WIDTH,
    HEAD,
    LINE,
    PAPER,
    ROW,
    TABLE_WIDTH,
    TABLE_X,
    TEXT,
    WIDTH,
    Box,
    Layout,
    fitted,
    lay_out,
)
from kg.export.view.palette import EDGE_COLORS, NODE_COLORS
from kg.export.view.report import Asked, Reason, Report, Row, Table
from kg.export.write.dot import LEGEND, ROW_COLORS
from kg.export.write.xml import attribute, content

_MARGIN = 18.0
_TABLE, _ASKED = NODE_COLORS["BusinessUnit"], NODE_COLORS["Analyst"]


def write_page(page: Report) -> bytes:
    """A landscape A4 page; every element links to its IRI and shows its evidence under the pointer."""
    return ("\n".join(_lines(page)) + "\n").encode("utf-8")


def _lines(page: Report) -> Iterator[str]:
    layout = lay_out(page)
    width, height = WIDTH + 2 * _MARGIN, layout.height + _MARGIN
    across, down = max(width, height * PAPER), max(height, width / PAPER)
    left = -_MARGIN - (across - width) / 2
    yield '<svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm"'
    yield f'  viewBox="{left:.1f} 0 {across:.1f} {down:.1f}" font-family="Helvetica, Arial, sans-serif">'
    yield f'<rect x="{left:.1f}" y="0" width="{across:.1f}" height="{down:.1f}" fill="#ffffff"/>'
    yield _words(0, 24, page.title, size=17, bold=True)
    yield _words(0, 38, "; ".join(part for part in (LEGEND, page.note) if part), size=9, color="#444444")
    for reason in page.reasons:
        yield from _moves(reason, layout)
    for asked in page.questions:
        yield from _aims(asked, layout)
    for reason in page.reasons:
        yield from _reason(reason, layout.reasons[reason.id])
    for table in page.tables:
        yield from _table(table, layout)
    for asked in page.questions:
        yield from _asked(asked, layout.questions[asked.id])
    yield "</svg>"


def _moves(reason: Reason, layout: Layout) -> Iterator[str]:
    """From the reason to each figure that it moves, with a sign for those who see no colour."""
    y = layout.reasons[reason.id].y
    for series, kind in reason.moves:
        color, end = EDGE_COLORS[kind], layout.ports[series]
        yield _curve(CAUSE_WIDTH, y, TABLE_X - 5, end, color, 1.2, f"{kind}: {reason.words}")
        yield f'<path d="M{TABLE_X - 6:.1f} {end - 3:.1f}l6 3l-6 3z" fill="{color}"/>'

    for kind in sorted({kind for _, kind in reason.moves}):
        sign, x = ("+", CAUSE_WIDTH + 4) if kind == "raises" else ("−", CAUSE_WIDTH + 11)
        yield _words(x, y - 2.5, sign, size=10, color=EDGE_COLORS[kind])


def _aims(asked: Asked, layout: Layout) -> Iterator[str]:
    box = layout.questions[asked.id]
    for unit, topics in asked.about:
        if unit in layout.ports:
            x, y, width = TABLE_X + TABLE_WIDTH, layout.ports[unit], min(5.0, 0.9 + 0.5 * topics)
            yield _curve(box.x, box.y, x + 5, y, _ASKED, width, f"{topics} topics")
            yield f'<path d="M{x + 7:.1f} {y - 3.5:.1f}l-7 3.5l7 3.5z" fill="{_ASKED}"/>'


def _curve(x1: float, y1: float, x2: float, y2: float, color: str, width: float, tip: str) -> str:
    middle = (x1 + x2) / 2
    path = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    style = f'fill="none" stroke="{color}" stroke-width="{width:.1f}" stroke-opacity="0.8"'
    return f'<path d="{path}" {style}><title>{content(tip)}</title></path>'


def _reason(reason: Reason, box: Box) -> Iterator[str]:
    yield from _open(reason.id, f"{reason.words}\n{reason.tip}")
    yield _rectangle(box, fill="#fff7ec", line="#d9973c", radius=5)
    top = box.y - LINE * (len(box.lines) - 1) / 2
    for number, line in enumerate(box.lines):
        yield _words(box.x + 7, top + number * LINE + 3, line)
    yield "</a>"


def _table(table: Table, layout: Layout) -> Iterator[str]:
    y = layout.tables[table.id]
    yield from _open(table.id, table.tip)
    yield f'<rect x="{TABLE_X}" y="{y:.1f}" width="{TABLE_WIDTH}" height="{HEAD}" fill="{_TABLE}"/>'
    name = fitted(table.name, TABLE_WIDTH - 12, 1, 12)[0]
    room = TABLE_WIDTH - 18 - text_width(name, 12)
    leader = fitted(table.head, room, 1)[0] if table.head and room > 60 else ""
    head = f'<tspan font-weight="normal" font-size="{TEXT}" dx="6">{content(leader)}</tspan>' if leader else ""
    start = f'<text x="{TABLE_X + 5}" y="{y + 12.5:.1f}" font-size="11" font-weight="bold" fill="#ffffff">'
    yield f"{start}{content(name)}{head}</text></a>"
    for number, row in enumerate(table.rows):
        yield from _row(row, y + HEAD + number * ROW)
    height = HEAD + ROW * len(table.rows)
    frame = f'x="{TABLE_X}" y="{y:.1f}" width="{TABLE_WIDTH}" height="{height:.1f}"'
    yield f'<rect {frame} fill="none" stroke="{_TABLE}" stroke-width="1.2"/>'


def _row(row: Row, y: float) -> Iterator[str]:
    yield from _open(row.id, row.tip)
    yield f'<rect x="{TABLE_X}" y="{y:.1f}" width="{TABLE_WIDTH}" height="{ROW}" fill="{ROW_COLORS[row.judgement]}"/>'
    figure = f"{row.figure} {row.sign}".rstrip()
    room = TABLE_WIDTH - 16 - 5.2 * len(figure)
    yield _words(TABLE_X + 5, y + 10.3, fitted(row.metric, room, 1, 9.5)[0], size=9.5)
    yield _words(TABLE_X + TABLE_WIDTH - 5, y + 10.3, figure, size=9.5, anchor="end")
    yield "</a>"


def _asked(asked: Asked, box: Box) -> Iterator[str]:
    yield from _open(asked.id, asked.tip)
    yield _rectangle(box, fill="#ffffff", line=_ASKED, radius=0)
    y = box.y - box.height / 2 + 12
    firm = f'<tspan font-weight="normal" dx="4">· {content(asked.firm)}</tspan>'
    start = f'<text x="{box.x + 6:.1f}" y="{y:.1f}" font-size="10" font-weight="bold">'
    yield f"{start}{content(asked.analyst)}{firm}</text>"
    for line in box.lines:
        y += LINE
        yield _words(box.x + 6, y, line)
    if asked.answered_by:
        yield _words(box.x + 6, y + LINE, f"answered by {asked.answered_by}", color="#8a5a00")
    yield "</a>"


def _open(iri: str, tip: str) -> Iterator[str]:
    yield f"<a href={attribute(iri)}><title>{content(tip)}</title>"


def _rectangle(box: Box, *, fill: str, line: str, radius: float) -> str:
    place = f'x="{box.x:.1f}" y="{box.y - box.height / 2:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
    return f'<rect {place} rx="{radius}" fill="{fill}" stroke="{line}"/>'


def _words(
    x: float,
    y: float,
    text: str,
    *,
    size: float = TEXT,
    color: str = "#000000",
    anchor: str = "start",
    bold: bool = False,
) -> str:
    style = f'font-size="{size}" fill="{color}" text-anchor="{anchor}"' + (' font-weight="bold"' if bold else "")
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{content(text)}</text>'
