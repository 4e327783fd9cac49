"""What is shown of a bilingual transcript is its English, without the marks of the layout."""

from __future__ import annotations

import pytest

from kg.export.choose.quotes import shown


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("How was  Aster\nin June?", "How was Aster in June?"),
        (
            "Two things. [中] 兩件事：Aster 如何？第一。 [120] [EN] First, how was Aster?",
            "Two things. First, how was Aster?",
        ),
        ("Two things.\n[zh-Hant] 兩件事。\n\n[ 8] [en] First, Aster.\n[ZH] 第一。", "Two things. First, Aster."),
        ("Two things.\n兩件事,第一是 Aster。\nFirst, Aster.", "Two things. First, Aster."),
        ("We call it 雲 and it grew.", "We call it 雲 and it grew."),
        ("It fell [inaudible] in [2024].", "It fell [inaudible] in [2024]."),
    ],
    ids=["one language", "marks in a row", "marks on lines", "lines in turn", "a Chinese name", "other brackets"],
)
def test_the_english_of_a_quotation(text: str, quote: str) -> None:
    assert shown(text) == quote
