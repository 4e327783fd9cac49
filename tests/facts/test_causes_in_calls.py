"""Causes as they are told in calls: lists of them, what points back to a move, and who only speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        pytest.param(
            "Lantern margin was up 2 points on growing adoption of our lamps.",
            [("lantern margin", "growing adoption of our lamps", "raises")],
            id="a rise on continued adoption",
        ),
        pytest.param(
            "We expect sales to rise 16%, reflecting another year of brisk demand.",
            [("sales", "another year of brisk demand", "raises")],
            id="another year of what drives it",
        ),
        pytest.param(
            "Lamp profit more than tripled as rural demand remained strong and kilns stayed busy.",
            [
                ("lamp profit", "kilns stayed busy", "raises"),
                ("lamp profit", "rural demand remained strong", "raises"),
            ],
            id="a clause that the parser takes for a phrase",
        ),
        pytest.param(
            "Orders grew not just because of new lamps but also because of better prices.",
            [("orders", "better prices", "raises"), ("orders", "new lamps", "raises")],
            id="not only one cause",
        ),
        pytest.param(
            "Lamp revenue rose 18%, driven by orders for the Norvik kilns, and glass-related revenue gained a third.",
            [("lamp revenue", "orders for the Norvik kilns", "raises")],
            id="what another measure did is no cause",
        ),
        pytest.param(
            "Gross margin is down. And this is driven largely from the new mill.",
            [("gross margin", "the new mill", "lowers")],
            id="driven from",
        ),
        pytest.param(
            "Cash flow improved 5%, driven by strong results, recurring and other tax benefits, reduced "
            "headwinds from freight, as well as lower pension contributions.",
            [
                ("cash flow", "lower pension contributions", "raises"),
                ("cash flow", "recurring and other tax benefits", "raises"),
                ("cash flow", "reduced headwinds from freight", "raises"),
                ("cash flow", "strong results", "raises"),
            ],
            id="items with amounts and modifiers of their own",
        ),
        pytest.param(
            "Gross margin rose 3 points. The improvement reflects progress on our plan, yield management and "
            "favorable mix, partially offset by higher wages.",
            [
                ("gross margin", "favorable mix", "raises"),
                ("gross margin", "higher wages", "lowers"),
                ("gross margin", "progress on our plan", "raises"),
                ("gross margin", "yield management", "raises"),
            ],
            id="the improvement points back",
        ),
        pytest.param(
            "Organic revenue grew 12%, driven by early leasing and strong service revenue growth.",
            [
                ("organic revenue", "early leasing", "raises"),
                ("organic revenue", "strong service revenue growth", "raises"),
            ],
            id="an adjective behind and",
        ),
        pytest.param(
            "Retail sales were down 7%, driven by significant declines in the lamp trade and slight market share "
            "declines.",
            [
                ("retail sales", "significant declines in the lamp trade", "lowers"),
                ("retail sales", "slight market share declines", "lowers"),
            ],
            id="two nouns with modifiers",
        ),
        pytest.param(
            "Operating margin declined 47 basis points. More than 80% of the decline was driven by one kiln.",
            [("operating margin", "one kiln", "lowers")],
            id="a share of the decline",
        ),
        pytest.param(
            "Market share was 49%, down 1 point. Our U.S. market share reflects a crowded marketplace.",
            [("market share", "a crowded marketplace", "lowers")],
            id="a measure with a place before it",
        ),
        pytest.param(
            "Lamp margins saw headwinds from dearer clay.",
            [("lamp margin", "dearer clay", "lowers")],
            id="headwinds that a measure saw",
        ),
        pytest.param(
            "Revenue rose 5%. We face supply headwinds in the second half that we expect will hurt margins.",
            [("margin", "supply headwinds in the second half", "lowers")],
            id="a cause that a relative clause tells of",
        ),
        pytest.param(
            "Sales grew 54%, propelled by our new lamps, which continue to drive traffic.",
            [("sales", "our new lamps", "raises"), ("traffic", "our new lamps", "raises")],
            id="what continues to drive",
        ),
        pytest.param(
            "As you'll recall, we talked about our results, which increased our cost.",
            [],
            id="somebody only speaks",
        ),
        pytest.param(
            "Good weather, coupled with a late harvest, resulted in EPS of $0.58, up 14%.",
            [("EPS", "Good weather", "raises"), ("EPS", "a late harvest", "raises")],
            id="coupled with",
        ),
        pytest.param(
            "Gross margin rose 3 points. Higher volumes, favorable mix, lower milling and distribution cost per "
            "pound drove the increase.",
            [
                ("gross margin", "Higher volumes", "raises"),
                ("gross margin", "favorable mix", "raises"),
                ("gross margin", "lower milling and distribution cost per pound", "raises"),
            ],
            id="a shared modifier",
        ),
        pytest.param(
            "A higher average check drove sales.",
            [("sales", "A higher average check", "raises")],
            id="what drives a measure",
        ),
        pytest.param(
            "Based on the strength of lamp orders, we are increasing our yearly revenue and EPS outlook.",
            [("EPS", "the strength of lamp orders", "raises"), ("revenue", "the strength of lamp orders", "raises")],
            id="an outlook raised",
        ),
        pytest.param(
            "The strike reduced our sales, and we are hiring to serve shoppers as the stalls reopen.",
            [("sales", "The strike", "lowers")],
            id="an earlier clause is no effect",
        ),
        pytest.param(
            "We raise prices as fast as we can.",
            [],
            id="a comparison is no cause",
        ),
        pytest.param(
            "Recurring revenue was $318 million, reflecting organic growth of 8%.",
            [],
            id="growth of a rate told again",
        ),
        pytest.param(
            "New sales improved as we moved through the year, mostly in lamps.",
            [],
            id="a time passed through",
        ),
        pytest.param(
            "Expense discipline also helped drive strong earnings.",
            [("earnings", "Expense discipline", "raises")],
            id="what is helped to drive",
        ),
        pytest.param(
            "The trends in reroofing, increased emphasis on clay and tight labor markets will drive revenue growth.",
            [
                ("revenue", "The trends in reroofing", "raises"),
                ("revenue", "increased emphasis on clay", "raises"),
                ("revenue", "tight labor markets", "raises"),
            ],
            id="three nouns with a bare last one",
        ),
        pytest.param(
            "Gross margin rose 3 points on lower freight costs and higher volumes.",
            [("gross margin", "higher volumes", "raises"), ("gross margin", "lower freight costs", "raises")],
            id="lower costs raise a margin",
        ),
        pytest.param(
            "Revenue declined 6%, better than expected, and reflects the resilience of our millers.",
            [("revenue", "the resilience of our millers", "raises")],
            id="why it fell less than planned",
        ),
        pytest.param(
            "Rent revenue grew 3%, driven by rate, since our sheds achieved full occupancy.",
            [("rent revenue", "rate", "raises")],
            id="the reason of a cause",
        ),
        pytest.param(
            "Premiums were up 5%, still impacted by the frost but beginning to improve.",
            [("premiums", "the frost", "lowers")],
            id="what stands against a cause",
        ),
        pytest.param(
            "Lamp revenue will be down a bit because it's the first winter of our kiln.",
            [("lamp revenue", "it's the first winter of our kiln", "lowers")],
            id="because it is",
        ),
        pytest.param("Bookings grew 30%. They chose us because of our people.", [], id="what somebody does"),
        pytest.param(
            "Sales fell 3%. Dear clay is not the main contributor.",
            [],
            id="a contributor denied",
        ),
    ],
)
def test_a_cause_is_tied_to_what_it_moves(
    read: Callable[[str], Reading], text: str, causes: list[tuple[str, str, str]]
) -> None:
    reading = read(text)
    quote = reading.transcript.quote
    found = [(reading.entity(d.effect.metric).name, quote(d.cause), d.polarity.value) for d in reading.drivers]
    assert sorted(found) == sorted(causes)
