"""What a moderator says above the first label of a page that was copied without its head."""

from __future__ import annotations

from kg.model import Role
from kg.transcripts import from_text

SPEECH = """
Teo Lund -- Chief Executive Officer

Thank you. We sold more lamps.

Operator

Our first question comes from Ada Moll with Harbour Bank.

Ada Moll -- Harbour Bank -- Analyst

What about margins?
"""


def test_the_moderator_opens_a_call_without_a_label() -> None:
    opening = (
        "Good morning, and welcome to the Lumen Works second quarter 2024 earnings call.\n\n"
        "I would now like to turn the call over to Teo Lund.\n"
    )
    call = from_text(opening + SPEECH, "call")
    first = call.turns[0]
    assert (first.speaker.name, first.speaker.role, first.label) == ("Operator", Role.OPERATOR, None)
    assert [call.quote(p.span) for p in first.paragraphs] == opening.strip().split("\n\n")
    assert call.call.company == "Lumen Works"


def test_the_head_of_a_page_is_no_speech() -> None:
    call = from_text("Lumen Works (LMN)\n\nWelcome to our page of calls, where you find them all.\n" + SPEECH, "call")
    assert call.turns[0].speaker.name == "Teo Lund"
