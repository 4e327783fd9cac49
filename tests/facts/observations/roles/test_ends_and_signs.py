"""Where a figure ends or points: no change as one end of a range, a level behind a change, what "better" lowers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Modality, Reading

Reader = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("We expect comparable sales to be flat to up 1%.", ("0", "1")),
        ("We expect net sales to be down 1% to flat.", ("-1", "0")),
        ("We expect expenses to be flat to down 2%.", ("0", "-2")),
        ("We expect full year RevPAR to be between flat and up 2%.", ("0", "2")),
        ("We expect comparable sales to be up 1% to 2%.", ("1", "2")),
    ],
)
def test_flat_is_an_end_of_a_range(read: Reader, sentence: str, change: tuple[str, str]) -> None:
    [told] = [o for o in read(sentence).observations if o.change is not None]
    assert (str(told.change), str(told.change_max)) == change


@pytest.mark.parametrize(
    ("sentence", "change", "direction"),
    [
        ("The combined ratio was 87.9%, 1.2 points better than a year ago.", "-1.2", "down"),
        ("The expense ratio was 30.2%, 70 basis points worse than last year.", "0.70", "up"),
        ("The gross margin was 30.2%, 70 basis points better than last year.", "0.70", "up"),
    ],
)
def test_less_of_a_burden_is_better(read: Reader, sentence: str, change: str, direction: str) -> None:
    [told] = [o for o in read(sentence).observations if o.change is not None]
    assert (str(told.change), told.direction) == (change, direction)


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Renewal rate increases averaged 7.4% among farmers.", "7.4"),
        ("The average rate increase was 6.8%.", "6.8"),
        ("Organic volume declines were 3%.", "-3"),
    ],
)
def test_an_increase_that_is_told_is_a_change(read: Reader, sentence: str, change: str) -> None:
    [told] = read(sentence).observations
    assert (told.value, str(told.change)) == (None, change)


def test_a_number_far_beyond_a_change_is_the_level(read: Reader) -> None:
    [told] = read("Headcount increased by 62 to 8,940.").observations
    assert (told.value, told.change_max) == (8940, None)


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("EPS grew 14%, exceeding the high end of our guidance by $0.02.", Modality.ACTUAL),
        ("The margin was 24.1%, exceeding our guidance by 110 basis points.", Modality.ACTUAL),
        ("We expect EPS to grow 14%, exceeding the high end of our target range.", Modality.GUIDANCE),
    ],
)
def test_what_beats_the_guidance_has_come_about(read: Reader, sentence: str, modality: Modality) -> None:
    assert {o.modality for o in read(sentence).observations if o.value or o.change} == {modality}
