"""What a figure is told without goes with that figure alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]

WITHOUT: list[tuple[str, list[tuple[str, tuple[str, ...]]]]] = [
    ("Gross margin fell 37 basis points, ex-frost inflation down 13 basis points.",
     [("gross margin", ()), ("gross margin", ("ex-frost inflation",))]),
    ("Comparable sales rose 10%, and ex-frost, 7%.", [("comparable sales", ()), ("comparable sales", ("ex-frost",))]),
    ("Our sales rose 5%, and excluding kilns they rose 7%.", [("sales", ()), ("sales", ("excluding kilns",))]),
    ("Our sales rose 5% excluding the frost.", [("sales", ("excluding the frost",))]),
    ("On a currency-neutral basis, our sales rose 9%.", [("sales", ("constant currency",))]),
    ("In constant currency, sales grew 2.2% sequentially and 8.4% year over year.",
     [("sales", ("constant currency",)), ("sales", ("constant currency",))]),
    ("The operating margin excluding fees was 31.6%.", [("operating margin", ("excluding fees",))]),
    ("Net sales were up 6%, or 9% excluding kilns.", [("net sales", ()), ("net sales", ("excluding kilns",))]),
    ("Sales rose $47 million or 32%, all excluding kilns.",
     [("sales", ("excluding kilns",)), ("sales", ("excluding kilns",))]),
    ("Sales rose 8%, excluding a $4 million rebate.", [("sales", ()), ("rebates", ())]),
    ("In local currency, sales grew 7%.", [("sales", ("constant currency",))]),
    ("If you exclude the storm, sales were up 6%.", [("sales", ("If you exclude the storm",))]),
    ("Backing out the kilns, sales were up 3%.", [("sales", ("Backing out the kilns",))]),
    ("Sales were up 7%, or 8% currency-neutral.", [("sales", ()), ("sales", ("constant currency",))]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), WITHOUT)
def test_what_is_left_out_goes_with_the_figure_it_runs_up_to(
    read: Reader, words: str, told: list[tuple[str, tuple[str, ...]]]
) -> None:
    reading = read(words)
    assert [(reading.entity(o.metric).name, o.qualifiers) for o in reading.observations] == told
