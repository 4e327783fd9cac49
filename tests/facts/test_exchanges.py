"""Questions and answers in a small invented call: who asks, who really answers, how each part is met."""

# ruff: noqa: E501 - the lines of a transcript stay whole
from __future__ import annotations

import pytest

from kg import entities, lexicon, mentions
from kg.facts.context import Context
from kg.facts.exchanges import exchanges
from kg.language import annotate, load
from kg.model import EntityId, Exchange, Skipped
from kg.transcripts import from_text

HEAD = """Lumen Works (LMN 0.25%)
Q2 2024 Earnings Call
Jul 27, 2024, 5:00 p.m. ET

Operator

Good day, and welcome to the Lumen Works second quarter 2024 call.

Mira Chen -- Head of Investor Relations

Thank you. With me are Teo Lund, our CEO; and Olga Prato, our CFO.

Teo Lund -- Chief Executive Officer

We sold more lamps than in any quarter of our history.

"""

FIRST = """Operator

Our first question comes from Ada Moll with Harbour Bank.

Ada Moll -- Harbour Bank -- Analyst

"""


def context(text: str) -> Context:
    words = lexicon.load(())
    call = from_text(text, "call")
    passages = tuple(annotate(call, load()))
    return entities.link(call, passages, mentions.find(call, passages, words), words).context


def asked(dialogue: str) -> tuple[Context, list[Exchange | Skipped]]:
    call = context(HEAD + FIRST + dialogue)
    return call, list(exchanges(call))


def turn(label: str, words: str) -> str:
    return f"{label}\n\n{words}\n\n"


ADA = "Ada Moll -- Harbour Bank -- Analyst"
TEO = "Teo Lund -- Chief Executive Officer"
OLGA = "Olga Prato -- Chief Financial Officer"
MIRA = "Mira Chen -- Head of Investor Relations"


def names(call: Context, people: tuple[EntityId, ...]) -> list[str]:
    return [call.entities[person].name for person in people]


ANSWERED_BY = {
    "one person": ([(TEO, "Gross margin rose two points on better mix.")], ["Teo Lund"]),
    "two people": (
        [(TEO, "Gross margin rose two points on better mix."), (OLGA, "And freight fell, which helped as well.")],
        ["Teo Lund", "Olga Prato"],
    ),
    "not who hands over": (
        [(TEO, "Thanks, Ada. Olga, do you want to take that one?"), (OLGA, "Gross margin rose two points.")],
        ["Olga Prato"],
    ),
    "not who greets": ([(TEO, "Good morning, Ada."), (OLGA, "Gross margin rose two points.")], ["Olga Prato"]),
    "not who is cut off": ([(TEO, "Thanks, Ada. So --"), (OLGA, "Gross margin rose two points.")], ["Olga Prato"]),
    "not the host": (
        [(OLGA, "Gross margin rose two points."), (MIRA, "Thank you, Ada. Operator, next question, please.")],
        ["Olga Prato"],
    ),
    "not who closes the call": (
        [
            (OLGA, "Gross margin rose two points."),
            (ADA, "Great, thank you."),
            (TEO, "Thank you all for your questions. We shall speak again in spring."),
        ],
        ["Olga Prato"],
    ),
    "not the interpreter": (
        [(TEO, "[Foreign language]"), (MIRA, "Gross margin rose two points, Teo says, on better mix.")],
        ["Teo Lund"],
    ),
    "who is promised the rest": (
        [(TEO, "I'll take the first part and then hand over to Olga for the second. Gross margin rose two points.")],
        ["Teo Lund", "Olga Prato"],
    ),
    "a word of agreement": ([(OLGA, "Yes. Correct.")], ["Olga Prato"]),
}


@pytest.mark.parametrize("name", ANSWERED_BY)
def test_who_really_answers(name: str) -> None:
    turns, wanted = ANSWERED_BY[name]
    call, found = asked("What drove gross margin this quarter?\n\n" + "".join(turn(*t) for t in turns))
    (exchange,) = found
    assert isinstance(exchange, Exchange)
    assert names(call, exchange.answered_by) == wanted
    assert call.entities[exchange.analyst].name == "Ada Moll"
    assert exchange.firm is not None
    assert call.entities[exchange.firm].name == "Harbour Bank"


