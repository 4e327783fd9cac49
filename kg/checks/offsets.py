"""The law of offsets: every span says what the transcript says at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.checks.blame import READING
from kg.checks.finding import Finding
from kg.facts_file.nodes import Nodes
from kg.rdf.vocab import EC


def offsets(statements: Iterable[ox.Quad], transcript: str) -> Iterator[Finding]:
    """Each span of a document's graph whose words differ from its transcript at its offsets."""
    nodes = Nodes(statements)
    for span in nodes.having(EC.text):
        begin, end = int(nodes.one(span, EC.begin)), int(nodes.one(span, EC.end))
        words = nodes.one(span, EC.text)
        if transcript[begin:end] != words:
            sentence = f"The words at {begin} to {end} are {transcript[begin:end]!r} in the transcript."
            yield Finding("", begin, "offsets-hold", sentence, (span,), words, READING)
