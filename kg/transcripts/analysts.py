"""Who asks: by label or list, by the words that open their line, or by how they begin themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Role, Speaker
from kg.persons import is_unidentified
from kg.transcripts.announcing import TAIL, announces, announces_by_name, hands_over, sentences_naming, to_management
from kg.transcripts.draft import Said

_ASKS = re.compile(
    r"^.{0,40}\b(?:hi|hey|hello|good (?:morning|afternoon|evening))\b"
    r"|\b(?:(?:taking|take) (?:my|our|the)|for (?:my|our)) questions?\b|\bcongrat|\bon for [A-Z]",
    re.IGNORECASE,
)
_WONDERS = re.compile(r"\?|\b(?:wonder|curious|my (?:first )?question)", re.IGNORECASE)
_HANDS = re.compile(r"\bquestion (?:comes|is|will come)\b[^.?!]{0,30}\bfrom\b")
"""Management may announce a question itself, and a machine may take the operator for somebody of management."""
_OPENS = re.compile(r"listen[- ]only|\brecorded\b|\bwelcome (?:you|to|every)", re.IGNORECASE)
_QUESTION = 300
"""Words that a first question has at most; prepared remarks have more."""
_REMARK = 15
"""Words up to which a turn does not tell whether somebody asks."""
_GREETING = 7
"""Words with which management may greet an analyst who has been announced: "Good morning, Ann."."""
_SOON = 3


def analysts_of(said: Sequence[Said], words: Sequence[str], operators: frozenset[str]) -> frozenset[str]:
    """Those whom label or list calls analysts, and those without a post who speak after being announced.

    Once questions are being asked, whoever speaks first right after the operator asks one, unless the call goes back
    to management.
    """
    found = {s.speaker.name for s in said if _is_analyst(s.speaker)} | _named_next(said, words, operators)
    heard: set[str] = set()
    greeting = False
    for before, item, spoken in zip(said, said[1:], words, strict=False):
        name = item.speaker.name
        heard.add(before.speaker.name)
        asks = announces(spoken) or bool(found & heard) or (is_unidentified(name) and bool(found))
        serves = before.speaker.name in operators or (bool(found) and _HANDS.search(spoken) and len(spoken) < 250)
        greeted = greeting and len(spoken.split()) <= _GREETING and before.speaker.name not in found
        if _open(item.speaker) and name not in heard and ((serves and asks and not hands_over(spoken)) or greeted):
            found.add(name)
        greeting = before.speaker.name in operators and announces(spoken)
    announced = found | _called_up(said, words, operators)
    return frozenset((announced | (frozenset() if operators and announced else _asking(said, words))) - operators)


def _named_next(said: Sequence[Said], words: Sequence[str], operators: frozenset[str]) -> frozenset[str]:
    """Those whom the turn before their first one names: the operator's in any words, others' as a question."""
    found: set[str] = set()
    heard: set[str] = set()
    for before, item, spoken in zip(said, said[1:], words, strict=False):
        name = item.speaker.name
        heard.add(before.speaker.name)
        named = sentences_naming(name, spoken[-TAIL:]) if _open(item.speaker) and name not in heard else []
        serves = before.speaker.name in operators and not _OPENS.search(spoken)
        if named and (serves or announces_by_name(name, named[-1])) and not to_management(named):
            found.add(name)
    return frozenset(found)


def _called_up(said: Sequence[Said], words: Sequence[str], operators: frozenset[str]) -> frozenset[str]:
    """Those whom the operator announces by name, and who speak soon after, once greetings are over."""
    found: set[str] = set()
    for index, (item, spoken) in enumerate(zip(said, words, strict=True)):
        if item.speaker.name not in operators or not announces(spoken):
            continue
        for other in said[index + 1 : index + 1 + _SOON]:
            named = sentences_naming(other.speaker.name, spoken[-TAIL:])
            if named:  # whoever answers later may bear the same last name, or that of the firm
                found.update({other.speaker.name} if _open(other.speaker) and not to_management(named) else ())
                break
    return frozenset(found)


def _asking(said: Sequence[Said], words: Sequence[str]) -> frozenset[str]:
    """Those who begin with a question, greeting or thanking for it, on a call on which no operator announces anybody.

    The first two speakers are management; one person alone who speaks so may be management too.
    """
    turns: dict[str, list[str]] = {}
    open_people = {s.speaker.name for s in said if _open(s.speaker) and not is_unidentified(s.speaker.name)}
    for item, spoken in zip(said, words, strict=True):
        turns.setdefault(item.speaker.name, []).append(spoken)
    found = {name for name in list(turns)[2:] if name in open_people and _begins_with_question(turns[name])}
    return frozenset(found) if len(found) > 1 else frozenset()


def _begins_with_question(turns: Sequence[str]) -> bool:
    """Whether somebody's first turns greet or give thanks and ask, or most turns end in a question."""
    opening = " ".join(turns[:2])
    if any(len(turn.split()) > _QUESTION for turn in turns[:2]):
        return False
    long = [turn for turn in turns if len(turn.split()) > _REMARK]
    ends = sum("?" in turn[-TAIL:] for turn in long)
    return bool(_ASKS.search(opening[:TAIL]) and _WONDERS.search(opening)) or 2 * ends > len(long)


def _open(speaker: Speaker) -> bool:
    """Whether nothing tells yet on which side somebody is."""
    return (not speaker.title or bool(speaker.organization)) and speaker.role is not Role.EXECUTIVE


def _is_analyst(speaker: Speaker) -> bool:
    if speaker.role is not Role.UNKNOWN:
        return speaker.role is Role.ANALYST
    title = speaker.title or ""
    if re.search(r"[Rr]elations|\bIR\b", title):
        return False
    return (
        "analyst" in title.casefold()
        or "analyst" in speaker.name.casefold()
        or bool(
            speaker.organization
            and re.search(r"Research|Securities|Capital Markets|Investment Bank", speaker.organization)
        )
    )
