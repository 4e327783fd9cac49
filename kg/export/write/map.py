"""An SVG of a positioned property graph that needs no other program: what Gephi shows, for those who have none."""

from __future__ import annotations

import math
from collections.abc import Iterator

from kg.export.choose.doubt import MARK, MEANING
from kg.export.layout.boxes import BOLD, font_size, label_box, text_width
from kg.export.view.graph import Edge, Node, PropertyGraph
from kg.export.view.palette import EDGE_COLORS, FAVOURABLE, NODE_COLORS, SERIES_COLORS, UNFAVOURABLE
from kg.export.write.xml import content

_MARGIN = 30.0
_TITLE = 44.0
_ROW = 20
"""The height of a row of the legend, of which two have their place in any case."""
_CLEAR = 26.0
"""How far round a label a curve turns."""

Point = tuple[float, float]

_FAINT = {"asked": 0.45, "reports": 0.9, "raises": 0.75, "lowers": 0.75}


def write_map(graph: PropertyGraph) -> bytes:
    """The graph as it lies: edges below, nodes above them, labels on top, with title and legend."""
    return ("\n".join(_lines(graph)) + "\n").encode("utf-8")


def _lines(graph: PropertyGraph) -> Iterator[str]:
    boxes = [label_box(node) for node in graph.nodes]
    left = min((b.left for b in boxes), default=0.0) - _MARGIN
    right = max((b.right for b in boxes), default=0.0) + _MARGIN
    top = max((b.top for b in boxes), default=0.0) + _MARGIN + _TITLE
    width = right - left
    legend, rows = _legend(graph, width - 2 * _MARGIN)
    bottom = min((b.bottom for b in boxes), default=0.0) - _MARGIN - _TITLE - _ROW * max(0, rows - 2)
    height = top - bottom
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {-top:.0f} {width:.0f} {height:.0f}"'
    yield f'  width="{width:.0f}" height="{height:.0f}" font-family="Helvetica, Arial, sans-serif">'
    yield f'<rect x="{left:.0f}" y="{-top:.0f}" width="{width:.0f}" height="{height:.0f}" fill="#ffffff"/>'
    size = min(22.0, 22.0 * (width - 2 * _MARGIN) / (1.12 * text_width(graph.title, 22.0) or 1.0))
    start = f'<text x="{left + _MARGIN:.0f}" y="{40 - top:.0f}" font-size="{size:.1f}" font-weight="bold">'
    yield f"{start}{content(graph.title)}</text>"
    nodes = {node.id: node for node in graph.nodes}
    for edge in graph.edges:
        yield _edge(edge, nodes[edge.source], nodes[edge.target])
    for node in graph.nodes:
        yield _mark(node)
    for node in graph.nodes:
        yield from _label(node)
    yield f'<g transform="translate({left + _MARGIN:.0f} {-bottom - 30 - _ROW * max(0, rows - 2):.0f})">'
    yield from legend
    yield "</g>"
    yield "</svg>"


def _edge(edge: Edge, source: Node, target: Node) -> str:
    """A flat curve that ends at the rim of the target; an arrow where something is pushed."""
    x1, y1 = source.x, -source.y
    (cx, cy), (x2, y2) = (
        _around(source, target) if edge.polarity and _is_behind(source, target) else _flat(source, target)
    )
    path = f"M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}"
    width = min(6.0, 1.0 + 0.5 * (edge.weight - 1)) if edge.kind == "asked" else 1.3
    style = f'stroke="{edge.color}" stroke-width="{width:.1f}" stroke-opacity="{_FAINT.get(edge.kind, 0.7)}"'
    line = f'<path d="{path}" fill="none" {style}><title>{content(_edge_tip(edge, source, target))}</title></path>'
    return line + (_arrow(cx, cy, x2, y2, edge.color) if edge.kind in ("raises", "lowers") else "")


