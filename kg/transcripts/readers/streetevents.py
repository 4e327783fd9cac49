"""StreetEvents text: blocks of participants, then turns headed `Name,  Firm - Post    [7]` between dashed rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Paragraph, Role, Span, Speaker
from kg.persons import plain
from kg.transcripts.boilerplate import ends_call
from kg.transcripts.collect import Label, collect
from kg.transcripts.draft import Draft
from kg.transcripts.lines import Line, lines

_RULE = re.compile(r"[=\-]{20,}")
_HEADER = re.compile(r"(?P<name>[^,\[\]]+?)(?:,\s+(?P<rest>.+?))?\s*\[\d+\]")
_FEWEST = 2


def read(text: str) -> Draft | None:
    """The draft of such a text; None when fewer than two headers stand in it."""
    page = list(lines(text))
    said = collect(_items(page))
    return Draft(said, tuple(_listed(page))) if len(said) >= _FEWEST else None


def _items(page: list[Line]) -> Iterator[Label | Paragraph]:
    """Labels and paragraphs; the headings of sections between double rules are left out."""
    ruled = [_RULE.fullmatch(line.text) is not None for line in page]
    begun = False
    for index, line in enumerate(page):
        if ruled[index]:
            continue
        header = _HEADER.fullmatch(line.text)
        between = 0 < index < len(page) - 1 and ruled[index - 1] and ruled[index + 1]
        if header and between:
            begun = True
            yield Label(
                _speaker(header), Span(line.span.start, line.span.start + len(line.text.rstrip("]0123456789[ ")))
            )
        elif begun and ends_call(line.text):
            return
        elif begun and not (between and page[index - 1].text.startswith("=")):
            yield Paragraph(line.span)


def _speaker(header: re.Match[str]) -> Speaker:
    firm, _, title = (header["rest"] or "").partition(" - ")
    return Speaker(plain(header["name"]), title.strip() or None, firm.strip() or None)


def _listed(page: list[Line]) -> Iterator[Speaker]:
    """The participants: `* Name` with `Firm - Post` on the line below, under a heading that tells the side."""
    role = Role.UNKNOWN
    for index, line in enumerate(page):
        text = line.text.casefold()
        if text.startswith("corporate parti"):
            role = Role.EXECUTIVE
        elif text.startswith("conference call parti"):
            role = Role.ANALYST
        elif text in {"presentation", "questions and answers"}:
            return
        elif line.text.startswith("* ") and index + 1 < len(page):
            firm, _, title = page[index + 1].text.partition(" - ")
            yield Speaker(plain(line.text[2:]), title.strip() or None, firm.strip() or None, role)
