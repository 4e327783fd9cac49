"""A call on which nobody but the company speaks: its chief financial officer reads out the questions sent in."""

# ruff: noqa: E501 - the lines of a transcript stay whole
from __future__ import annotations

import pytest

from kg import entities, lexicon, mentions
from kg.entities.askers import askers
from kg.facts.context import Context
from kg.facts.exchanges import exchanges
from kg.language import annotate, load
from kg.model import Exchange
from kg.transcripts import from_text

CALL = """Lumen Works (LMN 0.25%)
Q2 2024 Earnings Call
Jul 27, 2024, 5:00 p.m. ET

Mira Chen -- Head of Investor Relations

Good day, and welcome. With me are Teo Lund, our CEO; and Olga Prato, our CFO. You may send in your questions now.

Teo Lund -- Chief Executive Officer

We sold more lamps than in any quarter of our history. With this, I hand over to Olga, who takes your questions.

Questions and Answers:

Olga Prato -- Chief Financial Officer

Thank you. The first question is from Ada Moll, Harbour Bank. Could you tell us how the lantern prices develop this year? Teo?

Teo Lund -- Chief Executive Officer

Yes. Lantern prices should stay where they are until the autumn, and then we will look at them again.

Olga Prato -- Chief Financial Officer

Thanks, Teo. Next is from Bo Ness, Tarn Securities. What do you plan to spend on the new depot? We do not give a number for the depot alone. What I can say is that all of our capital expenditure will stay below the level of last year, the depot included. Again from Ada Moll. Teo, this is coming your way. Do you see more demand from shipyards?

Teo Lund -- Chief Executive Officer

We do, and more so in the north, where three yards have asked us for lanterns since the spring.

Olga Prato -- Chief Financial Officer

Thank you. With this, we come to the end of the questions. Thank you all for joining, and have a good day.
"""


@pytest.fixture(scope="module")
def call() -> Context:
    words = lexicon.load(())
    read = from_text(CALL, "call")
    passages = tuple(annotate(read, load()))
    return entities.link(read, passages, mentions.find(read, passages, words), words).context


def test_each_question_read_out_is_that_of_whoever_sent_it_in(call: Context) -> None:
    found = [f for f in exchanges(call) if isinstance(f, Exchange)]
    name = {None: None, **{id: entity.name for id, entity in call.entities.items()}}
    quote = call.transcript.quote
    assert [(name[f.analyst], name[f.firm], quote(f.question), [name[p] for p in f.answered_by]) for f in found] == [
        ("Ada Moll", "Harbour Bank", "Could you tell us how the lantern prices develop this year?", ["Teo Lund"]),
        ("Bo Ness", "Tarn Securities", "What do you plan to spend on the new depot?", ["Olga Prato"]),
        ("Ada Moll", "Harbour Bank", "Do you see more demand from shipyards?", ["Teo Lund"]),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Next is from Ada Moll, Harbour Bank. Why?", [("Ada Moll", "Harbour Bank")]),
        ("Thanks. Ada from Harbour Bank. Why?", [("Ada", "Harbour Bank")]),
        ("I'll take Ada Moll's question from Moll and Sons. Why?", [("Ada Moll", "Moll and Sons")]),
        ("Then Ada Moll, Harbour Bank. Why?", [("Ada Moll", "Harbour Bank")]),
        ("The next one, again from Ada. Why?", [("Ada", None)]),
        ("Next to you from Ada Moll, Tarn securities. Why?", [("Ada Moll", "Tarn securities")]),
        ("Thanks, Teo. Sales came from Norway. Why?", []),
        ("The next quarter differs from Q1, Norway included.", []),
    ],
)
def test_whoever_asks_is_announced_in_one_of_these_ways(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(a.name, a.firm) for a in askers(words)] == expected
