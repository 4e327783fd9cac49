"""What moderators say: whose line they open, and to whom of management they hand the call."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.persons import folded, is_post

_ANNOUNCES = re.compile(
    r"\b(?:first|next|another|last|final|following(?! (?:our|the|these|this|my|his|her|their|prepared)\b)|one more)\b"
    r"[^.?!]{0,40}\bquestions?\b(?![- ]and)"
    r"|\bquestions?,? (?:today |now )?(?:comes?|coming|is|are|will|was)\b[^.?!]{0,40}\b(?:from|by)\b(?! the queue)"
    r"|\bquestions? (?:from|by) (?!the (?:queue|audience|floor|phones?|lines?)\b|those\b|our\b|analysts\b|investors\b)"
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
_YIELDS = re.compile(
    r"\b(?:turn|hand|pass)(?:ing)?\b[^.?!]{0,60}\bto\b|\bover to\b|\bintroduc"
    r"|\b(?:your|our|the|today['’]s) (?:host|speaker)s?\b"
    r"|\bwelcome\b|\bremarks\b|\bpresent(?:ed|ing|ation)?\b|\bmay (?:now )?begin\b|\bbegin your conference\b",
    re.IGNORECASE,
)
"""Words that hand the call to management, even where they name the next speaker."""
_SENTENCE = re.compile(r"(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)(?<=[.?!\])])\s+")
TAIL = 300
"""Characters at the end of a turn in which it says who speaks next."""


def announces(words: str) -> bool:
    """Whether words of a moderator hand the floor to somebody with a question.

    >>> announces("Our next question comes from Ann Lee."), announces("The call is being recorded.")
    (True, False)
    >>> announces("Following our remarks, we will take questions from those on the line.")
    False
    """
    return _ANNOUNCES.search(words) is not None or _LONE.fullmatch(words.strip()) is not None


def announces_by_name(name: str, sentence: str) -> bool:
    """Whether a sentence of management announces a question, or somebody with a firm.

    >>> [announces_by_name("Ann Lee", s) for s in ("Next up is Ann Lee with Harbour Bank.", "Hi, Ann Lee.")]
    [True, False]
    """
    last = re.escape(name.split()[-1])
    return announces(sentence) or re.search(rf"\b{last}(?:,| with| from| of| at) [A-Z]", sentence) is not None


def to_management(sentences: Sequence[str]) -> bool:
    """Whether sentences that name somebody hand the call over, or give a post."""
    return any(_YIELDS.search(s) or is_post(s) for s in sentences)


def sentences_naming(name: str, words: str) -> list[str]:
    """The sentences that name somebody by their last name.

    >>> sentences_naming("Ann Lee", "Thank you. We will hear from Ann Lee. Please go ahead.")
    ['We will hear from Ann Lee.']
    """
    last = folded(name).split()[-1]
    if len(last) < 2:
        return []
    return [s for s in _SENTENCE.split(words) if re.search(rf"\b{re.escape(last)}\b", folded(s))]


def hands_over(words: str) -> bool:
    """Whether the last words of a turn hand the call to management and call up nobody.

    >>> hands_over("I will now turn the call over to Teo Lund."), hands_over("Our next question is from Ann Lee.")
    (True, False)
    """
    sentences = [s for s in _SENTENCE.split(words[-TAIL:]) if len(s.split()) > 4]
    return bool(sentences) and _YIELDS.search(sentences[-1]) is not None and not announces(sentences[-1])
