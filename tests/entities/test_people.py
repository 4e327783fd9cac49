"""Who is who: names, firms, posts and the words that say so, in small invented calls."""

# ruff: noqa: E501 - the lines of a transcript stay whole
from __future__ import annotations

import pytest

from kg.entities.people import People, resolve
from kg.model import Entity, EntityId, EntityType, Label, Role, Transcript
from kg.transcripts import from_text

COMPANY = Entity(EntityId("company/lumen-works"), EntityType.ORGANIZATION, "Lumen Works")
HARBOUR = Entity(
    EntityId("company/harbour"), EntityType.ORGANIZATION, "Harbour", labels=(Label("Harbour Bank"),), listed=True
)

CALL = """Operator

Good day, and welcome to the Lumen Works second quarter 2024 call. I now hand over to [Mira Chen], Head of Investor Relations of Lumen Works.

Mira Chen -- Head of Investor Relations

Thank you. With me are Teo Lund, our chief executive officer; Olga Prato, chief financial officer; and Nils Berg, CEO of Lumen Lanterns. Over to you, Teo.

Liang Lund -- Chief Executive Officer

Thanks, Mira. We sold more lamps. Olga?

Olga R. Prato -- Chief Financial Officer

Thank you, Teo. Costs fell, as Mr. Lund said.

Operator

Our first question comes from Matt Stone with Harbour Bank. Please go ahead.

Matthew J. Stone -- Harbour Bank AG, Research Division -- Analyst

Thanks. Will Mark-up rise? Mark it down, Olga.

Liang Lund -- Chief Executive Officer

Matt, it will.

Operator

The next question is from the line of Bo Ek of Fjord Research. Your line is open.

Unidentified Analyst

What about costs?
"""


def people(text: str) -> tuple[Transcript, People]:
    call = from_text(text, "call")
    return call, resolve(call, COMPANY, (COMPANY, HARBOUR))


def surfaces(call: Transcript, found: People) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for link in found.links:
        forms = named.setdefault(found.entities[link.entity].name, [])
        if link.mention.text not in forms:
            forms.append(link.mention.text)
        assert call.quote(link.mention.span) == link.mention.text
    return named


def test_speakers_go_by_the_name_that_the_call_introduces() -> None:
    _, found = people(CALL)
    spoken = [
        (
            found.entities[turn.speaker].name,
            turn.role,
            found.entities[turn.organization].name if turn.organization else None,
        )
        for turn in found.turns
    ]
    assert spoken == [
        ("Operator", Role.OPERATOR, None),
        ("Mira Chen", Role.EXECUTIVE, "Lumen Works"),
        ("Teo Lund", Role.EXECUTIVE, "Lumen Works"),
        ("Olga Prato", Role.EXECUTIVE, "Lumen Works"),
        ("Operator", Role.OPERATOR, None),
        ("Matt Stone", Role.ANALYST, "Harbour"),
        ("Teo Lund", Role.EXECUTIVE, "Lumen Works"),
        ("Operator", Role.OPERATOR, None),
        ("Bo Ek", Role.ANALYST, "Fjord Research"),
    ]


def test_every_name_of_a_person_or_firm_is_linked_and_no_other_word() -> None:
    assert surfaces(*people(CALL)) == {
        "Mira Chen": ["Mira Chen", "Mira"],
        "Teo Lund": ["Teo Lund", "Teo", "Liang Lund", "Mr. Lund"],
        "Olga Prato": ["Olga Prato", "Olga", "Olga R. Prato"],
        "Nils Berg": ["Nils Berg"],
        "Matt Stone": ["Matt Stone", "Matthew J. Stone", "Matt"],
        "Harbour": ["Harbour Bank", "Harbour Bank AG"],
        "Bo Ek": ["Bo Ek"],
        "Fjord Research": ["Fjord Research"],
    }


def test_positions_carry_the_words_that_state_them() -> None:
    call, found = people(CALL)
    held = [
        (
            found.entities[r.subject].name,
            r.title,
            found.entities[r.object].name,
            " ".join(call.quote(r.evidence.span).split()),
        )
        for r in found.positions
    ]
    assert held == [
        ("Mira Chen", "Head of Investor Relations", "Lumen Works", "[Mira Chen], Head of Investor Relations of Lumen Works"),
        ("Teo Lund", "chief executive officer", "Lumen Works", "Teo Lund, our chief executive officer"),
        ("Olga Prato", "chief financial officer", "Lumen Works", "Olga Prato, chief financial officer"),
        ("Matt Stone", "Analyst", "Harbour", "Matt Stone with Harbour Bank"),
        ("Bo Ek", "Analyst", "Fjord Research", "Bo Ek of Fjord Research"),
        ("Nils Berg", "CEO", "Lumen Lanterns", "Nils Berg, CEO of Lumen Lanterns"),
    ]  # fmt: skip


