"""What the ontology's README shows is what the program does."""

from __future__ import annotations

import re
from dataclasses import fields

import pyoxigraph as ox
import pytest

from kg.build import read_call, to_document
from kg.facts_file.rows import KINDS
from kg.ontology_path import ontology_path
from kg.queries import bind, find, prefix_table
from kg.rdf import vocabulary
from kg.rdf.vocab import CODE, EC
from kg.sample import call_path

README = (ontology_path() / "README.md").read_text(encoding="utf-8")
PREFIXES = re.sub(r"PREFIX (\S+) (<[^>]+>)", r"@prefix \1 \2 .", (ontology_path() / "prefixes.rq").read_text("utf-8"))


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_is_turtle_of_declared_terms() -> None:
    more = "@prefix d: <https://example.org/d/> . @prefix place: <https://w3id.org/earnings-call/id/place/> .\n"
    triples = list(ox.parse(f"{PREFIXES}\n{more}{block('turtle')}".encode(), format=ox.RdfFormat.TURTLE))
    assert len(triples) == 31


def test_the_query_finds_what_the_named_one_does() -> None:
    document, _ = to_document(read_call(call_path()), fingerprint="by hand")
    store = ox.Store()
    store.bulk_extend((*vocabulary(), *document.quads))
    shown = block("sparql").replace('"sales"', '"revenue"')
    own = store.query(shown, use_default_graph_as_union=True, prefixes=prefix_table())
    named = store.query(bind(find("upstream"), {"metric": "revenue"}), use_default_graph_as_union=True)
    causes = {row["cause"].value for row in own}
    assert causes == {row["cause"].value for row in named} != set()


def test_every_term_that_it_mentions_is_there() -> None:
    assert set(re.findall(r"\bec:([A-Za-z]\w*)", README)) - set(EC.terms()) == set()
    assert set(re.findall(r"\bcode:([A-Z]\w*)", README)) - set(CODE.terms()) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_facts_file_has_its_place_in_the_table(kind: str) -> None:
    mapping = README.split("## Facts file and graph")[1].split("## One example")[0]
    lacking = [field.name for field in fields(KINDS[kind]) if f"`{field.name}`" not in mapping]
    assert lacking == []
