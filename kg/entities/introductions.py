"""Finds where a call says who somebody is: "Ann Lee, chief executive officer", "Teo Lund with Harbour Bank"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.askers import askers, is_read_out
from kg.model import Role, Section, Span, Transcript, Turn
from kg.persons import is_name, is_post, words

_TOKEN = r"(?:[A-ZÀ-ÖØ-Þ][\w'’\-]*\w|[A-Z]\.(?:[A-Z]\.)*|[A-Z]{1,3})"
_PARTICLE = r"(?:de|van|von|der|den|la|le|di|da|del|bin|al|el)"
_BARE = rf"{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)*{_TOKEN}){{1,4}}"
_HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?"
_NAME = rf"(?:\[?(?:{_HONORIFIC}\s+)?(?P<name>{_BARE})\]?|{_HONORIFIC}\s+(?P<single>{_TOKEN}))"
_SHORT = sorted(w for w in words("posts") if len(w) <= 4 and w not in {"vice", "head", "lead"})
_LONG = sorted((words("posts") | words("post_starts")) - set(_SHORT), key=len, reverse=True)
_POST_WORD = rf"\b(?:(?i:{'|'.join(_LONG)})|{'|'.join(w.upper() for w in _SHORT)})\b"
_PROPER = rf"(?!{_POST_WORD})[A-Z](?:[\w&\-]|\.\w)*"
_OWNER = rf"(?:(?:[Oo]ur|its|the|[Tt]he company['’]s)\s+|(?P<owner>{_PROPER}(?:\s+{_PROPER}){{0,4}}?)(?:['’]s?)?\s+)?"
_AFTER = re.compile(rf"{_NAME}\s*,\s+{_OWNER}(?P<title>{_POST_WORD}[^.;:?!]{{0,110}})")
_BEFORE = re.compile(
    rf"{_OWNER}(?P<title>{_POST_WORD}(?:(?:\s*,)?\s+(?:{_POST_WORD}|and|of|&|[A-Za-z]{{4,12}}(?=\s+{_POST_WORD}))){{0,6}})"
    rf"(?:\s+of\s+(?P<of>{_PROPER}(?:\s+{_PROPER}){{0,4}}?))?\s*,?\s+{_NAME}"
    rf"(?:\s+(?:for|from|representing|of)\s+(?:the\s+)?(?P<for>[A-Za-z][\w&\-]*(?:\s+[A-Za-z][\w&\-]*){{0,4}}))?"
)
_FIRM = r"(?P<firm>(?:the\s+)?[A-Z0-9][\w.&'’\-]*(?:,?\s+(?:of\s+|and\s+|&\s+|de\s+)?[A-Z0-9&][\w.&'’\-]*){0,6})"
_JOIN = (
    r"(?:\s*,\s*|\s+(?:is\s+)?(?:calling\s+|dialing\s+|joining\s+(?:us\s+)?)?(?:in\s+)?"
    r"(?:with|from|of|at|representing|out of)\s+)(?:the\s+)?"
)
_ANNOUNCED = re.compile(
    rf"(?:\[?(?:{_HONORIFIC}\s+)?(?P<name>{_BARE}|(?<=line of ){_TOKEN}|(?<=M[rs]\. ){_TOKEN})\]?){_JOIN}{_FIRM}"
)
_SELF = re.compile(
    rf"\b(?:[Tt]his is|I am|I'm|[Ii]t['’]s)\s+(?P<name>{_BARE})(?:\s+here)?{_JOIN}(?P<firm>[^.;!?,]{{2,60}})"
)
_SHORT_TURN = 250
_HANDS = re.compile(r"\bquestion (?:comes|is|will come)\b[^.?!]{0,30}\bfrom\b")
_STOPS = re.compile(
    r",?\s+(?:who|will|would|has|have|is|are|was|please|to|as|and then|with us|on the|joining|in (?!charge)|,)\b"
    r"|\bplease\b|,\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^(?:Please|Your|You|Go|And|Thank|Thanks|The|Our|Good|Hi|Hello|Sir|Ma['’]am"
    r"|One|Congrats|Congratulations|I|Can|So|Just)$"
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """Somebody named with a post, a firm or both. `span` is the name's, `evidence` the words that say it all.

    `asks`: somebody else reads out a question of theirs.
    """

    name: str
    span: Span
    evidence: Span
    turn: Turn
    title: str | None = None
    organization: str | None = None
    firm_span: Span | None = None
    asks: bool = False


def spoken(transcript: Transcript, turn: Turn) -> str:
    """The words of a turn, as long as its span: what lies between paragraphs is blank."""
    text = [" "] * len(turn.span)
    for paragraph in turn.paragraphs:
        start = paragraph.span.start - turn.span.start
        text[start : start + len(paragraph.span)] = transcript.words(paragraph)
    return "".join(text)


def introductions(transcript: Transcript) -> Iterator[Introduction]:
    """Everybody who is introduced: posts by operator and management, firms by the operator or by oneself."""
    read_out = is_read_out(transcript)
    for turn in transcript.turns:
        text = spoken(transcript, turn)
        role = turn.speaker.role
        if read_out:
            yield from _asking(text, turn)
        if role is not Role.ANALYST and (turn.section is Section.PREPARED or role is Role.OPERATOR):
            yield from _posts(text, turn)
        short = len(text) < _SHORT_TURN and turn.section is Section.QA
        if role in {Role.OPERATOR, Role.UNKNOWN} or (role is Role.EXECUTIVE and short and _HANDS.search(text)):
            yield from _announced(text, turn)
        elif role is Role.ANALYST:
            yield from _announced(text[:90], turn)
        yield from _selves(text[:200], turn)


def _posts(text: str, turn: Turn) -> Iterator[Introduction]:
    taken: list[Span] = []
    place = 0
    while match := _AFTER.search(text, place):
        named, title = _name(match), _title_after(match)
        place = match.end("name") if match["name"] else match.end("single")
        if named and title:
            place = match.start("title") + len(title)
            post, firm = _split_post(title)
            yield _introduction(turn, match, named, Span(match.start(), place), post, match["owner"] or firm)
            taken.append(Span(match.start(), place))
    place = 0
    while match := _BEFORE.search(text, place):
        place = match.end("title")
        named = _name(match)
        title = re.sub(r"(?:\s*,|\s+and|\s+of|\s+&)+$", "", match["title"])
        headed = any(w.casefold().strip(",") in words("heads") for w in title.split())
        if named and headed and not any(t.overlaps(Span(*match.span())) for t in taken):
            place = max(place, match.end("name"))
            firm = match["owner"] or match["of"] or match["for"]
            yield _introduction(turn, match, named, Span(*match.span()), title, firm)


def _title_after(match: re.Match[str]) -> str | None:
    """The post, cut where the sentence goes on, or where the next person of a list begins."""
    title = match["title"]
    stop = _STOPS.search(title)
    title = title[: stop.start()] if stop else title
    for other in re.finditer(rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?:{_HONORIFIC}\s+)?({_BARE})", title):
        if is_name(" ".join(other[1].split())) and not is_post(other[1]):
            title = title[: other.start()]
            break
    title = title.rstrip(" ,")
    return title if is_post(title) else None


def _split_post(title: str) -> tuple[str, str | None]:
    """A post and the organisation after it.

    >>> _split_post("head of investor relations for Acme Widgets"), _split_post("director of investor relations")
    (('head of investor relations', 'Acme Widgets'), ('director of investor relations', None))
    """
    match = re.search(
        r"^(.*\S)(?:\s+(?:of|for|at|from)\s+(?:[Tt]he\s+)?|\s*,\s+|(?<=C[EFOT]O)\s+)"
        r"([A-Z][\w.&'’\-]*(?:\s+[A-Z&][\w.&'’\-]*)*)$",
        title,
    )
    if (
        match
        and not is_post(match[2])
        and not re.search(r"\b(?:Relations|Marketing|Finance|Operations|Resources)\b", match[2])
    ):
        return match[1], match[2]
    return title, None


def _name(match: re.Match[str]) -> tuple[str, str] | None:
    """The group and text of the name that was matched, if it can be one."""
    groups = match.groupdict()
    for group in ("name", "single"):
        text = groups.get(group)
        if text and is_name(" ".join(text.split())) and not is_post(text):
            return group, " ".join(text.split())
    return None


def _introduction(
    turn: Turn, match: re.Match[str], named: tuple[str, str], evidence: Span, title: str, firm: str | None
) -> Introduction:
    group, name = named
    start = turn.span.start
    firm = re.sub(r"['’]s?$", "", firm) if firm else None
    return Introduction(
        name, Span(*match.span(group)).shifted(start), evidence.shifted(start), turn, " ".join(title.split()), firm
    )


def _announced(text: str, turn: Turn) -> Iterator[Introduction]:
    """Names with firms, as an operator reads them out."""
    for match in _ANNOUNCED.finditer(text):
        name = " ".join(match["name"].split())
        firm = _firm(match["firm"])
        if firm and is_name(name) and not is_post(firm):
            end = match.start("firm") + len(firm)
            spans = (Span(*match.span("name")), Span(match.start(), end), Span(match.start("firm"), end))
            name_span, evidence, firm_span = (s.shifted(turn.span.start) for s in spans)
            yield Introduction(name, name_span, evidence, turn, None, " ".join(firm.split()), firm_span)


def _asking(text: str, turn: Turn) -> Iterator[Introduction]:
    """Names with firms of those whose questions are read out."""
    for asker in askers(text):
        if asker.firm and asker.firm_span:
            span, evidence, firm = (s.shifted(turn.span.start) for s in (asker.span, asker.evidence, asker.firm_span))
            yield Introduction(asker.name, span, evidence, turn, None, asker.firm, firm, asks=True)


def _selves(text: str, turn: Turn) -> Iterator[Introduction]:
    for match in _SELF.finditer(text):
        firm = _firm(match["firm"])
        name = " ".join(match["name"].split())
        if firm and firm[0].isupper() and is_name(name):
            end = match.start("firm") + len(firm)
            spans = (Span(*match.span("name")), Span(match.start("name"), end), Span(match.start("firm"), end))
            name_span, evidence, firm_span = (s.shifted(turn.span.start) for s in spans)
            yield Introduction(name, name_span, evidence, turn, None, " ".join(firm.split()), firm_span)


def _firm(text: str) -> str | None:
    """A firm up to where the next sentence begins.

    >>> _firm("J.P. Morgan. Please"), _firm("Harbour Bank"), _firm("Citi Your")
    ('J.P. Morgan', 'Harbour Bank', 'Citi')
    """
    kept = 0
    for token in re.finditer(r"\S+", text):
        if _ENDS.match(token.group().strip(".,")) and kept:
            break
        kept = token.end()
        if token.group().endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|(?:Inc|Co|Corp|Ltd)\.", token.group()):
            break
    firm = text[:kept].rstrip(" .,") if kept else ""
    return firm or None
