"""A thing that calls spell differently has one name in the store, whatever the order in which they come and go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.rdf import iris
from kg.rdf.vocab import EC
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