def test_a_lexicon_knows_a_person_under_other_names() -> None:
    known = Entity(
        EntityId("person/teo"), EntityType.PERSON, "Teodor Lund", labels=(Label("Teo Lund"), Label("Liang Lund"))
    )
    found = resolve(from_text(CALL, "call"), COMPANY, (COMPANY, known))
    assert found.turns[2].speaker == known.id
    assert found.entities[known.id].name == "Teodor Lund"


NUMBERED = """Speaker 1: Welcome to the Lumen Works second quarter 2024 call. I now turn the call over to Mira Chen, Head of Investor Relations. Please go ahead.

Speaker 2: Thank you. We sold more lamps.

Speaker 1: Our first question comes from the line of Ada Moll with Harbour Bank. Please go ahead.

Speaker 3: What about margins?

Speaker 2: They rose.

Speaker 1: Our next question comes from the line of Bo Ek with Fjord Securities. Please go ahead.

Speaker 4: What about costs?
"""


def test_numbered_speakers_are_named_by_who_hands_over_to_them() -> None:
    _, found = people(NUMBERED)
    names = [found.entities[turn.speaker].name for turn in found.turns]
    assert names == ["Operator", "Mira Chen", "Operator", "Ada Moll", "Mira Chen", "Operator", "Bo Ek"]


@pytest.mark.parametrize("name", ["Lumen", "LW", "LUM"])
def test_a_part_of_the_company_s_name_its_initials_and_its_ticker_are_the_company(name: str) -> None:
    text = f"Lumen Works (LUM 0.25%)\nQ2 2024 Earnings Call\n\n{CALL}".replace(
        "our chief executive", f"{name}'s chief executive"
    )
    _, found = people(text)
    assert {found.entities[r.object].name for r in found.positions if r.subject == "person/teo-lund"} == {"Lumen Works"}


def test_a_given_name_that_is_a_word_is_a_name_amid_a_sentence() -> None:
    text = CALL.replace("Over to you, Teo.", "I hand over to Mark after that.").replace("Teo Lund", "Mark Lund")
    assert "Mark" in surfaces(*people(text))["Mark Lund"]


def test_a_full_name_may_have_a_short_form_and_no_initial() -> None:
    text = CALL.replace("Matt, it will.", "Matty Stone, Matthew Stone and Olga Prato, it will.")
    named = surfaces(*people(text.replace("Matty", "Matt")))
    assert "Matthew Stone" in named["Matt Stone"]


LISTED = """Operator

Good day, and welcome to the Lumen Works second quarter 2024 call.

Mira Chen -- Head of Investor Relations

As Teo will show, we sold more lamps. Teo, over to you.

Teo Lund -- Chief Executive Officer

To Mira's point, costs fell.

Operator

Goodbye.

Call participants:

Mira Chen -- Head of Investor Relations

Teodor Lund -- Chief Executive Officer

Nils Berg -- Chief Executive Officer, Lumen Lanterns

Ida Roth -- Harbour Bank -- Analyst
"""


def test_who_only_stands_in_the_printed_list_is_a_person_with_a_post() -> None:
    call, found = people(LISTED)
    held = [
        (found.entities[p.subject].name, p.title, found.entities[p.object].name, call.quote(p.evidence.span))
        for p in found.positions
        if p.evidence.rule == "listed"
    ]
    assert held == [
        (
            "Nils Berg",
            "Chief Executive Officer",
            "Lumen Lanterns",
            "Nils Berg -- Chief Executive Officer, Lumen Lanterns",
        ),
        ("Ida Roth", "Analyst", "Harbour", "Ida Roth -- Harbour Bank -- Analyst"),
    ]


SPLIT_LIST = """Lumen Works (NYSE:LUW) Q2 2024 Earnings Conference Call August 6, 2024

Executives

Mira Chen - Head of Investor Relations

Analysts

Ida Roth - Harbour Bank

Abel Quist - Ridge Partners

Operator

Welcome.

Mira Chen

Thank you. Sales rose.
"""


def test_analysts_listed_with_their_firm_alone_hold_a_post_there() -> None:
    call, found = people(SPLIT_LIST)
    held = [(p.title, found.entities[p.object].name, call.quote(p.evidence.span)) for p in found.positions]
    assert held[-2:] == [
        ("Analyst", "Harbour", "Ida Roth - Harbour Bank"),
        ("Analyst", "Ridge Partners", "Abel Quist - Ridge Partners"),
    ]


def test_a_given_name_behind_a_word_that_opens_the_sentence_is_the_speakers() -> None:
    call, found = people(LISTED)
    assert surfaces(call, found)["Mira Chen"] == ["Mira Chen", "Mira"]
    assert surfaces(call, found)["Harbour"] == ["Harbour Bank"]


def test_a_given_name_of_two_words_is_called_in_both() -> None:
    call, found = people(
        "Operator\n\nThe first question is from Soo Min Park of Harbour Bank.\n\n"
        "Soo Min Park -- Harbour Bank -- Analyst\n\nHow is demand?\n\n"
        "Mara Quill -- Chief Financial Officer\n\nThanks, Soo Min. Demand is good.\n"
    )
    assert surfaces(call, found)["Soo Min Park"] == ["Soo Min Park", "Soo Min"]
