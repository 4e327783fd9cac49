"""Finders: which words of a call name a thing, name a measure, state a figure or a period."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language import Passage
from kg.lexicon import Lexicon
from kg.lexicon.metrics import load_metrics
from kg.mentions.found import Found
from kg.mentions.metrics import metrics
from kg.mentions.names import names
from kg.model import Mention, Transcript
from kg.rdf.resources import ontology_path

__all__ = ["Found", "find"]


def find(transcript: Transcript, passages: Sequence[Passage], lexicon: Lexicon) -> Found:
    """Everything that the finders find in one call."""
    named = tuple(names(transcript, passages, lexicon))
    table = load_metrics(ontology_path() / "codes" / "metrics.ttl")
    measured = [m for passage in passages for m in metrics(passage, _inside(passage, named), table)]
    return Found(named, tuple(measured))


def _inside(passage: Passage, mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m.span in passage.paragraph.span]
