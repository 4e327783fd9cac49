"""Finds posts: "Ann Lee, our chief executive officer", "Vice President of Worldwide Sales Teo Lund"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.introduction import Introduction
from kg.entities.name_patterns import BARE, HONORIFIC, TOKEN
from kg.legal_forms import without_form
from kg.mentions.words import first_names
from kg.model import Span, Turn
from kg.persons import is_name, is_post, like_person, words

_NAME = rf"(?:\[?(?:{HONORIFIC}\s+)?(?P<name>{BARE})\]?|{HONORIFIC}\s+(?P<single>{TOKEN}))"
_SHORT = sorted(w for w in words("posts") if len(w) <= 4 and w not in {"vice", "head", "lead"})
_LONG = sorted((words("posts") | words("post_starts")) - set(_SHORT), key=len, reverse=True)
_POSTS = tuple(word.lower() for word in (*_SHORT, *_LONG))
_POST_WORD = rf"\b(?:(?i:{'|'.join(_LONG)})|{'|'.join(w.upper() for w in _SHORT)})\b"
_PROPER = rf"(?!{_POST_WORD})[A-Z](?:[\w&\-]|\.\w)*"
_OWNER = rf"(?:(?:[Oo]ur|its|the|[Tt]he company['’]s)\s+|(?P<owner>{_PROPER}(?:\s+{_PROPER}){{0,4}}?)(?:['’]s?)?\s+)?"
_AFTER = re.compile(rf"{_NAME}(?:\s*,|\s+[–—-]{{1,2}})\s+{_OWNER}(?P<title>{_POST_WORD}[^.;:?!]{{0,110}})")
_BEFORE = re.compile(
    rf"(?<!\w){_OWNER}(?P<title>{_POST_WORD}(?:(?:\s*,)?\s+(?:{_POST_WORD}|and|of|&|[A-Za-z]{{4,12}}(?=\s+{_POST_WORD}))){{0,6}})"
    rf"(?:\s+of\s+(?P<of>{_PROPER}(?:\s+{_PROPER}){{0,4}}?))?\s*,?\s+{_NAME}"
    rf"(?:\s+(?:for|from|representing|of)\s+(?:the\s+)?(?P<for>[A-Za-z][\w&\-]*(?:\s+[A-Za-z][\w&\-]*){{0,4}}))?"
)
_LEADS_A_FIRM = re.compile(r"\b(?:CEO|chief executive(?: officer)?|chair\w*|founder)$", re.IGNORECASE)
_STOPS = re.compile(
    r",?\s+(?:who|will|would|has|have|is|are|was|please|to|as|and then|with us|on the|joining|in (?!charge)|,)\b"
    r"|\bplease\b|,\s*$",
    re.IGNORECASE,
)

_GOES_ON = re.compile(r",?\s+and\s+[A-Z][a-z]+$")
"""The next clause's subject behind a post: "our chief financial officer, and Teo will take your questions"."""


def posted(text: str, turn: Turn) -> Iterator[Introduction]:
    """Everybody whom the words of a turn give a post, those named before it first."""
    if not _names_post(text.lower()):
        return
    taken: list[Span] = []
    place = 0
    while match := _AFTER.search(text, place):
        named, title = _name(match), _title_after(match)
        place = match.end("name") if match["name"] else match.end("single")
        if named and title:
            place = match.start("title") + len(title)
            post, firm = _split_post(title)
            yield _introduction(turn, named, Span(match.start(), place), post, match["owner"] or firm)
            taken.append(Span(match.start(), place))
    place = 0
    while match := _BEFORE.search(text, place):
        place = match.end("title")
        named = _name(match)
        title = re.sub(r"(?:\s*,|\s+and|\s+of|\s+&)+$", "", match["title"])
        headed = any(w.casefold().strip(",") in words("heads") for w in title.split())
        led = named is not None and match["title"].endswith(" of") and named[0].start == match.start("name")
        if named and headed and not led and not any(t.overlaps(Span(*match.span())) for t in taken):
            place = max(place, match.end("name"))
            firm = match["owner"] or match["of"] or match["for"]
            department = _department(match, named[0])
            if department:
                title, firm = f"{title}{department}", match["owner"]
            yield _introduction(turn, named, Span(*match.span()), title, firm)


