"""CallStreet transcripts: rules of dots between turns, a name over `Post, Firm`, and a Q or an A beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Paragraph, Role, Span, Speaker
from kg.persons import is_name, is_post, plain
from kg.transcripts.boilerplate import ends_call
from kg.transcripts.collect import Label, collect, joined
from kg.transcripts.draft import Draft
from kg.transcripts.furniture import furniture, without
from kg.transcripts.lines import Line, lines

_RULE = re.compile(r"(?:\. ?){20,}|…{8,}|[-_]{40,}")
_SECTION = re.compile(r"(?:MANAGEMENT DISCUSSION|QUESTION AND ANSWER) SECTION")
_LIST = re.compile(r"(?P<house>CORPORATE|COMPANY|MANAGEMENT)?(?:OTHER|CONFERENCE CALL)? ?PARTICIPANTS")
_SIDE = re.compile(r"\s+(?P<side>[QA])$")
_MODERATOR = re.compile(r"(?P<name>Operator|Moderator)\s*:\s*")
_FEWEST = 3


def read(text: str) -> Draft | None:
    """The draft of such a text; None without rules of dots and the head of a section."""
    page = list(lines(text))
    start = next((i for i, line in enumerate(page) if _SECTION.fullmatch(line.text)), None)
    if start is None or sum(1 for line in page if _RULE.fullmatch(line.text)) < _FEWEST:
        return None
    gaps = furniture(page, is_label=lambda line: is_name(_SIDE.sub("", line.text)) or bool(_RULE.fullmatch(line.text)))
    kept = without(page[start:], gaps)
    end = next((i for i, line in enumerate(kept) if i > len(kept) // 2 and ends_call(line.text)), len(kept))
    said = collect(_items(kept[:end], gaps))
    return Draft(said, tuple(_listed(page[:start]))) if len(said) >= _FEWEST else None


def _items(body: Sequence[Line], gaps: Sequence[Span]) -> Iterator[Label | Paragraph]:
    """Labels and the paragraphs between them; only below a rule or a section's head does a label stand."""
    wrapped: list[Line] = []
    ruled = False
    index = 0
    while index < len(body):
        line = body[index]
        moderator = _MODERATOR.match(line.text)
        speaker = _speaker(body, index) if ruled else None
        index += 1
        if _RULE.fullmatch(line.text) or _SECTION.fullmatch(line.text):
            ruled = True
            continue
        if speaker or moderator:
            yield from joined(wrapped, gaps)
            wrapped = []
        if speaker:
            name = _SIDE.sub("", line.text)
            yield Label(speaker, Span(line.span.start, line.span.start + len(name)))
            index += 1
        elif moderator:
            place = Span(*moderator.span("name")).shifted(line.span.start)
            yield Label(Speaker(moderator["name"], role=Role.OPERATOR), place)
            rest = line.text[moderator.end() :]
            wrapped = [Line(Span(line.span.end - len(rest), line.span.end), rest, 0, False)] if rest else []
        else:
            wrapped.append(line)
        ruled = False
    yield from joined(wrapped, gaps)


def _speaker(body: Sequence[Line], index: int) -> Speaker | None:
    """Who is named on a line above `Post, Firm`; the letter tells the side."""
    if index + 1 >= len(body):
        return None
    name, below = body[index].text, body[index + 1].text
    side = _SIDE.search(name) or _SIDE.search(below)
    name, below = _SIDE.sub("", name), _SIDE.sub("", below)
    if not is_name(name) or not is_post(below) or below[-1] in "?!":
        return None
    post, firm = _post_and_firm(below)
    roles = {"Q": Role.ANALYST, "A": Role.EXECUTIVE}
    return Speaker(plain(name), post, firm, roles.get(side["side"], Role.UNKNOWN) if side else Role.UNKNOWN)


def _post_and_firm(text: str) -> tuple[str, str | None]:
    """The parts of `Post, Firm`: a firm begins where no part after it is a post.

    >>> _post_and_firm("Chief Financial Officer & Director, Lumen Works, Inc."), _post_and_firm("Analyst, Harbour Bank")
    (('Chief Financial Officer & Director', 'Lumen Works, Inc.'), ('Analyst', 'Harbour Bank'))
    """
    parts = text.split(", ")
    first = next((i for i in range(len(parts), 0, -1) if is_post(parts[i - 1])), len(parts))
    return ", ".join(parts[:first]), ", ".join(parts[first:]) or None


def _listed(head: Sequence[Line]) -> Iterator[Speaker]:
    """The participants above the first section, a name over a post or before it."""
    role = Role.UNKNOWN
    for index, line in enumerate(head):
        heading = _LIST.fullmatch(line.text)
        if heading:
            role = Role.EXECUTIVE if heading["house"] else Role.ANALYST
        speaker = _speaker(head, index) if role is not Role.UNKNOWN else None
        if speaker:
            yield Speaker(speaker.name, speaker.title, speaker.organization, role)
