"""For each of which things a measure is told: "revenue *per parcel*", "cost *per available seat mile*"."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.mentions.metric_words import no_measure_per

_LONGEST = 4


def per_what(doc: Doc, end: int) -> int | None:
    """The end of "per" and its noun behind a measure that ends at `end`; None where a time or a share is told of."""
    if end >= len(doc) or doc[end].lower_ != "per":
        return None
    last = end + 1
    while last < min(len(doc), end + 1 + _LONGEST) and doc[last].pos_ in ("NOUN", "PROPN", "ADJ"):
        last += 1
        if doc[last - 1].tag_ == "NN" and not (last < len(doc) and doc[last].pos_ in ("NOUN", "PROPN")):
            break
    things = doc[end + 1 : last]
    if not things or things[-1].pos_ == "ADJ" or no_measure_per() & {token.lower_ for token in things}:
        return None
    return last
