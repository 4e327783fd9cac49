"""Layouts of further vendors and of machines, each a few turns long: who speaks, and that no mark is taken for words."""

# ruff: noqa: E501 - the lines of a transcript stay whole
from __future__ import annotations

import pytest

from kg.transcripts import from_text

OPENING = "Good day, and welcome to the Lumen Works second quarter 2024 call. I hand over to Teo Lund."
REMARKS = "We sold more lamps than in any quarter, and revenue grew 7%."
FIRST = "Our first question comes from the line of Ada Moll with Harbour Bank."
ASKED = "What about margins in the second half of the year?"
ANSWER = "They will be higher than in the first half of it."
TURNS = [("Operator", OPENING), ("Teo Lund", REMARKS), ("Operator", FIRST), ("Ada Moll", ASKED), ("Teo Lund", ANSWER)]
POSTS = {"Operator": "", "Teo Lund": " - CEO", "Ada Moll": " - Analyst"}
RULE = "." * 150


def ruled() -> str:
    posts = {"Teo Lund": "Chief Executive Officer, Lumen Works AG", "Ada Moll": "Analyst, Harbour Bank"}
    text = "Lumen Works AG (LMN) Q2 2024 Earnings Call\nCORPORATE PARTICIPANTS\nTeo Lund\nChief Executive Officer, Lumen Works AG\n"
    text += f"{RULE}\nMANAGEMENT DISCUSSION SECTION\n"
    for number, (who, words) in enumerate(TURNS):
        text += "QUESTION AND ANSWER SECTION\n" if number == 2 else ""
        side = " Q" if who == "Ada Moll" else " A" if number > 2 else ""
        text += f"Operator: {words}\n" if who == "Operator" else f"{RULE}\n{who}\n{posts[who]}{side}\n{words}\n"
    return text


def listed(label: str, *, between: str = "\n") -> str:
    firms = {"Operator": "", "Teo Lund": label.format("Finanzvorstand"), "Ada Moll": label.format("Harbour Bank")}
    return "\n\n".join(f"{who}{firms[who]}{between}{words}" for who, words in TURNS) + "\n"


SAMPLES = {
    "rules of dots": ruled(),
    "bullets in English alone": "".join(f"  • {who}{POSTS[who]}\n\n  • {words}\n\n" for who, words in TURNS),
    "bullets before a colon": "".join(f"  • {who}:\n    {words}\n" for who, words in TURNS),
    "a stretch of time before the label": "".join(f"[00:00:01.000 --> 00:00:09.5] {w}: {t}\n" for w, t in TURNS),
    "a stretch of time behind the label": "".join(f"{w} [0.03s - 9.5s]: {t}\n" for w, t in TURNS),
    "a time behind the name": "".join(f"{w}  0:0{n}  \n{t}\n\n" for n, (w, t) in enumerate(TURNS))
    + "Transcribed by https://notes.example\n",
    "brackets and a time": "".join(f"[{w}] 10:0{n}:05\n{t}\n\n" for n, (w, t) in enumerate(TURNS)),
    "the word speaker above": "".join(f"speaker\n{w}\n\n{t}\n\n" for w, t in TURNS),
    "initials with a key": "SPEAKER KEY\nTL Teo Lund\nAM Ada Moll\n\n"
    + "".join(f"{'Operator' if w == 'Operator' else ''.join(p[0] for p in w.split())}: {t}\n\n" for w, t in TURNS),
    "posts and firms behind a comma": listed(", {}"),
    "posts and firms in brackets": listed(" ({})"),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_vendor_gives_the_same_turns(name: str) -> None:
    call = from_text(SAMPLES[name], name)
    said = [(t.speaker.name, " ".join(call.words(p) for p in t.paragraphs)) for t in call.turns]
    assert said == TURNS
    assert [t.section for t in call.turns] == ["prepared", "prepared", "qa", "qa", "qa"]


def test_the_letter_beside_a_name_tells_the_side_and_the_line_below_post_and_firm() -> None:
    speakers = [turn.speaker for turn in from_text(SAMPLES["rules of dots"], "call").turns]
    assert [(s.title, s.organization, s.role) for s in speakers[3:]] == [
        ("Analyst", "Harbour Bank", "analyst"),
        ("Chief Executive Officer", "Lumen Works AG", "executive"),
    ]


def test_a_post_in_another_language_is_one() -> None:
    call = from_text(SAMPLES["posts and firms behind a comma"], "call")
    assert [(t.speaker.title, t.speaker.organization) for t in call.turns[1:4:2]] == [
        ("Finanzvorstand", None),
        (None, "Harbour Bank"),
    ]


def test_a_heading_without_its_list_is_no_speaker() -> None:
    text = "Lumen Works AG\n\nParticipants\n\nTeo Lund Chief Executive\n\n" + listed("", between="\n\n")
    assert [turn.speaker.name for turn in from_text(text, "call").turns] == [who for who, _ in TURNS]
