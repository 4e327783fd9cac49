"""On which side somebody speaks whose label is a bare name, by the words of the turn before."""

# ruff: noqa: E501 - the lines of a transcript stay whole
from __future__ import annotations

import pytest

from kg.model import Role, Section
from kg.transcripts import from_text

CALL = """Operator: Good day, and welcome to the Lumen Works second quarter 2024 call. All lines are in a listen-only mode. {opening}

Mira Chen: Thank you. We sold more lamps than in any quarter.

{asker}: {announcement}

Ada Moll: {question}

Mira Chen: They rose.
"""
OPENING = "I now turn the call over to Mira Chen. Ms. Chen, please go ahead."
ASKED = "What about margins?"

ANALYST = {
    "no more than name and firm": "Ada Moll, Harbour Bank.",
    "the firm first": "From Harbour Bank, Ada Moll.",
    "we will hear": "Thank you. We'll hear from Ada Moll with Harbour Bank.",
    "in the queue": "And next on line is Ada Moll with Harbour Bank. Please go ahead.",
    "the last name only": "Next up, Ms. Moll of Harbour Bank.",
}

MANAGEMENT = {
    "a hand-over": "I would like to turn the call over to Ada Moll. Ms. Moll, please go ahead.",
    "an introduction with a post": "Ada Moll, Director of Investor Relations, please go ahead.",
    "a host": "Your host today is Ada Moll. You may begin.",
}


def role_of(name: str, text: str) -> Role:
    return next(turn.speaker.role for turn in from_text(text, "call").turns if turn.speaker.name == name)


@pytest.mark.parametrize("words", ANALYST.values(), ids=ANALYST)
def test_an_analyst_is_whom_the_operator_names_next(words: str) -> None:
    text = CALL.format(opening=OPENING, asker="Operator", announcement=words, question=ASKED)
    assert (role_of("Ada Moll", text), role_of("Mira Chen", text)) == (Role.ANALYST, Role.EXECUTIVE)


@pytest.mark.parametrize("words", MANAGEMENT.values(), ids=MANAGEMENT)
def test_management_is_whom_the_operator_hands_the_call_to(words: str) -> None:
    text = CALL.format(opening=OPENING, asker="Operator", announcement=words, question="Thank you. Sales rose.")
    assert role_of("Ada Moll", text) is Role.EXECUTIVE


def test_management_may_announce_a_question_itself() -> None:
    words = "Our next question is from Ada Moll with Harbour Bank."
    text = CALL.format(opening=OPENING, asker="Teo Lund", announcement=words, question=ASKED)
    assert role_of("Ada Moll", text) is Role.ANALYST


def test_somebody_who_stands_in_for_the_analyst_announced_is_an_analyst() -> None:
    first = CALL.format(opening=OPENING, asker="Operator", announcement="Ada Moll, Harbour Bank.", question=ASKED)
    text = f"{first}\nOperator: Bo Ek, Fjord Securities.\n\nIda Roth: Hi, this is Ida on for Bo. What about costs?\n\nMira Chen: They fell.\n"
    assert role_of("Ida Roth", text) is Role.ANALYST


def test_a_reporter_whom_the_operator_announces_asks_like_an_analyst() -> None:
    text = """Operator

Good day, and welcome to the Lumen Works second quarter 2024 call. I now hand over to Mira Chen.

Mira Chen -- Head of Investor Relations

Thank you. We sold more lamps than in any quarter.

Operator

The first question comes from Ada Moll with the Harbour Times.

Ada Moll -- Harbour Times -- Reporter

What about margins?
"""
    assert role_of("Ada Moll", text) is Role.ANALYST


UNSERVED = """Mira Chen: Welcome to the Lumen Works second quarter 2024 call. I hand over to Teo Lund.

Teo Lund: Thank you. We sold more lamps than in any quarter. With that we take questions.

Ada Moll: Good morning. Thanks for taking my question. I was wondering what drove margins.

Teo Lund: They rose with prices. Olga?

Olga Prato: Good question, Ada. Freight fell as well.

Bo Ek: {asked}

Teo Lund: They fell.
"""


