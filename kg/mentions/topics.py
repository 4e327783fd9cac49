"""Lines of business in small letters that a speaker turns to: "In soft drinks, sales grew", "Turning to rental,"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.language import Passage
from kg.mentions.lexicon import WORD
from kg.mentions.words import name_words
from kg.model import EntityType, Mention, MentionKind, Span

RULE = "name.topic"
TURNING = {"turn", "move", "shift", "start", "begin"}
TURN = re.compile(r"\b(?:turn|mov|shift|start|begin)", re.I)
ENDS = frozenset({",", ".", ";"})
AFTER_TOPIC = frozenset({"on", "for", "where", "in", "which", "we"})
NAMING = {"NOUN", "PROPN", "ADJ"}

IsMeasure = Callable[[str], bool]


def topics(docs: Sequence[Doc], is_measure: IsMeasure) -> frozenset[str]:
    """The lines of business that the call turns to by name, small; what is a measure or general is none."""
    found: Counter[str] = Counter()
    for doc in docs:
        for sentence in doc.sents:
            opening = _after_opening(doc, sentence.start)
            turning = _after_turning(doc, sentence.start, sentence.end)
            phrases = [
                _phrase(doc, opening, sentence.end, ends=ENDS) if opening is not None else None,
                _phrase(doc, turning, sentence.end, ends=ENDS | AFTER_TOPIC) if turning is not None else None,
            ]
            for words in phrases:
                if words and not is_measure(words) and not _is_general(words):
                    found[words] += 1
    return frozenset(words for words, count in found.items() if count)


def _after_opening(doc: Doc, start: int) -> int | None:
    """Behind "In", "And in", "Within" at the head of a sentence."""
    if doc[start].lower_ in {"and", "now", "then", "so", "finally", "lastly"} and start + 1 < len(doc):
        start += 1
    return start + 1 if doc[start].lower_ in {"in", "within", "for", "at"} else None


def _after_turning(doc: Doc, start: int, end: int) -> int | None:
    """Behind "Turning to", "Let me move to", "starting with"."""
    if not TURN.search(doc[start:end].text):
        return None
    for token in doc[start:end]:
        if token.lemma_.lower() in TURNING and token.i + 2 < end:
            step = token.i + 1
            while step < end and doc[step].lower_ in {"now", "on", "next", "briefly", "first"}:
                step += 1
            if doc[step].lower_ in {"to", "with"}:
                return step + 2 if doc[step + 1].lower_ == "our" else step + 1
    return None


def _phrase(doc: Doc, start: int, end: int, *, ends: frozenset[str]) -> str | None:
    """The words up to one of `ends`, when they are nouns and adjectives in small letters."""
    stop = start
    while stop < end and stop - start < 6:
        token = doc[stop]
        if token.lower_ in ends:
            break
        if not _may_be_named(token):
            return None
        stop += 1
    if stop in (start, end) or doc[stop].lower_ not in ends or doc[stop - 1].lower_ == "and":
        return None
    return doc[start:stop].text


def _may_be_named(token: Token) -> bool:
    if token.text in {"-", "&"} or token.lower_ == "and":
        return True
    return token.text.islower() and (token.pos_ in NAMING or token.tag_ == "VBG")


def _is_general(words: str) -> bool:
    parts = words.replace("-", " ").split()
    lists = name_words()
    return (
        any(part in lists.general_topics for part in parts)
        or all(part in lists.general_modifiers or part in lists.line_heads for part in parts)
        or not re.fullmatch(r"[a-z][a-z &-]*", words)
        or parts[-1] in lists.line_heads | {"offerings", "offering", "revenue"}
        or parts[0] in lists.general_modifiers - {"global", "local", "regional"}
    )


def spoken_of(passage: Passage, forms: frozenset[str]) -> Iterator[Mention]:
    """Where a line of business is named in small letters, in a place where a thing is named, not a property."""
    longest = max((len(form.split()) for form in forms), default=0)
    text = passage.doc.text
    words = [(m.start(), m.end()) for m in WORD.finditer(text)]
    for position, (start, _) in enumerate(words):
        for length in range(min(2 * longest, len(words) - position), 0, -1):
            end = words[position + length - 1][1]
            if text[start:end].lower() in forms:
                if _names(passage.doc, start, end):
                    span = Span(start, end).shifted(passage.paragraph.span.start)
                    yield Mention(span, MentionKind.NAME, text[start:end], RULE, type=EntityType.BUSINESS_UNIT)
                break


def _names(doc: Doc, start: int, end: int) -> bool:
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        return False
    before = doc[words.start - 1] if words.start else None
    after = doc[words.end] if words.end < len(doc) else None
    if before is not None and (
        before.text == "-" or before.lower_ in {"a", "an", "this", "that", "each", "every", "at"}
    ):
        return False
    if after is not None and (after.text == "-" or (after.pos_ in {"NOUN", "PROPN"} and words.root.pos_ == "ADJ")):
        return False
    return words.root.dep_ in {
        "pobj",
        "nsubj",
        "nsubjpass",
        "conj",
        "poss",
        "compound",
        "appos",
        "dobj",
        "ROOT",
        "attr",
    }
