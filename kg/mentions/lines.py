"""Lines of business in small letters, told by the noun behind them: "the packaging business", "our rental segment"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.language import Passage
from kg.mentions.words import name_words
from kg.model import EntityType, Mention, MentionKind

RULE = "name.line"
_ONE = frozenset({"segment", "business", "division"})
_LINKS = frozenset({"and", "&", ","})
_ARTICLES = frozenset({"the", "our", "its"})
_LONGEST = 9
_COUNTED = frozenset({"first", "second", "third", "single"})
_GENERAL = frozenset({"corporate", "other"})
"""What a segment may be called whose name is no name elsewhere: "our Corporate segment"."""


def lines(passage: Passage) -> Iterator[Mention]:
    """Every noun phrase of a passage that names a line of business, with its general noun, in text order."""
    doc = passage.doc
    for token in doc:
        if (token.text in name_words().line_heads and token.pos_ in {"NOUN", "PROPN"}) or _runs_abroad(token):
            start = _of_new(doc, token) or _start(doc, token.i)
            proper = token.lower_ in {"segment", "segments"} and _is_proper(doc[token.i - 1])
            rest = _with_rest(doc, token)
            start = _plain_start(doc, token.i) if rest is not None else _of_list(doc, start, token)
            if start < token.i and not proper and not _is_any(doc, start):
                words = doc[start : rest or _end(doc, token.i + 1)]
                yield Mention(passage.span(words), MentionKind.NAME, words.text, RULE, type=EntityType.BUSINESS_UNIT)


def _runs_abroad(token: Token) -> bool:
    """Whether operations are those of a region, and sell or grow: "International operations grew", "sales in" them."""
    if token.text != "operations" or token.i == 0 or token.nbor(-1).lower_ not in name_words().regions:
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ in {"in", "from"} and token.head.head.lower_ in name_words().line_results
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in {"grow", "increase", "decline"}


def _end(doc: Doc, end: int) -> int:
    """Behind "unit" in "the mobile business unit", where its figures stand; else where the general noun ends."""
    unit = doc[end - 1].lower_ == "business" and end < len(doc) and doc[end].lower_ in {"unit", "units"}
    return end + 1 if unit else end


def _is_proper(before: Token) -> bool:
    """Whether a word has its capital as a name, not as the first of a sentence: "International segment sales"."""
    opens = bool(before.is_sent_start) and before.text[1:].islower()
    return before.text[:1].isupper() and not opens and before.lower_ not in _GENERAL


def _with_rest(doc: Doc, head: Token) -> int | None:
    """Where a line ends that takes the rest of a company along: "innovative businesses *and others*"."""
    after = [t.lower_ for t in doc[head.i + 1 : head.i + 3]]
    return head.i + 3 if after == ["and", "others"] and head.lower_ in {"businesses", "segments"} else None


def _plain_start(doc: Doc, head: int) -> int:
    """Where the nouns and adjectives before a general noun begin, be they general themselves."""
    start = head
    while start > doc[head].sent.start and _may_name(doc, start - 1) and doc[start - 1].text[:1].islower():
        start -= 1
    return start


def _of_list(doc: Doc, start: int, head: Token) -> int:
    """Where a name begins that is a list before one general noun: "the *glass and ink* segment"; else where it did."""
    if head.lower_ not in _ONE or start >= head.i or start < 2 or doc[start - 1].lower_ not in _LINKS:
        return start
    first = start - 1
    while head.i - first < _LONGEST and (doc[first - 1].lower_ in _LINKS or _is_small_noun(doc[first - 1])):
        first -= 1
    led = doc[first - 1].lower_ in _ARTICLES and not doc[first].is_punct and doc[first].lower_ not in _LINKS
    parts = doc[first : start - 1]
    general = name_words().general_modifiers | name_words().line_heads
    return first if led and not any(t.lower_ in general for t in parts) else start


def _is_small_noun(token: Token) -> bool:
    return token.text.islower() and token.is_alpha and token.pos_ in {"NOUN", "ADJ", "PROPN"}


def _of_new(doc: Doc, head: Token) -> int | None:
    """Where a segment begins that bears a general name: "the new businesses segment"."""
    if (
        head.lower_ != "segment"
        or head.i < 2
        or doc[head.i - 1].lower_ not in {"business", "businesses", "initiatives"}
    ):
        return None
    return head.i - 2 if doc[head.i - 2].lower_ in {"new", "other"} else None


def _start(doc: Doc, head: int) -> int:
    """Where the words that name the line begin; the head itself where none do."""
    start = head
    while start > 0 and not doc[start].is_sent_start and _may_name(doc, start - 1):
        start -= 1
    while start < head and _is_general(doc[start]) and not _is_kept(doc, start, head):
        start += 1
    if any(t.lower_ in name_words().general_modifiers | name_words().line_heads for t in _others(doc, start, head)):
        return head
    return start


def _is_general(token: Token) -> bool:
    return token.lower_ in name_words().general_modifiers or token.text in "-/&"


def _others(doc: Doc, start: int, head: int) -> list[Token]:
    """The words of a line but those that are kept though they are general elsewhere."""
    return [doc[i] for i in range(start, head) if not _is_kept(doc, i, head)]


def _is_kept(doc: Doc, index: int, head: int) -> bool:
    """Whether a word belongs to a name though general elsewhere: "*asset* management business", "*third*-party"."""
    token, behind = doc[index], doc[index + 1 : head]
    if not len(behind) or _is_general(behind[-1]):
        return False
    if f"{token.lower_} {behind[0].lower_}" in name_words().kept_pairs:
        return True
    if behind[0].text == "-":
        return token.lower_ in _COUNTED and len(behind) > 1 and not _is_general(behind[1])
    return token.lower_ in name_words().kept_nouns and all(t.pos_ in {"NOUN", "PROPN"} and t.is_alpha for t in behind)


def _may_name(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text == "-":
        return not token.whitespace_ and not doc[index - 1].whitespace_
    if token.whitespace_ == "":
        return doc[index + 1].text == "-" and token.is_alpha
    small = token.text.islower() or token.is_sent_start
    if token.tag_ == "VBN" and token.dep_ == "amod" and small:  # "the engineered products segment"
        return doc[index + 1].lower_ not in name_words().line_heads
    return (token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.is_alpha) or bool(index and doc[index - 1].text == "-")


def _is_any(doc: Doc, start: int) -> bool:
    """Whether the words speak of any such business, not of one: "a subscription business", "each segment"."""
    before = doc[start - 1].lower_ if start else ""
    while before in name_words().general_modifiers and start > 1:
        start -= 1
        before = doc[start - 1].lower_
    return before in {"a", "an", "any", "each", "every", "no", "another", "what"}
