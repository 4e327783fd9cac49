"""Whom a figure belongs to in questions and answers: the unit that is asked about, until another question is put."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import read_call

CALL = """Orvane Inc. Q3 2024 Earnings Call

Operator: Welcome to the Orvane third quarter 2024 earnings conference call.

Ann Lee - Chief Executive Officer: The Lumora business had a fine year. The Vexil business had one too.

Operator: Now the question-and-answer session. The first question comes from Teo Lund with Marl Bank.

Teo Lund - Marl Bank - Analyst: {question}

Ann Lee - Chief Executive Officer: {answer}
"""


def owner(tmp_path: Path, question: str, answer: str) -> str:
    path = tmp_path / "call.txt"
    path.write_text(CALL.format(question=question, answer=answer), encoding="utf-8")
    reading = read_call(path)
    return [reading.entity(o.entity).name for o in reading.observations if o.value is not None][-1]


@pytest.mark.parametrize(
    ("question", "of_whom"),
    [
        ("I wanted to ask a question on Lumora. Your operating margin was 7%.", "Lumora"),
        ("My question is about the Lumora business. Revenue was $5 million, I think.", "Lumora"),
        ("I have a question on Lumora. Is it young? And secondly, on costs. Revenue was $5 million.", "Orvane"),
        ("I wanted to talk about Lumora, since you told of an operating margin of 7%.", "Lumora"),
        ("Thank you. We saw Lumora, as many did. Your operating margin was 7%.", "Orvane"),
        ("A question on Lumora and Vexil. Your operating margin was 7%.", "Orvane"),
    ],
)
def test_what_a_question_is_about_owns_its_figures(tmp_path: Path, question: str, of_whom: str) -> None:
    assert owner(tmp_path, question, "Thank you, Teo.") == of_whom


@pytest.mark.parametrize(
    ("question", "answer", "of_whom"),
    [
        ("I have a question on Lumora. How is it?", "Sure. Revenue was $5 million.", "Lumora"),
        ("I have a question on Lumora. How is it?", "Sure. It is young.\n\nRevenue was $5 million.", "Orvane"),
        ("Are wages high? And any color on Lumora?", "Sure. Revenue was $5 million.", "Orvane"),
    ],
)
def test_an_answer_begins_with_what_was_asked_about(tmp_path: Path, question: str, answer: str, of_whom: str) -> None:
    assert owner(tmp_path, question, answer) == of_whom
