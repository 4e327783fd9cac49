"""Figures of one fact in different documents are compared when a document is stored, and forgotten when it goes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.rdf import iris
from kg.rdf.vocab import CODE, EC
from kg.store import Document, Entry, Store, reading, writing


def figure(
    name: str, value: str, *, fact: str = "urn:fact", call: str | None = None, source: str = "vendor"
) -> Document:
    """A document in which management states one fact once, in whole millions."""
    graph, claim = ox.NamedNode(f"urn:graph:{name}"), ox.NamedNode(f"urn:{name}-obs")
    said = {
        EC.fact: ox.NamedNode(fact),
        EC.modality: CODE.Actual,
        EC.side: CODE.Management,
        EC.value: ox.Literal(value),
        EC.decimals: ox.Literal(-6),
        EC.unit: ox.NamedNode("urn:USD"),
    }
    entry = Entry(f"urn:{name}", graph.value, call or name, source, "Acme", "", f"{name}.txt", fingerprint=name)
    return Document(
        entry,
        frozenset({graph.value}),
        frozenset(ox.Quad(claim, predicate, object, graph) for predicate, object in said.items()),
    )


def verdicts(store: Store) -> set[tuple[str, str, str]]:
    quads = store.quads(iris.DERIVED_GRAPH.value)
    return {tuple(str(t.value).removeprefix(iris.DEF) for t in (q.subject, q.predicate, q.object)) for q in quads}  # type: ignore[union-attr,misc]


BOTH_SAY = [
    ("37000000", "37400000", {("urn:a-obs", "corroborates", "urn:b-obs")}),
    ("37000000", "35000000", {("urn:a-obs", "contradicts", "urn:b-obs")}),
]


@pytest.mark.parametrize("order", ["ab", "ba"])
@pytest.mark.parametrize(("one", "other", "found"), BOTH_SAY, ids=["agree", "disagree"])
def test_whichever_comes_first_the_same_is_stated(
    tmp_path: Path, order: str, one: str, other: str, found: set[tuple[str, str, str]]
) -> None:
    documents = {"a": figure("a", one), "b": figure("b", other)}
    with writing(tmp_path) as store:
        for name in order:
            store.replace(documents[name])
        assert verdicts(store) == found


def test_a_corrected_text_is_compared_anew(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(figure("a", "37000000"))
        store.replace(figure("b", "35000000", call="later"))
        store.replace(figure("c", "37000000", call="later"))
        assert verdicts(store) == {("urn:a-obs", "corroborates", "urn:c-obs")}


def test_storing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(figure("a", "37000000"))
        store.replace(figure("b", "35000000"))
        before = frozenset(store.quads())
        store.replace(figure("a", "37000000"))
        assert frozenset(store.quads()) == before


@pytest.mark.parametrize("gone", ["a", "b"])
def test_a_verdict_goes_with_either_of_its_documents(tmp_path: Path, gone: str) -> None:
    with writing(tmp_path) as store:
        store.replace(figure("a", "37000000"))
        store.replace(figure("b", "35000000"))
        store.drop(gone)
        assert verdicts(store) == set()


def test_two_texts_of_one_call_are_compared_and_other_facts_are_not(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(figure("a", "37000000", call="one", source="x"))
        store.replace(figure("b", "37000000", call="one", source="y"))
        store.replace(figure("c", "35000000", fact="urn:other"))
        assert verdicts(store) == {("urn:a-obs", "corroborates", "urn:b-obs")}


def test_statements_of_all_calls_hold_the_verdicts_and_those_of_one_call_do_not(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(figure("a", "37000000"))
        store.replace(figure("b", "35000000"))
    with reading(tmp_path) as store:
        said = {call: {q.predicate for q in store.statements(call)} & {EC.contradicts} for call in (None, "a", "b")}
    assert said == {None: {EC.contradicts}, "a": set(), "b": set()}
