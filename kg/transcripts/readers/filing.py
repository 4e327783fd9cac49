"""Transcripts filed with an exchange: a covering letter, `MANAGEMENT:`, labels `Name:` over or before wrapped lines.

Where no list of management stands above them, a moderator must speak and the lines be wrapped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.model import Paragraph, Role, Span, Speaker
from kg.persons import is_name, is_operator, is_post, plain, words
from kg.transcripts.boilerplate import ends_call
from kg.transcripts.collect import Label, collect, joined
from kg.transcripts.draft import Draft
from kg.transcripts.furniture import furniture, without
from kg.transcripts.lines import Line, lines

_MANAGEMENT = re.compile(r"(?:MANAGEMENT(?: TEAM)?|(?:CORPORATE|COMPANY) PARTICIPANTS)\s*(?::\s*|$)", re.IGNORECASE)
_HONORIFIC = r"(?:M[RS]S?|SHRI|SMT|DR)\.? +"
_PERSON = re.compile(rf"{_HONORIFIC}(?P<name>[^–—:]+?)\s*(?:--?|[–—:])+\s*(?P<post>.+)", re.IGNORECASE)
_BARE = re.compile(rf"{_HONORIFIC}[^–—:,]{{3,40}}", re.IGNORECASE)
_DASH = re.compile(r"\s*[–—]\s*|\s+-+\s+|(?<=\w)-\s+")
_COMMA = re.compile(r",\s+")
_LABEL = re.compile(r"(?P<name>[A-ZÀ-Þ][^:\n]{1,45}?)\s*:\s*")
_HOSTS = re.compile(r"(?:MODERATORS?|ANALYSTS?|HOST(?:ED BY)?)\s*(?::\s*|$)")
_FEWEST = 2
_SPEAKERS = 3
_WIDTH = 50, 140
_WRAPPED = 0.4
_LATE = 0.75
_RULE = re.compile(r"[-_=*]{20,}|Note: This transcript has been edited.*")


def read(text: str) -> Draft | None:
    """The draft of such a text; None with fewer than two labels, or where neither list nor moderator stands in it."""
    page = list(lines(text))
    gaps = furniture(page, is_label=lambda line: is_name(line.text.rstrip(" :")))
    kept = without(page, gaps)
    head = next((i for i, line in enumerate(kept) if _MANAGEMENT.match(line.text)), None)
    listed, count = _people(kept[head : head + 40]) if head is not None else ((), 0)
    body = kept[head + count :] if head is not None and listed else kept
    known = _labels(body, listed)
    if not listed and not (any(map(is_operator, known)) and len(known) >= _SPEAKERS and _is_wrapped(body)):
        return None
    said = collect(_items(_until_end(body), known, gaps))
    return Draft(said, listed) if len(said) >= _FEWEST else None


def _is_wrapped(body: Sequence[Line]) -> bool:
    """Whether lines are of one width and break inside sentences."""
    long = [line.text for line in body if len(line.text) > _WIDTH[0]]
    broken = sum(text[-1] not in ".?!:;" for text in long)
    return len(long) > 2 * _SPEAKERS and max(map(len, long)) < _WIDTH[1] and broken > _WRAPPED * len(long)


def _until_end(body: list[Line]) -> list[Line]:
    """The lines up to those that follow the call, such as a rule and the company's address under it."""
    late = int(_LATE * len(body))
    ends = (i for i, line in enumerate(body) if i > late and (ends_call(line.text) or _RULE.fullmatch(line.text)))
    return body[: next(ends, len(body))]


def _people(head: Sequence[Line]) -> tuple[tuple[Speaker, ...], int]:
    """Management and hosts of the list, and how many lines it has; a post in capitals goes on in the next line."""
    people: list[str] = []
    hosts = len(head)
    count = 0
    for count, line in enumerate(head):  # noqa: B007 - the last count is the list's length
        heading = _MANAGEMENT.match(line.text) or _HOSTS.match(line.text)
        part = line.text[heading.end() :] if heading else line.text
        if heading and _HOSTS.match(line.text):
            hosts = len(people)
        if _PERSON.match(part) or _BARE.fullmatch(part):
            people.append(part)
        elif people and part.isupper():
            people[-1] += f" {part}" if _PERSON.match(people[-1]) else f" – {part}"
        elif part:
            break
    speakers = [_person(text, Role.EXECUTIVE if i < hosts else Role.ANALYST) for i, text in enumerate(people)]
    return tuple(s for s in speakers if s), count


def _person(text: str, role: Role) -> Speaker | None:
    match = _PERSON.match(text)
    if match is None:
        return None
    post, firm = _post_and_firm(match["post"].strip())
    return Speaker(plain(_name(match["name"])), _set(post) if post else None, _set(firm) if firm else None, role)


def _post_and_firm(text: str) -> tuple[str | None, str | None]:
    """The post, and the firm after its last dash, else after its last comma.

    >>> [_post_and_firm(text) for text in ("DIRECTOR, SALES- LUMEN LIMITED", "CEO, Lumen", "HEAD, FINANCE")]
    [('DIRECTOR, SALES', 'LUMEN LIMITED'), ('CEO', 'Lumen'), ('HEAD, FINANCE', None)]
    """
    for separator in (_DASH, _COMMA):
        *first, last = separator.split(text)
        if first and not is_post(last) and last.casefold().split()[-1] not in words("departments"):
            return text[: text.rindex(last)].rstrip(" ,–—-"), last
    return (text, None) if is_post(text) else (None, text)


def _name(text: str) -> str:
    """A name in capitals as it is set elsewhere; initials stay."""
    return (
        " ".join(w if len(w) < 3 or not set(w) & set("AEIOUY") else w.title() for w in text.split())
        if text.isupper()
        else text
    )


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
