"""The path of a call, from a transcript file to what it says: the one place that knows every stage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg import entities, facts, lexicon, mentions, transcripts
from kg.language import annotate, load
from kg.model import Reading


def read_call(
    path: Path,
    *,
    lexicons: Sequence[Path] = (),
    source: str | None = None,
    repairs: bool = True,
) -> Reading:
    """Everything that the call in a file says; raises `TranscriptError` or `LexiconError`."""
    words = lexicon.load(lexicons)
    transcript = transcripts.read(path, source=source)
    passages = tuple(annotate(transcript, load()))
    found = mentions.find(transcript, passages, words)
    linked = entities.link(transcript, passages, found, words, repairs=repairs)
    return facts.extract(linked)
