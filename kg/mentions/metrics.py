"""Finds the names of measures: phrases from the metric list, and noun phrases that a measure noun heads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Token

from kg.language import Passage
from kg.lexicon.metrics import MetricEntry, MetricTable, words_of
from kg.model import EntityId, EntityType, Mention, MentionKind

_LEFT_POS = {"NOUN", "PROPN", "ADJ"}
_JOINERS = {"-", "–", "/", "&"}
_DATA = files("kg.mentions")


@cache
def metric_heads() -> frozenset[tuple[str, ...]]:
    """Measure nouns, as comparable words."""
    lines = (_DATA / "metric_heads.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(words_of(line) for line in lines if line and not line.startswith("#"))


@cache
def dropped_modifiers() -> frozenset[str]:
    """Words before a metric that say how much or when, never which."""
    data = json.loads((_DATA / "metric_modifiers.json").read_text(encoding="utf-8"))
    return frozenset(data["dropped"])


@cache
def _bare() -> frozenset[tuple[str, ...]]:
    data = json.loads((_DATA / "metric_modifiers.json").read_text(encoding="utf-8"))
    return frozenset(words_of(word) for word in data["bare"])


@cache
def measures_of() -> frozenset[str]:
    """Nouns that measure whatever follows "of": number, share, mix."""
    data = json.loads((_DATA / "metric_modifiers.json").read_text(encoding="utf-8"))
    return frozenset(data["of"])


def is_bare(phrase: str) -> bool:
    """Whether a phrase is a noun that measures something only beside a figure: "customers", "the rate".

    >>> is_bare("customers"), is_bare("customer deposits")
    (True, False)
    """
    return words_of(phrase) in _bare()


def metric_id(name: str) -> EntityId:
    """The id of a metric that no list holds.

    >>> metric_id("AI-related product revenue")
    'metric/ai-related-product-revenue'
    """
    return EntityId("metric/" + "-".join(words_of(name)).replace("'", "").replace("/", "-").replace("&", "and"))


def metrics(passage: Passage, names: Sequence[Mention], table: MetricTable) -> Iterator[Mention]:
    """Metric mentions of a passage in text order, none overlapping; a name of a thing is never part of one."""
    doc = passage.doc
    offset = passage.paragraph.span.start
    taken = _tokens_of(doc, [(m.span.start - offset, m.span.end - offset) for m in names])
    position = 0
    while position < len(doc):
        found = _at(doc, position, taken, table)
        if found is None:
            position += 1
            continue
        start, end, entry, rule = found
        words = doc[start:end]
        rule = "metric.bare" if is_bare(words.text) else rule
        name = entry.name if entry else _canonical(doc, start, end)
        yield Mention(
            passage.span(words),
            MentionKind.METRIC,
            words.text,
            rule,
            entity=entry.id if entry else metric_id(name),
            type=EntityType.METRIC,
        )
        position = end


def canonical_name(text: str) -> str:
    """How an unlisted metric is called: singular, lower case but for acronyms.

    >>> canonical_name("New Credit Card Accounts")
    'new credit card account'
    """
    words = text.split()
    if not words:
        return text
    kept = [w if (w.isupper() and len(w) > 1) or any(c.isupper() for c in w[1:]) else w.lower() for w in words]
    last = kept[-1]
    if len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "sales")) and not last.isupper():
        kept[-1] = last[:-3] + "y" if last.endswith("ies") else last[:-1]
    return " ".join(kept)


def _canonical(doc: Doc, start: int, end: int) -> str:
    words = [t for t in doc[start:end] if t.pos_ not in ("DET", "PRON")]
    return canonical_name("".join(t.text_with_ws for t in words).strip())


def _tokens_of(doc: Doc, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    out: set[int] = set()
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            out.update(range(span.start, span.end))
    return frozenset(out)


def _at(
    doc: Doc, position: int, taken: frozenset[int], table: MetricTable
) -> tuple[int, int, MetricEntry | None, str] | None:
    """The longest metric phrase that begins at a token, by list, by head noun, or as a measure of something."""
    if position in taken or doc[position].is_punct or doc[position].is_space:
        return None
    limit = _phrase_end(doc, position, taken)
    free = _may_begin(doc[position])
    for end in range(limit, position, -1):
        entry = table.get(words_of(doc[position:end].text)) if free or end - position > 1 else None
        if entry and _is_nominal(doc[end - 1]) and not _is_period_word(doc[position].text):
            return position, _with_base(doc, end), entry, "metric.listed"
        if free and not entry and end - position <= 6 and _is_headed(doc, position, end, table):
            return position, end, None, "metric.headed"
    stop = _measure_of(doc, position) if free else None
    return (position, stop, None, "metric.of") if stop is not None else None


def _with_base(doc: Doc, end: int) -> int:
    """The end of a metric with the noun that only carries it: "active user *base*", "inventory *level*"."""
    return end + 1 if end < len(doc) and doc[end].lower_ in ("base", "level", "levels") else end


def _measure_of(doc: Doc, position: int) -> int | None:
    """The end of a phrase that says how much of a thing there is: "number of stores", "share of fresh goods"."""
    if doc[position].lower_ not in measures_of() or position + 2 >= len(doc) or doc[position + 1].lower_ != "of":
        return None
    end = position + 2
    while (
        end < len(doc)
        and end < position + 8
        and (doc[end].pos_ in ("DET", "PRON") or doc[end].lower_ in dropped_modifiers())
    ):
        end += 1
    if end + 1 < len(doc) and doc[end].pos_ == "PROPN" and doc[end + 1].tag_ == "POS":
        end += 2
    start = end
    while end < len(doc) and end < start + 4 and (doc[end].pos_ in _LEFT_POS or doc[end].text == "-"):
        end += 1
    return end if end > start and doc[end - 1].pos_ in ("NOUN", "PROPN") else None


def _joins(token: Token) -> bool:
    """Whether "and" (or the "other" behind it) joins lines of one income: "direct sales and other revenue"."""
    if token.lower_ == "other":
        return token.nbor(-1).lower_ == "and"
    if token.lower_ not in ("and", "&"):
        return False
    left = token.nbor(-1)
    return token.nbor(1).lower_ == "other" or (left.pos_ in _LEFT_POS and words_of(left.text) not in metric_heads())


def _may_begin(token: Token) -> bool:
    if token.is_punct or token.is_space or token.like_num or _is_period_word(token.text):
        return False
    lower = token.lower_
    if token.i > 0 and token.nbor(-1).text in _JOINERS and not token.nbor(-1).whitespace_:
        return False
    if lower + token.doc[token.i + 1 : token.i + 3].text.lower() in dropped_modifiers():
        return False
    if lower in ("non", "pre", "gross", "net", "adjusted", "operating", "earnings"):
        return True
    if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound", "nmod", "nsubj", "pobj", "dobj"):
        return False
    return token.pos_ in _LEFT_POS | {"VERB", "ADV"} and token.tag_ != "JJR" and lower not in dropped_modifiers()


def _is_period_word(text: str) -> bool:
    """Whether a word names a quarter, half or year: Q3, H2, FY25.

    >>> [_is_period_word(w) for w in ("Q3", "FY25", "ROE")]
    [True, True, False]
    """
    return re.fullmatch(r"(?:[QH][1-4]|[1-4][QH]|FY\d*)(?:['’]?\d\d)?", text) is not None


def _phrase_end(doc: Doc, start: int, taken: frozenset[int]) -> int:
    """How far a nominal phrase that begins at `start` can run."""
    sentence_end = doc[start].sent.end
    end = start + 1
    while end < min(sentence_end, start + 10) and end not in taken:
        token = doc[end]
        if token.text in _JOINERS or token.lower_ in ("of", "per", "to", "on", "and", "from"):
            end += 1
            continue
        if token.is_punct or token.tag_ == "POS" or token.pos_ in {"DET", "PRON", "AUX", "SYM"} or token.like_num:
            break
        end += 1
    while end > start + 1 and (doc[end - 1].text in _JOINERS or doc[end - 1].pos_ in {"ADP", "CCONJ", "PART"}):
        end -= 1
    return end


def _is_nominal(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "VERB", "X", "NUM"} and token.pos_ != "AUX"


def _is_headed(doc: Doc, start: int, end: int, table: MetricTable) -> bool:
    """Whether an unlisted run of nouns and adjectives ends in a measure noun: "public cloud revenue"."""
    head = doc[end - 1]
    if head.pos_ not in {"NOUN", "PROPN"}:
        return False
    if (
        words_of(head.text) not in metric_heads()
        and words_of(doc[max(start, end - 2) : end].text) not in metric_heads()
    ):
        return False
    for token in doc[start : end - 1]:
        if token.text in _JOINERS or (token.i > start and _joins(token)):
            continue
        if token.nbor(1).text in _JOINERS or (token.i > start and token.nbor(-1).text in _JOINERS):
            continue
        if token.lower_ in dropped_modifiers() or token.tag_ in ("JJR", "JJS") or _is_period_word(token.text):
            return False
        if token.pos_ not in _LEFT_POS and not (token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound")):
            return False
    if (
        end < len(doc)
        and doc[end].dep_ == "compound"
        and doc[end].pos_ == "NOUN"
        and words_of(doc[end].text) in metric_heads()
    ):
        return False
    return start == end - 1 or doc[end - 2].text not in _JOINERS
