"""A store's folder: made if need be, locked, opened and closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError, StoreInUse
from kg.store.database import Store
from kg.store.lock import PATIENCE, locked
from kg.store.manifests import Manifests, make_tables

GRAPH_FOLDER = "graph"
MANIFESTS = "manifests.db"
LOADING = "loading"
"""Is there while a document's own statements are in the graph and the catalogue does not know of them yet."""

OWN = frozenset({GRAPH_FOLDER, MANIFESTS, LOADING, "lock", "decisions.jsonl"})
"""What a folder must hold, if only one of these, to be taken for a store."""


@contextmanager
def writing(folder: Path, *, patience: float = PATIENCE) -> Iterator[Store]:
    """The store in a folder, made if need be, for this process alone; raises `StoreInUse` or `StoreError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        foreign = _foreign(folder)
    except OSError as error:
        raise StoreError(f"{folder}: no store can be made here: {error.strerror}; name another folder") from error
    if foreign is not None:
        raise StoreError(f"{folder}: holds other files ({foreign}); name an empty folder or a new one with --store")
    with _guarded(folder, exclusive=True, patience=patience):
        if not (folder / GRAPH_FOLDER).exists():
            make_tables(folder / MANIFESTS)
        with _served(folder, ox.Store) as store:
            store.recover()
            try:
                yield store
            finally:
                store.flush()


@contextmanager
def reading(folder: Path, *, patience: float = PATIENCE) -> Iterator[Store]:
    """The store in a folder, beside other readers; raises `StoreError` where there is none, or `StoreInUse`."""
    if not (folder / GRAPH_FOLDER).is_dir():
        raise StoreError(f"{folder}: there is no store here; make one with: kg build FILE --store {folder}")
    if (folder / LOADING).exists():  # a process was killed, unless it holds the lock still
        _mend(folder, patience)
    with _guarded(folder, exclusive=False, patience=patience), _served(folder, ox.Store.read_only) as store:
        yield store


def _mend(folder: Path, patience: float) -> None:
    """Take out what a killed process left half done, which opening for writing does."""
    try:
        with writing(folder, patience=patience):
            pass
    except StoreInUse:
        raise
    except StoreError as error:
        raise StoreError(
            f"{folder}: a build was interrupted here, and what it left cannot be cleared away: the folder may not be "
            "written; copy it to where it may"
        ) from error


def _foreign(folder: Path) -> str | None:
    """A file of somebody else's in a folder that is no store; None where a store is or may be made."""
    names = sorted(path.name for path in folder.iterdir())
    return names[0] if names and OWN.isdisjoint(names) else None


@contextmanager
def _served(folder: Path, open_database: Callable[[str], ox.Store]) -> Iterator[Store]:
    """A store for as long as the caller wants it; the database is closed before the lock is released."""
    try:
        manifests = Manifests(folder / MANIFESTS)
        store = Store(partial(open_database, str(folder / GRAPH_FOLDER)), manifests, loading=folder / LOADING)
    except (OSError, ValueError, RuntimeError) as error:  # RocksDB's refusals come as OSError or RuntimeError
        raise StoreError(f"{folder}: the store is damaged or cannot be opened ({error}); build it anew") from error
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _guarded(folder: Path, *, exclusive: bool, patience: float) -> Iterator[None]:
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(folder, exclusive=exclusive, patience=patience))
        except OSError as error:
            why = f"may not be {'written' if exclusive else 'read'} ({error.strerror})"
            raise StoreError(f"{folder}: the store {why}; name another folder with --store") from error
        yield
