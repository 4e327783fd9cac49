"""Text out of StreetEvents PDFs: headers `Name - Firm - Post`, hard-wrapped lines, page furniture inside the speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Paragraph, Role, Span, Speaker
from kg.persons import is_generic, is_name, is_operator, is_post, plain
from kg.transcripts.boilerplate import ends_call, is_furniture
from kg.transcripts.collect import Label, collect, joined
from kg.transcripts.draft import Draft
from kg.transcripts.furniture import furniture, without
from kg.transcripts.lines import Line, lines

_HEADER = re.compile(r"(?P<name>.{3,40}?) - (?P<firm>.{2,80}?) - (?P<title>.{2,110})")
_FEWEST = 2


def read(text: str) -> Draft | None:
    """The draft of such a text; None when fewer than two headers stand in it, or none with firm and post."""
    page = list(lines(text))
    gaps = furniture(page, is_label=lambda line: _header(line) is not None)
    kept = without(page, gaps)
    labels = [i for i, line in enumerate(kept) if _header(line)]
    if len(labels) < _FEWEST or not any(_HEADER.fullmatch(kept[i].text) for i in labels):
        return None
    end = next((i for i, line in enumerate(kept) if i > labels[-1] and ends_call(line.text)), len(kept))
    said = collect(_items(kept, labels, end, gaps))
    return Draft(said, tuple(_listed(kept[: labels[0]], [s.speaker for s in said])))


def _items(kept: list[Line], labels: list[int], end: int, gaps: tuple[Span, ...]) -> Iterator[Label | Paragraph]:
    for label, following in zip(labels, [*labels[1:], end], strict=True):
        speaker = _header(kept[label])
        if speaker:
            yield Label(speaker, kept[label].span)
            yield from joined([line for line in kept[label + 1 : following] if not is_furniture(line.text)], gaps)


def _header(line: Line) -> Speaker | None:
    """The speaker of a header line.

    >>> [s] = [_header(line) for line in lines("Ann B. Lee - Harbour Bank, Inc. - Senior Analyst")]
    >>> (s.name, s.organization, s.title)
    ('Ann B. Lee', 'Harbour Bank, Inc.', 'Senior Analyst')
    """
    if is_operator(line.text) or is_generic(line.text):
        return Speaker(line.text)
    match = _HEADER.fullmatch(line.text)
    if match is None or not is_name(match["name"]) or not is_post(match["title"]):
        return None
    return Speaker(plain(match["name"]), match["title"], match["firm"])


def _listed(head: list[Line], speakers: list[Speaker]) -> Iterator[Speaker]:
    """The printed list `Name Firm - Post`, cut where a speaker's name or firm tells the border."""
    role = Role.UNKNOWN
    firms = {s.organization for s in speakers if s.organization}
    for line in head:
        if line.text.isupper() and "PARTICIPANTS" in line.text:
            role = Role.EXECUTIVE if "CORPORATE" in line.text else Role.ANALYST
            continue
        person, _, title = line.text.partition(" - ")
        firm = next((f for f in firms if person.endswith(" " + f)), None)
        if role is not Role.UNKNOWN and firm and is_name(person[: -len(firm) - 1]):
            yield Speaker(plain(person[: -len(firm) - 1]), title.strip() or None, firm, role)
