"""Finds where a call says who somebody is: "Ann Lee, chief executive officer", "Teo Lund with Harbour Bank"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.askers import askers, is_read_out
from kg.model import Role, Section, Span, Transcript, Turn
from kg.persons import is_name, is_post, like_person, words

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
_LEADS_A_FIRM = re.compile(r"\b(?:CEO|chief executive(?: officer)?|chair\w*|founder)$", re.IGNORECASE)
_STANDS_IN = re.compile(
    rf"(?:\b(?:[Tt]his is|I am|I'm|[Ii]t['’]s|[Yy]ou have)(?: actually)?|\bactually have)\s+(?P<name>{_BARE}|{_TOKEN})"
    r"(?:\s+here)?,?\s+(?:(?:calling |sitting |filling |stepping |dialing )?(?:on the line|on|in|here)(?: today)? for"
    rf"|(?:on )?behalf of|for)\s+{_TOKEN}"
)
"""A colleague: "This is Ida Roth on for Bo"."""
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
    stands_in: bool = False


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
        if role in {Role.ANALYST, Role.UNKNOWN}:
            yield from _stand_ins(text[:200], turn)


def _posts(text: str, turn: Turn) -> Iterator[Introduction]:
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
        if named and headed and not any(t.overlaps(Span(*match.span())) for t in taken):
            place = max(place, match.end("name"))
            firm = match["owner"] or match["of"] or match["for"]
            department = _department(match, named[0])
            if department:
                title, firm = f"{title}{department}", match["owner"]
            yield _introduction(turn, named, Span(*match.span()), title, firm)


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
    title = title[: stop.start()] if stop else title
    for other in re.finditer(rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?:{_HONORIFIC}\s+)?({_BARE})", title):
        if is_name(" ".join(other[1].split())) and not is_post(other[1]) and like_person(other[1]):
            title = title[: other.start()]
            break
    title = title.rstrip(" ,")
    return title if is_post(title) else None


def _split_post(title: str) -> tuple[str, str | None]:
    """A post and the organisation after it.

    >>> _split_post("head of investor relations for Acme Widgets"), _split_post("director of investor relations")
    (('head of investor relations', 'Acme Widgets'), ('director of investor relations', None))
    """
    title = re.sub(r",?\s+(?:Inc|LLC|Ltd|PLC|plc|Corp|Co|N\.V|S\.A|AG|SE)\.?$", "", title)
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


def _stand_ins(text: str, turn: Turn) -> Iterator[Introduction]:
    """Who speaks for the one announced: "This is Ida Roth on for Bo"."""
    for match in _STANDS_IN.finditer(text):
        name = " ".join(match["name"].split())
        if is_name(name) and like_person(name):
            name_span, evidence = (Span(*match.span(g)).shifted(turn.span.start) for g in ("name", 0))
            yield Introduction(name, name_span, evidence, turn, stands_in=True)


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