QUESTIONS = {
    "Hi. Good morning. Thanks for taking my question. What drove gross margin?": "What drove gross margin?",
    "Thank you. I had a question about gross margin. Why did it rise?": "I had a question about gross margin. Why did it rise?",
    "Congrats on a great quarter. I was wondering if you could talk about capex.": "I was wondering if you could talk about capex.",
    "This is Ada from Harbour Bank. Capex next year?": "Capex next year?",
}  # fmt: skip


@pytest.mark.parametrize("words", QUESTIONS)
def test_a_question_begins_after_greetings_thanks_and_praise(words: str) -> None:
    call, found = asked(turn(words, "").rstrip() + "\n\n" + turn(TEO, "It rose on better mix."))
    (exchange,) = found
    assert isinstance(exchange, Exchange)
    assert call.transcript.quote(exchange.question) == QUESTIONS[words]
    assert exchange.question.start < exchange.evidence.span.end


@pytest.mark.parametrize(
    "words", ["Great. Thank you very much.", "Good morning, everyone.", "Got it. That's helpful. Thanks."]
)
def test_thanks_and_greetings_ask_nothing(words: str) -> None:
    _, found = asked("What drove gross margin?\n\n" + turn(TEO, "Better mix.") + turn(ADA, words) + turn(TEO, "Sure."))
    assert len(found) == 1


def test_a_follow_up_after_an_answer_is_an_exchange_of_its_own() -> None:
    call, found = asked(
        "What drove gross margin?\n\n"
        + turn(TEO, "Better mix did.")
        + turn(ADA, "And then, Olga, how should we think about capex?")
        + turn(OLGA, "Capex will be $9 million this year.")
    )
    assert [names(call, e.answered_by) for e in found if isinstance(e, Exchange)] == [["Teo Lund"], ["Olga Prato"]]
    assert [e.answer_turns for e in found if isinstance(e, Exchange)] == [(6,), (8,)]


def test_a_question_that_nobody_takes_is_skipped() -> None:
    call, found = asked("What drove gross margin?\n\n" + turn("Operator", "That concludes our call."))
    (skipped,) = found
    assert isinstance(skipped, Skipped)
    assert (call.transcript.quote(skipped.span), skipped.reason) == (
        "What drove gross margin?",
        "nobody answers this question",
    )


def test_topics_are_metrics_and_things_named_then_noun_phrases() -> None:
    _, found = asked(
        "Thanks. Can you talk about gross margin, lamp production and the tariff situation, Teo?\n\n"
        + turn(TEO, "Both rose on better mix.")
    )
    (exchange,) = found
    assert isinstance(exchange, Exchange)
    assert exchange.topics[:2] == ("gross margin", "lamp production")
    assert "Teo" not in exchange.topics


def test_a_short_question_that_names_nothing_goes_on_about_the_one_before() -> None:
    _, found = asked(
        "What drove gross margin?\n\n"
        + turn(TEO, "Better mix did.")
        + turn(ADA, "And is that the high point of the year?")
        + turn(TEO, "Yes, it will come down from here.")
    )
    assert [e.topics for e in found if isinstance(e, Exchange)] == [("gross margin",), ("gross margin",)]


def test_months_and_plain_nouns_name_no_topic() -> None:
    _, found = asked(
        "Is there any evidence in July of more demand, or some concern in the industry?\n\n" + turn(TEO, "None at all.")
    )
    (exchange,) = found
    assert isinstance(exchange, Exchange)
    assert exchange.topics == ("demand",)


def test_of_the_metrics_in_a_refusal_the_one_asked_for_is_refused() -> None:
    call, found = asked(
        "What was gross margin for lamps?\n\n"
        + turn(OLGA, "Like headcount, we do not disclose gross margin by product.")
    )
    (exchange,) = found
    assert isinstance(exchange, Exchange)
    (part,) = exchange.parts
    assert part.refused is not None
    assert call.entities[part.refused].name == "gross margin"


