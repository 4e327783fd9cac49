"""Names that no list holds, told by their capitals: "Orchard Pay", "iMeter 5", "HBX7", "Bank of Arden".

A capital at the beginning of a sentence shows nothing, so a word there needs another witness: the same word in the
middle of a sentence elsewhere in the call, a capital inside it, or a name going on behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.language import Passage
from kg.mentions.words import name_words
from kg.model import Mention, MentionKind

RULE = "name.capitals"
INNER_CAPITAL = re.compile(r"^[a-z]+[A-Z]|^[A-Z][a-z]+[A-Z]|^(?=.*[A-Z])(?=.*\d)[\w-]+$")
ACRONYM = re.compile(r"^[A-Z][A-Z&]+[a-z]?\+?$")
NUMBER = re.compile(r"^(?:\d{1,4}[A-Za-z]?|[IVX]{1,4})$")


@dataclass(frozen=True, slots=True)
class Habits:
    """How the words of one call are written: in lower case, and with a capital in the middle of a sentence."""

    small: Counter[str]
    large: Counter[str]


def habits(passages: Iterable[Passage]) -> Habits:
    """Counts over the whole call, by which a capital at the beginning of a sentence is judged."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for passage in passages:
        for token in passage.doc:
            if token.text[:1].islower():
                small[token.lower_] += 1
            elif token.text[:1].isupper() and not opens(token):
                large[token.text] += 1
    return Habits(small, large)


def opens(token: Token) -> bool:
    """Whether a token stands where any word would take a capital: first in a sentence, after a colon or a quote."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    return (
        before.text in {".", "?", "!", ":", "“", '"', "-", "–", "—", "…", "...", ")", "•"} and before.whitespace_ != ""
    )


def capitals(passage: Passage, writing: Habits) -> Iterator[Mention]:
    """Capitalised names of a passage in text order."""
    doc = passage.doc
    position = 0
    while position < len(doc):
        if not _begins(doc[position], writing):
            position += 1
            continue
        end = _end(doc, position, writing)
        start = _start(doc, position, end, writing)
        if start is not None and not is_ordinary(doc[start:end].text):
            span = doc[start:end]
            yield Mention(passage.span(span), MentionKind.NAME, span.text, RULE)
        position = end


def is_ordinary(name: str) -> bool:
    """Whether capitals on these words make no entity of them.

    >>> is_ordinary("Q4"), is_ordinary("Investor Relations"), is_ordinary("Orchard Pay")
    (True, True, False)
    """
    words = name_words()
    lower = name.lower().removesuffix("'s").removesuffix("’s").strip(" .")
    if lower in words.ordinary or re.fullmatch(r"(?:fy|q|h)\d+|\d?[qh]\d*(?:fy\d+)?|\d+[a-z]?", lower):
        return True
    return all(part in words.ordinary | words.titles or part.isdigit() for part in re.findall(r"[\w&.'-]+", lower))


def _is_capital(token: Token) -> bool:
    text = token.text
    return text[:1].isupper() or (bool(INNER_CAPITAL.match(text)) and not text.isdigit())


def _begins(token: Token, writing: Habits) -> bool:
    if not _is_capital(token) or token.lower_ in name_words().titles:
        return False
    if len(token.text) == 1 and not token.nbor(-1 if token.i else 0).text == "&":
        return token.text != "I" and token.i + 1 < len(token.doc) and _is_capital(token.nbor(1)) and token.text != "A"
    if not opens(token):
        return token.pos_ not in {"PRON"} or token.text.isupper()
    return _is_name_at_opening(token, writing)


def _is_name_at_opening(token: Token, writing: Habits) -> bool:
    """A witness for a capital that any word would have here."""
    text = token.text
    if INNER_CAPITAL.match(text) or ACRONYM.match(text):
        return True
    if token.is_stop or token.pos_ in {"ADV", "ADP", "SCONJ", "CCONJ", "DET", "PRON", "AUX", "INTJ", "PART"}:
        return False
    if writing.large[text]:
        return writing.small[token.lower_] <= writing.large[text]
    if writing.small[token.lower_] or token.i + 1 >= len(token.doc):
        return False
    follower = token.nbor(1)
    return token.pos_ == "PROPN" and (
        _is_capital(follower) or follower.tag_ == "POS" or follower.pos_ in {"VERB", "AUX"}
    )


def _end(doc: Doc, start: int, writing: Habits) -> int:
    """Where the name that begins at a token ends."""
    sentence_end = doc[start].sent.end
    end = start + 1
    while end < sentence_end:
        token = doc[end]
        if (
            token.lower_ in name_words().titles
            or (doc[end - 1].whitespace_ == ""
            and token.is_punct
            and token.text != "-")
        ):
            break
        if _is_capital(token) or (NUMBER.match(token.text) and not _counts(doc, end)):
            end += 1
        elif (step := _bridge(doc, end, sentence_end)) is not None:
            end = step
        else:
            break
    while end > start + 1 and doc[end - 1].tag_ == "POS":
        end -= 1
    return end


def _counts(doc: Doc, index: int) -> bool:
    """Whether a number after a name counts something: "Acme 3 times", or stands for a date."""
    if doc[index - 1].lower_ in name_words().ordinary:
        return True
    follower = doc[index + 1] if index + 1 < len(doc) else None
    return follower is not None and (
        (follower.text in {"%", ".", ","} and follower.whitespace_ == "") or follower.like_num
    )


def _bridge(doc: Doc, index: int, limit: int) -> int | None:
    """Over small words inside a name: "Bank of Arden", "Salt & Vine"; None where the name ends."""
    token = doc[index]
    if index + 1 >= limit or token.lower_ not in name_words().inner:
        return None
    if token.lower_ in {"in", "to", "on", "with", "at", "for"}:
        return None
    step = index + 1
    if doc[step].lower_ == "the" and token.lower_ == "of":
        step += 1
    if step < limit and _is_capital(doc[step]) and doc[step].lower_ not in name_words().titles:
        if token.text == "-" and (doc[index - 1].whitespace_ or token.whitespace_):
            return None
        return step + 1
    return None


def _start(doc: Doc, start: int, end: int, writing: Habits) -> int | None:
    """The first token of the name once ordinary words at its front are off."""
    while (
        start < end and is_ordinary(doc[start].text) and end - start > 1 and doc[start + 1].text not in {"&", "of", "-"}
    ):
        start += 1
    return start if start < end else None
