"""Finds the names of measures: phrases from the metric list, and noun phrases that a measure noun heads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kg.language import Passage
from kg.lexicon.metrics import MetricEntry, MetricTable, words_of
from kg.mentions.excluded import end_of_excluded
from kg.mentions.headed_phrases import is_headed, is_kind_of_listed, is_of_document, is_part_of_company
from kg.mentions.metric_bases import begin_of_last, other_basis
from kg.mentions.metric_names import metric_id, spoken_name
from kg.mentions.metric_per import per_what
from kg.mentions.metric_phrases import (
    LEFT_POS,
    LONGEST_LIST,
    course,
    is_nominal,
    may_begin,
    may_end,
    measure_of,
    only_modifies,
    phrase_end,
    with_base,
)
from kg.mentions.metric_words import adjectives_too, is_bare, is_period_word, measures_of, measures_on
from kg.mentions.own_lines import OWN_LINE, own_line
from kg.mentions.thresholds import THRESHOLD, over_sums
from kg.model import EntityType, Mention, MentionKind

Stretch = tuple[int, int, MetricEntry | None, str]
"""The tokens that name a measure, its entry on a list if it has one, and the rule that read them."""


def metrics(passage: Passage, names: Sequence[Mention], table: MetricTable) -> Iterator[Mention]:
    """Metric mentions of a passage in text order, none overlapping; a name of a thing is never part of one."""
    doc = passage.doc
    offset = passage.paragraph.span.start
    taken = _tokens_of(doc, [(m.span.start - offset, m.span.end - offset) for m in names])
    ends = [token.i + 1 for token in doc if may_end(token, table)]
    steps = course(doc, taken)
    sentence_ends = [sentence.end for sentence in doc.sents for _ in range(sentence.start, sentence.end)]
    passing = over_sums(doc, passage.text)
    position = before = 0
    while position < len(doc):
        if (excluded := end_of_excluded(doc, position)) is not None:
            position = excluded
            continue
        own = own_line(doc, position, taken, table)
        if own is not None:
            found: Stretch | None = position, own[0], own[1], OWN_LINE
        elif position in passing and position not in taken:
            found = position, passing[position], None, THRESHOLD
        else:
            owned = position in taken or (doc[position].lower_ == "segment" and position - 1 in taken)
            found = (
                None if owned else _at(passage, position, _near(ends, position), steps, sentence_ends[position], table)
            )
        if found is None or (doc[position].lower_ == "number" and position + 2 in passing):
            position += 1
            continue
        start, end, entry, rule = found
        if entry is None and rule != THRESHOLD and (begin := begin_of_last(doc, start, end)) > start:
            start, entry = begin, table.get(words_of(doc[begin:end].text))
        if (last := per_what(doc, end)) is not None:
            end, entry, rule = last, table.get(words_of(doc[start:last].text)), "metric.per"
        words = doc[start:end]
        yield from other_basis(passage, words, before, table)
        rule = "metric.bare" if is_bare(words.text) and own is None else rule
        name = entry.name if entry else words.text if rule == THRESHOLD else spoken_name(words)
        entry = entry or table.get(words_of(name))
        yield Mention(
            passage.span(words),
            MentionKind.METRIC,
            words.text,
            rule,
            entity=entry.id if entry else metric_id(name),
            type=EntityType.METRIC,
        )
        position = before = end


def _tokens_of(doc: Doc, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    out: set[int] = set()
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            out.update(range(span.start, span.end))
    return frozenset(out)


def _near(ends: Sequence[int], position: int) -> Sequence[int]:
    """Those of the places where a name may end that one which begins at a token can reach, the farthest first."""
    return ends[bisect_right(ends, position) : bisect_right(ends, position + LONGEST_LIST)][::-1]


def _at(
    passage: Passage, position: int, ends: Sequence[int], steps: str, sentence_end: int, table: MetricTable
) -> Stretch | None:
    """The longest metric phrase that begins at a token, by list, by head noun, or as a measure of something."""
    doc = passage.doc
    first = doc[position]
    if not (ends or first.lower_ in measures_of() or first.lower_ in measures_on()) or first.is_punct or first.is_space:
        return None
    over_commas = phrase_end(steps, position, sentence_end, commas=True)
    limit = phrase_end(steps, position, sentence_end)
    free = may_begin(first)
    for end in (end for end in ends if end <= max(limit, over_commas)):
        last = doc[end - 1]
        words = words_of(passage.text[first.idx : last.idx + len(last)])
        entry = table.get(words) if (free or end - position > 1) and (end <= limit or words in table.lists) else None
        if end == position + 1 and first.lower_ in measures_on() and (stop := measure_of(doc, position)) is not None:
            return position, stop, None, "metric.of"
        if entry and _stands(doc, position, end, entry):
            return position, with_base(doc, end), entry, "metric.listed"
        if not free or entry or end > limit:
            continue
        if is_kind_of_listed(doc, position, end, table):
            return position, end, None, "metric.headed"
        if end - position <= 6 and is_headed(doc, position, end, table):
            if end == position + 1 and (stop := measure_of(doc, position)) is not None:
                return position, stop, None, "metric.of"
            return position, end, None, "metric.headed"
    stop = measure_of(doc, position) if free else None
    return (position, stop, None, "metric.of") if stop is not None else None


def _stands(doc: Doc, start: int, end: int, entry: MetricEntry) -> bool:
    """Whether a listed phrase names its measure: no verb, no quarter, no thing that tells which ("branch staff")."""
    words = doc[start:end].text.lower()
    behind = doc[end].lower_ if end < len(doc) else ""
    if _is_idiom(doc, start, words, behind):
        return False
    if (
        is_of_document(doc, end)
        or is_part_of_company(doc, end)
        or not is_nominal(doc[end - 1])
        or is_period_word(doc[start].text)
    ):
        return False
    if doc[end - 1].lower_ in adjectives_too():
        return behind not in ("and", "or", ",", "-") and (end >= len(doc) or doc[end].pos_ not in LEFT_POS)
    return entry.unit_kind != "Count" or not only_modifies(doc[end - 1])


def _is_idiom(doc: Doc, start: int, words: str, behind: str) -> bool:
    """Whether a measure's word is part of a turn of speech: "in *order* to", "*advances* in", "*sale* of a site"."""
    if words == "sale":  # what is sold once
        return behind == "of" or (start > 0 and doc[start - 1].pos_ in ("DET", "PRON", "ADP"))
    if words == "order":
        return behind == "of" or (start > 0 and doc[start - 1].lower_ == "in" and behind in ("to", "for", "that"))
    if words == "basket" and behind == "of":
        return True
    if words == "loss" and behind == "of" and start + 2 < len(doc) and doc[start + 2].pos_ in ("DET", "PRON", "NOUN"):
        return True  # "the loss of a customer"
    if words == "ticket" and start > 0:
        return doc[start - 1].lower_ in ("big", "large", "small", "-") and only_modifies(doc[start])
    return words == "advance" or (words == "advances" and behind == "in")