def test_each_part_has_the_answer_that_takes_it() -> None:
    call, found = asked(
        "What drove gross margin? And secondly, how should we think about capex?\n\n"
        + turn(TEO, "Better mix drove it, as I said before.")
        + turn(OLGA, "On your second question, capex will be $9 million this year.")
    )
    (exchange,) = found
    assert isinstance(exchange, Exchange)
    parts = [
        (call.transcript.quote(p.span), p.responsiveness.value, call.entities[p.answered_by].name)
        for p in exchange.parts
        if p.answered_by
    ]
    assert parts == [
        ("What drove gross margin?", "answered", "Teo Lund"),
        ("And secondly, how should we think about capex?", "answered", "Olga Prato"),
    ]


RESPONSES = {
    "Gross margin was 41%, up two points.": ("answered", None),
    "We don't break that out.": ("declined", "gross margin"),
    "We're not going to guide to gross margin by quarter.": ("declined", "gross margin"),
    "It's too early to say. We'll update you next quarter.": ("deflected", "gross margin"),
    "We don't disclose gross margin for lamps. "
    "What I can tell you is that mix improved in every month of the quarter, that freight came down by a third from "
    "where it stood a year ago, that our plant in the north ran at full load for the first time since we opened it, "
    "and that prices held in every one of our markets, so that the board is at ease with our course today.": (
        "partly",
        "gross margin",
    ),
}


@pytest.mark.parametrize("answer", RESPONSES)
def test_how_a_question_is_met_and_which_number_is_refused(answer: str) -> None:
    call, found = asked("What was gross margin for lamps?\n\n" + turn(OLGA, answer))
    (exchange,) = found
    assert isinstance(exchange, Exchange)
    (part,) = exchange.parts
    refused = call.entities[part.refused].name if part.refused else None
    assert (part.responsiveness.value, refused) == RESPONSES[answer]


REFUSALS = {
    ("How do you see the pricing of lamps, given your gross margin?", "We don't comment on that."): None,
    ("How do you think about gross margin for lamps?", "We don't disclose headcount."): None,
    ("How do you think about gross margin for lamps?", "We don't disclose gross margin."): "gross margin",
    ("Could you quantify the gross margin of lamps?", "We don't break that out."): "gross margin",
    ("What was gross margin and how much was capex?", "We don't break that out."): None,
    ("Where do you see gross margin of lamps going?", "We don't break that out."): None,
}


@pytest.mark.parametrize(("question", "answer"), REFUSALS)
def test_only_a_number_that_was_asked_for_is_called_refused(question: str, answer: str) -> None:
    call, found = asked(f"{question}\n\n" + turn(OLGA, answer))
    (exchange,) = found
    assert isinstance(exchange, Exchange)
    (part,) = exchange.parts
    refused = call.entities[part.refused].name if part.refused else None
    assert refused == REFUSALS[question, answer]


TOPICS = {
    "nouns that say nothing, and measures of that name": (
        "What is the impact of freight on gross margin, and is there upside in your view?",
        ("freight", "gross margin"),
    ),
    "adjectives of degree before a noun": (
        "Do you see strong growth in lamp exports, and any potential divestitures?",
        ("lamp exports", "divestitures"),
    ),
    "periods and days": ("How was freight on Tuesday, in Q1 and in fiscal Q2?", ("freight",)),
}


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_is_none_of(name: str) -> None:
    words, topics = TOPICS[name]
    _, found = asked(turn(ADA, words) + turn(TEO, "We expect more of it in the year, as we said before."))
    (exchange,) = found
    assert isinstance(exchange, Exchange)
    assert exchange.topics == topics


@pytest.mark.parametrize("words", ["Hi, can you hear me now?", "Hello. Is that better?", "Are you there?"])
def test_who_asks_whether_the_line_is_good_asks_nothing(words: str) -> None:
    asks = (
        turn(ADA, words) + turn(TEO, "Yes, much better.") + turn(ADA, "How is freight?") + turn(TEO, "It fell by half.")
    )
    call, found = asked(asks)
    assert [call.transcript.quote(e.question) for e in found if isinstance(e, Exchange)] == ["How is freight?"]
