"""Places that are segments of the company: where a call speaks of "the Asia segment", "Asia revenue" is that segment's.

A call that reports one place after the other ("Asia revenue grew 4%", "Net sales in Europe fell 2%") reports by
regions, and they are its segments too. Elsewhere in the call a place stays a place: "we opened a plant in Asia".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from kg.language import Passage
from kg.mentions.metric_words import metric_heads
from kg.mentions.words import name_words
from kg.model import EntityId, EntityType, Mention, MentionKind

RULE = "name.place-segment"
_SEGMENTS = frozenset({"segment", "segments", "division"})
_SERIES = 2
"""So many places a call reports on in one form before the form is taken for its habit."""
_LEADS = frozenset({"and", "now", "next", "finally", "lastly", "so", "the", "our", ",", "then"})
_TURNING = frozenset({"turning", "moving", "shifting", "switching", "going", "to"})
_SHOWN = frozenset({"results", "performance", "operations", "business", "region"})
"""What a speaker turns to in a place: "Turning to Asia *results*."."""
_PROFITS = frozenset({"earnings", "income", "profit", "ebitda", "ebit", "margin", "margins"})
_GROWS = frozenset({"grow", "decline", "increase", "decrease", "rise", "fall", "accelerate", "rebound"})
_NAMING = {"NOUN", "PROPN", "ADJ"}
_WIDEST = 6
_MOVES = _GROWS | {"deliver", "generate", "post", "report"}


def place_segments(passages: Sequence[Passage], listed: Sequence[Sequence[Mention]]) -> frozenset[EntityId]:
    """The places that the call calls segments, and those that it reports one after the other."""
    called: set[EntityId] = set()
    reported: set[EntityId] = set()
    for passage, mentions in zip(passages, listed, strict=True):
        for mention, words in _places(passage, mentions):
            if mention.entity and _segment(words) is not None:
                called.add(mention.entity)
            if mention.entity and (_is_reported(words) or _earned_in(words) or _is_heading(words)):
                reported.add(mention.entity)
    return frozenset(called | reported if len(reported) >= _SERIES else called)


def segments_named(passage: Passage, mentions: Sequence[Mention], segments: frozenset[EntityId]) -> Iterator[Mention]:
    """The mentions of a place that speak of the segment: with its noun, before a result, or as who grows."""
    for mention, words in _places(passage, mentions):
        if mention.entity not in segments:
            continue
        end = _segment(words)
        if end is None and not (_has_result(words) or _moves(words) or _is_reported(words) or _is_turned_to(words)):
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
    return _result(words) is not None


def _result(words: DocSpan) -> Token | None:
    """The result right behind a place, with what says which: "Asia *revenue*", "Asia *net selling margin*"."""
    doc, index = words.doc, words.end
    index += index < len(doc) and doc[index].lower_ in ("'s", "’s")
    last = None
    while index < min(len(doc), words.end + _WIDEST) and (doc[index].pos_ in _NAMING or doc[index].tag_ == "VBN"):
        if doc[index].lower_ in name_words().line_results or (doc[index].lemma_.lower(),) in metric_heads():
            last = doc[index]
        index += 1
    return last if last is not None and last.i == index - 1 else None


def _is_reported(words: DocSpan) -> bool:
    """Whether a sentence begins with what a place earned and moves it: "Asia revenue rose", "Sales in Asia fell"."""
    doc, root = words.doc, words.root
    if root.dep_ == "nsubj" and _moved(root.head):
        return _has_percentage(words) and _opens(words.sent.start, words.start, doc)
    if root.dep_ == "nsubj" and root.head.lemma_.lower() in _MOVES:
        earned = any(c.dep_ == "dobj" and c.lower_ in name_words().line_results for c in root.head.children)
        return earned and _has_percentage(words) and _opens(words.sent.start, words.start, doc)
    inside = root.dep_ == "pobj" and root.head.lower_ == "in" and root.head.i >= words.start - 2
    head = root.head.head if inside else _result(words)
    if head is None or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if inside and head.lower_ not in name_words().line_results and (head.lemma_.lower(),) not in metric_heads():
        return False
    start = head.left_edge.i if inside else words.start
    return _has_percentage(words) and _opens(words.sent.start, start, doc)


def _earned_in(words: DocSpan) -> bool:
    """Whether a sentence begins with a place and tells its profit, by which only a segment is judged."""
    doc = words.doc
    lead = [t.lower_ for t in doc[words.sent.start : words.start] if t.lower_ not in _LEADS]
    if lead != ["in"] or words.end == len(doc) or doc[words.end].text != ",":
        return False
    about = next((t for t in words.sent.root.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    return about is not None and about.lower_ in _PROFITS and any(t.like_num for t in words.sent)


def _has_percentage(words: DocSpan) -> bool:
    return any(t.text == "%" or t.lower_ in ("percent", "digit", "digits") for t in words.sent)


def _opens(first: int, start: int, doc: Doc) -> bool:
    """Whether nothing but linking words stands before a token in its sentence."""
    return all(t.pos_ in ("CCONJ", "PUNCT", "ADV", "SPACE") or t.lower_ in _LEADS for t in doc[first:start])


def _is_turned_to(words: DocSpan) -> bool:
    """Whether a sentence begins with a place to speak of it: "In Asia, sales rose", "Turning to Asia."."""
    lead = [t.lower_ for t in words.doc[words.sent.start : words.start] if t.lower_ not in _LEADS]
    return _is_heading(words) or (lead == ["in"] and _closes(words.doc, words.end))


def _is_heading(words: DocSpan) -> bool:
    """Whether a sentence turns to a place: "Turning to Asia.", "Moving to Asia results, sales rose"."""
    doc, end = words.doc, words.end
    lead = [t.lower_ for t in doc[words.sent.start : words.start] if t.lower_ not in _LEADS]
    turned = lead[-1:] == ["to"] and lead[0] in _TURNING and len(lead) < 4
    return turned and _closes(doc, end + (end < len(doc) and doc[end].lower_ in _SHOWN))


def _closes(doc: Doc, end: int) -> bool:
    return end == len(doc) or doc[end].text in (",", ".", ";", ":")


def _moved(verb: Token) -> bool:
    """Whether a verb tells a move by itself: "Asia *grew* 4%", "Asia *was up* 4%"."""
    told = {c.lower_ for c in verb.children if c.i > verb.i}
    return verb.lemma_.lower() in _GROWS or (verb.lemma_ == "be" and bool(told & {"up", "down", "flat"}))


def _moves(words: DocSpan) -> bool:
    """Whether a place does what only a business does: "Asia delivered 5%"."""
    root: Token = words.root
    return root.dep_ == "nsubj" and (root.head.lemma_.lower() in _MOVES or _moved(root.head))
