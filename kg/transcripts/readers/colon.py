"""Transcripts that begin a turn with `Name:` before its first words: web forms, machine transcripts, plain notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Paragraph, Role, Span, Speaker
from kg.persons import CAPITAL, folded, is_generic, is_name, is_operator, is_post, plain, post_and_firm, words
from kg.transcripts.boilerplate import ends_call, is_furniture, spoken
from kg.transcripts.collect import Label, collect
from kg.transcripts.draft import Draft
from kg.transcripts.lines import Line, lines

_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?"
_SECONDS = r"\d+(?:\.\d+)?s?"
_TIME = rf"(?:[\[(]?{_CLOCK}(?:\s*-+>?\s*{_CLOCK})?[\])]?|[\[(]{_SECONDS}\s*-+>?\s*{_SECONDS}[\])])"
_LABEL = re.compile(
    rf"(?:{_TIME}\s*[-–]?\s*)?[*_#>•·\s]*<?(?:(?P<side>[QA])\s*[-–:]\s*)?"  # a time, Markdown, question or answer
    rf"(?P<label>\[?[{CAPITAL}][^:：<>*\n]{{0,75}}?)\s*{_TIME}?>?[*_]*\s*[:：][*_]*\s*"
)
_LISTED = re.compile(r"(?:\[\s*\d+\]\s*)?(?:\[[A-Z]{2}\]\s*)?(?:👤\s*|[*•]\s*)?(.{2,100}?)\s+(?:—|–|--|-)\s+(.{2,60})")
_ROLE_FIRST = re.compile(r"(?P<role>Analyst|Executive)\s*[(\-–—:]\s*(?P<rest>[^()]+?)\)?", re.IGNORECASE)
_INITIALS = re.compile(r"(?P<key>[A-Z]{2,4})\s*[:–\-]?\s+(?P<name>\S.{3,40})")
_FEWEST = 3


def read(text: str) -> Draft | None:
    """The draft of such a page; None when fewer than three turns have a label."""
    page = list(lines(text))
    start = next((i for i, line in enumerate(page) if "transcript" in line.text.lower() and is_furniture(line.text)), 0)
    body = list(spoken(page[start:]))
    body = body[: next((i for i, line in enumerate(body) if ends_call(line.text) and i > 3), len(body))]
    key = dict(_key(page))
    known = label_names(line.text for line in body) | key.keys()
    said = collect(item for line in body for item in items(line.text, Paragraph(line.span), known))
    if len(said) < _FEWEST:
        return None
    spoken_by = (replace(s, speaker=replace(s.speaker, name=key.get(s.speaker.name, s.speaker.name))) for s in said)
    return Draft(tuple(spoken_by), tuple(listed(page[:start])))


def _key(page: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Initials that a list above the call gives for names: "AL Ann Lee".

    >>> list(_key(list(lines("SPEAKER KEY\\nAL Ann Lee\\nAN Other Thing\\nTOL – Teo Olaf Lund"))))
    [('AL', 'Ann Lee'), ('TOL', 'Teo Olaf Lund')]
    """
    for line in page:
        match = _INITIALS.fullmatch(line.text)
        if (
            match
            and is_name(match["name"])
            and match["key"].casefold() == "".join(t[0] for t in folded(match["name"]).split())
        ):
            yield match["key"], match["name"]


def label_names(texts: Iterator[str] | Sequence[str]) -> frozenset[str]:
    """The labels in use: names that stand before a colon at the start of a line, twice or with two words.

    What stands in the brackets of a heading, "Acme Works (NYSE: ACW)", is none.

    >>> sorted(label_names(["Ann Lee: Hello.", "Note: x", "Krista: Next.", "Krista: Thanks.", "Ann Lee: Yes."]))
    ['Ann Lee', 'Krista']
    """
    before = (m["label"] for t in texts if (m := _LABEL.match(t)))
    found = Counter(b for b in before if is_name(_parts(b)[0]) and b.count("(") <= b.count(")"))
    return frozenset(
        name
        for name, often in found.items()
        if (often > 1 and name.casefold() not in words("starters"))
        or len(name.split()) > 1
        or is_operator(name)
        or is_generic(name)
    )


def _parts(label: str) -> tuple[str, str | None, str | None]:
    """Name, post and firm of a label.

    >>> _parts("Teo Lund (CFO)"), _parts("Ada Moll - Harbour Bank"), _parts("Mira Chen, Head of Investor Relations")
    (('Teo Lund', 'CFO', None), ('Ada Moll', None, 'Harbour Bank'), ('Mira Chen', 'Head of Investor Relations', None))
    >>> _parts("Analyst (Ada Moll)")
    ('Ada Moll', None, None)
    """
    if first := _ROLE_FIRST.fullmatch(label):
        return _parts(first["rest"])
    if "(" in label and "," not in label and is_name(label) and not label.endswith(")"):  # "James (Jim) Lund"
        return label, None, None
    name, *rest = re.split(r"\s+[-–—]+\s+|\s*[(,]\s*", label.rstrip(") "), maxsplit=1)
    post, firm = post_and_firm(re.split(r"\s+[-–—]+\s+", rest[0])) if rest else (None, None)
    return name, post, firm


def items(text: str, paragraph: Paragraph, known: frozenset[str]) -> Iterator[Label | Paragraph]:
    """A label, if the text begins with one, and the words after it."""
    match = _LABEL.match(text)
    if match is None or match["label"] not in known:
        yield paragraph
        return
    start = paragraph.span.start
    name, post, firm = _parts(match["label"])
    yield Label(Speaker(plain(name), post, firm, _side(match)), Span(*match.span("label")).shifted(start))
    if match.end() < len(text):
        yield Paragraph(Span(start + match.end(), paragraph.span.end), paragraph.chinese, paragraph.gaps)


def _side(match: re.Match[str]) -> Role:
    """The side that a label tells: "Q - Ada Moll:", "Analyst (Ada Moll):"."""
    first = _ROLE_FIRST.fullmatch(match["label"])
    told = first["role"].casefold() if first else match["side"]
    return {"Q": Role.ANALYST, "A": Role.EXECUTIVE, "analyst": Role.ANALYST, "executive": Role.EXECUTIVE}.get(
        told or "", Role.UNKNOWN
    )


def listed(head: Sequence[Line]) -> Iterator[Speaker]:
    """Participants of a list `Title — Name` or `Name — Title` above the call; people there are of the company.

    >>> [s.name for s in listed(list(lines("Call participants\\n\\nChief Executive Officer — Teo Lund")))]
    ['Teo Lund']
    """
    for line in head:
        match = _LISTED.fullmatch(line.text)
        if match is None:
            continue
        first, second = match.groups()
        if is_post(first) and is_name(second):
            yield Speaker(plain(second), first, None, Role.EXECUTIVE)
        elif is_name(first) and is_post(second):
            yield Speaker(plain(first), second, None, Role.UNKNOWN)
