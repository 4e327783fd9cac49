"""What a sentence leaves out of a measure's name: whose margin it is, which line's revenue, which part of sales."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("Operating income was $320 million with a margin of 21.4%.", ["operating income", "operating margin"]),
        ("Adjusted EBITDA increased 12% to $240 million, representing a 19.2% margin.",
         ["adjusted EBITDA", "adjusted EBITDA margin"]),
        ("Revenue was $320 million and the margin was 21.4%.", ["revenue", "margin"]),
        ("Streaming revenue rose 12%, while theatrical was down 30%.", ["streaming revenue", "theatrical revenue"]),
        ("Equipment sales were down 5%, while consumables were up 8%.", ["equipment sales", "consumables sales"]),
        ("Lantern sales rose 5% and costs fell 3%.", ["lantern sales", "cost"]),
        ("Loyalty is about 40% of sales today.", ["loyalty share of sales"]),
        ("Off-premise accounted for 26% of sales.", ["off-premise share of sales"]),
        ("Third-party sales represented 14% of total sales.", ["third-party share of sales"]),
        ("Guests paid cash, and that is 40% of sales.", ["share of sales"]),
        ("The purchase of Bexley contributed 3 points of growth.", ["revenue"]),
        ("Net unit growth was 3.1%.", ["net unit growth"]),
    ],
)  # fmt: skip
def test_the_measure_by_its_full_name(read: Reader, sentence: str, metrics: list[str]) -> None:
    reading = read(sentence)
    told = [o for o in reading.observations if o.value is not None or o.change is not None]
    assert [reading.entity(o.metric).name for o in told] == metrics
