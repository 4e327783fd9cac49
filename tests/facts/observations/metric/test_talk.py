"""Figures whose sentence names no measure are of what the talk told before: the same figure, or one like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading
from tests.facts.observations.told import TALK

CALL = TALK.replace("Thank you all.", "Thank you all. The kiln fund earned $84.5 million.").replace(
    "{answer}", "Thank you for the question. {answer}"
)

CASES = [
    # one like it
    (
        "Gross margin was 32% in May. Where may it go?",
        "I think it could be north of 33%.",
        ("gross margin", "33", None),
    ),
    ("Where do you see gross margin?", "We think it could be north of 33%.", ("gross margin", "33", None)),
    ("Input costs rose 5% in May. What now?", "We expect something closer to 6%.", ("input cost", None, "6")),
    ("What do you plan for capital expenditures?", "It came in at $11 million.", ("capex", "11000000", None)),
    # the same one
    ("Gross margin was 32.5% in May. Why?", "Freight and clay are in the 32.5%.", ("gross margin", "32.5", None)),
    ("Input costs rose 5% in May. Why?", "The 5% is all clay.", ("input cost", None, "5")),
]


@pytest.mark.parametrize(("question", "answer", "told"), CASES)
def test_an_answer_speaks_of_what_was_asked(
    read_text: Callable[[str], Reading], question: str, answer: str, told: tuple[str, str | None, str | None]
) -> None:
    reading = read_text(CALL.format(question=question, answer=answer))
    last = max(reading.observations, key=lambda o: o.evidence.span)
    numbers = [None if n is None else str(n) for n in (last.value, last.change)]
    assert (reading.entity(last.metric).name, *numbers) == told


SILENT = [
    ("Where do you see gross margin?", "We are 100% in the cloud."),
    ("Where do you see gross margin?", "The ministry spoke of 7% of the land."),
    ("Where do you see gross margin?", "We shut down two of our plants."),
    ("Where do you see input costs?", "A farmer in Peru may well lose 4%."),
]


@pytest.mark.parametrize(("question", "answer"), SILENT)
def test_a_figure_of_something_else_is_not_of_what_was_asked(
    read_text: Callable[[str], Reading], question: str, answer: str
) -> None:
    reading = read_text(CALL.format(question=question, answer=answer))
    asked = {"gross margin", "input cost"}
    assert not [o for o in reading.observations if o.value is not None and reading.entity(o.metric).name in asked]


def test_a_figure_told_again_is_of_the_same_unit_and_time(read_text: Callable[[str], Reading]) -> None:
    call = CALL.format(question="In 2022 input costs of Vistra rose 5.5%. Why?", answer="We like it. The 5.5% is clay.")
    reading = read_text(call)
    first, second = sorted((o for o in reading.observations if o.change is not None), key=lambda o: o.evidence.span)
    assert (first.metric, first.period, first.change) == (second.metric, second.period, second.change)
