"""A thing that calls spell differently has one name in the store, whatever the order in which they come and go."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.rdf import iris
from kg.rdf.vocab import EC, SKOS
from kg.store import Document, Entry, Store, writing

THING = ox.NamedNode("urn:thing")
SPELLINGS = ("Topcourt", "TopCourt", "Topcourt-Club")


def document(name: str) -> Document:
    """A document that says nothing but how a thing is named."""
    said, graph = ox.NamedNode(f"urn:doc:{name}"), ox.NamedNode(f"urn:graph:{name}")
    quads = {ox.Quad(THING, EC.name, ox.Literal(name), iris.REGISTRY_GRAPH), ox.Quad(said, EC.name, said, graph)}
    entry = Entry(said.value, graph.value, f"call-{name}", "text", "Lumen", "2024", name, fingerprint=name)
    return Document(entry, frozenset({graph.value}), frozenset(quads))


def names(store: Store) -> tuple[list[str], list[str]]:
    """The name of the thing, and its other names."""
    found = (store.match(THING, predicate) for predicate in (EC.name, EC.otherName))
    one, others = (sorted(quad.object.value for quad in quads) for quads in found)
    return one, others


@pytest.mark.parametrize("order", list(permutations(SPELLINGS)), ids="-".join)
def test_a_thing_has_one_name_in_any_order(order: Sequence[str], tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        for name in order:
            store.replace(document(name))
        assert names(store) == (["TopCourt"], ["Topcourt", "Topcourt-Club"])


def test_gathering_gives_it_one_name_too(tmp_path: Path) -> None:
    with writing(tmp_path) as store, store.gathering():
        for name in SPELLINGS:
            store.replace(document(name))
    with writing(tmp_path) as store:
        assert names(store) == (["TopCourt"], ["Topcourt", "Topcourt-Club"])


@pytest.mark.parametrize(
    ("dropped", "left"),
    [("TopCourt", (["Topcourt"], ["Topcourt-Club"])), ("Topcourt", (["TopCourt"], ["Topcourt-Club"]))],
)
def test_a_name_goes_with_the_last_call_that_gave_it(
    dropped: str, left: tuple[list[str], list[str]], tmp_path: Path
) -> None:
    with writing(tmp_path) as store:
        for name in SPELLINGS:
            store.replace(document(name))
        store.drop(f"call-{dropped}")
        assert names(store) == left


def test_all_calls_together_are_written_out_with_one_name(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        for name in SPELLINGS:
            store.replace(document(name))
        found = {
            quad.object.value for quad in store.statements() if quad.predicate == EC.name and quad.subject == THING
        }
    assert found == {"TopCourt"}


def labelled(text: str, *, language: str = "en") -> Document:
    """A document that says nothing but what the preferred label of a thing is."""
    said, graph = ox.NamedNode(f"urn:doc:{text}"), ox.NamedNode(f"urn:graph:{text}")
    label = ox.Literal(text, language=language)
    quads = {ox.Quad(THING, SKOS.prefLabel, label, iris.REGISTRY_GRAPH), ox.Quad(said, EC.name, said, graph)}
    entry = Entry(said.value, graph.value, f"call-{text}", "text", "Lumen", "2024", text, fingerprint=text)
    return Document(entry, frozenset({graph.value}), frozenset(quads))


def labels(store: Store) -> tuple[list[str], list[str]]:
    """The preferred labels of the thing, and those that other documents prefer."""
    found = (store.match(THING, predicate) for predicate in (SKOS.prefLabel, EC.otherName))
    one, others = (sorted(str(quad.object) for quad in quads) for quads in found)
    return one, others


@pytest.mark.parametrize("gathered", [False, True], ids=["one by one", "at once"])
@pytest.mark.parametrize("order", list(permutations(SPELLINGS)), ids="-".join)
def test_a_thing_has_one_preferred_label_a_language(order: Sequence[str], gathered: bool, tmp_path: Path) -> None:
    with writing(tmp_path) as store, store.gathering() if gathered else nullcontext():
        for text in order:
            store.replace(labelled(text))
        store.replace(labelled("頂場", language="zh-hant"))
    with writing(tmp_path) as store:
        assert labels(store) == (['"TopCourt"@en', '"頂場"@zh-hant'], ['"Topcourt"@en', '"Topcourt-Club"@en'])
        store.drop("call-TopCourt")
        assert labels(store) == (['"Topcourt"@en', '"頂場"@zh-hant'], ['"Topcourt-Club"@en'])
