"""Lexicons: what Turtle becomes, whose calls it applies to, and how a bad file is refused."""

from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicon import load
from kg.lexicon.metrics import shipped_metrics, words_of
from kg.lexicon.own_metrics import metrics_of_call
from kg.model import CallInfo, EntityType, Label

PREFIXES = """
@prefix company: <https://w3id.org/earnings-call/id/company/> .
@prefix segment: <https://w3id.org/earnings-call/id/segment/> .
@prefix metric: <https://w3id.org/earnings-call/metric/> .
@prefix listing: <https://w3id.org/earnings-call/id/listing/> .
@prefix ec: <https://w3id.org/earnings-call/def/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

ORVANA = (
    PREFIXES
    + """
company:orvana a ec:Company ; skos:prefLabel "Orvana"@en , "奧瓦納"@zh-hant ; skos:altLabel "Orvana Holdings Ltd."@en ;
    skos:exactMatch wd:Q42 ; ec:lei "LEI42" ; ec:fiscalYearEnd "--06-30"^^xsd:gMonthDay ; ec:listing listing:orv .
listing:orv a ec:Listing ; ec:mic "XNYS" ; ec:ticker "ORV" .
segment:tarvel a ec:Segment ; ec:company company:orvana ; ec:partOf company:orvana ;
    skos:prefLabel "Tarvel"@en ; skos:altLabel "TVL"@en ; skos:hiddenLabel "Tar Well"@en .
metric:adjusted-ebita a ec:Metric ; ec:company company:orvana ;
    skos:prefLabel "adjusted EBITA"@en ; skos:hiddenLabel "adjusted EBITDA"@en .
"""
)


@pytest.fixture
def orvana(tmp_path: Path) -> Path:
    path = tmp_path / "orvana.ttl"
    path.write_text(ORVANA, encoding="utf-8")
    return path


def test_a_company_comes_with_its_names_identifiers_and_fiscal_year_end(orvana: Path) -> None:
    own = load([orvana]).of_call(CallInfo("Orvana"))
    assert own is not None
    assert own.company.identifiers == (("lei", "LEI42"), ("ticker", "XNYS:ORV"), ("wikidata", "Q42"))
    assert [label.text for label in own.company.labels] == ["Orvana", "奧瓦納", "Orvana Holdings Ltd."]
    calendar = load([orvana]).fiscal_calendar(CallInfo("Orvana"))
    assert calendar is not None
    assert str(calendar.year(2024)) == "2023-07-01/2024-06-30"


RELD = (
    PREFIXES
    + """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
company:reld rdfs:label "Reld Outdoor", "Reld" ; ec:ticker "RLDX" ; ec:fiscalYearEnd "--01-31"^^xsd:gMonthDay ;
    ec:fiscalYearEndsOn "nearest Saturday" ; ec:fiscalYearNamedByStart true .
