"""Places that are segments of the company: where a call speaks of "the Asia segment", "Asia revenue" is that segment's.

Elsewhere in the call the place stays a place: "we opened a plant in Asia".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from kg.language import Passage
from kg.mentions.words import name_words
from kg.model import EntityId, EntityType, Mention, MentionKind

RULE = "name.place-segment"
_SEGMENTS = frozenset({"segment", "segments", "division"})
_BETWEEN = frozenset({"operating", "net", "adjusted", "segment", "domestic", "organic", "comparable"})
_MOVES = frozenset({"grow", "decline", "increase", "decrease", "deliver", "generate", "post", "report", "rise", "fall"})


def place_segments(passages: Sequence[Passage], listed: Sequence[Sequence[Mention]]) -> frozenset[EntityId]:
    """The places that the call calls segments."""
    return frozenset(
        mention.entity
        for passage, mentions in zip(passages, listed, strict=True)
        for mention, words in _places(passage, mentions)
        if mention.entity and _segment(words) is not None
    )


def segments_named(passage: Passage, mentions: Sequence[Mention], segments: frozenset[EntityId]) -> Iterator[Mention]:
    """The mentions of a place that speak of the segment: with its noun, before a result, or as who grows."""
    for mention, words in _places(passage, mentions):
        if mention.entity not in segments:
            continue
        end = _segment(words)
        if end is None and not (_has_result(words) or _moves(words)):
            continue
        whole = words.doc[words.start : end or words.end]
        yield Mention(passage.span(whole), MentionKind.NAME, whole.text, RULE, type=EntityType.BUSINESS_UNIT)


def _places(passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, DocSpan]]:
    for mention in mentions:
        words = passage.words(mention.span) if mention.type is EntityType.PLACE else None
        if words is not None and not _ends_name(words):
            yield mention, words


def _ends_name(words: DocSpan) -> bool:
    """Whether a place is the end of a longer name: "Orvana Asia"."""
    before = words.doc[words.start - 1] if words.start > words.sent.start else None
    return before is not None and before.pos_ == "PROPN" and before.i > words.sent.start


def _segment(words: DocSpan) -> int | None:
    """Where the name of a segment ends that begins with a place: "Asia segment", "Asia domestic segment"."""
    doc, end = words.doc, words.end
    end += end < len(doc) and doc[end].lower_ == "domestic"
    if end < len(doc) and doc[end].lower_ == "operations" and doc[end].dep_ == "nsubj":
        return end + 1 if doc[end].head.lemma_.lower() in _MOVES else None
    return end + 1 if end < len(doc) and doc[end].lower_ in _SEGMENTS else None


def _has_result(words: DocSpan) -> bool:
    """Whether a result stands behind a place: "Asia revenue", "Asia operating margin"."""
    doc, index = words.doc, words.end
    while index < len(doc) and index < words.end + 3 and doc[index].lower_ in _BETWEEN:
        index += 1
    return index < len(doc) and doc[index].lower_ in name_words().line_results and not _follows_in(doc, words.start)


def _follows_in(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_ in ("in", "across", "outside")


def _moves(words: DocSpan) -> bool:
    """Whether a place does what only a business does: "Asia delivered 5%"."""
    root: Token = words.root
    return root.dep_ == "nsubj" and root.head.lemma_.lower() in _MOVES
