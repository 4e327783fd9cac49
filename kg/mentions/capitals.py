"""Names that no list holds, told by their capitals: "Orchard Pay", "iMeter 5", "HBX7", "Bank of Arden".

A capital at the beginning of a sentence shows nothing, so a word there needs another witness: the same word in the
middle of a sentence elsewhere in the call, a capital inside it, or a name going on behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.mentions.chance_capitals import ACRONYM, INNER_CAPITAL, is_chance
from kg.mentions.words import first_names, name_words
from kg.mentions.writing import Writing, is_capital, is_ordinary, opens
from kg.model import EntityType

NUMBER = re.compile(r"^(?:\d{1,4}[A-Za-z]?|[IVX]{1,4})$")
PARTICLES = frozenset({"on", "in", "up", "out", "off", "over", "to", "by", "n"})
"""Small words that end the first word of a name behind a hyphen."""
ORDINAL = re.compile(r"^\d{1,3}(?:st|nd|rd|th)$")
COUNTED = frozenset(
    [
        "percent",
        "times",
        "years",
        "months",
        "days",
        "basis",
        "bps",
        "points",
        "customers",
        "stores",
        "people",
        "employees",
        "million",
        "billion",
    ]
)
_SAID = {"VERB", "AUX", "ADV", "PRON"}
OPENING_WORDS = {"ADV", "ADP", "SCONJ", "CCONJ", "DET", "PRON", "AUX", "INTJ", "PART"}

Blocked = Callable[[Token], bool]
Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Capitals:
    """The token ranges of capitalised words in text order: names, and what alone is none.

    `halves` the call writes small as often, but they may begin a name.
    """

    names: tuple[Run, ...]
    halves: tuple[Run, ...]


def capitals(doc: Doc, writing: Writing, blocked: Blocked) -> Capitals:
    """The capitalised words of a document; a blocked token (a measure, a figure) is in none of them."""
    found = tuple((run, is_chance(doc[run[0]], run[1] - run[0], writing)) for run in _runs(doc, blocked, writing))
    names = tuple(run for run, chance in found if not chance)
    return Capitals(names, tuple(run for run, chance in found if chance and not opens(doc[run[0]])))


def _runs(doc: Doc, blocked: Blocked, writing: Writing) -> Iterator[Run]:
    position = 0
    while position < len(doc):
        if not _begins(doc[position], writing) or blocked(doc[position]):
            position += 1
            continue
        end = _end(doc, position, blocked)
        start, end_of_name = _trimmed(doc, _before_hyphen(doc, position), end)
        if (
            start < end_of_name
            and not is_ordinary(doc[start:end_of_name].text)
            and not _is_post(doc, start, end_of_name)
        ):
            yield start, end_of_name
        position = end


def _before_hyphen(doc: Doc, start: int) -> int:
    """Where a name begins whose first half opens the sentence: "*High*-Value Looms sales rose"."""
    if start < 2 or doc[start - 1].text != "-" or doc[start - 1].whitespace_ or doc[start - 2].whitespace_:
        return start
    half = doc[start - 2]
    return start - 2 if half.is_sent_start and half.text[:1].isupper() and not is_ordinary(half.text) else start


def _is_post(doc: Doc, start: int, end: int) -> bool:
    """Whether words beside a title only tell the post: "*Corporate* Secretary", "Vice President, *Finance*"."""
    lists = name_words()
    if any(t.lower_ not in lists.post_words for t in doc[start:end]):
        return False
    after = doc[end].lower_ if end < len(doc) else ""
    before = [t.lower_ for t in doc[max(0, start - 2) : start] if t.lower_ not in {",", "of", "for", "and"}]
    return after in lists.titles or bool(before and before[-1] in lists.titles)


_FISCAL = re.compile(r"(?:[1-4]Q|Q[1-4])(?:(?:FY|CY)?['’]?(?:20)?\d\d)?|(?:FY|CY)['’]?(?:20)?\d\d(?:[-/]\d\d)?")
"""A fiscal quarter or year, which is no part of a name: "Acme Limited Q2 FY2024 Earnings Conference Call"."""


def _begins(token: Token, writing: Writing) -> bool:
    if not is_capital(token) or _FISCAL.fullmatch(token.text) or token.lower_ in name_words().titles:
        return False
    if re.fullmatch(r"[A-Z]\.", token.text):
        ends = token.i + 1 == len(token.doc) or token.nbor(1).is_stop or (token.i and token.nbor(-1).text == "-")
        if ends:  # "Form 10-Q. Orvana assumes", no initial
            return False
    if re.search(r"[a-z]\.[A-Z]|[A-Z]\.[A-Z][a-z]", token.text):  # two sentences without a blank between them
        return False
    if len(token.text) == 1:
        return token.text not in "IAK" and token.i + 1 < len(token.doc) and token.nbor(1).text in {"&", "-"}
    if opens(token):
        return _is_name_at_opening(token, writing)
    if token.is_stop and not token.text.isupper():
        follower = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return token.lower_ in name_words().name_openers and is_capital(follower) and follower.i != token.i
    return True


def _is_name_at_opening(token: Token, writing: Writing) -> bool:
    """Whether something else than its place gives this word a capital."""
    text = token.text
    if INNER_CAPITAL.match(text) or ACRONYM.match(text):
        return True
    if token.is_stop or token.pos_ in OPENING_WORDS:
        return False
    if writing.large[text]:
        return writing.small[token.lower_] <= writing.large[text]
    if writing.small[token.lower_] or token.i + 1 >= len(token.doc):
        return False
    follower = token.nbor(1)
    return token.pos_ == "PROPN" and (
        is_capital(follower) or follower.tag_ == "POS" or follower.pos_ in {"VERB", "AUX"}
    )


def _end(doc: Doc, start: int, blocked: Blocked) -> int:
    """Where the name that begins at a token ends."""
    sentence_end = doc[start].sent.end
    end = start + 1
    while end < sentence_end:
        token = doc[end]
        if blocked(token) or token.lower_ in name_words().titles:
            break
        if token.text == doc[start].text and doc[end - 1].text[-1] == ".":  # the next sentence begins with the name
            break
        if token.lower_ == "of" and end - start == 2 and doc[start].text in first_names():  # "Dana Whitlock of Torvex"
            break
        if _goes_on(doc, end):
            end += 1
        elif (step := _bridge(doc, end, sentence_end, blocked)) is not None:
            end = step
        else:
            break
    return end


def _goes_on(doc: Doc, index: int) -> bool:
    token = doc[index]
    if _FISCAL.fullmatch(token.text):
        return False
    if (
        re.fullmatch(r"[^.]{3,}\.|[A-Z]&[A-Z]\.", doc[index - 1].text)
        and doc[index - 1].lower_ not in name_words().abbreviations
    ):
        return False
    if token.text == "I" and (token.pos_ == "PRON" or (index + 1 < len(doc) and doc[index + 1].pos_ in _SAID)):
        return False
    if is_capital(token):
        return not (token.is_stop and not token.text.isupper() and doc[index - 1].is_punct)
    return bool(NUMBER.match(token.text)) and not _counts(doc, index)


def _counts(doc: Doc, index: int) -> bool:
    """Whether a number after a name counts something: "Acme 3 times", or belongs to a date: "June 30"."""
    if doc[index - 1].lower_ in name_words().ordinary:
        return True
    follower = doc[index + 1] if index + 1 < len(doc) else None
    return follower is not None and (follower.text == "%" or follower.like_num or follower.lower_ in COUNTED)


def _bridge(doc: Doc, index: int, limit: int, blocked: Blocked) -> int | None:
    """Over small words inside a name: "Bank of Arden", "Salt & Vine"; None where the name ends."""
    token = doc[index]
    if index + 1 >= limit or token.lower_ not in name_words().inner:
        return None
    if doc[index - 1].lower_ in name_words().titles | name_words().post_words | name_words().edges:
        return None
    if token.text == "-" and (doc[index - 1].whitespace_ or token.whitespace_):
        return None
    if token.text == "+" and bool(doc[index - 1].whitespace_) != bool(token.whitespace_):  # "Fonoteca+ Radio"
        return None
    step = index + 1
    if token.lower_ == "of" and doc[step].lower_ == "the":
        step += 1
    if token.text == "-" and doc[step].lower_ in PARTICLES and step + 1 < limit and doc[step].whitespace_:
        step += 1  # "Clip-on Tools"
    if step >= limit or blocked(doc[step]) or doc[step].lower_ in name_words().titles:
        return None
    return step + 1 if is_capital(doc[step]) or (token.text == "-" and doc[step].text.isdigit()) else None


def _trimmed(doc: Doc, start: int, end: int) -> Run:
    """The name without what only stands beside it: words that open the sentence, months, quarters."""
    edges = name_words().edges | name_words().inner
    while end - start > 1 and doc[start].lower_ in edges:
        start += 1
    while end - start > 1 and (doc[end - 1].lower_ in edges or doc[end - 1].text in {"&", "-"}):
        end -= 1
    if start > 0 and end - start > 1 and _counts_event(doc, start - 1, end - 1):
        start -= 1
    if end + 1 < len(doc) and doc[end - 1].text == "Act" and doc[end].text == "of" and doc[end + 1].like_num:
        end += 2
    return start, end


def _counts_event(doc: Doc, number: int, head: int) -> bool:
    """Whether a number belongs to the name of an event: "16th Alder Conference", "707 Grand Sale"."""
    if ORDINAL.match(doc[number].text):
        return True
    kind = name_words().heads.get(doc[head].lower_)
    return kind is EntityType.EVENT and re.fullmatch(r"\d{3}", doc[number].text) is not None