def _flat(source: Node, target: Node) -> tuple[Point, Point]:
    """The turning point and the end of a curve that is nearly a line."""
    x1, y1, x2, y2 = source.x, -source.y, target.x, -target.y
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    stop = max(0.0, length - target.size / 2 - 1.5) / length
    x2, y2 = x1 + (x2 - x1) * stop, y1 + (y2 - y1) * stop
    bend = 0.08 * length
    return ((x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend), (x2, y2)


def _is_behind(source: Node, target: Node) -> bool:
    """Whether the label of the target lies between the two, so that a line would run through it."""
    box = label_box(target)
    match target.anchor:
        case "start":
            return source.x > box.right
        case "end":
            return source.x < box.left
        case "middle":
            return source.y > box.top if box.bottom > target.y else source.y < box.bottom


def _around(source: Node, target: Node) -> tuple[Point, Point]:
    """The turning point and the end of a curve that comes round the label of the target to another side of its disc."""
    x, y, rim, box = target.x, -target.y, target.size / 2 + 1.5, label_box(target)
    if target.anchor == "middle":
        side = 1.0 if source.x > target.x else -1.0
        return (x + side * ((box.right - box.left) / 2 + _CLEAR), y), (x + side * rim, y)
    side = -1.0 if source.y >= target.y else 1.0  # upwards is less in a picture
    rim += _tip(target, side)
    return (x, y + side * ((box.top - box.bottom) / 2 + _CLEAR)), (x, y + side * rim)


def _tip(node: Node, side: float) -> float:
    """How far a triangle reaches beyond the disc: only where it points."""
    points = -1.0 if node.favourable == FAVOURABLE else 1.0 if node.favourable == UNFAVOURABLE else 0.0
    return node.size / 8 if points == side else 0.0


def _arrow(cx: float, cy: float, x: float, y: float, color: str) -> str:
    angle = math.atan2(y - cy, x - cx)
    points = " ".join(
        f"{x - size * math.cos(angle + turn):.1f},{y - size * math.sin(angle + turn):.1f}"
        for size, turn in ((0.0, 0.0), (8.0, 0.38), (8.0, -0.38))
    )
    return f'<polygon points="{points}" fill="{color}"/>'


def _mark(node: Node) -> str:
    """A disc; a triangle that points up where the movement is favourable, down where it is not."""
    x, y, r = node.x, -node.y, node.size / 2
    style = f'fill="{node.color}" stroke="#ffffff" stroke-width="1"'
    tip = f"<title>{content(_node_tip(node))}</title>"
    if node.favourable not in (FAVOURABLE, UNFAVOURABLE):
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" {style}>{tip}</circle>'
    up = -1 if node.favourable == FAVOURABLE else 1
    r *= 1.25
    points = f"{x:.1f},{y + up * r:.1f} {x - r:.1f},{y - up * r * 0.7:.1f} {x + r:.1f},{y - up * r * 0.7:.1f}"
    return f'<polygon points="{points}" {style}>{tip}</polygon>'


def _label(node: Node) -> Iterator[str]:
    box, size = label_box(node), font_size(node)
    x = {"start": box.left, "middle": node.x, "end": box.right}[node.anchor]
    weight = ' font-weight="bold"' if node.type in BOLD else ""
    halo = 'stroke="#ffffff" stroke-width="3" stroke-opacity="0.85" paint-order="stroke"'
    for number, line in enumerate(node.label.split("\n")):
        y = -box.top + size * (0.95 + 1.18 * number)
        start = f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.0f}" text-anchor="{node.anchor}"'
        yield f"{start} {halo}{weight}>{content(line)}</text>"


def _legend(graph: PropertyGraph, width: float) -> tuple[list[str], int]:
    """What colours and lines mean, from a first row at 0 downwards, and the number of rows."""
    marks = [(name, _dot(color)) for name, color in NODE_COLORS.items() if any(n.type == name for n in graph.nodes)]
    shown = {node.favourable for node in graph.nodes}
    marks += [(f"{word} figure", _dot(color)) for word, color in SERIES_COLORS.items() if word in shown]
    marks += [(kind, _dash(EDGE_COLORS.get(kind, "#999999"))) for kind in sorted({edge.kind for edge in graph.edges})]
    lines, x, row = [], 0.0, 0
    for name, (mark, space) in marks:
        if x > width - 120:
            x, row = 0.0, row + 1
        words = f'<text x="{space}" font-size="12">{content(name)}</text>'
        lines.append(f'<g transform="translate({x:.0f} {row * _ROW})">{mark}{words}</g>')
        x += 21 + space + 6.6 * len(name)
    if any(f" {MARK}" in node.label for node in graph.nodes):
        row += 1
        lines.append(f'<text y="{row * _ROW}" font-size="12">{content(f"{MARK} {MEANING}")}</text>')
    return lines, row + 1


def _dot(color: str) -> tuple[str, int]:
    """The mark of a node in the legend, and where its words begin."""
    return f'<circle cy="-4" r="5" fill="{color}"/>', 9


def _dash(color: str) -> tuple[str, int]:
    """The mark of an edge in the legend, and where its words begin."""
    return f'<path d="M0 -4h22" stroke="{color}" stroke-width="2.5"/>', 27


def _node_tip(node: Node) -> str:
    heard = f"heard as: {node.repaired}" if node.repaired else None
    return "\n".join(part for part in (node.label, node.quote, heard, node.url) if part)


def _edge_tip(edge: Edge, source: Node, target: Node) -> str:
    head = f"{source.label} — {edge.kind} → {target.label}".replace("\n", " ")
    return "\n".join(part for part in (head, edge.speaker, edge.quote) if part)
