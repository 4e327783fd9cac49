"""Web transcripts that head each turn with `Name -- Title` or `Name -- Firm -- Analyst` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Paragraph, Speaker
from kg.persons import is_name, is_operator, plain, post_and_firm
from kg.transcripts.boilerplate import ends_call, spoken
from kg.transcripts.collect import Label, collect
from kg.transcripts.draft import Draft
from kg.transcripts.lines import Line, lines

_DASH = re.compile(r"\s*(?:--|—|–| - )\s*")
_LONGEST = 180
_FEWEST = 2


def read(text: str) -> Draft | None:
    """The draft of a page with such headers; None when nobody has one with a post or fewer than two people speak."""
    page = list(lines(text))
    end = next((i for i, line in enumerate(page) if ends_call(line.text) and i > len(page) // 2), len(page))
    body = list(spoken(page[:end]))
    headed = {s.name for line in body if (s := _speaker(line.text)) and s.title}
    said = collect(_items(body[_begin(body, headed) :], headed))
    if len(said) < _FEWEST or not any(s.speaker.title for s in said):
        return None
    tail = tuple(s for line in page[end:] if (s := _speaker(line.text)) and (s.title or s.organization))
    return Draft(said, tail)


def _begin(body: list[Line], headed: set[str]) -> int:
    """The line of the first header: a company's name alone on a line above it is no speaker."""
    return next(
        (i for i, line in enumerate(body) if is_operator(line.text) or line.text in headed or _speaker(line.text)), 0
    )


def _items(body: list[Line], headed: set[str]) -> Iterator[Label | Paragraph]:
    for index, line in enumerate(body):
        speaker = _speaker(line.text) or _bare(body, index, headed)
        yield Label(speaker, line.span) if speaker else Paragraph(line.span)


def _speaker(text: str) -> Speaker | None:
    """The speaker of a header.

    >>> _speaker("Ann Lee--Harbour Bank -- Analyst")
    Speaker(name='Ann Lee', title='Analyst', organization='Harbour Bank', role=<Role.UNKNOWN: 'unknown'>)
    >>> _speaker("Ann Lee -- and I agree -- said it.") is None
    True
    """
    if len(text) > _LONGEST or (text[-1] in ".?!,;:" and not text.endswith(("Inc.", "Ltd.", "Co.", "Corp.", "S.A."))):
        return None
    name, *rest = _DASH.split(text)
    if not rest or not rest[0] or not is_name(name) or not rest[0][0].isupper():
        return None
    title, firm = post_and_firm(rest)
    if title is None and len(rest) == 1 and len(rest[0].split()) > 6:
        return None
    return Speaker(plain(name), title, firm)


def _bare(body: list[Line], index: int, headed: set[str]) -> Speaker | None:
    """A name alone on its line above a paragraph of speech."""
    line = body[index]
    if is_operator(line.text) or line.text in headed:
        return Speaker(plain(line.text))
    below = body[index + 1].text if index + 1 < len(body) else ""
    alone = line.blank_before and 2 <= len(line.text.split()) <= 5 and line.text[-1] not in ".?!,;:"
    return Speaker(plain(line.text)) if alone and len(below) > len(line.text) and is_name(line.text) else None
