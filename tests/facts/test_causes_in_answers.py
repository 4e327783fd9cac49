"""Why metrics moved, told as people talk: a cause behind "what drives it is", a part of it, "it comes down to"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        pytest.param(
            "So what's driving the gross margin higher is the mix of lamps.",
            [("gross margin", "the mix of lamps", "raises")],
            id="what drives it is",
        ),
        pytest.param(
            "Our order book is full, and online sales keep growing. That's what's driving this demand for space.",
            [("demand", "Our order book is full, and online sales keep growing", "raises")],
            id="that is what drives it",
        ),
        pytest.param(
            "Wage inflation is up. That's going to help our gross margin as well.",
            [("gross margin", "Wage inflation is up", "raises")],
            id="that is going to help",
        ),
        pytest.param(
            "Food inflation is up 9%. We believe this continues to hurt consumer spending.",
            [("consumer spending", "Food inflation is up 9%", "lowers")],
            id="we believe that this hurts",
        ),
        pytest.param(
            "Churn was up, and most of it has to do with the dear lamps we sold.",
            [("churn", "the dear lamps we sold", "raises")],
            id="most of it has to do with",
        ),
        pytest.param(
            "Gross margin was down 2 points. A good piece of that was freight.",
            [("gross margin", "freight", "lowers")],
            id="a piece of it was",
        ),
        pytest.param(
            "Gross margin was down 2 points. Part of that is we opened new shops.",
            [("gross margin", "we opened new shops", "lowers")],
            id="part of it is what we did",
        ),
        pytest.param(
            "Gross margin was down. That's primarily freight and wages.",
            [("gross margin", "freight and wages", "lowers")],
            id="it is primarily",
        ),
        pytest.param("Gross margin was down 2 points. Half of that is a guess.", [], id="a part that is no cause"),
        pytest.param(
            "Churn was up 2 points, which is largely our northern shops. Margin as it relates to lamps was up.",
            [],
            id="what only relates to it",
        ),
        pytest.param(
            "The ferries saw a little pressure on churn from the new rules for tickets.",
            [("churn", "the new rules for tickets", "raises")],
            id="whence a pressure comes",
        ),
        pytest.param(
            "The kiln backlog is growing, just because the winter is long.",
            [("kiln backlog", "the winter is long", "raises")],
            id="just because",
        ),
        pytest.param(
            "You're going to see a lower vacancy rate because you have cheap rents in our portfolio.",
            [("vacancy rate", "you have cheap rents in our portfolio", "lowers")],
            id="you, of whom it is said in general",
        ),
        pytest.param(
            "Lamp sales are declining as rivals entered the market during the frost.",
            [("lamp sales", "rivals entered the market during the frost", "lowers")],
            id="as others entered",
        ),
        pytest.param("Lamp sales were up 3%, as was our other business.", [], id="what did so too"),
        pytest.param("Lamp sales will grow through 2031.", [], id="until a year"),
        pytest.param("We saw growth in lamp sales through COVID.", [], id="in hard times"),
        pytest.param(
            "New shops helped temper the decline in lamp sales.",
            [("lamp sales", "New shops", "raises")],
            id="what tempers a decline",
        ),
        pytest.param("Orders were lower. The one factor would be if clay got dear.", [], id="what may come to be"),
        pytest.param(
            "Lamp sales were up 3%, and even with dear clay, gross margin was up 2 points.",
            [("gross margin", "dear clay", "lowers")],
            id="a circumstance of the next clause",
        ),
        pytest.param("Gross margin declined from a mix perspective.", [], id="seen from somewhere"),
        pytest.param("We saw lower lamp sales through the outlet channel.", [], id="where it passes"),
        pytest.param("Core margin was up as we navigate these hard times.", [], id="as we get on"),
        pytest.param("As we ended 2024, we reduced our inventory.", [], id="as a year ended"),
        pytest.param(
            "All of that work has helped drive higher margins.",
            [("margin", "All of that work", "raises")],
            id="all of a thing",
        ),
        pytest.param("Fuel prices rose. These factors are both positive for us.", [], id="factors praised"),
        pytest.param("If my math is right, lamp sales will be lower.", [], id="what is only reckoned"),
        pytest.param("We reopened the mill, so in the north we saw higher output.", [], id="so, as talk goes on"),
        pytest.param("And what were your main drivers of the higher lamp sales.", [], id="asked without a mark"),
        pytest.param(
            "Lamp sales were lower because of, I say, the frost.",
            [("lamp sales", "the frost", "lowers")],
            id="a cause behind talk",
        ),
        pytest.param(
            "Kilns have lower retention in small shops, higher retention in large shops, led by the strength of lamps.",
            [("retention", "the strength of lamps", "raises")],
            id="the nearer of two moves",
        ),
        pytest.param(
            "Average deposits were up 4%, and average loans increased 5%, driven by secured lending.",
            [("average loans", "secured lending", "raises")],
            id="the clause that a cause closes",
        ),
        pytest.param(
            "Freight is no longer a margin headwind as ferries were able to raise fees.", [], id="a move denied"
        ),
        pytest.param(
            "We grew our tile sales in a soft market through new colours.",
            [("tile sales", "a soft market", "lowers")],
            id="a market and nothing else",
        ),
    ],
)
def test_a_cause_is_heard_in_an_answer(
    read: Callable[[str], Reading], text: str, causes: list[tuple[str, str, str]]
) -> None:
    reading = read(text)
    quote = reading.transcript.quote
    found = [(reading.entity(d.effect.metric).name, quote(d.cause), d.polarity.value) for d in reading.drivers]
    assert sorted(found) == sorted(causes)