@pytest.mark.parametrize(
    "asked",
    [
        "Hey, guys. Congrats on the quarter. What about costs?",
        "And so, with all these lamps sold and the many branches closed, how far can costs still fall?",
    ],
)
def test_without_an_operator_those_are_analysts_who_begin_with_a_question(asked: str) -> None:
    call = from_text(UNSERVED.format(asked=asked), "call")
    sides = {turn.speaker.name: turn.speaker.role for turn in call.turns}
    assert sides == {
        "Mira Chen": Role.EXECUTIVE,
        "Teo Lund": Role.EXECUTIVE,
        "Ada Moll": Role.ANALYST,
        "Olga Prato": Role.EXECUTIVE,
        "Bo Ek": Role.ANALYST,
    }


def test_without_an_operator_the_first_question_opens_the_section() -> None:
    call = from_text(UNSERVED.format(asked="Hi. What about costs?").replace("With that", "So " * 100), "call")
    assert [turn.section.value for turn in call.turns][:3] == ["prepared", "prepared", "qa"]


def test_an_analyst_whom_management_greets_first_is_one() -> None:
    words = "Ada Moll, Harbour Bank."
    text = CALL.format(opening=OPENING, asker="Operator", announcement=words, question=ASKED)
    text = text.replace("\nAda Moll:", "\nMira Chen: Good morning, Ada.\n\nIda Roth:")
    assert role_of("Ida Roth", text) is Role.ANALYST


def test_whoever_hands_over_to_management_announces_no_question() -> None:
    text = """Operator

Good day, and welcome to the Lumen Works second quarter 2024 call. I hand over to Mira Chen.

Mira Chen -- Head of Investor Relations

After our remarks we take questions from those on the line. And now I'll turn the call over to Teo Lund.

Teo Lund -- Chief Financial Officer

We sold more lamps than in any quarter.
"""
    assert {turn.section for turn in from_text(text, "call").turns} == {Section.PREPARED}


def test_the_operator_who_opens_the_call_announces_no_question() -> None:
    """Nor does one who hands it over, where the question itself is announced in somebody else's words."""
    text = CALL.format(opening=OPENING, asker="Teo Lund", announcement="Margins fell. " * 60, question=ASKED)
    text = text.replace("Ada Moll:", "Ada Moll -- Harbour Bank -- Analyst:")
    sections = [turn.section for turn in from_text(text, "call").turns]
    assert sections == [Section.PREPARED] * 3 + [Section.QA] * 2


LISTED = """Thomson StreetEvents Event Transcript
Q2 2024 Lumen Works Inc Earnings Call
AUGUST 01, 2024 / 9:00PM GMT

Corporate Participants

 * Mira Chen
   Lumen Works, Inc. - VP of IR

Conference Call Participants

 * Ada Moll
   Harbour Bank - Managing Director
 * Teo Lund
   Lumen Works, Inc. - President and CEO

Presentation
Operator    [1]

     Good day. I now turn the call over to Mira Chen. Please go ahead.

Mira Chen,  Lumen Works, Inc. - VP of IR    [2]

     Thank you. Over to Teo.

Teo Lund,  Lumen Works, Inc. - President and CEO    [3]

     We sold more lamps than in any quarter.

Questions and Answers
Operator    [1]

     (Operator Instructions).  Ada Moll, Harbour Bank.

Ada Moll,  Harbour Bank - Managing Director    [2]

     What about margins?
"""


def test_whoever_holds_a_post_at_managements_firm_is_management_wherever_the_list_has_them() -> None:
    turns = from_text(LISTED, "call").turns
    assert [(t.speaker.name, t.speaker.role, t.section) for t in turns[2:]] == [
        ("Teo Lund", Role.EXECUTIVE, Section.PREPARED),
        ("Operator", Role.OPERATOR, Section.QA),
        ("Ada Moll", Role.ANALYST, Section.QA),
    ]
