"""What is listed as up or down is a noun, whatever the tagger takes it for."""

from __future__ import annotations

import pytest

from kg.language import load


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("RevPAR rose, with ADR up 4% and occupancy up 200 basis points.", "occupancy", "NOUN"),
        ("Sales rose with price up 4% and volume up 2%.", "volume", "NOUN"),
        ("We plan to close plants and ramp up 20 stores.", "ramp", "VERB"),
    ],
)
def test_a_noun_between_and_and_up_is_one(text: str, word: str, kind: str) -> None:
    assert next(t.pos_ for t in load()(text) if t.text == word) == kind
