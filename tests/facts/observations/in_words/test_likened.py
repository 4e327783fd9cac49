"""Values said to be what they were before are flat; values in line with a plan are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Comparison, Direction, Reading

Reader = Callable[[str], Reading]

CASES = [
    ("The tax rate of the brickworks was some 13%, in line with last year.", Direction.FLAT, Comparison.YOY),
    ("Net income of the kilns was $37 million, in line with the previous quarter.", Direction.FLAT, Comparison.QOQ),
    ("The lamp margin was 37%, which is comparable to the year-ago quarter.", Direction.FLAT, Comparison.YOY),
    ("Ferry sales stood at $3.7 billion, nearly the same as the previous quarter.", Direction.FLAT, Comparison.QOQ),
    ("Loom revenue was $7 million, in line with the guidance of the quarter.", None, None),
    ("EPS was $1.37, in line with what the first quarter guidance held.", None, None),
]


@pytest.mark.parametrize(("sentence", "direction", "comparison"), CASES)
def test_a_value_in_line_with_an_earlier_time_is_flat(
    read: Reader, sentence: str, direction: Direction | None, comparison: Comparison | None
) -> None:
    (one,) = (o for o in read(sentence).observations if o.value is not None)
    assert (one.direction, one.comparison) == (direction, comparison)
