"""Finds who asks: "Ann Lee with Harbour Bank", "From Harbour Bank, we have Ann Lee", "this is Ida Roth on for Ann"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.introduction import Introduction
from kg.entities.name_patterns import BARE, HONORIFIC, TOKEN
from kg.legal_forms import is_form
from kg.mentions.words import first_names
from kg.model import Span, Turn
from kg.persons import is_name, is_post, like_person

_FIRM = r"(?P<firm>(?:the\s+)?[A-Z0-9][\w.&'’\-]*(?:,?\s+(?:of\s+|and\s+|&\s+|de\s+)?[A-Z0-9&][\w.&'’\-]*){0,6})"
_JOIN = (
    r"(?:\s*,\s*|\s+(?:is\s+)?(?:calling\s+|dialing\s+|joining\s+(?:us\s+)?)?(?:in\s+)?"
    r"(?:with|from|of|at|representing|out of)\s+)(?:the\s+)?"
)
_ANNOUNCED = re.compile(
    rf"(?:\[?(?:{HONORIFIC}\s+)?(?P<name>{BARE}|(?<=line of ){TOKEN}|(?<=M[rs]\. ){TOKEN})\]?){_JOIN}{_FIRM}"
)
_FIRM_FIRST = re.compile(
    rf"\b[Ff]rom (?:the )?(?P<firm>[A-Z0-9][\w.&'’\-]*(?:,? (?:of |and |& )?[A-Z0-9&][\w.&'’\-]*){{0,5}}),? "
    rf"(?:(?:we|it)(?:['’]ll| will)? (?:now )?(?:have|hear from|go to|is)|is) (?P<name>{BARE})"
)
_SELF = re.compile(
    rf"\b(?:[Tt]his is|I am|I'm|[Ii]t['’]s)\s+(?P<name>{BARE})(?:\s+here)?{_JOIN}(?P<firm>[^.;!?,]{{2,60}})"
)
_STANDS_IN = re.compile(
    rf"(?:\b(?:[Tt]his is|I am|I'm|[Ii]t['’]s|[Yy]ou have)(?: actually)?|\bactually have)\s+(?P<name>{BARE}|{TOKEN})"
    r"(?:\s+here)?,?\s+(?:(?:calling |sitting |filling |stepping |dialing )?(?:on the line|on|in|here)(?: today)? for"
    rf"|(?:on )?behalf of|for)\s+{TOKEN}"
)
"""A colleague: "This is Ida Roth on for Bo"."""
_ENDS = re.compile(
    r"^(?:Please|Your|You|Go|And|Thank|Thanks|The|Our|Good|Hi|Hello|Sir|Ma['’]am"
    r"|Congrats|Congratulations|I|Can|So|Just)$"
)


def announced(text: str, turn: Turn) -> Iterator[Introduction]:
    """Names with firms, as an operator reads them out."""
    for match in (*_ANNOUNCED.finditer(text), *_FIRM_FIRST.finditer(text)):
        name = " ".join(match["name"].split())
        firm = _firm(match["firm"])
        if firm and is_name(name) and not is_post(firm):
            end = match.start("firm") + len(firm)
            told = Span(match.start(), max(end, match.end("name")))
            spans = (Span(*match.span("name")), told, Span(match.start("firm"), end))
            name_span, evidence, firm_span = (s.shifted(turn.span.start) for s in spans)
            yield Introduction(name, name_span, evidence, turn, None, " ".join(firm.split()), firm_span)


def introduces_self(text: str, turn: Turn) -> Iterator[Introduction]:
    """Who says for which firm they speak: "this is Ann Lee with Harbour Bank"."""
    for match in _SELF.finditer(text):
        firm = _firm(match["firm"])
        name = " ".join(match["name"].split())
        if firm and firm[0].isupper() and is_name(name) and firm not in first_names():
            end = match.start("firm") + len(firm)
            spans = (Span(*match.span("name")), Span(match.start("name"), end), Span(match.start("firm"), end))
            name_span, evidence, firm_span = (s.shifted(turn.span.start) for s in spans)
            yield Introduction(name, name_span, evidence, turn, None, " ".join(firm.split()), firm_span)


def stands_in(text: str, turn: Turn) -> Iterator[Introduction]:
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
        if token.group().endswith(".") and not (is_form(token.group()) or re.fullmatch(r"(?:[A-Z]\.)+", token.group())):
            break
    firm = text[:kept].rstrip(" .,") if kept else ""
    return firm or None
