"""Finds the names of things in a call: those that a lexicon lists, and those that their writing gives away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language import Passage
from kg.lexicon import Lexicon
from kg.mentions.capitals import capitals, habits
from kg.mentions.lexicon import listed, table
from kg.model import Mention, Transcript


def names(transcript: Transcript, passages: Sequence[Passage], lexicon: Lexicon) -> Iterator[Mention]:
    """Name mentions of the whole call in text order; where two finders overlap the longer name stands, a listed one first."""
    labels = table(lexicon.known(transcript.call))
    writing = habits(passages)
    for passage in passages:
        yield from longest([*listed(passage, labels), *capitals(passage, writing)])


def longest(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without overlaps; of two that overlap the longer, of equals the listed one, in text order."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.span), m.entity is None, m.span)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return sorted(kept)
