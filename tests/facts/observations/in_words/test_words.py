"""Movements without a figure: what counts as said, and what is only wished for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Direction, Modality, Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "metric", "direction"),
    [
        ("Operating losses narrowed significantly.", "operating loss", Direction.NARROWED),
        ("Our take rate remained stable.", "take rate", Direction.FLAT),
        ("We improved operating efficiency across the network.", "operating efficiency", Direction.UP),
        ("Advertising revenue growth accelerated in the quarter.", "advertising revenue growth rate", Direction.UP),
        ("That led to the deceleration of revenue growth.", "revenue growth rate", Direction.DOWN),
        ("The growth in deposits slowed down from the first quarter.", "deposits growth rate", Direction.DOWN),
        ("Loss costs were higher this year.", "loss cost", Direction.UP),
        ("We expect revenue growth to taper off next year.", "revenue growth rate", Direction.DOWN),
        ("We set a new quarterly revenue record.", "revenue", Direction.UP),
        ("Lamp sales were a new quarterly record for us.", "lamp sales", Direction.UP),
        ("We saw sizable margin improvement.", "margin", Direction.UP),
        ("We saw outsized profit growth.", "profit", Direction.UP),
        ("Base pay has come up this year.", "base pay", Direction.UP),
        ("The team saw a reduction in inventory.", "inventory", Direction.DOWN),
        ("Paid subscriptions showed quite strong growth.", "paid subscription", Direction.UP),
        ("The installed base has climbed to a record level.", "installed base", Direction.UP),
        ("Freight rates have come down since the spring.", "freight rate", Direction.DOWN),
        ("Capital expenditures were below last year's level.", "capex", Direction.DOWN),
        ("The tax rate was similar to the prior quarter.", "effective tax rate", Direction.FLAT),
        ("Operating margin is expected to keep rising.", "operating margin", Direction.UP),
        ("Demand for garden tools continues to grow.", "garden tool demand", Direction.UP),
        ("There is room to increase the take rate.", "take rate", Direction.UP),
        ("There is headroom for us to raise the take rate.", "take rate", Direction.UP),
        ("How large a boost do you see in kiln orders?", "kiln order", Direction.UP),
        ("Loyalty will bring more consumption upside.", "consumption", Direction.UP),
        ("Operating margin was thin, with daily active users back to growth.", "DAU", Direction.UP),
        ("The tool attracted new users.", "new user", Direction.UP),
        ("I expect the mills to spend more on clay.", "spending", Direction.UP),
        ("Our members spent less on clay.", "spending", Direction.DOWN),
        ("The change made our tax rate a little higher.", "effective tax rate", Direction.UP),
        ("Operating profit was affected by the storm.", "operating profit", Direction.DOWN),
        ("We expect this to translate into user growth.", "user", Direction.UP),
        ("We continue to gain share.", "market share", Direction.UP),
        ("There was softness in our seasonal categories.", "seasonal categories revenue", Direction.DOWN),
        ("The network had record job postings.", "job posting", Direction.UP),
        ("We inked a record number of service contracts.", "number of service contracts", Direction.UP),
        ("The plan led to more markdowns.", "markdown", Direction.UP),
        ("Competition put pressure on our gross margin.", "gross margin", Direction.DOWN),
        ("We saw an improvement in shipping costs.", "logistics cost", Direction.DOWN),
        ("Operating expenses were lower year over year.", "operating expense", Direction.DOWN),
        ("Margins came under pressure.", "margin", Direction.DOWN),
        ("Apparel revenue performed better than our expectation.", "apparel revenue", Direction.UP),
        ("We saw higher-than-expected catalog volume.", "catalog volume", Direction.UP),
        ("We face profitability headwinds.", "profitability", Direction.DOWN),
        ("We're going to reduce our operating expenses.", "operating expense", Direction.DOWN),
        ("That is going to help our gross margin.", "gross margin", Direction.UP),
        ("We took some pricing in the quarter.", "price", Direction.UP),
        ("We saw the expansion on margins that we wanted.", "margin", Direction.UP),
        ("The margin profile is improving.", "margin", Direction.UP),
        ("We reported an improvement in NPLs.", "nonperforming loans", Direction.DOWN),
        ("We saw productivity gains in our network.", "productivity", Direction.UP),
        ("We delivered solid loan growth.", "loans", Direction.UP),
        ("We saw a decline on the deferrals.", "deferral", Direction.DOWN),
        ("Higher crew wages weighed on the quarter.", "crew wage", Direction.UP),
        ("Exports declined.", "export", Direction.DOWN),
        ("We saw an uptick in site visits.", "site visit", Direction.UP),
        ("Customer bills are lower than last quarter.", "customer bill", Direction.DOWN),
        ("We increased retail distribution.", "retail distribution", Direction.UP),
        ("The plan rests on salary reductions.", "salary", Direction.DOWN),
        ("Higher cash outlays came with the new mill.", "cash outlay", Direction.UP),
        ("We closed the quarter with inventories down.", "inventory", Direction.DOWN),
        ("We still see demand building for spring.", "demand", Direction.UP),
        ("Our sales were, to be fair, up versus June.", "sales", Direction.UP),
        ("The new store drives more consumption.", "consumption", Direction.UP),
        ("Better pricing helped the quarter.", "price", Direction.UP),
        ("Some of the kilns are achieving profitability.", "profitability", Direction.UP),
        ("We expect to sustain our market share.", "market share", Direction.FLAT),
        ("We will deliver on our commitment to expand operating margin.", "operating margin", Direction.UP),
        ("Net charge-offs remain low and stable.", "net charge-offs", Direction.FLAT),
        ("The frost impacted gross margin.", "gross margin", Direction.DOWN),
        ("Freight is a headwind to gross margin.", "gross margin", Direction.DOWN),
        ("Dear fuel weighed on operating margin.", "operating margin", Direction.DOWN),
        ("Strong pricing supported margins.", "margin", Direction.UP),
        ("We posted our highest third quarter gross margin since 2014.", "gross margin", Direction.UP),
        ("Higher than guided operating expenses came late.", "operating expense", Direction.UP),
        ("We expect to take market share.", "market share", Direction.UP),
        ("We foresee continued pressure on gross margin rates.", "gross margin", Direction.DOWN),
        ("Take rate remained stable quarter on quarter.", "take rate", Direction.FLAT),
        ("Demand is likely to grow next year.", "demand", Direction.UP),
        ("Next year, demand should return to growth.", "demand", Direction.UP),
        ("Ending inventories were down.", "ending inventory", Direction.DOWN),
        ("In line with our plan, operating cash flow was higher.", "operating cash flow", Direction.UP),
        ("Brick margin was positively impacted by the weather.", "brick margin", Direction.UP),
        ("Brick margin was favourably impacted by the weather.", "brick margin", Direction.UP),
        ("Gross margin was beneficially affected by the weather.", "gross margin", Direction.UP),
        ("Gross margin was helped by the warm spring.", "gross margin", Direction.UP),
        ("The frost had a negative impact on brick margin.", "brick margin", Direction.DOWN),
        ("Bundling had a very positive impact on churn.", "churn", Direction.DOWN),
        ("The new design should reduce churn.", "churn", Direction.DOWN),
        ("That drove our installed base to another all-time high.", "installed base", Direction.UP),
        ("We see robust demand.", "demand", Direction.UP),
        ("The frost led to weak consumption.", "consumption", Direction.DOWN),
        ("We expect continued share gains in the north.", "market share", Direction.UP),
        ("Demand has been stronger than expected.", "demand", Direction.UP),
        ("Operating expenses came in above our guidance.", "operating expense", Direction.UP),
        ("The tax rate was higher than expected.", "effective tax rate", Direction.UP),
        ("I expect non-interest expense to stay flattish.", "noninterest expense", Direction.FLAT),
        ("Inventory levels are at multi-year lows.", "inventory", Direction.DOWN),
        ("We expect memory content per box to increase.", "memory content", Direction.UP),
        ("We intend to draw down our inventory.", "inventory", Direction.DOWN),
        ("Gross margin was relatively unchanged.", "gross margin", Direction.FLAT),
        ("Demand remained strong.", "demand", Direction.FLAT),
        ("Consumer demand remained soft.", "consumer demand", Direction.DOWN),
        ("Warm weather drove sales.", "sales", Direction.UP),
        ("We expect upward pressure on clay costs.", "clay cost", Direction.UP),
        ("Lamp margins saw headwinds from freight.", "lamp margin", Direction.DOWN),
        ("We are raising our revenue outlook for the year.", "revenue", Direction.UP),
        ("Not only did revenue grow in the north.", "revenue", Direction.UP),
        ("We pulled back on shipments.", "shipments", Direction.DOWN),
        ("The fall was due to our decision to reduce shipments.", "shipments", Direction.DOWN),
        ("We saw a spike in clay prices.", "clay price", Direction.UP),
        ("Our EPS was somewhat better.", "EPS", Direction.UP),
        ("EPS remains well ahead of last year.", "EPS", Direction.UP),
        ("Expense discipline also helped drive strong earnings.", "earnings", Direction.UP),
    ],
)
def test_a_movement_in_words_is_an_observation(read: Reader, sentence: str, metric: str, direction: Direction) -> None:
    reading = read(sentence)
    assert [(reading.entity(o.metric).name, o.direction, o.value) for o in reading.observations] == [
        (metric, direction, None)
    ]


@pytest.mark.parametrize(
    ("sentence", "moved"),
    [
        ("Lumen Foods, our food unit, sells soup. Lumen Foods was down slightly.", [("Lumen Foods", Direction.DOWN)]),
        ("Lumen Foods, our food unit, sells soup. We expect Lumen Foods to grow.", [("Lumen Foods", Direction.UP)]),
        ("Lumen Foods, our food unit, sells soup. Lumen Foods is going down the hill.", []),
        ("Lumen Foods, our food unit, sells soup. Lumen Foods had strong results.", [("Lumen Foods", Direction.UP)]),
        ("Lumen Foods, our food unit, sells soup. Lumen Foods had a record year.", [("Lumen Foods", Direction.UP)]),
    ],
)
def test_a_unit_that_goes_up_or_down_moves_its_revenue(
    read: Reader, sentence: str, moved: list[tuple[str, Direction]]
) -> None:
    reading = read(sentence)
    assert [(reading.entity(o.entity).name, o.direction) for o in reading.observations] == moved


@pytest.mark.parametrize(
    "sentence",
    [
        "Our teams work hard to reduce costs.",
        "We want to be the partner of choice for customers.",
        "Our investments in user growth go on.",
        "Revenue was in line with our expectations.",
        "The tool will help merchants to improve their efficiency.",
        "Costs should have been lower.",
        "We spend more time on looms.",
        "Clay is where they want to spend more.",
        "We should have cut costs.",
        "The kiln will help us win new customers.",
        "Higher margin tools sold out.",
        "Our revenue growth plans are ambitious.",
        "Fuel cost recovery was fine.",
        "Everyone wants more supply.",
        "We never expect sales to decline.",
        "We're not going to raise prices.",
        "Orders continue to exceed our supply.",
        "We will achieve our share gain goals.",
        "Some carriers came up with other programs.",
        "Storms did not impact our sales.",
        "Tell us how rain impacts demand.",
        "Demand has held up.",
        "We maintained strong margins.",
    ],
)
def test_a_wish_is_no_observation(read: Reader, sentence: str) -> None:
    assert read(sentence).observations == ()


def test_growth_in_what_has_no_name_is_that_of_the_top_line(read: Reader) -> None:
    reading = read("We saw growth in lamps.")
    (found,) = reading.observations
    assert (reading.entity(found.metric).name, found.qualifiers, found.direction) == (
        "revenue",
        ("in lamps",),
        Direction.UP,
    )


@pytest.mark.parametrize("sentence", ["Rising interest rates are a worry.", "Guests like our order pickup."])
def test_what_moves_in_an_economy_or_is_no_movement_is_left_out(read: Reader, sentence: str) -> None:
    assert read(sentence).observations == ()


@pytest.mark.parametrize(
    ("sentence", "moved"),
    [
        ("Costs were up 5% on higher freight rates.", [("cost", 5), ("freight rate", None)]),
        ("Costs were up 5% on loan and deposit growth.", [("cost", 5), ("loans", None), ("deposits", None)]),
        (
            "We face lower sale margins, loan originations, and service fees.",
            [("sale margin", None), ("loan originations", None), ("service fee", None)],
        ),
    ],
)
def test_a_cause_in_words_stands_beside_the_figure_that_it_explains(
    read: Reader, sentence: str, moved: list[tuple[str, int | None]]
) -> None:
    reading = read(sentence)
    assert [(reading.entity(o.metric).name, o.change) for o in reading.observations] == moved


@pytest.mark.parametrize(
    "sentence",
    [
        "We work on the platform to simplify it and reduce costs.",
        "There are no plans for capacity expansion.",
    ],
)
def test_a_purpose_or_a_project_moves_no_measure(read: Reader, sentence: str) -> None:
    assert list(read(sentence).observations) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Expected revenue of $5 million.",
        "Looking at revenue of $5 million, costs rose.",
        "Revenue set a record",
        "'s costs rose",
    ],
)
def test_words_at_the_ends_of_a_paragraph_are_read_like_others(read: Reader, sentence: str) -> None:
    assert read(sentence).turns


def test_all_measures_of_a_list_move(read: Reader) -> None:
    reading = read("We saw brisk growth in loans, card volume and revenue.")
    moved = [(reading.entity(o.metric).name, o.direction) for o in reading.observations]
    assert moved == [("loans", Direction.UP), ("card volume", Direction.UP), ("revenue", Direction.UP)]


def test_a_measure_that_ranks_beside_another_has_not_moved(read: Reader) -> None:
    assert read("Our margins are better than their margins.").observations == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The mills have many kilns that will soon be up on the site.",
        "Our potters keep up with the change.",
        "We appreciate the margins and the commission on this plan.",
        "We have higher faith in the mills.",
    ],
)
def test_what_only_describes_a_thing_moves_no_measure(read: Reader, sentence: str) -> None:
    assert read(sentence).observations == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "If demand picks up, we are in great shape.",
        "It depends on whether volumes improve.",
        "We need to see demand improve first.",
        "There is a chance for margins to go higher.",
    ],
)
def test_what_is_supposed_wished_or_possible_is_hypothetical(read: Reader, sentence: str) -> None:
    assert {o.modality for o in read(sentence).observations} == {Modality.HYPOTHETICAL}
