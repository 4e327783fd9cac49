"""Lines of business with whose revenue sentence after sentence begins."""

from __future__ import annotations

import pytest

from kg.language import annotate, load
from kg.mentions.result_lines import reported_lines
from kg.model import CallInfo, Paragraph, Section, Span, Speaker, Transcript, Turn

SERIES = "Garden revenue increased 2%. Small pet care revenue declined 4%. "


def found(text: str) -> set[str]:
    turn = Turn(1, Speaker("Marit Aune"), None, (Paragraph(Span(0, len(text))),), Section.PREPARED)
    call = Transcript(text, "orvana", "0", "test", CallInfo("Orvana"), (turn,))
    return set(reported_lines([p.doc for p in annotate(call, load())], lambda words: words == "licence"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SERIES + "Toys revenue was $5 million.", {"garden", "small pet care", "toys"}),
        (
            SERIES + "Asset-based lending and leasing revenue fell 3%.",
            {"garden", "small pet care", "asset-based lending and leasing"},
        ),
        (SERIES, set()),
        (SERIES + "Total revenue declined 4%.", set()),
        (SERIES + "Organic service revenue declined 4%.", set()),
        (SERIES + "Comparable sales declined 4%.", set()),
        (SERIES + "Licence revenue declined 4%.", set()),
        (SERIES + "We like toys revenue.", set()),
    ],
)
def test_a_call_that_reports_line_after_line_reports_by_lines(text: str, expected: set[str]) -> None:
    assert found(text) == expected
