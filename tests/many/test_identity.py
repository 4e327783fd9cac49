"""What several calls name is one node; what only a company or a firm makes unique says whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.build import read_call
from kg.entities.scoped import bare, within
from kg.model import EntityId, Reading
from kg.rdf import iris


def ids(reading: Reading) -> set[str]:
    return {str(entity.id) for entity in reading.entities}


def series(reading: Reading) -> set[str]:
    return {iris.series(o.entity, o.metric, o.qualifiers).value.rsplit("/", 1)[-1] for o in reading.observations}


ALWAYS = {
    "company/quillon-freight",
    "product/quillon-track",
    "person/quillon-freight.maren-isakson",
    "person/quillon-freight.tobias-renner",
    "metric/revenue",
    "metric/adjusted-ebitda",
    "metric/capex",
}


def test_company_product_people_and_metrics_are_one_node_over_quarters(quarters: Mapping[str, Reading]) -> None:
    assert ids(quarters["2023-Q3"]) & ids(quarters["2023-Q4"]) & ids(quarters["2024-Q1"]) >= ALWAYS


def test_a_metric_of_one_thing_is_one_series_over_quarters(quarters: Mapping[str, Reading]) -> None:
    common = series(quarters["2023-Q3"]) & series(quarters["2023-Q4"]) & series(quarters["2024-Q1"])
    assert {f"company.quillon-freight_{metric}" for metric in ("revenue", "adjusted-ebitda", "capex")} <= common


def test_a_post_is_held_by_those_whom_the_calls_show_in_it(quarters: Mapping[str, Reading]) -> None:
    holders = {
        quarter: {t.speaker for t in reading.turns if t.title == "Chief Financial Officer"}
        for quarter, reading in quarters.items()
    }
    folake, per = {"person/quillon-freight.folake-adeyemi"}, {"person/quillon-freight.per-halvard"}
    assert holders == {"2023-Q3": folake, "2023-Q4": folake, "2024-Q1": per}


def test_an_analyst_of_one_name_at_another_firm_is_not_taken_for_the_same(quarters: Mapping[str, Reading]) -> None:
    askers = {quarter: {e.analyst for e in reading.exchanges} for quarter, reading in quarters.items()}
    stifel, baird = {"person/stifel.ingram-solace"}, {"person/baird.ingram-solace"}
    assert askers == {"2023-Q3": stifel, "2023-Q4": stifel, "2024-Q1": baird}


CALL = """\
{company} ({ticker} 1.10%)
Q3 2023 Earnings Call
Oct 24, 2023, 8:00 a.m. ET

Operator

Welcome to the {company} third quarter 2023 earnings call. I will hand over to {chief}.

{chief} -- Chief Executive Officer

The Cloud segment had revenue of $31 million, up 4% year over year. Merchants and users spent more.

Operator

Goodbye.
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Reading, Reading]:
    """Two companies with a unit, a chief and generic words of the same names."""
    readings = []
    for company, ticker in (("Oakfield Tools", "OAK"), ("Birchmore Foods", "BIR")):
        path = tmp_path / f"{ticker}.txt"
        path.write_text(CALL.format(company=company, ticker=ticker, chief="Dana Whitlock"), encoding="utf-8")
        readings.append(read_call(path))
    return readings[0], readings[1]


def test_of_two_companies_only_metrics_and_the_operator_are_one(pair: tuple[Reading, Reading]) -> None:
    one, other = pair
    shared = {id for id in ids(one) & ids(other) if not id.startswith("metric/")}
    assert shared == {"person/operator"}
    assert {"segment/oakfield-tools.cloud", "person/oakfield-tools.dana-whitlock"} <= ids(one)


@pytest.mark.parametrize("id", ["segment/cloud", "person/dana-whitlock", "product/plus"])
def test_an_owner_is_put_before_an_id_and_taken_off_again(id: str) -> None:
    assert bare(within(EntityId("company/oakfield"), EntityId(id))) == id
