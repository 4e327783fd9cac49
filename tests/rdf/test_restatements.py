"""Which later figure restates which earlier one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.rdf import iris
from kg.rdf.restatements import restatements
from kg.rdf.stated import Stated
from kg.rdf.vocab import CODE, EC

PERIOD = f"{iris.ID}period/"
Q3, Q4, Q1 = (
    f"{PERIOD}{dates}" for dates in ("2023-07-01_2023-09-30", "2023-10-01_2023-12-31", "2024-01-01_2024-03-31")
)
ENDS = {"urn:q3": "2023-09-30", "urn:q4": "2023-12-31", "urn:q1": "2024-03-31"}

EARLIER = Stated(
    "urn:earlier",
    call="urn:q3",
    series="urn:ebitda",
    fact="urn:ebitda-q3",
    period=Q3,
    modality=CODE.Actual.value,
    side=CODE.Management.value,
    value="37000000",
    decimals="-6",
    unit="urn:USD",
)
AGAIN = replace(EARLIER, claim="urn:later", call="urn:q4", value="35000000")
LATER = replace(
    EARLIER,
    claim="urn:later",
    call="urn:q4",
    fact="urn:ebitda-q4",
    period=Q4,
    value="41000000",
    prior="36000000",
    comparison=CODE.QuarterOverQuarter.value,
)
REPLACES, CORRECTS = ("later", EC.restates, "earlier"), ("later", EC.restatesAsPrior, "earlier")


def found(*claims: Stated) -> set[tuple[str, object, str]]:
    quads = restatements(claims, ENDS)
    return {(str(q.subject)[5:-1], q.predicate, str(q.object)[5:-1]) for q in quads}


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (AGAIN, {REPLACES}),
        (replace(AGAIN, value="37000001", decimals="-6"), set()),
        (replace(AGAIN, call="urn:q3"), set()),
        (replace(AGAIN, call="urn:undated"), set()),
        (replace(AGAIN, unit="urn:EUR"), set()),
        (replace(AGAIN, approximate="true"), set()),
        (replace(AGAIN, modality=CODE.Guidance.value), set()),
        (LATER, {CORRECTS}),
        (replace(LATER, prior="37000000"), set()),
        (replace(LATER, comparison=CODE.YearOverYear.value), set()),
        (replace(LATER, period=Q1, call="urn:q1"), set()),
        (replace(LATER, basis="urn:gaap"), set()),
        (replace(LATER, series="urn:revenue"), set()),
        (replace(LATER, side=CODE.Analyst.value), set()),
    ],
)
def test_a_later_figure_restates_an_earlier_one(later: Stated, expected: set[tuple[str, object, str]]) -> None:
    assert found(EARLIER, later) == expected
    assert found(later, EARLIER) == expected
