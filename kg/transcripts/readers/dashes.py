"""Web transcripts that head each turn with a name on a line of its own: `Name -- Title`, a bare name, name over post.

Participants may be listed before the call or after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.legal_forms import is_form
from kg.model import Paragraph, Role, Span, Speaker
from kg.persons import is_generic, is_name, is_operator, is_post, like_person, plain, post_and_firm
from kg.transcripts.boilerplate import ends_call, spoken
from kg.transcripts.collect import Label, collect
from kg.transcripts.draft import Draft
from kg.transcripts.lines import Line, lines
from kg.transcripts.named_quarter import first_quarter

_DASH = re.compile(r"\s*(?:--|—|–)\s*|\s+-\s+")
_MARKUP = re.compile(r"(?:#{1,6}\s+|\*{1,2}|_{1,2})?(?P<text>.+?)[*_:]*")
_TIME = r"[(\[]?\d{1,2}:\d\d(?::\d\d)?(?:[ap]m)?[)\]]?"
_TIMED = re.compile(rf"(?:{_TIME}\s*[-–|]?\s*)?\[?(?P<text>[^\[\]:]{{2,60}}?)\]?(?:\s*[-–|]?\s+{_TIME})")
_ASKED = re.compile(r"(?:Q|A|Question|Answer)\s*[-–—:]+\s+")
_LISTS = {
    Role.EXECUTIVE: re.compile(
        r"(?:company|corporate|management) (?:participants|representatives)|executives|management|speakers|presenters"
        r"|teilnehmer (?:des unternehmens|der gesellschaft)",
        re.IGNORECASE,
    ),
    Role.ANALYST: re.compile(
        r"(?:conference )?call participants|analysts|other participants|q&a participants|analysten", re.IGNORECASE
    ),
}
_TICKER = re.compile(r".+ \([A-Z][A-Z0-9.\-]{0,9}\)")
_POST_IN_BRACKETS = re.compile(r"(?P<name>[^()]+?) \((?P<post>[^()]+)\)")
_BRACKETED = re.compile(r"(?P<name>[^(),]{4,40}) \((?P<post>[A-ZÀ-Þ][^()]+(?:\([^()]+\))?)\)")
_COMMAED = re.compile(r"(?P<name>[^(),]{4,40}), (?P<post>[A-ZÀ-Þ].+)")
_POST_LINE = 110
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_LONGEST = 180
_SHORT = 60
_FEWEST = 2


def read(text: str) -> Draft | None:
    """The draft of a page with such headers; None when no post, list or operator stands on it."""
    return of_lines(list(lines(text)))


def of_lines(page: list[Line]) -> Draft | None:
    """The draft of such a page whose lines are known; None as for `read`."""
    begun = next((i for i, line in enumerate(page) if len(line.text) > _LONGEST), len(page) // 2)
    end = next((i for i, line in enumerate(page) if ends_call(line.text) and i > begun), len(page))
    body = _with_dashes([_unmarked(line) for line in spoken(page[:end])])
    body, listed = _listed(body)
    known = {s.name for s in listed} | {s.name for line in body if (s := _speaker(line.text)) and s.title}
    first = {item.speaker.name for item in _items(body, known) if isinstance(item, Label)}
    said = collect(_items(body, known | first))  # a name that heads a paragraph heads short answers too
    named = listed or any(s.speaker.title for s in said) or any(is_operator(s.speaker.name) for s in said)
    if len(said) < _FEWEST or not named:
        return None
    tail = tuple(s for line in page[end:] if (s := _speaker(line.text)) and (s.title or s.organization))
    return Draft(said, (*listed, *tail))


def _unmarked(line: Line) -> Line:
    """A short line without Markdown around it, and a name without the time beside it."""
    match = _TIMED.fullmatch(line.text) or _MARKUP.fullmatch(line.text)
    if match is None or len(line.text) > _LONGEST or match["text"] == line.text:
        return line
    if not is_name(match["text"].split("-")[0].strip()):
        return line
    span = Span(*match.span("text")).shifted(line.span.start)
    return Line(span, match["text"], line.indent, line.blank_before)


def _with_dashes(body: list[Line]) -> list[Line]:
    """The lines; where posts stand behind a comma or in brackets, labels are written with a dash, in place."""
    for pattern in (_BRACKETED, _COMMAED):
        labels = {line: found for line in body if (found := _parted(line.text, pattern))}
        if sum(is_post(found["post"]) for found in labels.values()) >= _FEWEST:
            return [
                Line(line.span, f"{labels[line]['name']} -- {labels[line]['post']}", line.indent, line.blank_before)
                if line in labels
                else line
                for line in body
            ]
    return body


def _parted(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The name and the post or firm of a short line, if it can be a label.

    >>> _parted("Ann Lee (Harbour Bank)", _BRACKETED)["post"], _parted("Ann Lee, CFO", _COMMAED)["post"]
    ('Harbour Bank', 'CFO')
    >>> _parted("Lumen Tools (LMT)", _BRACKETED) is None
    True
    """
    match = pattern.fullmatch(text) if len(text) < _POST_LINE and text[-1] not in ".?!:;" else None
    if match is None or _TICKER.fullmatch(text) or len(match["name"].split()) < 2 or is_form(match["post"]):
        return None
    return match if is_name(match["name"]) and like_person(match["name"]) else None


