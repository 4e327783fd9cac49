"""Marks in brackets stand for no words that anybody spoke."""

from __future__ import annotations

import pytest

from kg.transcripts import from_text

CALL = (
    "Operator: Welcome to the Lumen Works second quarter 2024 call.\n\nTeo Lund: We sold lamps {mark} in May."
    "\n\nOperator: {alone}\n\nTeo Lund: Goodbye.\n"
)


@pytest.mark.parametrize("mark", ["[Phonetic]", "[Indecipherable]", "(inaudible)", "[Operator Instructions]"])
def test_a_mark_amid_words_is_blank(mark: str) -> None:
    call = from_text(CALL.format(mark=mark, alone="Goodbye."), "call")
    assert call.words(call.turns[1].paragraphs[0]) == f"We sold lamps {' ' * len(mark)} in May."


@pytest.mark.parametrize("mark", ["[Operator Closing Remarks]", "(Operator Instructions)"])
def test_a_turn_of_a_mark_alone_stays_without_words(mark: str) -> None:
    call = from_text(CALL.format(mark="there", alone=mark), "call")
    assert (call.quote(call.turns[2].span), call.words(call.turns[2].paragraphs[0]).strip()) == (mark, "")
