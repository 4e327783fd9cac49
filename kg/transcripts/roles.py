"""On which side people speak, as far as labels, lists and the order of turns tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Role, Speaker
from kg.persons import folded, is_operator, is_unidentified, shortens
from kg.transcripts.analysts import analysts_of
from kg.transcripts.announcing import announces
from kg.transcripts.draft import Said

_TO_OPERATOR = re.compile(r"(?:^|[,.?!] )[Oo]perator[,.?!]|\b(?:thanks|thank you),? operator\b", re.IGNORECASE)
_SERVES = re.compile(r"listen[- ]only|please press|go ahead|operator instructions|disconnect|star[, ]", re.IGNORECASE)


def with_roles(said: Sequence[Said], listed: Sequence[Speaker], text: str) -> tuple[Said, ...]:
    """The same turns, each speaker with role, and with the post and firm that their other labels or a list give."""
    words = [" ".join(text[p.span.start : p.span.end] for p in s.paragraphs) for s in said]
    operators = _operators(said, words)
    known = _known(said, _at_home(listed))
    full = [replace(s, speaker=known[s.speaker.name]) for s in said]
    analysts = analysts_of(full, words, operators)
    house = _house(full, operators, analysts)
    return tuple(replace(s, speaker=_with_role(s.speaker, operators, analysts, house)) for s in full)


def _operators(said: Sequence[Said], words: Sequence[str]) -> frozenset[str]:
    """Labels such as Operator, and names without a post that do nothing but serve the line."""
    named = {s.speaker.name for s in said if is_operator(s.speaker.name) or s.speaker.role is Role.OPERATOR}
    if named:
        return frozenset(named)
    serving: Counter[str] = Counter()
    turns: Counter[str] = Counter()
    for item, spoken in zip(said, words, strict=True):
        turns[item.speaker.name] += 1
        serves = (announces(spoken[-400:]) or _SERVES.search(spoken)) and not _TO_OPERATOR.search(spoken)
        serving[item.speaker.name] += bool(serves) and len(spoken) < 2500
    untitled = {s.speaker.name for s in said if not s.speaker.title}
    return frozenset(n for n in serving if n in untitled and serving[n] >= 2 and serving[n] > 0.5 * turns[n])


def _known(said: Sequence[Said], listed: Sequence[Speaker]) -> dict[str, Speaker]:
    """For each name the speaker with everything known of them: the fullest label, then the list."""
    known: dict[str, Speaker] = {}
    for speaker in (s.speaker for s in said):
        before = known.get(speaker.name)
        known[speaker.name] = speaker if before is None else _merged(before, speaker)
    for name, speaker in known.items():
        entry = next((p for p in listed if folded(p.name) == folded(name)), None)
        entry = entry or next((p for p in listed if shortens(name, p.name)), None)
        known[name] = _merged(speaker, entry) if entry else speaker
    return known


def _at_home(listed: Sequence[Speaker]) -> list[Speaker]:
    """A list with those of management's firm who hold a post there among management, wherever it prints them."""
    house = {p.organization for p in listed if p.role is Role.EXECUTIVE and p.organization}
    return [
        replace(p, role=Role.EXECUTIVE)
        if p.organization in house and p.title and "analyst" not in p.title.casefold()
        else p
        for p in listed
    ]


def _merged(first: Speaker, second: Speaker) -> Speaker:
    role = first.role if first.role is not Role.UNKNOWN else second.role
    return Speaker(first.name, first.title or second.title, first.organization or second.organization, role)


def _house(said: Sequence[Said], operators: frozenset[str], analysts: frozenset[str]) -> frozenset[str]:
    """The organisations of those who speak before the first analyst."""
    firms: set[str] = set()
    for item in said:
        if item.speaker.name in analysts:
            break
        if item.speaker.organization and item.speaker.name not in operators:
            firms.add(item.speaker.organization)
    return frozenset(firms)


def _with_role(speaker: Speaker, operators: frozenset[str], analysts: frozenset[str], house: frozenset[str]) -> Speaker:
    if speaker.name in operators:
        return replace(speaker, role=Role.OPERATOR)
    if speaker.name in analysts:
        return replace(speaker, role=Role.ANALYST)
    if is_unidentified(speaker.name) and not speaker.title:
        return replace(speaker, role=Role.UNKNOWN)
    if house and speaker.organization and speaker.organization not in house and speaker.role is Role.UNKNOWN:
        return replace(speaker, role=Role.ANALYST)
    return replace(speaker, role=Role.EXECUTIVE)
