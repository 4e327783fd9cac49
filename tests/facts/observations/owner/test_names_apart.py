"""Names beside a figure that it is not of, and units that a later sentence takes up as "this business"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]

UNITS = "Our Lumora business is young. Our Corvid business is old.\n\n"


def owners(reading: Reading) -> list[tuple[str, str]]:
    return [(reading.entity(o.entity).name, reading.entity(o.metric).name) for o in reading.observations]


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Excluding these effects, Lumora's revenue growth would have been about 3%.", "Lumora"),
        ("Excluding the sale of kilns, mainly those of Lumora abroad, revenue growth was 6%.", "Orvane"),
        ("Using the cash from Lumora's sale, we repurchased $2 million of shares.", "Orvane"),
        ("From Lumora, revenue was $5 million.", "Lumora"),
        ("It was warm. Lumora and software revenue was $5 million.", "Orvane"),
        ("REO sales were $5 million. We like REO.", "Orvane"),
        ("Nareit FFO was $5 million.", "Orvane"),
        ("Hurricane Ada losses were $5 million.", "Orvane"),
        ("Lumora and Corvid revenue was $5 million.", "Corvid"),
    ],
)
def test_a_figure_is_of_no_name_that_only_stands_beside_it(read: Reader, words: str, owner: str) -> None:
    assert owners(read(UNITS + words))[-1][0] == owner


@pytest.mark.parametrize(
    "words",
    [
        "We bought Lumora in May. Shoppers like it. They come back. We expect a margin of 9% in this business.",
        "We like Lumora. Shoppers came. It was warm. Today there are 4,000 shops on this platform.",
    ],
)
def test_this_business_is_the_one_named_last_though_sentences_lie_between(read: Reader, words: str) -> None:
    assert owners(read(UNITS + words))[-1][0] == "Lumora"


def test_this_segment_is_a_unit_and_no_product_named_between(read: Reader) -> None:
    words = "Lumora was busy. Sales of Vexil Cloudex began. We kept margins at 9% in this segment."
    assert owners(read(UNITS + words))[-1][0] == "Lumora"


def test_a_unit_may_be_called_by_what_ails_people(read: Reader) -> None:
    words = "Our rare disease business is new. Our rare disease sales rose 5%."
    assert owners(read(words))[-1][0] == "rare disease"


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("The global loom market grew 4%.", "global loom market"),
        ("We expect the loom market to grow by less than 1% next year.", "loom market"),
        ("The industry was down 8%.", "Orvane"),
        ("The stock market fell 5%.", "Orvane"),
        ("Our overall market grew 5%.", "Orvane"),
    ],
)
def test_the_growth_of_a_market_is_the_market_s_where_words_say_which(read: Reader, words: str, owner: str) -> None:
    assert owners(read(words)) == [(owner, "market size")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The loom market was flat this quarter with about 40 million looms sold.", ("loom market", "looms sold")),
        ("We think that the Peruvian loom market will have sales of $9 million.", ("Peruvian loom market", "sales")),
    ],
)
def test_what_a_market_sells_is_the_market_s(read: Reader, words: str, found: tuple[str, str]) -> None:
    assert owners(read(words)) == [found]
