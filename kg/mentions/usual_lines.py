"""Lines of business that many companies have, in small letters and without a general noun: "in aerospace", "grid grew".

A usual name alone shows nothing ("the power of the brand"), so it must stand bare where a thing is spoken of: behind
"in" and its like or before a verb, twice in the call or once as the subject of a sentence with a figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.language import Passage
from kg.mentions.lexicon import WORD
from kg.mentions.metric_words import metric_heads
from kg.mentions.words import name_words
from kg.model import EntityType, Mention, MentionKind

RULE = "name.usual-line"
SIDES = frozenset({"in", "at", "for", "from", "across", "within", "by", "like", "including"})
MADE_OF_LINES = frozenset({"portfolio", "franchise"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def usual(passages: Sequence[Passage]) -> frozenset[str]:
    """The usual lines that the call speaks of, in small letters."""
    bare: Counter[str] = Counter()
    for passage in passages:
        for words in _places(passage):
            if _is_topic(words) or _is_portfolio(words):
                moved = words.root.dep_ in SUBJECTS and any(t.like_num or t.text == "%" for t in words.sent)
                bare[_key(words)] += 2 if moved else 1
    return frozenset(name for name, weight in bare.items() if weight > 1)


def spoken_lines(passage: Passage, names: frozenset[str]) -> Iterator[Mention]:
    """Every place where one of the lines stands bare or before a measure: "in aerospace", "aerospace orders"."""
    if not names:
        return
    for words in _places(passage):
        if _key(words) in names and (_is_bare(words) or _is_measured(words)):
            span = passage.span(words)
            yield Mention(span, MentionKind.NAME, words.text, RULE, type=EntityType.BUSINESS_UNIT)


def _places(passage: Passage) -> Iterator[DocSpan]:
    """Where the words of a usual line stand, the longest of those that begin together."""
    known, firsts = name_words().usual_lines, _firsts()
    doc, text = passage.doc, passage.text
    found = [(m.start(), m.end()) for m in WORD.finditer(text)]
    for position, (start, end) in enumerate(found):
        if text[start:end].lower() not in firsts:
            continue
        for length in range(min(4, len(found) - position), 0, -1):
            last = found[position + length - 1][1]
            if text[start:last].lower() in known:
                words = doc.char_span(start, last)
                if words is not None and (text[start:last].islower() or words.start == words.sent.start):
                    yield words
                break


@cache
def _firsts() -> frozenset[str]:
    return frozenset(line.split()[0] for line in name_words().usual_lines)


def _key(words: DocSpan) -> str:
    return words.text.lower()


def _is_topic(words: DocSpan) -> bool:
    """Whether the sentence is about a line: the subject, or what stands behind "in", "at" and their like."""
    if not _is_bare(words):
        return False
    root = words.root
    while root.dep_ == "conj":
        root = root.head
    return root.dep_ in SUBJECTS or (root.dep_ == "pobj" and root.head.lower_ in SIDES)


def _is_portfolio(words: DocSpan) -> bool:
    """Whether a line is told by what it is made of, beside a figure: "our generics portfolio grew 8%"."""
    behind = words.doc[words.end].lower_ if words.end < len(words.doc) else ""
    return behind in MADE_OF_LINES and any(t.like_num or t.text == "%" for t in words.sent)


def _is_bare(words: DocSpan) -> bool:
    """Whether nothing stands with the words that would make another thing of them."""
    doc, root = words.doc, words.root
    inside = range(words.start, words.end)
    if words.start and doc[words.start - 1].text in {"-", "’", "'"} | {t.text for t in _described(root, inside)}:
        return False
    if words.end < len(doc) and (doc[words.end].text == "-" or doc[words.end].pos_ in {"NOUN", "PROPN"}):
        return False
    return root.pos_ in {"NOUN", "PROPN", "ADJ"} and not _described(root, inside) and root.dep_ not in {"amod", "attr"}


def _described(root: Token, inside: range) -> list[Token]:
    deps = {"det", "amod", "compound", "poss", "nummod", "prep", "relcl", "acl"}
    return [c for c in root.children if c.dep_ in deps and c.i not in inside and c.i < root.i + 2]


def _is_measured(words: DocSpan) -> bool:
    """Whether a measure or a collection of lines stands behind: "aerospace orders", "generics portfolio"."""
    doc = words.doc
    if words.end == len(doc):
        return False
    behind = doc[words.end].lower_
    if (doc[words.end].lemma_.lower(),) not in metric_heads() and behind not in MADE_OF_LINES:
        if behind not in name_words().line_measures:
            return False
    return words.start == 0 or doc[words.start - 1].text != "-"
