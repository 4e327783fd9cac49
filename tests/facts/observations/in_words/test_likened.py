"""Values said to be what they were before are flat; values in line with a plan are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Comparison, Direction, Reading

Reader = Callable[[str], Reading]

CASES = [
    ("Our tax rate came in at around 12%, in line with last year.", Direction.FLAT, Comparison.YOY),
    ("Net income was $137 million, in line with the previous quarter.", Direction.FLAT, Comparison.QOQ),
    ("The gross margin was 44%, which was comparable to the prior-year quarter.", Direction.FLAT, Comparison.YOY),
    ("Sales came in at $1.25 billion, essentially the same as the previous quarter.", Direction.FLAT, Comparison.QOQ),
    ("Revenue was $5 million, in line with our guidance for the quarter.", None, None),
    ("EPS was $1.20, in line with the first quarter guidance.", None, None),
]


@pytest.mark.parametrize(("sentence", "direction", "comparison"), CASES)
def test_a_value_in_line_with_an_earlier_time_is_flat(
    read: Reader, sentence: str, direction: Direction | None, comparison: Comparison | None
) -> None:
    (one,) = (o for o in read(sentence).observations if o.value is not None)
    assert (one.direction, one.comparison) == (direction, comparison)