"""
)


@pytest.mark.parametrize("call", [CallInfo("Reld Outdoor, Inc."), CallInfo("瑞德", ticker="RLDX")])
def test_a_company_without_a_class_gives_its_calendar_and_no_name(tmp_path: Path, call: CallInfo) -> None:
    path = tmp_path / "reld.ttl"
    path.write_text(RELD, encoding="utf-8")
    words = load([path])
    calendar = words.fiscal_calendar(call)
    assert calendar is not None
    assert str(calendar.quarter(2022, 4)) == "2022-10-30/2023-01-28"
    assert "Reld" not in {label.text for entity in words.known(call) for label in entity.labels}


def test_the_quarters_of_a_company_may_have_other_weeks_than_thirteen(tmp_path: Path) -> None:
    path = tmp_path / "reld.ttl"
    path.write_text(RELD.replace("true .", 'true ; ec:fiscalQuarterWeeks "16 12 12 12" .'), encoding="utf-8")
    calendar = load([path]).fiscal_calendar(CallInfo("Reld"))
    assert calendar is not None
    quarters = [str(calendar.quarter(2023, q)) for q in (1, 2, 4)]
    assert quarters == ["2023-01-29/2023-05-20", "2023-05-21/2023-08-12", "2023-11-05/2024-02-03"]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ('ec:fiscalYearEnd "June"', "must be like --03-31, got 'June'"),
        ('ec:fiscalYearEnd "--06-30" ; ec:fiscalYearEndsOn "a Friday"', "must be like 'last Sunday' or"),
        ('ec:fiscalYearEnd "--06-30" ; ec:fiscalQuarterWeeks "12 12 12"', "four numbers that add up to 52, got '12 12"),
        ('ec:fiscalYearEnd "--06-30" ; ec:fiscalQuarterWeeks "12 12 12 12"', "four numbers that add up to 52"),
    ],
)
def test_a_year_end_that_is_written_otherwise_is_refused(tmp_path: Path, statement: str, expected: str) -> None:
    path = tmp_path / "reld.ttl"
    path.write_text(PREFIXES + f"company:reld {statement} .", encoding="utf-8")
    with pytest.raises(LexiconError, match=expected):
        load([path])


def test_a_unit_comes_with_its_parent_and_its_known_mishearings(orvana: Path) -> None:
    own = load([orvana]).of_call(CallInfo("Orvana"))
    assert own is not None
    (unit,) = own.members
    assert (unit.id, unit.type, unit.parent) == ("segment/tarvel", EntityType.BUSINESS_UNIT, "company/orvana")
    assert unit.labels == (
        Label("Tarvel", "en", "pref"),
        Label("TVL", "en", "alt"),
        Label("Tar Well", "en", "hidden"),
    )
    assert [m.id for m in own.metrics] == ["metric/adjusted-ebita"]


@pytest.mark.parametrize(
    "call",
    [CallInfo("Orvana"), CallInfo("The Orvana Company"), CallInfo("ORVANA HOLDINGS LTD"), CallInfo("?", ticker="ORV")],
)
def test_a_lexicon_covers_the_calls_of_its_company_by_any_name_or_ticker(orvana: Path, call: CallInfo) -> None:
    assert load([orvana]).of_call(call) is not None


def test_units_of_one_company_are_unknown_on_the_calls_of_another(orvana: Path) -> None:
    lexicon = load([orvana])
    assert lexicon.of_call(CallInfo("Borvana")) is None
    assert "segment/tarvel" not in {e.id for e in lexicon.known(CallInfo("Borvana"))}
    assert "segment/tarvel" in {e.id for e in lexicon.known(CallInfo("Orvana"))}


def test_no_two_entries_share_an_id() -> None:
    known = [e.id for e in load().known(CallInfo("Nobody"))]
    assert len(known) == len(set(known))


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        (PREFIXES + "company:x a ec:Company ;", ":10: not valid Turtle"),
        (PREFIXES + "company:x a ec:Company .", "has no skos:prefLabel"),
        (PREFIXES + '[] a ec:Company ; skos:prefLabel "x"@en .', "a blank node"),
        (
            PREFIXES + 'company:x a ec:Company ; skos:prefLabel "x"@en ; ec:fiscalYearEnd "June" .',
            "must be like --03-31, got 'June'",
        ),
    ],
)
def test_a_bad_lexicon_is_refused_with_its_place(tmp_path: Path, turtle: str, message: str) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(turtle, encoding="utf-8")
    with pytest.raises(LexiconError, match=message.replace("(", r"\(")):
        load([path])


def test_a_missing_lexicon_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load([tmp_path / "none.ttl"])


def test_a_metric_of_a_lexicon_knows_the_unit_that_reports_it(tmp_path: Path) -> None:
    path = tmp_path / "orvana.ttl"
    line = "metric:pattern-fee a ec:Metric ; ec:company company:orvana ; ec:reportsIn segment:tarvel ; "
    path.write_text(ORVANA + line + 'skos:prefLabel "pattern fee"@en ; skos:hiddenLabel "patent fee"@en .', "utf-8")
    table = metrics_of_call(load([path]).of_call(CallInfo("Orvana")), "")
    fee = table.get(["pattern", "fee"])
    assert fee is not None and (fee.name, fee.reports_in) == ("pattern fee", "segment/tarvel")
    assert (table.get(["patent", "fee"]), table.get(["revenue"])) == (None, shipped_metrics().get(["revenue"]))


@pytest.mark.parametrize(
    ("text", "label", "metric"),
    [
        ("Net investment income fell. NII was fine.", "NII", "investment income"),
        ("Net interest income fell. NII was fine.", "NII", "net interest income"),
        ("NII was fine.", "NII", "net interest income"),
        ("Compensation expense rose. Comp was fine.", "comp", "compensation expense"),
        (
            "Comparable sales rose, and so did compensation. The comp was 3%, comparable sales.",
            "comp",
            "comparable sales",
        ),
        ("The comp was 3%.", "comp", "comparable sales"),
    ],
)
def test_a_label_of_two_metrics_names_the_one_of_which_the_call_speaks(text: str, label: str, metric: str) -> None:
    found = metrics_of_call(None, text).get(words_of(label))
    assert found is not None and found.name == metric
