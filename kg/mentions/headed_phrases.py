"""Which run of nouns is a measure that no list holds: one whose head measures, or a listed one that is narrowed."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.metric_phrases import JOINERS, LEFT_POS, is_acronym, is_dropped
from kg.mentions.metric_words import (
    amounts_of_lines,
    counting_nouns,
    documents,
    dropped_modifiers,
    is_period_word,
    metric_heads,
)

_TIMES = frozenset({"year", "years", "month", "months", "quarter", "quarters", "week", "weeks", "day", "days"})


def _joins(token: Token) -> bool:
    """Whether "and" (or the "other" behind it) joins lines of one income: "direct sales and other revenue"."""
    if token.lower_ == "other":
        return token.nbor(-1).lower_ == "and"
    if token.lower_ not in ("and", "&"):
        return False
    left = token.nbor(-1)
    return token.nbor(1).lower_ == "other" or (
        left.pos_ in LEFT_POS
        and left.lower_ not in counting_nouns() | _TIMES
        and words_of(left.text) not in metric_heads()
    )


def is_of_document(doc: Doc, end: int) -> bool:
    """Whether the noun behind a phrase makes it no measure: "earnings *release*", "supply *chain*"."""
    return end < len(doc) and doc[end].lower_ in documents() and doc[end].pos_ in ("NOUN", "PROPN")


_PARTS = frozenset({"business", "market", "operating", "reporting"})


def is_part_of_company(doc: Doc, end: int) -> bool:
    """Whether a phrase ends in the name of a part of a company: "the garden *market unit*"."""
    return end > 1 and doc[end - 1].lower_ in ("unit", "units") and doc[end - 2].lower_ in _PARTS


def _is_of_another(doc: Doc, start: int, end: int) -> bool:
    """Whether a phrase only tells which thing another is, or names a part of a company: "on a *rate* basis"."""
    lone = end == start + 1 and end < len(doc) and doc[end].lower_ == "basis"
    return lone or is_part_of_company(doc, end) or is_of_document(doc, end)


def is_kind_of_listed(doc: Doc, start: int, end: int, table: MetricTable) -> bool:
    """Whether a phrase is a listed measure with what narrows it before: "core sales and marketing expenses"."""
    if words_of(doc[end - 1].text) not in metric_heads() and not doc[end - 1].text.isupper():
        return False
    if doc[start].lower_ in _TIMES:
        return False  # "trailing 12 *months* adjusted EBITDA"
    for first in range(start + 1, min(start + 4, end - 1)):
        narrower = doc[first - 1]
        if narrower.is_space:
            continue
        if narrower.pos_ not in LEFT_POS or narrower.lower_ in dropped_modifiers() or narrower.tag_ in ("JJR", "JJS"):
            return False
        if _is_listed(doc, first, end, table):
            return True
    return False


def _is_listed(doc: Doc, start: int, end: int, table: MetricTable) -> bool:
    return end - start > 2 and table.get(words_of(doc[start:end].text)) is not None


def is_headed(doc: Doc, start: int, end: int, table: MetricTable) -> bool:
    """Whether an unlisted run of nouns and adjectives ends in a measure noun: "public cloud revenue"."""
    head = doc[end - 1]
    if (head.pos_ not in {"NOUN", "PROPN"} and not is_acronym(head)) or _is_of_another(doc, start, end):
        return False
    if end - start > 1 and doc[start].lower_ in _TIMES:
        return False
    if (
        words_of(head.text) not in metric_heads()
        and words_of(doc[max(start, end - 2) : end].text) not in metric_heads()
    ):
        return False
    if (
        end - start > 2
        and (start == 0 or doc[start - 1].text not in JOINERS)
        and _is_listed(doc, start, end - 1, table)
    ):
        return True  # "assets under management flows"
    amounts = bool(set(words_of(head.text)[-1:]) & amounts_of_lines())
    for token in doc[start : end - 1]:
        if token.is_space or token.text in JOINERS or (token.i > start and amounts and _joins(token)):
            continue
        if token.nbor(1).text in JOINERS or (token.i > start and token.nbor(-1).text in JOINERS):
            continue
        if is_dropped(token) or token.tag_ in ("JJR", "JJS") or is_period_word(token.text):
            return False
        if token.pos_ not in LEFT_POS and not (token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound")):
            return False
    if (
        end < len(doc)
        and doc[end].dep_ == "compound"
        and doc[end].pos_ == "NOUN"
        and words_of(doc[end].text) in metric_heads()
    ):
        return False
    return start == end - 1 or doc[end - 2].text not in JOINERS
