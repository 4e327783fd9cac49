"""On which side people speak, as far as labels, lists and the order of turns tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Role, Speaker
from kg.persons import folded, is_operator, is_post, is_unidentified, shortens
from kg.transcripts.draft import Said

_ANNOUNCES = re.compile(
    r"\b(?:first|next|another|last|final|following|one more)\b[^.?!]{0,40}\bquestions?\b(?![- ]and)"
    r"|\bquestions?,? (?:today |now )?(?:comes?|coming|is|are|will|was)\b[^.?!]{0,40}\b(?:from|by)\b(?! the queue)"
    r"|\bquestions? (?:from|by) (?!the queue)"
    r"|\bfrom the line of\b"
    r"|\b(?:go|move)\b[^.?!]{0,20}\bto (?:the line of )?"
    r"(?:M[rs]s?\. )?[A-Z]\w+ [A-Z][^.?!]{0,40}\b(?:with|from|of|at)\b"
    r"|\bline is (?:now )?open\b"
    r"|\b(?:first|next|last|final) questioner\b|\b(?:will|['’]ll) hear (?:next |now )?from [A-Z]|\bwith a question\b"
    r"|\b[Nn]ext (?:up |on (?:the )?line )?is [A-Z]\w+ [A-Z]|\bwe have [A-Z][\w\-]+ [A-Z]|\bwill come from [A-Z]"
    r"|\b(?:first|next|last|final) question, [A-Z]|\b(?:our|the) (?:first|next|last) (?:is )?from [A-Z]"
)
_LONE = re.compile(
    r"(?:(?:Thank you|Thanks|And|Next|Now|From)[.,:]? |[\[(][^\])]*[\])][.:]? *)*"
    r"\[?[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){1,3}\]?(?:,? (?:with |from |of |at )?\[?[A-Z][^.?!]{1,40})?\.?"
)
"""No more than whose line is open: "Ann Lee, Harbour Bank"."""
_ASKS = re.compile(
    r"^.{0,40}\b(?:hi|hey|hello|good (?:morning|afternoon|evening))\b"
    r"|\b(?:(?:taking|take) (?:my|our|the)|for (?:my|our)) questions?\b|\bcongrat|\bon for [A-Z]",
    re.IGNORECASE,
)
_WONDERS = re.compile(r"\?|\b(?:wonder|curious|my (?:first )?question)", re.IGNORECASE)
_TO_OPERATOR = re.compile(r"(?:^|[,.?!] )[Oo]perator[,.?!]|\b(?:thanks|thank you),? operator\b", re.IGNORECASE)
_HANDS = re.compile(r"\bquestion (?:comes|is|will come)\b[^.?!]{0,30}\bfrom\b")
"""Management may announce a question itself, and a machine may take the operator for somebody of management."""
_YIELDS = re.compile(
    r"\b(?:turn|hand|pass)(?:ing)?\b[^.?!]{0,60}\bto\b|\bover to\b|\bintroduc"
    r"|\b(?:your|our|the|today['’]s) (?:host|speaker)s?\b"
    r"|\bwelcome\b|\bremarks\b|\bpresent(?:ed|ing|ation)?\b|\bmay (?:now )?begin\b|\bbegin your conference\b",
    re.IGNORECASE,
)
"""Words that hand the call to management, even where they name the next speaker."""
_OPENS = re.compile(r"listen[- ]only|\brecorded\b|\bwelcome (?:you|to|every)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)(?<=[.?!\])])\s+")
_TAIL = 300
_QUESTION = 300
"""Words that a first question has at most; prepared remarks have more."""
_REMARK = 15
"""Words up to which a turn does not tell whether somebody asks."""
_GREETING = 7
"""Words with which management may greet an analyst who has been announced: "Good morning, Ann."."""
_SOON = 3
_SERVES = re.compile(r"listen[- ]only|please press|go ahead|operator instructions|disconnect|star[, ]", re.IGNORECASE)


def announces(words: str) -> bool:
    """Whether words of a moderator hand the floor to somebody with a question.

    >>> announces("Our next question comes from Ann Lee."), announces("The call is being recorded.")
    (True, False)
    """
    return _ANNOUNCES.search(words) is not None or _LONE.fullmatch(words.strip()) is not None


def with_roles(said: Sequence[Said], listed: Sequence[Speaker], text: str) -> tuple[Said, ...]:
    """The same turns, each speaker with role, and with the post and firm that their other labels or a list give."""
    words = [" ".join(text[p.span.start : p.span.end] for p in s.paragraphs) for s in said]
    operators = _operators(said, words)
    known = _known(said, listed)
    full = [replace(s, speaker=known[s.speaker.name]) for s in said]
    analysts = _analysts(full, words, operators)
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


def _merged(first: Speaker, second: Speaker) -> Speaker:
    role = first.role if first.role is not Role.UNKNOWN else second.role
    return Speaker(first.name, first.title or second.title, first.organization or second.organization, role)


def _analysts(said: Sequence[Said], words: Sequence[str], operators: frozenset[str]) -> frozenset[str]:
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
        if _open(item.speaker) and name not in heard and ((serves and asks and not _hands_over(spoken)) or greeted):
            found.add(name)
        greeting = before.speaker.name in operators and announces(spoken)
    announced = found | _called_up(said, words, operators)
    return frozenset((announced | (frozenset() if operators and announced else _asking(said, words))) - operators)


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
    ends = sum("?" in turn[-_TAIL:] for turn in long)
    return bool(_ASKS.search(opening[:_TAIL]) and _WONDERS.search(opening)) or 2 * ends > len(long)


def _named_next(said: Sequence[Said], words: Sequence[str], operators: frozenset[str]) -> frozenset[str]:
    """Those whom the turn before their first one names: the operator's in any words, others' as a question."""
    found: set[str] = set()
    heard: set[str] = set()
    for before, item, spoken in zip(said, said[1:], words, strict=False):
        name = item.speaker.name
        heard.add(before.speaker.name)
        named = _sentences_naming(name, spoken[-_TAIL:]) if _open(item.speaker) and name not in heard else []
        serves = before.speaker.name in operators and not _OPENS.search(spoken)
        if named and (serves or _announces_by_name(name, named[-1])) and not _to_management(named):
            found.add(name)
    return frozenset(found)


def _announces_by_name(name: str, sentence: str) -> bool:
    """Whether a sentence of management announces a question, or somebody with a firm.

    >>> [_announces_by_name("Ann Lee", s) for s in ("Next up is Ann Lee with Harbour Bank.", "Hi, Ann Lee.")]
    [True, False]
    """
    last = re.escape(name.split()[-1])
    return announces(sentence) or re.search(rf"\b{last}(?:,| with| from| of| at) [A-Z]", sentence) is not None


def _to_management(sentences: Sequence[str]) -> bool:
    """Whether sentences that name somebody hand the call over, or give a post."""
    return any(_YIELDS.search(s) or is_post(s) for s in sentences)


def _sentences_naming(name: str, words: str) -> list[str]:
    """The sentences that name somebody by their last name.

    >>> _sentences_naming("Ann Lee", "Thank you. We will hear from Ann Lee. Please go ahead.")
    ['We will hear from Ann Lee.']
    """
    last = folded(name).split()[-1]
    if len(last) < 2:
        return []
    return [s for s in _SENTENCE.split(words) if re.search(rf"\b{re.escape(last)}\b", folded(s))]


def _hands_over(words: str) -> bool:
    """Whether the last words of a turn hand the call to management and call up nobody.

    >>> _hands_over("I will now turn the call over to Teo Lund."), _hands_over("Our next question is from Ann Lee.")
    (True, False)
    """
    sentences = [s for s in _SENTENCE.split(words[-_TAIL:]) if len(s.split()) > 4]
    return bool(sentences) and _YIELDS.search(sentences[-1]) is not None and not announces(sentences[-1])


def _open(speaker: Speaker) -> bool:
    """Whether nothing tells yet on which side somebody is."""
    return (not speaker.title or bool(speaker.organization)) and speaker.role is not Role.EXECUTIVE


def _called_up(said: Sequence[Said], words: Sequence[str], operators: frozenset[str]) -> frozenset[str]:
    """Those whom the operator announces by name, and who speak soon after, once greetings are over."""
    found: set[str] = set()
    for index, (item, spoken) in enumerate(zip(said, words, strict=True)):
        if item.speaker.name not in operators or not announces(spoken):
            continue
        for other in said[index + 1 : index + 1 + _SOON]:
            named = _sentences_naming(other.speaker.name, spoken[-_TAIL:])
            if named:  # whoever answers later may bear the same last name, or that of the firm
                found.update({other.speaker.name} if _open(other.speaker) and not _to_management(named) else ())
                break
    return frozenset(found)


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
