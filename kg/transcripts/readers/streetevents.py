"""StreetEvents text: blocks of participants, then numbered turns headed `Name,  Firm - Post    [7]`.

Rules of dashes may stand above and below the headers; where they were lost, the numbers, which count on, tell headers.
"""

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
_HEADER = re.compile(r"(?P<name>[^,\[\]]+?)(?:,\s+(?P<rest>.+?))?\s*\[(?P<number>\d+)\]")
_SECTIONS = {"presentation", "questions and answers"}
_FEWEST = 2


def read(text: str) -> Draft | None:
    """The draft of such a text; None when fewer than two headers stand in it."""
    page = list(lines(text))
    said = collect(_items(page))
    return Draft(said, tuple(_listed(page))) if len(said) >= _FEWEST else None


def _items(page: list[Line]) -> Iterator[Label | Paragraph]:
    """Labels and paragraphs; rules and the headings of sections are left out."""
    number = 0
    for line in page:
        header = _HEADER.fullmatch(line.text)
        if header and _counts_on(int(header["number"]), number):
            number = int(header["number"])
            yield Label(
                _speaker(header), Span(line.span.start, line.span.start + len(line.text.rstrip("]0123456789[ ")))
            )
        elif number and ends_call(line.text):
            return
        elif number and not _RULE.fullmatch(line.text) and line.text.casefold() not in _SECTIONS:
            yield Paragraph(line.span)


def _counts_on(number: int, last: int) -> bool:
    """Whether a number heads a turn after the one of another number; each section counts from one.

    >>> _counts_on(8, 7), _counts_on(1, 7), _counts_on(2019, 7)
    (True, True, False)
    """
    return number == 1 or number == last + 1


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
        elif text in _SECTIONS:
            return
        elif line.text.startswith("* ") and index + 1 < len(page):
            firm, _, title = page[index + 1].text.partition(" - ")
            yield Speaker(plain(line.text[2:]), title.strip() or None, firm.strip() or None, role)
