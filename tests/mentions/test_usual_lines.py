"""Lines of business that many companies have, told where nothing stands with them."""

from __future__ import annotations

import pytest

from kg.language import annotate, load
from kg.mentions.usual_lines import spoken_lines, usual
from kg.model import CallInfo, Paragraph, Section, Span, Speaker, Transcript, Turn


def found(text: str) -> list[str]:
    turn = Turn(1, Speaker("Marit Aune"), None, (Paragraph(Span(0, len(text))),), Section.PREPARED)
    call = Transcript(text, "orvana", "0", "test", CallInfo("Orvana"), (turn,))
    passages = tuple(annotate(call, load()))
    names = usual(passages)
    return [m.text for p in passages for m in spoken_lines(p, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orders rose in aerospace. We also hired in aerospace.", ["aerospace", "aerospace"]),
        ("Renewables grew 12% this year. In dollars, renewables sales rose.", ["Renewables", "renewables"]),
        ("Orders rose in aerospace.", []),
        ("Growth was led by the generics portfolio, up 8%. Generics grew 8%.", ["generics", "Generics"]),
        ("The power of the brand is strong. It has power.", []),
        ("We sell packaging machines. A packaging line was added.", []),
    ],
)
def test_a_usual_line_counts_where_it_stands_bare_twice_or_moves_by_a_figure(text: str, expected: list[str]) -> None:
    assert found(text) == expected