def _names_post(lower: str) -> bool:
    """Whether any word for a post stands in a text, as in most it does not: they are sought without much effort."""
    return any(word in lower for word in _POSTS)


def _department(match: re.Match[str], name: Span) -> str:
    """What stands between a post and a name and belongs to the post: " of Worldwide Sales"."""
    before = match.string[match.start("name") : name.start].strip() if match["name"] else ""
    if match["of"]:
        whole = f"{match['of']} {before}".strip()
        return "" if _can_employ(whole) else f" of {whole}"
    return f" {before}" if before.casefold() in words("departments") else ""


def _title_after(match: re.Match[str]) -> str | None:
    """The post, cut where the sentence goes on, or where the next person of a list begins."""
    title = match["title"]
    stop = _STOPS.search(title)
    title = _GOES_ON.sub("", title[: stop.start()]) if stop else title
    for other in re.finditer(rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?:{HONORIFIC}\s+)?({BARE})", title):
        if _is_half(other, title):
            continue
        if is_name(" ".join(other[1].split())) and not is_post(other[1]) and like_person(other[1]):
            title = title[: other.start()]
            break
    title = title.rstrip(" ,")
    return title if is_post(title) else None


def _is_half(other: re.Match[str], title: str) -> bool:
    """Whether words behind "and" end the name of a unit: "President of Lamps and Garden Lights"."""
    unit = re.search(r"\bof\s+[A-Z][\w\-]*$", title[: other.start()]) is not None and "," not in other[0]
    return unit and other[1].split()[0] not in first_names() and not title[other.end() :].startswith(",")


def _split_post(title: str) -> tuple[str, str | None]:
    """A post and the organisation after it.

    >>> _split_post("head of investor relations for Acme Widgets"), _split_post("director of investor relations")
    (('head of investor relations', 'Acme Widgets'), ('director of investor relations', None))
    """
    title = without_form(title)
    match = re.search(
        r"^(.*\S)(?:\s+(?:of|for|at|from)\s+(?:[Tt]he\s+)?|\s*,\s+|(?<=C[EFOT]O)\s+)"
        r"([A-Z][\w.&'’\-]*(?:\s+[A-Z&][\w.&'’\-]*)*)$",
        title,
    )
    if match is None or is_post(match[2]):
        return title, None
    department = any(word.casefold() in words("departments") for word in match[2].split())
    return (title, None) if department and not _LEADS_A_FIRM.search(match[1]) else (match[1], match[2])


def _name(match: re.Match[str]) -> tuple[Span, str] | None:
    """Where the name that was matched stands, and its text, if it can be one; a word before it is left out."""
    groups = match.groupdict()
    for group in ("name", "single"):
        text = groups.get(group)
        if not text:
            continue
        span = _without_lead(text, match.start(group))
        name = " ".join(match.string[span.start : span.end].split())
        if is_name(name) and not is_post(name) and like_person(name):
            return span, name
    return None


def _without_lead(text: str, start: int) -> Span:
    """The span of a name without the end of a department or the begin of a sentence before it: "Sales Ann Lee"."""
    end = start + len(text)
    while (parts := text.split(maxsplit=1)) and len(parts) == 2 and " " in parts[1].strip():
        if parts[0].casefold() not in words("departments") | words("starters") | {"as", "when", "while"}:
            break
        text = parts[1]
    return Span(end - len(text), end)


def _introduction(turn: Turn, named: tuple[Span, str], evidence: Span, title: str, firm: str | None) -> Introduction:
    span, name = named
    start = turn.span.start
    firm = re.sub(r"['’]s?$", "", firm) if firm else None
    if firm and not _can_employ(firm):
        firm = None
    return Introduction(name, span.shifted(start), evidence.shifted(start), turn, " ".join(title.split()), firm)


def _can_employ(name: str) -> bool:
    """Whether a name can be that of a firm or a unit: no quarter, no department, no task of the day.

    >>> [_can_employ(n) for n in ("Lumen Lanterns", "Q1", "Worldwide Sales", "his closing remarks")]
    [True, False, False, False]
    """
    last = name.split()[-1].casefold()
    if re.fullmatch(r"Q[1-4]|FY\d*|H[12]|(?:20)?\d\d", name) or last in words("departments"):
        return False
    return not any(word.casefold() in words("tasks") for word in name.split())
