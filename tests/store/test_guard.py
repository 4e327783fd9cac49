"""No question leaves the store or changes it, however its words are written."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.store.guard import names_its_graphs, refuse_side_effects


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://localhost/x> { ?s ?p ?o } }",
        "PREFIX : <http://localhost/> SELECT * { SERVICE:b { ?s ?p ?o } }",
        "PREFIX : <http://localhost/> SELECT * { service:b { ?s ?p ?o } }",
        "PREFIX : <http://localhost/> SELECT * { SERVICE SILENT:b { ?s ?p ?o } }",
        'SELECT * { ?a ?b "x"@en.SERVICE<http://localhost/>{ ?s ?p ?o } }',
        "SELECT * { ?a ?b 1.SERVICE?x{ ?s ?p ?o } }",
    ],
)
def test_a_service_is_seen_in_every_spelling(query: str):
    with pytest.raises(QueryError, match="SERVICE would call another server"):
        refuse_side_effects(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ("SERVICE" AS ?x) {}',
        "SELECT * { ?service ?p <http://localhost/SERVICE> } # SERVICE",
        "SELECT * { ?s ec:customer_service ?o ; ec:my-service ?p }",
        "SELECT * { ?s ?p 'it''s a DROP' }",
    ],
)
def test_the_word_in_strings_names_and_comments_is_no_service(query: str):
    refuse_side_effects(query)


def test_from_is_heeded_but_not_in_a_string():
    assert names_its_graphs("SELECT * FROM <https://example.org/g> { ?s ?p ?o }")
    assert not names_its_graphs('SELECT ?from { ?from ?p "FROM" }')
