"""Measures under the basis on which they are told, and what they are told without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Comparison, Reading

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


WITHOUT: list[tuple[str, list[tuple[str, tuple[str, ...]]]]] = [
    ("Gross margin fell 37 basis points, ex-frost inflation down 13 basis points.",
     [("gross margin", ()), ("gross margin", ("ex-frost inflation",))]),
    ("Comparable sales rose 10%, and ex-frost, 7%.", [("comparable sales", ()), ("comparable sales", ("ex-frost",))]),
    ("Our sales rose 5%, and excluding kilns they rose 7%.", [("sales", ()), ("sales", ("excluding kilns",))]),
    ("Our sales rose 5% excluding the frost.", [("sales", ("excluding the frost",))]),
    ("On a currency-neutral basis, our sales rose 9%.", [("sales", ("constant currency",))]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), WITHOUT)
def test_what_is_left_out_goes_with_the_figure_it_runs_up_to(
    read: Reader, words: str, told: list[tuple[str, tuple[str, ...]]]
) -> None:
    reading = read(words)
    assert [(reading.entity(o.metric).name, o.qualifiers) for o in reading.observations] == told


BUYBACKS: list[tuple[str, list[str]]] = [
    ("We bought back 37,000 shares for $3 million at an average price of $73.",
     ["share repurchase", "share repurchase", "average repurchase price"]),
    ("Lamps sold at an average price of $73.", ["average price"]),
    ("There are 3.7 million shares remaining under the buyback plan.", ["share repurchase authorization"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), BUYBACKS)
def test_what_a_buying_back_cost_and_left(read: Reader, words: str, names: list[str]) -> None:
    reading = read(words)
    assert [reading.entity(o.metric).name for o in reading.observations] == names


GROWING: list[tuple[str, list[str]]] = [
    ("Total billings grew 11%. Our lamp business was up 10%.", ["billings", "billings"]),
    ("Organic sales grew 7%. Our lamp business grew 10%.", ["organic sales", "organic sales"]),
    ("Sales grew 7%. Operating margin rose 37 basis points. Our lamp business grew 10%.",
     ["sales", "operating margin", "sales"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), GROWING)
def test_a_business_grows_in_what_the_talk_tells_the_growth_of(read: Reader, words: str, names: list[str]) -> None:
    reading = read(words)
    assert [reading.entity(o.metric).name for o in reading.observations] == names


@pytest.mark.parametrize(
    ("words", "comparison"),
    [
        ("Our backlog was $37 million, up from $33 million a quarter ago.", Comparison.QOQ),
        ("Our backlog was $37 million, up from $33 million three months ago.", Comparison.QOQ),
        ("Our backlog was $37 million, up from $33 million six months ago.", Comparison.OTHER),
    ],
)
def test_a_quarter_ago_is_the_quarter_before(read: Reader, words: str, comparison: Comparison) -> None:
    assert [o.comparison for o in read(words).observations] == [comparison]
