"""Sentences of an invented company, and why its metrics moved in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from kg.facts.context import Context
from kg.facts.drivers import drivers
from kg.model import (
    Direction,
    Driver,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Observation,
    Polarity,
    Reading,
    Role,
    Skipped,
    Span,
)

Spoken = Callable[[Sequence[tuple[Role, str]], Mapping[str, Entity]], Context]
UP, DOWN, NARROWED, FLAT = Direction.UP, Direction.DOWN, Direction.NARROWED, Direction.FLAT


def metric(name: str) -> Entity:
    return Entity(EntityId(f"metric/{name.replace(' ', '-')}"), EntityType.METRIC, name)


METRICS = {
    form: metric(name)
    for form, name in {
        "Revenue": "revenue",
        "revenue": "revenue",
        "Sales": "sales",
        "Operating margin": "operating margin",
        "operating margin": "operating margin",
        "Gross margin": "gross margin",
        "losses": "loss",
        "sales": "sales",
        "Lantern sales": "lantern sales",
        "Expenses": "expenses",
        "office costs": "office costs",
        "Charges": "charges",
        "net income attributable to owners": "net income",
    }.items()
}


def call(spoken: Spoken, text: str) -> Context:
    return spoken([(Role.EXECUTIVE, text)], METRICS)


def observed(context: Context, words: str, direction: Direction | None) -> Observation:
    """An observation of the first metric that its words name."""
    start = context.transcript.text.index(words)
    span = Span(start, start + len(words))
    named = next(link.entity for link in context.metrics if link.mention.span in span)
    return Observation(Evidence(span, 1, "by-hand"), context.company, named, direction=direction)


def told(context: Context, moves: Sequence[tuple[str, Direction | None]]) -> list[tuple[str, str, str]]:
    """Each driver as its effect's words, the cause's words, and its polarity."""
    observations = [observed(context, words, direction) for words, direction in moves]
    quote = context.transcript.quote
    found = [f for f in drivers(context, observations) if isinstance(f, Driver)]
    return [(quote(f.effect.evidence.span), quote(f.cause), f.polarity.value) for f in found]


@pytest.mark.parametrize(
    ("text", "moves", "expected"),
    [
        pytest.param(
            "Sales rose 8% thanks to easing prices, increased exports in spring, and new shops.",
            [("Sales rose 8%", UP)],
            [
                ("Sales rose 8%", "easing prices", "raises"),
                ("Sales rose 8%", "increased exports in spring", "raises"),
                ("Sales rose 8%", "new shops", "raises"),
            ],
            id="a list whose second item the parser takes for a deed",
        ),
        pytest.param(
            "Through the patient craft of our weavers, we improved operating margin.",
            [("improved operating margin", UP)],
            [("improved operating margin", "the patient craft of our weavers", "raises")],
            id="means told before the effect",
        ),
        pytest.param(
            "Operating margin improved through three quarters of 2024.",
            [("Operating margin improved", UP)],
            [],
            id="a stretch of time is no means",
        ),
        pytest.param("Sales rose through November.", [("Sales rose", UP)], [], id="a month is no means"),
        pytest.param(
            "On a comparable basis, excluding the mill, sales rose 2%.",
            [("sales rose 2%", UP)],
            [],
            id="a way of reckoning is no cause",
        ),
        pytest.param(
            "Gross margin rose to 40%. This was achieved as we closed the old plant.",
            [("Gross margin rose to 40%", UP)],
            [("Gross margin rose to 40%", "we closed the old plant", "raises")],
            id="a reason for what a pointer stands for",
        ),
        pytest.param(
            "Expenses rose 9%. There was likewise an increase due to one new wage agreement.",
            [("Expenses rose 9%", UP)],
            [("Expenses rose 9%", "one new wage agreement", "raises")],
            id="there was an increase",
        ),
        pytest.param(
            "Lantern sales rose 9%. Same-day delivery drove our growth.",
            [("Lantern sales rose 9%", UP)],
            [("Lantern sales rose 9%", "Same-day delivery", "raises")],
            id="our growth is the one told before",
        ),
        pytest.param(
            "The long strike had a negative impact on operating margin.",
            [("negative impact on operating margin", DOWN)],
            [("negative impact on operating margin", "The long strike", "lowers")],
            id="had an impact",
        ),
        pytest.param(
            "The strike had no impact on operating margin.",
            [("impact on operating margin", DOWN)],
            [],
            id="had no impact",
        ),
        pytest.param(
            "We have a new fee that lowered sales.",
            [("lowered sales", DOWN)],
            [("lowered sales", "a new fee", "lowers")],
            id="a relative clause tells of its noun alone",
        ),
        pytest.param(
            "The main element that drove operating margin lower is no secret.",
            [("drove operating margin lower", DOWN)],
            [],
            id="what is only called a cause",
        ),
        pytest.param(
            "Our key drivers of the improvement in operating margin were: better mix, driven by lamps; dearer beds; "
            "and fewer returns, partially offset by higher wages.",
            [("improvement in operating margin", UP)],
            [
                ("improvement in operating margin", "better mix", "raises"),
                ("improvement in operating margin", "dearer beds", "raises"),
                ("improvement in operating margin", "fewer returns", "raises"),
                ("improvement in operating margin", "higher wages", "lowers"),
            ],
            id="a list behind a colon",
        ),
        pytest.param(
            "Expenses fell 4%. The biggest driver in the decline is lower rent.",
            [("Expenses fell 4%", DOWN)],
            [("Expenses fell 4%", "lower rent", "lowers")],
            id="the biggest driver is",
        ),
        pytest.param(
            "Sales fell 4%. The biggest driver is no longer rent.",
            [("Sales fell 4%", DOWN)],
            [],
            id="what is no longer the driver",
        ),
        pytest.param(
            "Expenses fell 4%, primarily related to the dates of awards.",
            [("Expenses fell 4%", DOWN)],
            [("Expenses fell 4%", "the dates of awards", "lowers")],
            id="primarily related to",
        ),
        pytest.param(
            "Operating margin decreased 5 basis points as earning asset yield declined further.",
            [("Operating margin decreased 5 basis points", DOWN)],
            [("Operating margin decreased 5 basis points", "earning asset yield declined further", "lowers")],
            id="a reason whose clause the parser cuts apart",
        ),
        pytest.param(
            "Expenses as of June declined by $2 million.",
            [("Expenses as of June declined", DOWN)],
            [],
            id="as of a day",
        ),
        pytest.param(
            "Lower taxes improved operating margin by 20 basis points.",
            [("improved operating margin by 20 basis points", UP)],
            [("improved operating margin by 20 basis points", "Lower taxes", "raises")],
            id="a force that moves a measure",
        ),
        pytest.param(
            "Our board raised the operating margin target.",
            [("raised the operating margin target", UP)],
            [],
            id="somebody who acts is no cause",
        ),
        pytest.param(
            "Better mix, along with lower rent, drove operating margin higher.",
            [("drove operating margin higher", UP)],
            [
                ("drove operating margin higher", "Better mix", "raises"),
                ("drove operating margin higher", "lower rent", "raises"),
            ],
            id="what joins two causes belongs to neither",
        ),
        pytest.param(
            "Sales rose 8% reflecting better mix, offset somewhat by dearer fuel.",
            [("Sales rose 8%", UP)],
            [("Sales rose 8%", "better mix", "raises"), ("Sales rose 8%", "dearer fuel", "lowers")],
            id="an offset told by degrees",
        ),
        pytest.param(
            "Sales rose 8%, despite a drag due to closures.",
            [("Sales rose 8%", UP)],
            [("Sales rose 8%", "a drag due to closures", "lowers"), ("Sales rose 8%", "closures", "lowers")],
            id="a cause of what works against the move works against it too",
        ),
        pytest.param(
            "Expenses rose 9%. Offsetting factors were lower rent and fewer trips.",
            [("Expenses rose 9%", UP)],
            [("Expenses rose 9%", "lower rent", "lowers"), ("Expenses rose 9%", "fewer trips", "lowers")],
            id="offsetting factors",
        ),
        pytest.param(
            "Sales rose 8% and were positively impacted by the early spring.",
            [("Sales rose 8%", UP)],
            [("Sales rose 8%", "the early spring", "raises")],
            id="an impact that is said to be positive",
        ),
        pytest.param(
            "Revenue rose 8%, primarily due to stronger demand for lanterns.",
            [("Revenue rose 8%", UP)],
            [("Revenue rose 8%", "stronger demand for lanterns", "raises")],
            id="cause after the effect",
        ),
        pytest.param(
            "Revenue fell 8%, driven by lower prices and a weaker dollar.",
            [("Revenue fell 8%", DOWN)],
            [("Revenue fell 8%", "lower prices", "lowers"), ("Revenue fell 8%", "a weaker dollar", "lowers")],
            id="coordinated causes are told apart",
        ),
        pytest.param(
            "Operating margin increased 2 points, driven by higher prices, partly offset by freight costs.",
            [("Operating margin increased 2 points", UP)],
            [
                ("Operating margin increased 2 points", "higher prices", "raises"),
                ("Operating margin increased 2 points", "freight costs", "lowers"),
            ],
            id="an offset works against the direction",
        ),
        pytest.param(
            "Our losses narrowed, thanks to better efficiency.",
            [("losses narrowed", NARROWED)],
            [("losses narrowed", "better efficiency", "lowers")],
            id="what narrows a loss lowers it",
        ),
        pytest.param(
            "Revenue grew 5% despite currency headwinds.",
            [("Revenue grew 5%", UP)],
            [("Revenue grew 5%", "currency headwinds", "lowers")],
            id="despite",
        ),
        pytest.param(
            "The new catalogue drove revenue growth of 6%.",
            [("revenue growth of 6%", UP)],
            [("revenue growth of 6%", "The new catalogue", "raises")],
            id="a verb of causing",
        ),
        pytest.param(
            "Revenue declined 4% this quarter. This was mainly attributable to the mild winter.",
            [("Revenue declined 4%", DOWN)],
            [("Revenue declined 4%", "the mild winter", "lowers")],
            id="this points back to the sentence before",
        ),
        pytest.param(
            "Revenue declined 4% this quarter.\nThat decline was driven by our mild winter.",
            [("Revenue declined 4%", DOWN)],
            [("Revenue declined 4%", "our mild winter", "lowers")],
            id="over the border of paragraphs",
        ),
        pytest.param(
            "Thanks to the new depot, revenue grew 5%.",
            [("revenue grew 5%", UP)],
            [("revenue grew 5%", "the new depot", "raises")],
            id="a cause that opens its sentence",
        ),
        pytest.param(
            "The depot opened early. As a result, revenue grew 5%.",
            [("revenue grew 5%", UP)],
            [("revenue grew 5%", "The depot opened early", "raises")],
            id="the sentence before as cause",
        ),
        pytest.param(
            "Gross margin was flat, as higher prices offset rising wages.",
            [("Gross margin was flat", FLAT)],
            [
                ("Gross margin was flat", "higher prices", "raises"),
                ("Gross margin was flat", "rising wages", "lowers"),
            ],
            id="two sides of a balance",
        ),
        pytest.param(
            "Revenue fell 3%, as new leases were offset by closures.",
            [("Revenue fell 3%", DOWN)],
            [("Revenue fell 3%", "new leases", "raises"), ("Revenue fell 3%", "closures", "lowers")],
            id="both sides of an offset in a fall",
        ),
        pytest.param(
            "Revenue grew 5%. The new depot was a driver.",
            [("Revenue grew 5%", UP)],
            [("Revenue grew 5%", "The new depot", "raises")],
            id="a driver named by a noun",
        ),
        pytest.param(
            "Freight was a headwind to revenue growth.",
            [("revenue growth", UP)],
            [("revenue growth", "Freight", "lowers")],
            id="a headwind named by a noun",
        ),
        pytest.param(
            "We expect currencies to decrease revenue by 2 points.",
            [("decrease revenue by 2 points", DOWN)],
            [("decrease revenue by 2 points", "currencies", "lowers")],
            id="what decreases a measure",
        ),
        pytest.param(
            "We are glad that, despite the cold spring, revenue grew 5%.",
            [("revenue grew 5%", UP)],
            [("revenue grew 5%", "the cold spring", "lowers")],
            id="a circumstance ends at the clause that it opens",
        ),
        pytest.param(
            "Expenses are low, benefiting from tax credits.",
            [("Expenses are low", None)],
            [("Expenses are low", "tax credits", "lowers")],
            id="a benefit lowers what is spent",
        ),
        pytest.param("As you know, revenue grew 5%.", [("revenue grew 5%", UP)], [], id="a remark with as is no cause"),
        pytest.param(
            "Our net income attributable to owners grew 5%.",
            [("net income attributable to owners grew 5%", UP)],
            [],
            id="a cue inside the name of a metric is none",
        ),
        pytest.param(
            "Revenue grew 9% as lantern prices rose and the harbour shops reopened.",
            [("Revenue grew 9%", UP)],
            [
                ("Revenue grew 9%", "lantern prices rose", "raises"),
                ("Revenue grew 9%", "the harbour shops reopened", "raises"),
            ],
            id="clauses with a subject each are causes of their own",
        ),
        pytest.param(
            "We opened two depots in May, so revenue grew 5%.",
            [("revenue grew 5%", UP)],
            [("revenue grew 5%", "We opened two depots in May", "raises")],
            id="a consequence told after its cause",
        ),
        pytest.param("So far, revenue grew 5%.", [("revenue grew 5%", UP)], [], id="so far tells no consequence"),
        pytest.param(
            "Given the early thaw, we expect revenue to decline.",
            [("revenue to decline", DOWN)],
            [("revenue to decline", "the early thaw", "lowers")],
            id="a circumstance that opens its sentence",
        ),
        pytest.param(
            "Revenue declined 13% against a tough comparable that benefited from the jubilee.",
            [("Revenue declined 13%", DOWN)],
            [("Revenue declined 13%", "a tough comparable that benefited from the jubilee", "lowers")],
            id="a hard year to compare with, whose own causes are none",
        ),
        pytest.param(
            "Against a low 2023 comparable, revenue grew 20%.",
            [("revenue grew 20%", UP)],
            [("revenue grew 20%", "a low 2023 comparable", "raises")],
            id="an easy year to compare with",
        ),
        pytest.param(
            "Revenue declined 4% in a soft market.",
            [("Revenue declined 4%", DOWN)],
            [("Revenue declined 4%", "a soft market", "lowers")],
            id="the state of a market",
        ),
        pytest.param(
            "Expenses rose 6% to meet a growing demand for lanterns.",
            [("Expenses rose 6%", UP)],
            [("Expenses rose 6%", "a growing demand for lanterns", "raises")],
            id="what more is spent for",
        ),
        pytest.param(
            "Revenue grew 12% this quarter. Two-thirds was driven by the new depots.",
            [("Revenue grew 12%", UP)],
            [("Revenue grew 12%", "the new depots", "raises")],
            id="a part of the move told before",
        ),
        pytest.param(
            "Revenue grew 12% this quarter. The new depots contributed to this.",
            [("Revenue grew 12%", UP)],
            [("Revenue grew 12%", "The new depots", "raises")],
            id="this as the object of a verb of causing",
        ),
        pytest.param(
            "Sales grew 4%. Then our losses narrowed. The improvement was due to better routes.",
            [("Sales grew 4%", UP), ("losses narrowed", NARROWED)],
            [("losses narrowed", "better routes", "lowers")],
            id="a loss improves by going down",
        ),
        pytest.param(
            "Our losses narrowed.\nThis was driven by sales growth. It was partly offset by severance.",
            [("losses narrowed", NARROWED), ("sales growth", UP)],
            [("losses narrowed", "sales growth", "lowers"), ("losses narrowed", "severance", "raises")],
            id="a sentence of causes still speaks of what it explains",
        ),
        pytest.param(
            "Revenue rose 8%, driven by stronger sales and marketing.",
            [("Revenue rose 8%", UP)],
            [("Revenue rose 8%", "stronger sales and marketing", "raises")],
            id="words that belong together are one cause",
        ),
        pytest.param(
            "Revenue rose 8%, driven by a small number of factors, including our new depot.",
            [("Revenue rose 8%", UP)],
            [("Revenue rose 8%", "our new depot", "raises")],
            id="the factors themselves, not their number",
        ),
        pytest.param(
            "Operating margin attributable to shareholders increased.",
            [("Operating margin attributable to shareholders increased", UP)],
            [],
            id="whose a margin is tells no cause",
        ),
        pytest.param(
            "If we exclude the jubilee, revenue grew 5%.",
            [("revenue grew 5%", UP)],
            [],
            id="another way to count is no cause",
        ),
        pytest.param(
            "Revenue grew 5% through the quarter.",
            [("Revenue grew 5%", UP)],
            [],
            id="a time is no cause",
        ),
        pytest.param(
            "Revenue rose 8%. This more than offset wider discounts and higher freight.",
            [("Revenue rose 8%", UP)],
            [("Revenue rose 8%", "wider discounts", "lowers"), ("Revenue rose 8%", "higher freight", "lowers")],
            id="what a move outdid",
        ),
        pytest.param(
            "Gross margin was flat. Drivers of gross margin included lower freight costs, offset by higher wages.",
            [("Gross margin was flat", FLAT)],
            [
                ("Gross margin was flat", "lower freight costs", "raises"),
                ("Gross margin was flat", "higher wages", "lowers"),
            ],
            id="drivers that a sentence includes",
        ),
        pytest.param(
            "Revenue rose 8%. Growth benefited from the new depot.",
            [("Revenue rose 8%", UP)],
            [("Revenue rose 8%", "the new depot", "raises")],
            id="growth without an article is that told before",
        ),
        pytest.param(
            "Revenue rose 8%. Our year-on-year growth was largely driven by the new depot.",
            [("Revenue rose 8%", UP)],
            [("Revenue rose 8%", "the new depot", "raises")],
            id="our growth is that told before",
        ),
        pytest.param(
            "Revenue rose 8%. A reduction was made due to the new depot.",
            [("Revenue rose 8%", UP)],
            [],
            id="a reduction is another one",
        ),
        pytest.param(
            "Revenue rose 8%, driven by orders that were partly offset by closures.",
            [("Revenue rose 8%", UP)],
            [("Revenue rose 8%", "orders", "raises"), ("Revenue rose 8%", "closures", "lowers")],
            id="a cause that is itself offset",
        ),
        pytest.param(
            "Revenue rose 8%, driven by lanterns and roughly 2 points of benefit from the jubilee.",
            [("Revenue rose 8%", UP)],
            [("Revenue rose 8%", "lanterns", "raises"), ("Revenue rose 8%", "the jubilee", "raises")],
            id="points that something added",
        ),
        pytest.param(
            "Revenue should recover once the harbour reopens.",
            [("Revenue should recover", UP)],
            [("Revenue should recover", "the harbour reopens", "raises")],
            id="a condition behind its effect",
        ),
        pytest.param("As we did in spring, revenue grew 5%.", [("revenue grew 5%", UP)], [], id="as we did"),
        pytest.param(
            "Expenses rose 9%, driven by higher wages, cloud services, and other running costs.",
            [("Expenses rose 9%", UP)],
            [
                ("Expenses rose 9%", "higher wages", "raises"),
                ("Expenses rose 9%", "cloud services", "raises"),
                ("Expenses rose 9%", "other running costs", "raises"),
            ],
            id="the items of a plain list",
        ),
        pytest.param(
            "Operating margin increased 2 points. by selling more lanterns.",
            [("Operating margin increased 2 points", UP)],
            [("Operating margin increased 2 points", "selling more lanterns", "raises")],
            id="a sentence that a machine cut in two",
        ),
        pytest.param(
            "Revenue rose 8%, due to orders with strong repeats.",
            [("Revenue rose 8%", UP)],
            [("Revenue rose 8%", "orders with strong repeats", "raises")],
            id="a preposition inside a cause announces no other",
        ),
        pytest.param(
            "Based on strong orders, we expect revenue to grow.",
            [("revenue to grow", UP)],
            [("revenue to grow", "strong orders", "raises")],
            id="what an outlook is based on",
        ),
        pytest.param(
            "Based on today's exchange rates, we expect revenue to grow.",
            [("revenue to grow", UP)],
            [],
            id="what an outlook is only counted with",
        ),
        pytest.param(
            "Revenue grew 5%, as much as our sales did.",
            [("Revenue grew 5%", UP)],
            [],
            id="as much as tells no cause",
        ),
        pytest.param(
            "Revenue grew 5%, as we opened depots and lowered prices on lanterns.",
            [("Revenue grew 5%", UP)],
            [
                ("Revenue grew 5%", "we opened depots", "raises"),
                ("Revenue grew 5%", "lowered prices on lanterns", "raises"),
            ],
            id="two deeds of one subject",
        ),
        pytest.param(
            "Revenue grew 5%, driven by investment in depots and growing use of lanterns, including higher repeats.",
            [("Revenue grew 5%", UP)],
            [
                ("Revenue grew 5%", "investment in depots", "raises"),
                ("Revenue grew 5%", "growing use of lanterns", "raises"),
                ("Revenue grew 5%", "higher repeats", "raises"),
            ],
            id="a participle and an inclusion open causes of their own",
        ),
        pytest.param(
            "Expenses rose 9%, driven by hiring and higher office costs, as our staff reopened the offices.",
            [("Expenses rose 9%", UP), ("higher office costs", UP)],
            [
                ("Expenses rose 9%", "hiring", "raises"),
                ("Expenses rose 9%", "higher office costs", "raises"),
                ("higher office costs", "our staff reopened the offices", "raises"),
            ],
            id="a clause behind a cause explains that cause",
        ),
        pytest.param(
            "Revenue grew 5%. Strength in lanterns more than offset a decline in ropes.",
            [("Revenue grew 5%", UP)],
            [
                ("Revenue grew 5%", "Strength in lanterns", "raises"),
                ("Revenue grew 5%", "a decline in ropes", "lowers"),
            ],
            id="a sentence that only weighs causes of the one before",
        ),
        pytest.param(
            "Revenue grew 5%, reflecting a strong prior-year comparable.",
            [("Revenue grew 5%", UP)],
            [("Revenue grew 5%", "a strong prior-year comparable", "lowers")],
            id="a tough comparable lowers growth",
        ),
        pytest.param(
            "Charges were $5 million, driven by a ruling against us.",
            [("Charges were $5 million", None)],
            [("Charges were $5 million", "a ruling against us", "raises")],
            id="what a charge is due to raises it",
        ),
        pytest.param(
            "The lantern fee added 2 points of revenue growth.",
            [("revenue growth", UP)],
            [("revenue growth", "The lantern fee", "raises")],
            id="points that a fee added",
        ),
        pytest.param(
            "Revenue in lanterns outpaced revenue in ropes.",
            [("outpaced revenue in ropes", UP)],
            [],
            id="outpacing compares",
        ),
        pytest.param(
            "Sales rose 8% by cleaning lanterns by hand.",
            [("Sales rose 8%", UP)],
            [("Sales rose 8%", "cleaning lanterns by hand", "raises")],
            id="a means within a means",
        ),
        pytest.param(
            "Sales rose 8% in a tough market.",
            [("Sales rose 8%", UP)],
            [("Sales rose 8%", "a tough market", "lowers")],
            id="a rise in a tough market is against it",
        ),
        pytest.param(
            "Sales rose 8% in the consumer market.", [("Sales rose 8%", UP)], [], id="a market that is only named"
        ),
        pytest.param(
            "Sales rose 8% based on current exchange rates.", [("Sales rose 8%", UP)], [], id="how a figure is reckoned"
        ),
        pytest.param(
            "Was revenue growth driven by the new depot?",
            [("revenue growth", UP)],
            [],
            id="a question tells no cause",
        ),
    ],
)
def test_a_cause_is_tied_to_the_metric_that_it_moves(
    spoken: Spoken,
    text: str,
    moves: list[tuple[str, Direction | None]],
    expected: list[tuple[str, str, str]],
) -> None:
    assert told(call(spoken, text), moves) == expected


def test_a_cause_that_states_a_move_itself_is_linked_to_its_observation(spoken: Spoken) -> None:
    context = call(spoken, "Revenue rose 8%, driven by Lantern sales growth of 20%.")
    whole = observed(context, "Revenue rose 8%", UP)
    part = observed(context, "Lantern sales growth of 20%", UP)
    (driver,) = [f for f in drivers(context, [whole, part]) if isinstance(f, Driver)]
    assert (driver.effect, driver.cause_observation, driver.polarity) == (whole, part, Polarity.RAISES)
    assert driver.cause_entities == (METRICS["Lantern sales"].id,)
    assert context.transcript.quote(driver.evidence.span) == context.transcript.text[:-1]


def test_promised_causes_are_taken_from_the_sentences_that_count_them(spoken: Spoken) -> None:
    text = "Expenses rose 9%, driven by two factors. First, wages went up in spring. Second, we opened a depot."
    assert told(call(spoken, text), [("Expenses rose 9%", UP)]) == [
        ("Expenses rose 9%", "wages went up in spring", "raises"),
        ("Expenses rose 9%", "we opened a depot", "raises"),
    ]


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        pytest.param(
            "Expenses rose 9% for a number of reasons. First off, wages went up in spring. And secondly, fuel is dear.",
            ["wages went up in spring", "fuel is dear"],
            id="a number of reasons",
        ),
        pytest.param(
            "Expenses rose 9%. There are several factors behind that. These include the new depots and dearer fuel.",
            ["the new depots", "dearer fuel"],
            id="factors of the move in the sentence before",
        ),
        pytest.param(
            "Expenses rose 9%. A few things on products. First, we sell lamps.", [], id="things about anything"
        ),
    ],
)
def test_promised_causes_may_be_counted_in_other_words(spoken: Spoken, text: str, causes: list[str]) -> None:
    assert told(call(spoken, text), [("Expenses rose 9%", UP)]) == [("Expenses rose 9%", c, "raises") for c in causes]


def test_a_cue_without_an_effect_in_reach_is_counted_as_skipped(spoken: Spoken) -> None:
    context = call(spoken, "We are pleased. The delay was caused by a storm. Sales rose.")
    found = list(drivers(context, [observed(context, "Sales rose", UP)]))
    assert [(type(f), f.rule) for f in found if isinstance(f, Skipped)] == [(Skipped, "driver/driven by")]


@pytest.mark.parametrize(
    "words",
    [
        "Passenger revenue was $37 million, and load factor was 84%.",
        "Lumen Works contributed $37 million to revenue.",
    ],
)
def test_neither_part_of_a_measure_nor_its_owner_is_a_cause(read: Callable[[str], Reading], words: str) -> None:
    reading = read(words)
    assert reading.observations
    assert reading.drivers == ()


def test_a_level_told_as_another_one_is_no_cause(read: Callable[[str], Reading]) -> None:
    assert read("Earnings were $3 million, resulting in EPS of $2.").drivers == ()


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        (
            "Revenue grew 7%. This growth is driven by a rising demand for glass, which triggers more demand for "
            "our kilns.",
            [("demand", "a rising demand for glass"), ("revenue", "a rising demand for glass")],
        ),
        ("The new rules will benefit margins.", [("margin", "The new rules")]),
        ("We improved operating efficiency with the goal of sustainable growth.", []),
    ],
)
def test_what_drives_or_benefits_a_measure_is_a_cause_and_an_aim_is_none(
    read: Callable[[str], Reading], text: str, causes: list[tuple[str, str]]
) -> None:
    reading = read(text)
    found = [(reading.entity(d.effect.metric).name, reading.transcript.quote(d.cause)) for d in reading.drivers]
    assert sorted(found) == sorted(causes)
