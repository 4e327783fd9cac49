"""Who is introduced with which post and for which firm, by the words of operators, management and analysts."""

# ruff: noqa: E501 - the lines of a transcript stay whole
from __future__ import annotations

import pytest

from kg.entities.people import resolve
from kg.model import Entity, EntityId, EntityType
from kg.transcripts import from_text

COMPANY = Entity(EntityId("company/lumen-works"), EntityType.ORGANIZATION, "Lumen Works")
OPENING = """Operator: Welcome to the Lumen Works second quarter 2024 call. {words}

Mira Chen: Thank you. We sold more lamps than in any quarter.

Operator: {announced}

{analyst}: {question}

Mira Chen: They rose.
"""


def positions(words: str) -> set[tuple[str, str | None, str]]:
    text = OPENING.format(words=words, announced="Goodbye.", analyst="Mira Chen", question="Goodbye.")
    found = resolve(from_text(text, "call"), COMPANY)
    return {(found.entities[r.subject].name, r.title, found.entities[r.object].name) for r in found.positions}


POSITIONS = {
    "a department is part of the post": (
        "With us are Mira Chen, Senior Vice President, Worldwide Sales, and Teo Lund, chief executive officer of Lumen Works.",
        {("Mira Chen", "Senior Vice President, Worldwide Sales", "Lumen Works"), ("Teo Lund", "chief executive officer", "Lumen Works")},
    ),
    "a department before the name": (
        "I hand over to Vice President of Corporate Communications Mira Chen.",
        {("Mira Chen", "Vice President of Corporate Communications", "Lumen Works")},
    ),
    "a firm with its legal form": (
        "I hand over to Mira Chen, Chief Executive Officer of Lumen Works, Inc.",
        {("Mira Chen", "Chief Executive Officer", "Lumen Works")},
    ),
    "the company": (
        "I hand over to Mira Chen, Chairman and CEO of the Company.",
        {("Mira Chen", "Chairman and CEO", "Lumen Works")},
    ),
    "a task of the day is no unit": (
        "I turn the call over to our CEO, Mira Chen, for her opening remarks.",
        {("Mira Chen", "CEO", "Lumen Works")},
    ),
    "no unit is a person": (
        "I hand over to Mira Chen, Vice President, Capital Markets. Also with us is Head of Global Delivery.",
        {("Mira Chen", "Vice President, Capital Markets", "Lumen Works")},
    ),
    "a unit with a name of two halves is no second person": (
        "With us are Mira Chen, President of Lamps and Garden Lights; and Teo Lund, chief executive officer.",
        {("Mira Chen", "President of Lamps and Garden Lights", "Lumen Works"), ("Teo Lund", "chief executive officer", "Lumen Works")},
    ),
    "words before a name are none": (
        "Now Mira Chen, our chief financial officer, will speak.",
        {("Mira Chen", "chief financial officer", "Lumen Works")},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "held"), POSITIONS.values(), ids=POSITIONS)
def test_a_post_names_department_and_firm_apart(words: str, held: set[tuple[str, str | None, str]]) -> None:
    assert positions(words) == held


STAND_INS = {
    "on for": ("Ida Roth", "Hi, this is Ida Roth on for Bo. What about costs?"),
    "filling in": ("Ida Roth", "Good morning. It's Ida Roth filling in for Bo. What about costs?"),
    "without saying so": ("Ida Roth", "Good morning. What about costs?"),
    "a label that is a number": ("Speaker 7", "You actually have Ida Roth on the line for Bo today. What about costs?"),
}


@pytest.mark.parametrize(("label", "question"), STAND_INS.values(), ids=STAND_INS)
def test_a_colleague_of_the_analyst_announced_speaks_for_the_same_firm(label: str, question: str) -> None:
    text = OPENING.format(
        words="Over to Mira Chen.",
        announced="Our first question comes from the line of Bo Ek with Harbour Bank.",
        analyst=label,
        question=question,
    )
    found = resolve(from_text(text, "call"), COMPANY)
    turn = found.turns[3]
    firm = found.entities[turn.organization].name if turn.organization else None
    assert (found.entities[turn.speaker].name, firm) == ("Ida Roth", "Harbour Bank")


@pytest.mark.parametrize(
    ("introduced", "label"),
    [("Randy Lund", "Randal J. Lund"), ("Joe Prato", "Jose E. Prato"), ("Alison Rad", "Alison S. Rand")],
)
def test_a_short_form_is_no_second_person(introduced: str, label: str) -> None:
    text = OPENING.format(
        words=f"I hand over to {introduced}, chief executive officer.", announced="Bye.", analyst=label, question="Bye."
    ).replace("Mira Chen", label)
    found = resolve(from_text(text, "call"), COMPANY)
    assert len({t.speaker for t in found.turns}) == 2


@pytest.mark.parametrize(
    "announced",
    [
        "From Harbour Bank, we have Ida Roth. Please go ahead.",
        "And from Harbour Bank we'll hear from Ida Roth.",
        "Our first question today comes from Ida Roth with Harbour Bank.",
    ],
)
def test_a_firm_may_stand_before_or_after_the_name(announced: str) -> None:
    text = OPENING.format(words="Over to Mira Chen.", announced=announced, analyst="Ida Roth", question="Why?")
    found = resolve(from_text(text, "call"), COMPANY)
    organization = found.turns[3].organization
    assert organization and found.entities[organization].name == "Harbour Bank"


def test_a_colleague_beside_is_no_firm() -> None:
    text = OPENING.format(
        words="Over to Mira Chen.",
        announced="Our first question comes from Bo Ek with Harbour Bank.",
        analyst="Ida Roth",
        question="It's Ida Roth here with Emma. Why?",
    )
    found = resolve(from_text(text, "call"), COMPANY)
    organization = found.turns[3].organization
    assert organization and found.entities[organization].name == "Harbour Bank"
