"""Counts of users belong to what they use, where the sentence names it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("More than 73% of our users rely on Alphadesk.", "Alphadesk"),
        ("Over 4,700 weavers have tried two or more patterns on Brightforge.", "Brightforge"),
        ("Tens of thousands of firms already plan shifts in Kestrel Desk.", "Kestrel Desk"),
        ("More than 90% of the largest banks run their payments on Kestrel Pay.", "Kestrel Pay"),
        ("We hired 400 engineers for our plants in Kestrel Bay.", "Orvane"),
        ("Our 10,000 customers are happy.", "Orvane"),
    ],
)
def test_a_count_of_users_is_of_the_thing_used(read: Callable[[str], Reading], sentence: str, owner: str) -> None:
    reading = read(sentence)
    assert [reading.entity(o.entity).name for o in reading.observations] == [owner]
