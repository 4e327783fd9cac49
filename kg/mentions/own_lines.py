"""The lines that a company's lexicon lists, as they stand in a call: "cloud storage revenue" though Cloud is a unit.

A label of the general list never takes in the name of a thing; a company's own label may, since it says what it is of.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc

from kg.lexicon.metrics import MetricEntry, MetricTable, words_of

OWN_LINE = "metric.own"
"""The rule of a mention of such a line."""
_LONGEST = 10


def own_line(doc: Doc, start: int, taken: Collection[int], table: MetricTable) -> tuple[int, MetricEntry] | None:
    """Where the longest label of a company's own that begins at a token ends, and its metric; None where none does.

    A single word that is part of a name is left to the name.
    """
    if not table.own:
        return None
    first = words_of(doc[start].text)[:1]
    if not any(words[:1] == first for words in table.own):
        return None
    last = min(len(doc), start + _LONGEST, doc[start].sent.end)
    for end in range(last, start, -1):
        words = words_of(doc[start:end].text)
        if words not in table.own or doc[end - 1].is_punct or (len(words) == 1 and start in taken):
            continue
        return end, table.by_words[words]
    return None
