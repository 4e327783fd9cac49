"""How much room a node's label takes, estimated without a font so that the same graph gets the same layout anywhere."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from kg.export.view.graph import Node

FONT_SIZES = {"Company": 17.0, "BusinessUnit": 13.0, "Analyst": 12.0, "Cause": 10.0}
BOLD = frozenset({"Company", "BusinessUnit"})
_OTHER = 11.0
_NARROW = frozenset("fijlrtI.,:;'!|()[] ")
_WIDE = frozenset("mwMW%@—→←…")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that a label may not share with another."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge.

        >>> Box(0, 0, 2, 1).overlaps(Box(2, 0, 3, 1))
        False
        """
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top


def font_size(node: Node) -> float:
    """The height of the letters of a node's label, in the units of the layout."""
    return FONT_SIZES.get(node.type, _OTHER)


def text_width(text: str, size: float) -> float:
    """The width of a line in a wide sans-serif font: Chinese is as wide as high, Latin letters about 0.6 of that.

    >>> round(text_width("ab", 10.0), 1), text_width("中", 10.0)
    (12.4, 10.0)
    """
    return sum(_share(character) for character in text) * size


def label_extent(node: Node) -> tuple[float, float]:
    """Width and height of a node's label."""
    lines, size = node.label.split("\n"), font_size(node)
    widest = max(text_width(line, size) for line in lines)
    return widest * (1.08 if node.type in BOLD else 1.0), 1.18 * size * len(lines)


def label_box(node: Node) -> Box:
    """Where a node's label stands: beside it, or above it in the upper half and below it in the lower."""
    width, height = label_extent(node)
    gap = node.size / 2 + 3
    match node.anchor:
        case "start":
            return Box(node.x + gap, node.y - height / 2, node.x + gap + width, node.y + height / 2)
        case "end":
            return Box(node.x - gap - width, node.y - height / 2, node.x - gap, node.y + height / 2)
        case "middle":
            base = node.y + gap if node.y >= 0 else node.y - gap - height
            return Box(node.x - width / 2, base, node.x + width / 2, base + height)


@cache
def _share(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.37
    if character in _WIDE:
        return 0.95
    return 0.72 if character.isupper() else 0.62
