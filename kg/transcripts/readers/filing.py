"""Transcripts filed with an exchange: a covering letter, `MANAGEMENT:`, labels `Name:` over or before wrapped lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.model import Paragraph, Role, Span, Speaker
from kg.persons import is_name, is_operator, plain
from kg.transcripts.collect import Label, collect, joined
from kg.transcripts.draft import Draft
from kg.transcripts.furniture import furniture, without
from kg.transcripts.lines import Line, lines

_MANAGEMENT = re.compile(r"(?:MANAGEMENT(?: TEAM)?|(?:CORPORATE|COMPANY) PARTICIPANTS)\s*(?::\s*|$)", re.IGNORECASE)
_PERSON = re.compile(r"(?:M[RS]S?|DR)\.? +(?P<name>[^–—:]+?)\s*(?:--?|[–—:])+\s*(?P<post>.+)", re.IGNORECASE)
_LABEL = re.compile(r"(?P<name>[A-ZÀ-Þ][^:\n]{1,45}?)\s*:\s*")
_FEWEST = 2


def read(text: str) -> Draft | None:
    """The draft of such a text; None without a list of management or with fewer than two labels."""
    page = list(lines(text))
    gaps = furniture(page, is_label=lambda line: is_name(line.text.rstrip(" :")))
    kept = without(page, gaps)
    head = next((i for i, line in enumerate(kept) if _MANAGEMENT.match(line.text)), None)
    if head is None:
        return None
    listed = tuple(_management(kept[head : head + 25]))
    if not listed:
        return None
    known = _labels(kept[head + 1 :], listed)
    said = collect(_items(kept[head + 1 :], known, gaps))
    return Draft(said, listed) if len(said) >= _FEWEST else None


def _management(head: list[Line]) -> Iterator[Speaker]:
    """The people of the list; a post that ends in a comma, dash or "and" or is cut goes on in the next line."""
    text = ""
    for line in head:
        part = _MANAGEMENT.sub("", line.text) if _MANAGEMENT.match(line.text) else line.text
        if _PERSON.match(part):
            yield from _person(text)
            text = part
        elif text and part.isupper():
            text = f"{text} {part}"
        else:
            break
    yield from _person(text)


def _person(text: str) -> Iterator[Speaker]:
    match = _PERSON.match(text)
    if match is None:
        return
    post, firm = match["post"], None
    for separator in (" – ", " - ", ", "):
        if separator in post:
            post, firm = post.split(separator, 1)
            break
    yield Speaker(plain(_set(match["name"])), _set(post.strip()), _set(firm.strip()) if firm else None, Role.EXECUTIVE)


def _set(text: str) -> str:
    """Words in capitals as they are set elsewhere; short ones are acronyms.

    >>> _set("GROUP CFO AND HEAD OF TRADE")
    'Group CFO and Head of Trade'
    """
    if not text.isupper():
        return text
    return " ".join(
        w.lower() if w in {"OF", "AND", "THE", "FOR"} else w if _acronym(w) else w.title() for w in text.split()
    )


def _acronym(word: str) -> bool:
    return (len(word) < 5 and word not in {"HEAD", "BANK", "VICE"}) or not set(word) & set("AEIOU")


def _labels(body: list[Line], listed: tuple[Speaker, ...]) -> frozenset[str]:
    """Names before a colon, and the same names, or those of the list, alone on a line."""
    found = Counter(m["name"] for line in body if (m := _LABEL.match(line.text)) and is_name(m["name"]))
    alone = Counter(line.text for line in body if is_name(line.text) and len(line.text.split()) > 1)
    people = {p.name.casefold() for p in listed}
    return frozenset(
        name
        for name, often in (found + alone).items()
        if is_operator(name) or often > 1 or (found[name] and len(name.split()) > 1) or name.casefold() in people
    )


def _items(body: list[Line], known: frozenset[str], gaps: tuple[Span, ...]) -> Iterator[Label | Paragraph]:
    wrapped: list[Line] = []
    for line in body:
        match = _LABEL.match(line.text)
        name = match["name"] if match else line.text
        if name not in known:
            wrapped.append(line)
            continue
        yield from joined(wrapped, gaps)
        start = line.span.start
        yield Label(Speaker(plain(name)), Span(start, start + len(name)))
        rest = line.text[match.end() :] if match else ""
        wrapped = [Line(Span(line.span.end - len(rest), line.span.end), rest, 0, False)] if rest else []
    yield from joined(wrapped, gaps)
