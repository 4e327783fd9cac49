"""Every named question runs on both engines with the same rows, and its parameters narrow it."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from rdflib import Dataset

from kg import sample, transcripts
from kg.errors import QueryError, UnknownName
from kg.facts_file import read_facts, reading_of
from kg.queries import NamedQuery, bind, complete, find, named
from kg.rdf import quads, vocabulary
from kg.rdf.dataset import dataset

pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")


@pytest.fixture(scope="module")
def statements() -> tuple[ox.Quad, ...]:
    rows = read_facts(sample.gold_path().read_text(encoding="utf-8").splitlines())
    reading = reading_of(rows, transcripts.read(sample.call_path()), company="Kelanor Group")
    return (*quads(reading), *vocabulary())


@pytest.fixture(scope="module")
def oxigraph(statements: tuple[ox.Quad, ...]) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(statements)
    return store


@pytest.fixture(scope="module")
def rdflib(statements: tuple[ox.Quad, ...]) -> Dataset:
    return dataset(statements)


def rows_of(store: ox.Store, text: str) -> list[dict[str, str | None]]:
    """Each row by variable."""
    found = store.query(text, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [{name: getattr(row[name], "value", None) for name in names} for row in found]


def comparable(value: object) -> str:
    """Numbers to six places, lists joined in any order; the engines write both differently."""
    text = "" if value is None else str(value)
    try:
        return f"{float(text):.6f}"
    except ValueError:
        return " ".join(sorted(re.split(r"; | \| |, ", text)))


@pytest.mark.parametrize("query", named(), ids=lambda query: query.name)
def test_both_engines_give_the_same_rows(query: NamedQuery, oxigraph: ox.Store, rdflib: Dataset) -> None:
    one = [[comparable(v) for v in row.values()] for row in rows_of(oxigraph, query.text)]
    answer = rdflib.query(query.text)
    other = [[comparable(row[name]) for name in answer.vars or ()] for row in answer]  # type: ignore[index]
    assert sorted(one) == sorted(other)


@pytest.mark.parametrize("query", named(), ids=lambda query: query.name)
def test_a_question_says_what_it_asks_and_uses_its_parameters(query: NamedQuery) -> None:
    assert len(query.question) > 20
    for parameter in query.parameters:
        assert f"?{parameter.name}" in query.text


@pytest.mark.parametrize("query", named(), ids=lambda query: query.name)
def test_a_value_that_nothing_has_leaves_no_rows(query: NamedQuery, oxigraph: ox.Store) -> None:
    for parameter in query.parameters:
        value = "1900-01-01" if parameter.name == "date" else "no such thing"
        assert rows_of(oxigraph, bind(query, {parameter.name: value})) == []


@pytest.mark.parametrize("query", named(), ids=lambda query: query.name)
def test_no_question_names_a_company_or_a_place(query: NamedQuery) -> None:
    body = query.text.split("\n", 1)[1]
    assert not re.search(r"\b(company|segment|product|person|metric|call):[a-z]", body)


ANSWERED = {
    "executives": {"person": "Marcus Tan"},
    "analyst-topics": {"firm": "Nomura"},
    "segment-figures": {"segment": "Kelanor Cloud", "metric": "revenue", "value": "486000000"},
    "drivers": {"polarity": "lowers"},
    "guidance": {"metric": "revenue", "value": "4900000000", "high": "5100000000"},
    "questions-and-answers": {"answerer": "Helena Sim"},
    "gaap-beside-adjusted": {"basis": "non-GAAP", "metric": "free cash flow"},
    "both-languages": {"metric": "revenue"},
    "lookup": {"name": "Kelanor Cloud", "type": "segment"},
    "series": {"series": "Kelanor Group: revenue"},
    "upstream": {},
    "lineage": {"metric": "free cash flow"},
    "amounts-by-period": {"metric": "share repurchase", "amount": "120000000"},
    "coverage": {"source": "unknown"},
    "header": {"field": "fiscal quarter", "value": "3", "why": "head of the page"},
    "figures": {
        "subject": "Kelanor Cloud",
        "value": "486000000",
        "period": "2025-01-01_2025-03-31",
        "speaker": "Helena Sim",
    },
}


@pytest.mark.parametrize(("name", "row"), ANSWERED.items(), ids=list(ANSWERED))
def test_the_sample_call_answers(name: str, row: dict[str, str], oxigraph: ox.Store) -> None:
    assert any(row.items() <= found.items() for found in rows_of(oxigraph, find(name).text))


def test_binding_by_name_gives_that_ones_rows_only(oxigraph: ox.Store) -> None:
    rows = rows_of(oxigraph, bind(find("segment-figures"), {"segment": "Kelanor Cloud"}))
    assert {row["segment"] for row in rows} == {"Kelanor Cloud"}


def test_what_a_firm_asked_is_told_by_the_name_of_the_firm(oxigraph: ox.Store) -> None:
    rows = rows_of(oxigraph, bind(find("questions-and-answers"), {"firm": "Nomura"}))
    assert {row["firm"] for row in rows} == {"Nomura"}
    assert len(rows) < len(rows_of(oxigraph, find("questions-and-answers").text))


def test_a_question_is_found_by_name_and_by_number() -> None:
    assert find("cq07") == find("guidance") == find("cq07-guidance")


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UnknownName, match="did you mean 'drivers'"):
        find("driver")


def test_an_unknown_parameter_names_the_nearest() -> None:
    with pytest.raises(UnknownName, match="has no parameter 'metrik'; did you mean 'metric'"):
        bind(find("drivers"), {"metrik": "revenue"})


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("revenue", '"revenue"'),
        ('say "no"\\', '"say \\"no\\"\\\\"'),
        ("2025-03-31", '"2025-03-31"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("-4.5", "-4.5"),
        ("https://example.org/a", "<https://example.org/a>"),
        ("} INSERT DATA { <a:b> <a:b> 1 }", '"} INSERT DATA { <a:b> <a:b> 1 }"'),
    ],
)
def test_a_value_becomes_one_term_and_nothing_else(value: str, term: str) -> None:
    assert complete("SELECT ?x WHERE { ?s ?p ?x }", {"x": value}).endswith(
        f"SELECT ?x WHERE {{ VALUES ?x {{ {term} }} ?s ?p ?x }}"
    )


def test_the_pattern_and_not_the_template_of_a_construct_is_narrowed() -> None:
    text = complete("CONSTRUCT { ?s a ?x } WHERE { ?s a ?x }", {"x": "https://example.org/a"})
    assert text.endswith("CONSTRUCT { ?s a ?x } WHERE { VALUES ?x { <https://example.org/a> } ?s a ?x }")


def test_a_question_of_the_users_own_is_left_as_it_is() -> None:
    text = "PREFIX ec: <https://example.org/>\nSELECT * { ?s a ec:T }"
    assert complete(text, {}) == text


def test_a_variable_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownName, match=r"no variable \?y to set"):
        complete("SELECT ?x { ?x a ?z }", {"y": "1"})
    with pytest.raises(QueryError, match="no graph pattern"):
        complete("DESCRIBE ?x", {"x": "1"})
