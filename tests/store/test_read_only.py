"""A store that may be read and not written, as on a read-only disk: everything but writing works there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import decisions
from kg.decisions import Decision, Decisions
from kg.errors import StoreError
from kg.model import EntityId
from kg.store import Document, Entry, Store, reading, writing

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the rights of files are told otherwise here")

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """For as long as this lasts, this process may not do what only root may; it is as it was for anybody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A store with one document, in which nothing may be written or made."""
    home = Path(tempfile.mkdtemp())
    home.chmod(0o755)
    store = home / "store"
    graph = "urn:graph:a"
    said = ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:says"), ox.Literal("a word"), ox.NamedNode(graph))
    entry = Entry("urn:a", graph, "acme_2025", "vendor", "Acme", "2025-01-01/2025-03-31", "a.txt", "made of a")
    with writing(store) as opened:
        opened.replace(Document(entry, frozenset({graph}), frozenset({said})))
    _allow(store, folders=0o555, files=0o444)
    yield store
    _allow(store, folders=0o755, files=0o644)
    shutil.rmtree(home)


def _allow(store: Path, *, folders: int, files: int) -> None:
    for path in (store, *store.rglob("*")):
        path.chmod(folders if path.is_dir() else files)


def asked(store: Store) -> list[str]:
    return [entry.call for entry in store.entries()] + [str(quad.object) for quad in store.quads("urn:graph:a")]


def test_it_can_be_read(folder: Path) -> None:
    with without_rights(), reading(folder) as store:
        assert asked(store) == ["acme_2025", '"a word"']


def test_it_can_be_read_beside_another_reader(folder: Path) -> None:
    with without_rights(), reading(folder) as one, reading(folder, patience=0) as other:
        assert asked(one) == asked(other)


def test_it_can_be_read_where_no_lock_was_copied_with_it(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "lock").unlink()
    folder.chmod(0o555)
    with without_rights(), reading(folder) as store:
        assert asked(store) == ["acme_2025", '"a word"']
    assert not (folder / "lock").exists()


def test_what_is_to_be_written_is_refused_in_one_sentence(folder: Path) -> None:
    refused = pytest.raises(StoreError, match=r"may not be written .+; name another folder with --store")
    with without_rights(), refused, writing(folder):
        pass


def test_an_interrupted_build_is_named_where_it_cannot_be_cleared_away(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "loading").touch()
    folder.chmod(0o555)
    with without_rights(), pytest.raises(StoreError, match="a build was interrupted here"), reading(folder):
        pass


def test_decisions_are_refused_in_one_sentence(folder: Path) -> None:
    taken = Decisions((Decision("Clout", EntityId("segment/cloud"), accepted=True),))
    with without_rights(), pytest.raises(StoreError, match="decisions cannot be kept here"):
        decisions.write(folder, taken)
