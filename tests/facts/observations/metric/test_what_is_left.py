"""What is left of an authorization, and times that only say what something is like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "We have $37 million remaining under our buyback program.",
            [("share repurchase authorization", "2024-09-30")],
        ),
        ("We have $2 million left in our training program.", []),
        (
            "We kept buying back shares, with $150 million remaining under the current authorization.",
            [("share repurchase authorization", "2024-09-30")],
        ),
        (
            "We have $150 million left under the program to repurchase shares.",
            [("share repurchase authorization", "2024-09-30")],
        ),
        (
            "We have $150 million left under our share authorization.",
            [("share repurchase authorization", "2024-09-30")],
        ),
        ("We have $150 million left under the authorization.", [("share repurchase authorization", "2024-09-30")]),
        ("The board met, and we have $2 million available under our lending program.", []),
        (
            "We kept buying back shares. We have $150 million remaining on our board authorization.",
            [("share repurchase authorization", "2024-09-30")],
        ),
        ("We have $2 million remaining under our share-backed lending program.", []),
        ("The board granted $5 million for training, and $2 million is left of the program.", []),
        ("NPL coverage was 278%.", [("NPL coverage ratio", "2024-09-30")]),
        ("Operating margin was 14%, consistent with the prior year.", [("operating margin", "2024-07-01/2024-09-30")]),
        ("Revenue was $40 million, flat with the prior quarter.", [("revenue", "2024-07-01/2024-09-30")]),
    ],
)
def test_what_stands_at_a_time_is_dated_by_its_own_time(
    read: Reader, sentence: str, found: list[tuple[str, str]]
) -> None:
    reading = read(sentence)
    told = [o for o in reading.observations if o.value is not None]
    assert [(reading.entity(o.metric).name, str(o.period)) for o in told] == found


def test_a_guidance_is_no_measure_because_it_is_new(read: Reader) -> None:
    reading = read("Our revised guidance even includes $0.37 of tax benefits.")
    assert "revised" not in [reading.entity(o.metric).name for o in reading.observations]


@pytest.mark.parametrize(
    ("sentence", "comparison"),
    [
        ("Working capital was $37 million higher than at November 30, 2023.", "other"),
        ("Loans were $9 million higher than at September 30, 2023.", "yoy"),
    ],
)
def test_a_date_tells_what_a_change_is_compared_with(read: Reader, sentence: str, comparison: str) -> None:
    assert [str(o.comparison) for o in read(sentence).observations] == [comparison]
