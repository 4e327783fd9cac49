"""Numbered speakers get the names by which the turn before calls them."""

from __future__ import annotations

from kg.entities.cast import cast
from kg.entities.introductions import introductions
from kg.transcripts import from_text

CALL = """Speaker 1: Good day, and welcome to the Lumen Works second quarter 2024 call. Please go ahead.

Speaker 2: Thank you. With me are Teo Lund, our Chief Executive Officer, and Nils Berg, our Chief Financial Officer. I hand over to Teo.

Speaker 3: Thank you. We sold more lamps. Now over to Nils for the numbers.

Speaker 4: Revenue grew 7%. We take your questions now.

Speaker 1: Our first question comes from the line of Ada Moll with Harbour Bank. Please go ahead.

Speaker 5: What about margins?

Speaker 3: They rose.

Speaker 5: And costs?

Speaker 4: They fell.

Speaker 1: The next question comes from the line of Ida Roth with Quay Bank. Please go ahead.

Speaker 6: What about lamps?
"""  # noqa: E501


def test_numbered_speakers_are_those_who_are_called() -> None:
    transcript = from_text(CALL, "call")
    people = cast(transcript, tuple(introductions(transcript)), ())
    assert [(p.name, [t.number for t in p.turns]) for p in people] == [
        ("Speaker 2", [2]),
        ("Teo Lund", [3, 7]),
        ("Nils Berg", [4, 9]),
        ("Ada Moll", [6, 8]),
        ("Ida Roth", [11]),
    ]
