"""Calls filed with an exchange: covering letters, lists of management in several forms, hosts, wrapped lines."""

# ruff: noqa: E501 - the lines of a transcript stay whole
from __future__ import annotations

import pytest

from kg.model import Role
from kg.transcripts import from_text

LETTER = """4th February 2025
The Listing Department
Sub: Transcript of the earnings call held on January 29, 2025
Kindly take the above on your record.
Thanking You,
For Lumen Works Limited

Nils Berg
Company Secretary & Compliance Officer
Page 1 of 2

Lumen Works Limited
Q3 FY '25 Earnings Conference Call
January 29, 2025

"""

SPEECH = """
Moderator: Ladies and gentlemen, good day, and welcome to the Lumen Works Limited Q3 FY '25 conference
call. As a reminder, all participant lines will be in the listen-only mode. I now hand the conference
over to Mr. Ravi Sen from Harbour Securities. Thank you, and over to you, sir.
Ravi Sen: Thank you. Good afternoon, everyone, and welcome on behalf of Harbour Securities to the call.
Over to you, sir.
Teo Lund: Thank you, Ravi. We sold more lamps than in any quarter of the history of this company, and
revenue reached INR 90 crores.
Moderator: Thank you. Our first question comes from the line of Ada Moll from Quay Capital. Please go
ahead.
Ada Moll: Could you tell us what the margin of the lamps business was, and where you see it in the next
year?
Teo Lund: It was 20%.
------------------------------------------------------------
Note: This transcript has been edited to improve readability
Registered office: 5 Lamp Road; www.lumen.example; CIN: L000
"""

LISTS = {
    "name and post on a line": "MANAGEMENT: MR. TEO LUND – CHIEF EXECUTIVE OFFICER – LUMEN WORKS LIMITED\nMODERATOR: MR. RAVI SEN – HARBOUR SECURITIES\n",
    "the heading on a line of its own": "Management:\nMR. TEO LUND – CHIEF EXECUTIVE OFFICER\nMODERATOR\nMR. RAVI SEN – HARBOUR SECURITIES\n",
    "the post below the name": "MANAGEMENT\n\nMR. TEO LUND\nCHIEF EXECUTIVE OFFICER\nMODERATOR\nMR. RAVI SEN – HARBOUR SECURITIES\n",
    "a dash without blanks": "MANAGEMENT: MR. TEO LUND– CHIEF EXECUTIVE OFFICER- LUMEN\nWORKS LIMITED\nMODERATOR: MR. RAVI SEN – HARBOUR SECURITIES\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_management_is_read_in_every_form(name: str) -> None:
    call = from_text(LETTER + LISTS[name] + SPEECH, "filing")
    assert call.reader == "exchange-filing"
    assert [(t.speaker.name, t.speaker.title, t.speaker.role, t.section) for t in call.turns] == [
        ("Moderator", None, Role.OPERATOR, "prepared"),
        ("Ravi Sen", None, Role.ANALYST, "prepared"),
        ("Teo Lund", "Chief Executive Officer", Role.EXECUTIVE, "prepared"),
        ("Moderator", None, Role.OPERATOR, "qa"),
        ("Ada Moll", None, Role.ANALYST, "qa"),
        ("Teo Lund", "Chief Executive Officer", Role.EXECUTIVE, "qa"),
    ]
    assert call.call.held_on is not None
    assert call.call.held_on.isoformat() == "2025-01-29"


def test_without_a_list_wrapped_lines_are_joined_to_paragraphs() -> None:
    call = from_text("Lumen Works Limited\nQ3 FY25 Earnings Conference Call\nJanuary 29, 2025\n" + SPEECH, "filing")
    assert call.reader == "exchange-filing"
    assert [len(turn.paragraphs) for turn in call.turns] == [1, 1, 1, 1, 1, 1]
    assert call.quote(call.turns[-1].span) == "It was 20%."
