"""Measures as answers tell them: by a cause and its points, behind "in terms of", per share, in a turn of speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading

Reader = Callable[[str], Reading]


def _measures(reading: Reading) -> list[str]:
    return [reading.entity(o.metric).name for o in reading.observations if o.evidence.rule == "observation.figure"]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        (
            "Adjusted gross margin fell 140 basis points to 33%. Clay had a negative impact of 60 basis points on "
            "gross margin. Freight and wages had a negative impact of 80 basis points.",
            ["adjusted gross margin", "gross margin", "gross margin"],
        ),
        (
            "Organic sales grew 3%. Favorable price drove a 4 point gain. Volume subtracted 1 point.",
            ["organic sales"] * 3,
        ),
        ("Our gross margin had a 50 basis point headwind.", ["gross margin"]),
        ("Our loom sales fell. We faced a 4 point RASM headwind.", ["RASM"]),
    ],
)
def test_points_that_a_cause_gives_or_takes_are_those_of_the_measure_told(
    read: Reader, sentence: str, measures: list[str]
) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("It was up 17% in terms of orders and about 23% in terms of sales.", ["orders", "sales"]),
        ("We saw a 13% increase on the price side and some 6% increase in occupancy.", ["price", "occupancy"]),
        ("We grew 12% from an order intake perspective.", ["order intake"]),
        ("The effective tax rate stood at 23%. We are raising the outlook for adjusted EPS by $1.15.",
         ["effective tax rate", "adjusted EPS"]),
        ("We expect EPS to grow 10%. We have bought shares, and we've done $37 million to date.", ["EPS"]),
        ("The loom steel index is up 135%.", ["loom steel index"]),
        ("Europe pays $30 an MMBtu.", ["price"]),
        ("Kiln income was $470 million and earnings per share was $2.36.", ["kiln income", "EPS"]),
        ("We invested $215 million in new looms.", ["investment in new looms"]),
        ("We spent $30 million on wages.", ["wages spending"]),
        ("We grew the top line, and we've secured $700 million of venture stakes.", ["venture stake"]),
        ("Cash, cash equivalents and investments were $28 billion.", ["cash and investments"]),
        ("The non-GAAP gross margin rate was 62%.", ["non-GAAP gross margin"]),
        ("We delivered a 2.4% pre-tax profit in the quarter.", ["pretax margin"]),
        ("We expect to grow RASM in 2025 in excess of 4%.", ["RASM"]),
        ("We expect CASMex to be up 15% to 18%.", ["CASM excluding fuel"]),
        ("We will spend another $70 million around share repurchases.", ["share repurchase"]),
        ("The mills delivered a 4% to 5% annual CAGR in terms of adjusted EPS growth.", ["adjusted EPS"]),
        ("Revenue was flat. Those two mills have a $60 billion opportunity space.", ["opportunity space"]),
        ("If the build were to shrink by 6%, that would be fine.", ["build"]),
        ("About 15% or so of children have left the schools.", ["share of children"]),
        ("You can lose 20% of a driver's daily production.", ["share of daily production"]),
        ("I will start with the gross profit. We expect that to rise 70 basis points.", ["gross margin"]),
        ("We grew revenue 9% over the past 12 months and lamp revenue grew 8%.", ["revenue", "lamp revenue"]),
        ("Looms were 4% of net sales. We will do more than $425 million.", ["loom share of net sales", "net sales"]),
        ("On our basket of currencies, the dollar was weaker by 4%.", ["exchange rate"]),
        ("We felt comfortable with the 2.7 times leverage at closing.", ["leverage"]),
        ("Mortgage originations grew 5% and wage inflation was 7%.", ["mortgage originations", "wage inflation"]),
        ("Our leverage ratio rose to 4.6 times, mainly driven by the Arlen acquisition for $302 million.",
         ["leverage ratio"]),
        ("Earnings are down $34 million, on an 85 basis point degradation in margins.", ["earnings", "margin"]),
    ],
)  # fmt: skip
def test_a_measure_is_found_behind_its_figure(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Gross margin was 32%. Lamp prices drove a 75 basis point improvement, due to a new kiln.",
         ["gross margin", "gross margin"]),
        ("Clay had a negative impact of 65 basis points on gross margin.", ["gross margin"]),
    ],
)  # fmt: skip
def test_points_are_of_what_a_cause_moves(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


def test_points_that_a_unit_gives_are_none_of_its_own(read: Reader) -> None:
    reading = read("Organic sales fell 4%. The sale of Vexil subtracted 1 point.")
    assert [reading.entity(o.entity).name for o in reading.observations] == ["Orvane", "Orvane"]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Tarvel paid a dividend of $0.83 per share.", ["dividend per share"]),
        ("Tarvel paid a $0.07 per share dividend this summer.", ["dividend per share"]),
        ("The board agreed on a 17% increase of the per-share dividend.", ["dividend per share"]),
        ("We paid dividends of $37 million.", ["dividend"]),
    ],
)
def test_a_dividend_told_per_share_is_one_per_share(read: Reader, sentence: str, measures: list[str]) -> None:
    assert _measures(read(sentence)) == measures


@pytest.mark.parametrize(
    "sentence",
    [
        "We train our people in order to help 100 weavers.",
        "We set aside $37 million in response to the storm.",
        "We have a strong team. That's number one.",
        "Our number one priority is safety.",
    ],
)
def test_turns_of_speech_name_no_measure(read: Reader, sentence: str) -> None:
    assert not {"orders", "response", "team", "priority", "number one priority"} & set(_measures(read(sentence)))
