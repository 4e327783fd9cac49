"""What calls have to do with each other is the same in whatever order they come, and goes with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import to_document
from kg.model import Reading
from kg.rdf import iris
from kg.rdf.vocab import EC
from kg.store import Document, Store, reading, writing

NAMES = ("2023-Q3", "2023-Q4", "2024-Q1")
FIRST, SECOND, THIRD = (f"quillon-freight_{end}" for end in ("2023-09-30", "2023-12-31", "2024-03-31"))


@pytest.fixture(scope="module")
def documents(quarters: Mapping[str, Reading]) -> Mapping[str, Document]:
    return {name: to_document(quarters[name], fingerprint=name)[0] for name in NAMES}


def held(folder: Path, documents: Sequence[Document]) -> frozenset[ox.Quad]:
    """What a store says that took these documents in one after the other."""
    with writing(folder) as store:
        for document in documents:
            store.replace(document)
        return frozenset(store.quads())


def follows(store: Store) -> set[tuple[str, str]]:
    links = store.match(None, EC.previousCall)
    return {(iris.call_slug(str(q.subject.value)), iris.call_slug(str(q.object.value))) for q in links}  # type: ignore[union-attr]


@pytest.mark.parametrize("order", list(permutations(NAMES)), ids="-".join)
def test_any_order_comes_to_the_same_store(
    documents: Mapping[str, Document], order: tuple[str, ...], tmp_path: Path
) -> None:
    one = held(tmp_path / "one", [documents[name] for name in NAMES])
    assert held(tmp_path / "other", [documents[name] for name in order]) == one


@pytest.mark.parametrize(("call", "name"), [(FIRST, NAMES[0]), (SECOND, NAMES[1]), (THIRD, NAMES[2])])
def test_a_call_that_is_dropped_leaves_no_trace(
    documents: Mapping[str, Document], call: str, name: str, tmp_path: Path
) -> None:
    never = held(tmp_path / "never", [documents[other] for other in NAMES if other != name])
    with writing(tmp_path / "dropped") as store:
        for document in documents.values():
            store.replace(document)
        store.drop(call)
        assert frozenset(store.quads()) == never


def test_gathered_documents_come_to_the_same_store(documents: Mapping[str, Document], tmp_path: Path) -> None:
    with writing(tmp_path / "loaded") as store, store.gathering():
        for document in documents.values():
            store.replace(document)
    with reading(tmp_path / "loaded") as store:
        assert frozenset(store.quads()) == held(tmp_path / "one", list(documents.values()))


def test_a_call_in_the_middle_parts_its_neighbours(documents: Mapping[str, Document], tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(documents["2024-Q1"])
        store.replace(documents["2023-Q3"])
        assert follows(store) == {(THIRD, FIRST)}
        store.replace(documents["2023-Q4"])
        assert follows(store) == {(THIRD, SECOND), (SECOND, FIRST)}
        store.drop(SECOND)
        assert follows(store) == {(THIRD, FIRST)}


def test_a_value_before_that_differs_restates_the_figure_of_the_earlier_call(quillon: Store) -> None:
    found = quillon.match(None, EC.restatesAsPrior)
    named = [tuple(_name(quillon, end) for end in (quad.subject, quad.object)) for quad in found]
    assert named == [
        ("Quillon Freight: adjusted EBITDA USD 35 million, down", "Quillon Freight: adjusted EBITDA USD 37 million"),
    ]


def _name(store: Store, node: object) -> str:
    assert isinstance(node, ox.NamedNode)
    return next(quad.object.value for quad in store.match(node, EC.name) if isinstance(quad.object, ox.Literal))
