"""A call may break off anywhere: sentences without a stop, cut at any word, are read like others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice

import pytest

from kg import sample, transcripts
from kg.model import Reading


def pieces(first: int) -> Iterator[str]:
    """The sentences of the sample call without their stops, and without a few words at either end."""
    call = transcripts.read(sample.call_path())
    words = [call.words(paragraph).split() for turn in call.turns for paragraph in turn.paragraphs]
    sentences = [" ".join(paragraph).split(". ") for paragraph in words]
    lost = islice(cycle(range(7)), first, None)
    for sentence in (s.rstrip(".?!").split() for paragraph in sentences for s in paragraph):
        start, end = next(lost), next(lost)
        if len(sentence) > start + end + 2:
            yield " ".join(sentence[start : len(sentence) - end])


@pytest.mark.parametrize("first", range(7))
def test_words_that_break_off_are_read(read: Callable[[str], Reading], first: int) -> None:
    reading = read("\n\n".join(pieces(first)))
    assert len(reading.observations) > 10
