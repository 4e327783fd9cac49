"""Variations of the layouts that other vendors print, in small invented calls."""

# ruff: noqa: E501 - the rows of a table and the lines of a transcript stay whole
from __future__ import annotations

import pytest

from kg.transcripts import from_text

OPENING = "Good day, and welcome to the Lumen Works second quarter 2024 call."
FIRST = "Our first question comes from the line of Ada Moll with Harbour Bank."

LISTED_FIRST = f"""Lumen Works, Inc. (NASDAQ:LMN) Q2 2024 Earnings Conference Call July 27, 2024 5:00 PM ET

Company Participants

Mira Chen - Head of Investor Relations
Teo Lund - Chief Executive Officer

Conference Call Participants

Ada Moll - Harbour Bank

Operator

{OPENING}

Teo Lund

We sold more lamps than in any quarter.

Question-and-Answer Session

Operator

[Operator Instructions] {FIRST}

Ada Moll

What about margins?
"""

NAME_OVER_POST = f"""Operator
{OPENING}

Teo Lund
CEO & Director
We sold more lamps than in any quarter.

Operator
{FIRST}

Ada Moll
Harbour Bank, Research Division - Analyst
What about margins?
"""

TIMED = f"""Operator (00:01):
{OPENING}

Teo Lund (01:30):
We sold more lamps than in any quarter.

Operator (10:00):
{FIRST}

Ada Moll (10:12):
What about margins?
"""

MARKDOWN = f"""# Lumen Works (LMN) Q2 2024 Earnings Call

**Operator**

{OPENING}

**Teo Lund -- Chief Executive Officer**

We sold more lamps than in any quarter.

**Operator**

{FIRST}

**Ada Moll -- Harbour Bank -- Analyst**

What about margins?
"""

MARKDOWN_COLON = f"""# Lumen Works (LMN) Q2 2024 Earnings Call

**Operator:** {OPENING}

**Teo Lund, Chief Executive Officer:** We sold more lamps than in any quarter.

**Operator:** {FIRST}

**Ada Moll, Harbour Bank:** What about margins?
"""

CAPITALS = f"""OPERATOR: {OPENING}

TEO LUND: We sold more lamps than in any quarter.

OPERATOR: {FIRST}

ADA MOLL: What about margins?
"""

SIDES = f"""<Operator>: {OPENING}
<Teo Lund>: We sold more lamps than in any quarter.
<Operator>: {FIRST}
<Q - Ada Moll>: What about margins?
"""

NUMBERED = f"""Speaker 1: {OPENING}

Speaker 2: We sold more lamps than in any quarter.

Speaker 1: {FIRST} Please go ahead.

Speaker 3: What about margins?

Speaker 1: Our next question comes from the line of Nils Berg with Fjord Securities. Please go ahead.
"""

VARIATIONS = {
    "participants listed first": (LISTED_FIRST, "Teo Lund", "Ada Moll"),
    "the name over the post": (NAME_OVER_POST, "Teo Lund", "Ada Moll"),
    "times beside names": (TIMED, "Teo Lund", "Ada Moll"),
    "Markdown headings": (MARKDOWN, "Teo Lund", "Ada Moll"),
    "Markdown before a colon": (MARKDOWN_COLON, "Teo Lund", "Ada Moll"),
    "names in capitals": (CAPITALS, "TEO LUND", "ADA MOLL"),
    "questions and answers marked": (SIDES, "Teo Lund", "Ada Moll"),
    "numbers for names": (NUMBERED, "Speaker 2", "Speaker 3"),
}


@pytest.mark.parametrize("name", VARIATIONS)
def test_a_variation_gives_the_same_turns(name: str) -> None:
    text, executive, analyst = VARIATIONS[name]
    call = from_text(text, "call")
    found = [
        (t.speaker.name, t.speaker.role.value, t.section.value, " ".join(call.words(p).strip() for p in t.paragraphs))
        for t in call.turns[:4]
    ]
    first = f"{FIRST} Please go ahead." if name == "numbers for names" else FIRST
    operator = call.turns[0].speaker.name
    assert found == [
        (operator, "operator", "prepared", OPENING),
        (executive, "executive", "prepared", "We sold more lamps than in any quarter."),
        (operator, "operator", "qa", first),
        (analyst, "analyst", "qa", "What about margins?"),
    ]


MIXED = """Company: Lumen Works
Quarter: Q2 2024

---
Coordinator Conference Call Operator Hello, everyone, and welcome to the Lumen Works call.

Teo Lund Chief Executive Officer Good morning. We sold more lamps. thank you many thanks now our treasurer will tell

Mira Chen Treasurer how much the lamps have brought us this time.

spk02 The first question will be by Mr. Nils Berg from Fjord Securities. Please go ahead. Yes, good morning. What about costs? Okay, let me take the question on costs. They fell. The next question will be by Ms. Ada Moll from Harbour Bank.

Ada Moll Yes, thanks for taking my question. What about margins?

Flip Thank you. I'll take your question on margins. They rose. Thank you for your answer. That completes our call.
"""


def test_voices_under_one_machine_label_are_parted() -> None:
    call = from_text(MIXED, "call")
    assert [(t.speaker.name, t.speaker.role.value, call.quote(t.span)[:32]) for t in call.turns] == [
        ("Coordinator", "operator", "Hello, everyone, and welcome to "),
        ("Teo Lund", "executive", "Good morning. We sold more lamps"),
        ("Mira Chen", "executive", "thank you many thanks now our tr"),
        ("Operator", "operator", "The first question will be by Mr"),
        ("Unidentified analyst", "analyst", "Yes, good morning. What about co"),
        ("Unidentified speaker", "unknown", "Okay, let me take the question o"),
        ("Operator", "operator", "The next question will be by Ms."),
        ("Ada Moll", "analyst", "Yes, thanks for taking my questi"),
        ("Unidentified speaker", "unknown", "Thank you. I'll take your questi"),
        ("Unidentified speaker", "unknown", "Thank you for your answer. That "),
    ]
