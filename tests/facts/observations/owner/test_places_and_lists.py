"""Whom a figure belongs to that is told of places, of the members of a list, or in a later clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]

UNITS = "Our Lumora business is young. Our Corvid business is old.\n\n"
REGIONS = "Peru net sales grew 9%. Chile net sales fell 2%. "


def told(reading: Reading) -> list[tuple[str, str, str]]:
    """Owner, its qualifiers and the number of each figure."""
    figures = [o for o in reading.observations if o.value is not None or o.change is not None]
    return [
        (reading.entity(o.entity).name, " ".join(o.qualifiers), str(o.change if o.value is None else o.value))
        for o in figures
    ]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Volume was flat and pricing was up 3%.", ("Chile", "", "3")),
        ("Net sales in Peru rose 4%. Pricing was up 3%.", ("Peru", "", "3")),
        ("In Peru, orders rose 3%.", ("Peru", "", "3")),
        ("We opened 3 plants in Peru.", ("Chile", "in Peru", "3")),
    ],
)
def test_a_call_that_reports_by_regions_has_them_for_segments(
    read: Reader, words: str, last: tuple[str, str, str]
) -> None:
    found = told(read(REGIONS + words))
    assert found[:2] == [("Peru", "", "9"), ("Chile", "", "-2")]
    assert found[-1] == last


def test_one_place_alone_narrows_what_is_measured_in_it(read: Reader) -> None:
    assert told(read("Peru net sales grew 9%.")) == [("Orvane", "Peru", "9")]
    assert told(read("Net sales in Peru grew 9%.")) == [("Orvane", "in Peru", "9")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Peru net sales growth was 9%.", [("Orvane", "Peru", "9")]),
        ("Net sales grew 9%, with strength in Peru and Chile.", [("Orvane", "", "9")]),
        ("Organic growth was 9%, with strong performances in Peru.", [("Orvane", "", "9")]),
    ],
)
def test_a_place_narrows_the_growth_before_which_it_stands_and_none_that_it_explains(
    read: Reader, words: str, found: list[tuple[str, str, str]]
) -> None:
    assert told(read(words)) == found


@pytest.mark.parametrize("words", ["Peru was up 9%.", "Peru grew 9%.", "We expect Peru to grow 9%."])
def test_a_place_that_grew_has_its_growth(read: Reader, words: str) -> None:
    assert told(read(words)) == [("Peru", "", "9")]


def test_a_segment_goes_by_one_name_however_its_country_is_written(read: Reader) -> None:
    words = "U.S. net sales grew 9%. Peru net sales fell 2%. United States net sales grew 4%. US segment margin was 5%."
    owners = {read(words).entity(o.entity).name for o in read(words).observations}
    assert owners == {"U.S.", "Peru"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Orders rose 7%, with 12% growth in Lumora.", [("Orvane", "", "7"), ("Lumora", "", "12")]),
        ("Orders in Lumora rose 7%, while Corvid declined 5%.", [("Lumora", "", "7"), ("Corvid", "", "-5")]),
        (
            "Orders rose 7%, driven by double-digit organic growth in both Lumora and Corvid.",
            [("Orvane", "", "7"), ("Lumora", "", "10"), ("Corvid", "", "10")],
        ),
        (
            "Sales were led by Lumora, where we were up 12%, and Corvid, where we were up 8%.",
            [("Lumora", "", "12"), ("Corvid", "", "8")],
        ),
        ("Orders were good in Lumora and Corvid, which were both up 9%.", [("Lumora", "", "9"), ("Corvid", "", "9")]),
        (
            "We did well. Revenue in our Lumora business rose 9%, while volume fell 2%.",
            [("Lumora", "", "9"), ("Lumora", "", "-2")],
        ),
        (
            "Lumora earned revenue of $5 million, a 4% rise which marked a 9% improvement.",
            [("Lumora", "", "5000000"), ("Lumora", "", "9")],
        ),
        (
            "Lumora revenue was $5 million. We had an operating margin of 9% in this segment.",
            [("Lumora", "", "5000000"), ("Lumora", "", "9")],
        ),
        ("Catastrophe losses were $9 million, with $6 million from Hurricane Odo.", [("Orvane", "", "9000000")]),
    ],
)
def test_each_member_has_what_is_told_of_it(read: Reader, words: str, found: list[tuple[str, str, str]]) -> None:
    assert told(read(UNITS + words))[: len(found)] == found


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Moving to Page 6, we cover our Lumora results. Revenues here increased 6%.", "Lumora"),
        (
            "Sales of the glazed tiles segment fell 9%. Net income was $5 million. Segment EBITDA rose 4%.",
            "glazed tiles",
        ),
        ("Sales of the glazed tiles segment fell 9%.\n\nOverall segment margin was 4%.", "Orvane"),
        (
            "On Slide 8, we see fees.\n\nLumora had $2 million of fees.\n\nCorvid delivered a $3 million rise. "
            "Volume was up 4%.",
            "Corvid",
        ),
    ],
)
def test_a_section_of_a_unit_goes_on_until_the_next(read: Reader, words: str, owner: str) -> None:
    assert told(read(UNITS + words))[-1][0].removesuffix(" segment") == owner


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        (
            "Turning to Lumora. Sales rose 2%. Finishing up our units, with Corvid on Slide 8, revenue rose 4%.",
            "Corvid",
        ),
        ("Turning to Lumora. Sales rose 2%. I'll finish with some highlights. Depreciation was $4 million.", "Orvane"),
        ("Turning to Lumora. Sales rose 2%. In our Corporate segment, we had a loss of $4 million.", "Corporate"),
        ("Lumora is young.\n\nOur cash balances at the Federal Reserve grew to $4 billion.", "Orvane"),
        ("Turning to the economic backdrop. Depreciation was $4 million.", "Orvane"),
        ("Now some specifics. Starting with specifics, depreciation was $4 million.", "Orvane"),
    ],
)
def test_the_last_of_several_subjects_is_announced_too(read: Reader, words: str, owner: str) -> None:
    assert told(read(UNITS + words))[-1][0] == owner


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("In the glass fibre and kiln segment, net sales grew 4%.", "glass fibre and kiln segment"),
        ("And finally, the glass and kiln segment reported sales of $4 million.", "glass and kiln segment"),
        ("Our Paint segment grew 4%. Paint Solutions revenue was $5 million.", "Paint Solutions"),
        ("Our Tile + Lamp segment grew 4%. Tile + Lamp sales were $5 million.", "Tile + Lamp"),
        ("Pump Technologies sales grew 4%. PT grew 9%.", "Pump Technologies"),
        ("The corporate and other segment lost $4 million. Corporate and other sales grew 9%.", "corporate and other"),
        ("T&G sales grew 4%. Towels & Glass is new. We like Towels & Glass.", "Towels & Glass"),
        ("APAC net sales grew 4%. Chile net sales fell 2%. Asia Pacific net sales grew 9%.", "APAC"),
    ],
)
def test_a_unit_has_one_name(read: Reader, words: str, owner: str) -> None:
    found = told(read(words))
    assert (found[0][0], found[-1][0]) == (owner, owner)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("The mill load factor fell. The mill load factor is low. Our best MLF performance was 58%.", False),
        ("Our Mill Lumber Forest unit is new. The mill load factor fell. The MLF was 58%. MLF is new.", True),
    ],
)
def test_the_initials_of_a_measure_name_nothing(read: Reader, words: str, named: bool) -> None:
    assert any(e.name == "MLF" or "Mill" in e.name for e in read(words).entities) is named