def _listed(body: Sequence[Line]) -> tuple[list[Line], tuple[Speaker, ...]]:
    """The participants of a list under a heading before the call, and the lines without it."""
    kept: list[Line] = []
    people: list[Speaker] = []
    role: Role | None = None
    for index, line in enumerate(body):
        heading = next((r for r, pattern in _LISTS.items() if pattern.fullmatch(line.text.rstrip(" :"))), None)
        speaker = _speaker(line.text) if role else None
        if heading and not any(len(other.text) > _LONGEST for other in body[:index]):
            role = heading
        elif role and speaker:
            people.append(Speaker(speaker.name, speaker.title, speaker.organization, role))
        else:
            role = None
            kept.append(line)
    return kept, tuple(people)


def _items(body: Sequence[Line], known: set[str]) -> Iterator[Label | Paragraph]:
    skip = -1
    for index, line in enumerate(body):
        if index == skip:
            continue
        speaker = _speaker(line.text) or _bare(body, index, known)
        if speaker is None:
            yield Paragraph(line.span)
            continue
        below = body[index + 1] if index + 1 < len(body) else None
        if below and not speaker.title and not is_operator(speaker.name) and _is_post_line(below):
            title, firm = post_and_firm(_DASH.split(below.text))
            speaker, skip = Speaker(speaker.name, title, firm), index + 1
        yield Label(speaker, line.span)


def _is_post_line(line: Line) -> bool:
    """Whether the line under a name is the post: short, not blank above, no sentence."""
    short = not line.blank_before and len(line.text) < 100 and line.text[-1] not in ".?!,"
    return short and is_post(line.text) and not is_operator(line.text)


def _speaker(text: str) -> Speaker | None:
    """The speaker of a header.

    >>> _speaker("Ann Lee--Harbour Bank -- Analyst")
    Speaker(name='Ann Lee', title='Analyst', organization='Harbour Bank', role=<Role.UNKNOWN: 'unknown'>)
    >>> _speaker("Ann Lee -- and I agree -- said it.") is None
    True
    >>> _speaker("Ann Lee (CFO)").title
    'CFO'
    """
    sentence = text[-1] in ".?!,;:" and not text.endswith(("Inc.", "Ltd.", "Co.", "Corp.", "S.A."))
    if len(text) > _LONGEST or sentence:
        return None
    text = _ASKED.sub("", text, count=1)
    bracketed = _POST_IN_BRACKETS.fullmatch(text)
    name, *rest = bracketed.groups() if bracketed and is_post(bracketed["post"]) else _DASH.split(text)
    if not rest or not rest[0] or not is_name(name) or not rest[0][0].isupper() or is_form(name.split()[-1]):
        return None
    title, firm = post_and_firm(rest)
    if title is None and len(rest) == 1 and len(_IN_BRACKETS.sub("", rest[0]).split()) > 6:
        return None
    return Speaker(plain(name), title, firm if firm != name else None)  # some pages repeat the name for the firm


def _bare(body: Sequence[Line], index: int, known: set[str]) -> Speaker | None:
    """A name alone on its line above speech, known from elsewhere or with a longer paragraph under it."""
    line = body[index]
    name = plain(_ASKED.sub("", line.text, count=1))
    if is_operator(name) or name in known or (is_generic(name) and line.blank_before):
        return Speaker(name)
    below = body[index + 1].text if index + 1 < len(body) else ""
    alone = line.blank_before and 2 <= len(line.text.split()) <= 5 and line.text[-1] not in ".?!,;:"
    short = len(below) <= len(line.text) and not is_post(below)
    if not alone or short or _heads_page(line.text, below) or is_form(line.text.split()[-1]):
        return None
    return Speaker(name) if is_name(line.text) else None


def _heads_page(text: str, below: str) -> bool:
    """Whether a line names the company whose call it is: by its ticker, or above the line that tells the quarter.

    >>> _heads_page("Lumen Tools (LMT)", ""), _heads_page("Lumen Tools", "Q1 2022 Earnings Call")
    (True, True)
    """
    return _TICKER.fullmatch(text) is not None or (len(below) < _SHORT and first_quarter(below) is not None)
