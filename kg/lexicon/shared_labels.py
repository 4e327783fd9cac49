"""Labels that two metrics share, given to the one of which a call speaks at length: "comp" of sales, or of pay."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.lexicon.metrics import MetricEntry, MetricTable


def settled(table: MetricTable, text: str) -> MetricTable:
    """The table in which every shared label names the metric whose other labels the text has most often.

    The one that the list gives it to keeps it where the text decides nothing.

    >>> from kg.lexicon.metrics import shipped_metrics
    >>> pay = "Compensation expense rose. Comp was well controlled."
    >>> [settled(shipped_metrics(), text).get(("comp",)).name for text in (pay, "Comp was 3%.")]
    ['compensation expense', 'comparable sales']
    """
    lower = text.lower()
    found = {
        words: _most_spoken(words, rivals, table, lower)
        for words, rivals in table.shared.items()
        if " ".join(words) in lower
    }
    changed = {words: entry for words, entry in found.items() if table.by_words[words] != entry}
    return replace(table, by_words={**table.by_words, **changed}) if changed else table


def _most_spoken(words: tuple[str, ...], rivals: Sequence[MetricEntry], table: MetricTable, lower: str) -> MetricEntry:
    first = table.by_words[words]
    if first not in rivals:
        return first  # the company's own
    counts: Mapping[MetricEntry, int] = {rival: _count(rival, table, lower) for rival in rivals}
    return max(rivals, key=lambda rival: (counts[rival], rival == first))


def _count(entry: MetricEntry, table: MetricTable, lower: str) -> int:
    """How often a text has labels that are a metric's alone."""
    labels = [words for words, named in table.by_words.items() if named.id == entry.id and words not in table.shared]
    spoken = (words for words in labels if all(word in lower for word in words))
    return sum(len(re.findall(r"\b" + r"[\s\-]+".join(map(re.escape, words)), lower)) for words in spoken)
