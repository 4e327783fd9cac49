"""A query that is no SPARQL is refused in a reader's words, with the place up to which it could be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.store import writing


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * {", "q.rq:1:11: the query breaks off after “SELECT * {”; expected one of "),
        ("SELECT * {\n ?a ec:name ?b ?c }", "q.rq:2:20: the query breaks off after “"),
        ("SELECT * { ?a foo:name ?b }", "q.rq:1:23: the prefix foo: is not declared; write PREFIX foo: <...>"),
        ("Who grew?", "q.rq:1:10: the query breaks off after “Who grew?”; expected one of CONSTRUCT"),
        ("SELECT * { ?a ?b ?c } LIMIT many", "q.rq:1:29: found “many” after “"),
    ],
)
def test_the_place_and_the_wish_are_said_in_one_line(tmp_path: Path, query: str, said: str) -> None:
    with writing(tmp_path / "store") as store, pytest.raises(QueryError) as refused:
        store.query(query, name="q.rq", prefixes={"ec": "https://example.org/"})
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)
