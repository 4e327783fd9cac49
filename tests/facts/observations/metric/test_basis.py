"""Measures under the basis on which they are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]

CASES: list[tuple[str, list[str]]] = [
    ("The kilns, on a non-GAAP basis, made net income of $37 million or $0.73 per share.",
     ["non-GAAP net income", "non-GAAP EPS"]),
    ("EPS was $1.07 on a GAAP basis and $1.37 on a non-GAAP basis.", ["GAAP EPS", "non-GAAP EPS"]),
    ("Our sales rose 4%, or 6% on an organic basis.", ["sales", "organic sales"]),
    ("Net income was $37 million on a GAAP basis. On an adjusted basis, it was $73 million.",
     ["net income", "adjusted net income"]),
    ("On a GAAP basis, non-GAAP EPS is of no use at $1.37.", ["non-GAAP EPS"]),
    ("On a comparable basis, headcount was 3,700.", ["headcount"]),
    ("Our same-store average lamp price rose 7%.", ["same-store average lamp price"]),
    ("Trailing 12 months adjusted EBITDA was $37 million.", ["adjusted EBITDA"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), CASES)
def test_a_measure_bears_the_basis_that_is_said_apart_from_it(read: Reader, words: str, names: list[str]) -> None:
    reading = read(words)
    assert [reading.entity(o.metric).name for o in reading.observations if o.value or o.change] == names
