"""Lines of business of which sentence after sentence says how they did."""

from __future__ import annotations

import pytest

from kg.language import annotate, load
from kg.mentions.grown_series import grown_series
from kg.model import CallInfo, Paragraph, Section, Span, Speaker, Transcript, Turn

SERIES = "Glazing declined 5%. Firing was down 10%. "


def found(text: str) -> set[str]:
    turn = Turn(1, Speaker("Marit Aune"), None, (Paragraph(Span(0, len(text))),), Section.PREPARED)
    call = Transcript(text, "orvana", "0", "test", CallInfo("Orvana"), (turn,))
    return set(grown_series([p.doc for p in annotate(call, load())], lambda words: words == "rent"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SERIES + "Wall tiles grew 4%.", {"glazing", "firing", "wall tiles"}),
        (SERIES + "And our wall tiles grew 4 percent.", {"glazing", "firing", "wall tiles"}),
        (SERIES + "Rent grew 4%.", set()),
        (SERIES + "Wall tiles grew nicely.", set()),
        (SERIES + "This grew 4%.", set()),
        (SERIES, set()),
    ],
)
def test_three_lines_in_a_row_are_lines_of_business(text: str, expected: set[str]) -> None:
    assert found(text) == expected
