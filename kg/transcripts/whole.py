"""A text that breaks off inside a sentence is half a call: it is refused with the place where it ends.

Only where the rest of the file is punctuated, nothing follows, and nobody was saying good-bye: a transcript that
never had full stops, or that ends in web furniture, is whole.
"""

from __future__ import annotations

import re

from kg.errors import CutOff
from kg.model import Paragraph, Role, Transcript

_ENDS = tuple(".?!…:;)]}\"'”’»*。？！）」』】%-—–")
_GOOD_BYE = re.compile(
    r"\b(?:thank|thanks|bye|goodbye|disconnect|conclud|cheers|take care|good (?:day|night|evening))", re.I
)
_ANNOUNCES = re.compile(r"\bquestion\b[^.?!]*\b(?:from|with)\b", re.I)
_SPOKEN = frozenset(["the", "we", "our", "i", "you", "it", "is", "are", "was", "have", "has", "will", "that", "this"])
_LEAST_WORDS = 5
_FAREWELL_WORDS = 12
_ANNOUNCED_WORDS = 20
_USUAL = 0.95


def check_whole(transcript: Transcript, place: str) -> None:
    """Raises `CutOff` when the file ends in the middle of a sentence.

    >>> from kg.transcripts import from_text
    >>> said = "Ann Lee: Welcome to Acme's second quarter 2024 call.\\nBo Ek: Sales grew.\\nAnn Lee: "
    >>> check_whole(from_text(said + "Bye.", "acme"), "acme.txt")
    >>> check_whole(from_text(said + "The plan for next year is to", "acme"), "acme.txt")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    kg.errors.CutOff: acme.txt:3: the text breaks off after “The plan for next year is to”, ...
    """
    paragraphs = [p for turn in transcript.turns for p in turn.paragraphs]
    last = paragraphs[-1]
    end = max(last.span.end, last.chinese.end if last.chinese else 0)
    words = transcript.words(last).split()
    if transcript.text[end:].strip() or not (_nobody_asks(transcript, words) or _mid_sentence(transcript, paragraphs)):
        return
    line = transcript.text.count("\n", 0, last.span.end) + 1
    raise CutOff(
        f"{place}:{line}: the text breaks off after “{' '.join(words[-7:])}”, so the file seems cut off; "
        "get it whole, or end it after a full sentence to have that much read"
    )


def _nobody_asks(transcript: Transcript, words: list[str]) -> bool:
    """Whether the last words are an operator's who announces a question."""
    operator = transcript.turns[-1].speaker.role is Role.OPERATOR
    return operator and _ANNOUNCES.search(" ".join(words[-_ANNOUNCED_WORDS:])) is not None


def _mid_sentence(transcript: Transcript, paragraphs: list[Paragraph]) -> bool:
    """Whether the last paragraph lacks the full stop that nearly all others have."""
    *others, last = paragraphs
    whole = sum(1 for p in others if not _breaks_off(transcript, p))
    usual = whole >= _USUAL * len(others)
    return usual and _breaks_off(transcript, last) and _is_speech(transcript.words(last).split())


def _is_speech(words: list[str]) -> bool:
    """Whether the last words are part of a sentence: neither links below the page nor a farewell.

    >>> _is_speech("Terms of use Privacy policy Contact us".split())
    False
    """
    farewell = _GOOD_BYE.search(" ".join(words[-_FAREWELL_WORDS:]))
    spoken = any(word.lower().strip(",.") in _SPOKEN for word in words)
    return len(words) >= _LEAST_WORDS and spoken and not farewell


def _breaks_off(transcript: Transcript, paragraph: Paragraph) -> bool:
    """Whether the English, or the Chinese below it, ends without a mark that may end a sentence."""
    texts = [transcript.quote(s).rstrip() for s in (paragraph.span, paragraph.chinese) if s]
    return any(text and not text.endswith(_ENDS) for text in texts)
