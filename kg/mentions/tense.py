"""Whether the words around a period look ahead or back: "the full year" of a finished year may be either."""

from __future__ import annotations

import re

_NO_SPEAKING = (
    r"(?!\s+(?:(?:now|first|briefly|also|then)\s+)*"
    r"(?:recap|review|discuss|cover|walk|summarize|highlight|talk|speak|touch|focus|comment|turn)\b)"
)
"""Behind "will", what a speaker is about to tell lies in no time to come: "I will now review the full year"."""
_FORWARD = re.compile(
    rf"\b(?:(?<!\bas )(?<!\bthan )(?:expect\w*|anticipat\w+)|will{_NO_SPEAKING}|guid(?:e|ing|ance)|outlook|forecast\w*"
    r"|would(?!\s+(?:say|note|add|like|highlight|point|remind|argue|describe|call|characterize|tell|have))"
    r"|(?<!initially )(?<!originally )(?<!previously )planned|plan(?:s|ning)?\s+(?:to|for|on)|project(?:ed|ing)"
    rf"|going\s+to{_NO_SPEAKING}|look(?:ing)?\s+(?:ahead|forward)|into)\b"
    r"(?:[^.?!]|\.(?=\d))*$",
    re.I,
)
_FORWARD_AFTER = re.compile(r"(?:[^.?!]|\.(?=\d)){0,60}?\b(?:will|expect|anticipate|should)\b", re.I)
_DONE = re.compile(
    r"(?<!expect)(?<!plann)(?<!forecast)(?<!project)ed\s+(?:in|during|for|back\s+in)\s+(?:the\s+|our\s+)?$", re.I
)
_PAST = re.compile(
    r"\b(?:was|were|had|saw|grew|did|went|came|drove|fell|rose|declined|improved|increased|delivered)\b", re.I
)


def looks_ahead(match: re.Match[str]) -> bool:
    """Whether words of expectation stand around a phrase in its sentence.

    >>> looks = lambda said: looks_ahead(re.compile("full year").search(said))
    >>> looks("We expect costs of 5 for the full year."), looks("I will now review the full year.")
    (True, False)
    """
    before = match.string[max(0, match.start() - 160) : match.start()]
    if _DONE.search(before):
        return False
    return bool(_FORWARD.search(before) or _FORWARD_AFTER.match(match.string, match.end()))


def looks_back(match: re.Match[str]) -> bool:
    """Whether a past tense stands near a phrase in its sentence.

    >>> looks_back(re.compile("second half").search("Demand was weak in the second half."))
    True
    """
    before = re.split(r"[.?!]\s", match.string[max(0, match.start() - 80) : match.start()])[-1]
    after = re.split(r"[.?!,]\s", match.string[match.end() : match.end() + 40])[0]
    return bool(_PAST.search(before) or _PAST.search(after))


_SET_AGAINST = re.compile(
    r"\b(?:quarters?|Q[1-4]|[1-4]Q|H[12]|half|month|period|(?:this|full|current|new)\s+(?:\w+\s+)?year|compar\w+|versus|vs"
    r"|against|relative|whereas|(?<!^)(?<!^so )while|(?<!more )(?<!less )(?<!fewer )than|from|beginning|end"
    r"|late|early|time|extra|reported)\b"
    r"|\b(?:with|to|on|as)\s*$",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:(?<!\bare )(?<!\bis )(?<!% )(?!(?:compared|based|expected|projected|anticipated|forecasted|related|adjusted"
    r"|weighted|fixed|need|indeed|speed)\b)\w+ed|was|were|had|saw|grew|did|went|came|drove|fell|rose|won|sold|built|made"
    r"|got|hit)\b",
    re.I,
)


_CLAUSE_END = re.compile(
    r"[.?!](?:\s|$)|,?\s(?:and|but|so)\s(?:we\s|now\s)*(?:expect|anticipate|will|plan|guide|should|are|forecast)\b",
    re.I,
)
"""Where a clause ends: with its sentence, or before one that looks ahead."""


def stands_alone(match: re.Match[str]) -> bool:
    """Whether the sentence around a phrase tells what was done then, and sets no other time beside it.

    >>> alone = lambda said: stands_alone(re.compile("last year").search(said))
    >>> alone("We opened 40 shops last year."), alone("Costs were 4% this quarter, 5% last year.")
    (True, False)
    """
    before = re.split(r"[.?!]\s+", match.string[max(0, match.start() - 200) : match.start()])[-1]
    after = _CLAUSE_END.split(match.string[match.end() : match.end() + 120])[0]
    told = _TOLD.search(before) or _TOLD.search(after)
    return told is not None and not _SET_AGAINST.search(before) and not _SET_AGAINST.search(after)


def tells_past(match: re.Match[str]) -> bool:
    """Whether the sentence around a phrase tells what was done.

    >>> told = lambda said: tells_past(re.compile("this year", re.I).search(said))
    >>> told("This year we opened 40 shops."), told("Our premium for this year is 40 million.")
    (True, False)
    """
    before = re.split(r"[.?!]\s+", match.string[max(0, match.start() - 200) : match.start()])[-1]
    after = re.split(r"[.?!](?:\s|$)", match.string[match.end() : match.end() + 120])[0]
    return bool(_TOLD.search(before) or _TOLD.search(after))
