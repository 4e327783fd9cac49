"""What each document put into the graphs that documents share, so that exactly that can be taken out again.

A manifest is named by the hash of its content. It is written before the database refers to it and removed after the
database has ceased to, so a process killed in between leaves at most one that nobody refers to. They lie in a table
beside the graph, by call, by fingerprint and by line, so that no question about one document reads those of others.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from kg.errors import StoreError
from kg.store.document import Entry

_TABLES = """
    CREATE TABLE IF NOT EXISTS manifest (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, call TEXT NOT NULL, fingerprint TEXT NOT NULL,
        entry TEXT NOT NULL, graphs TEXT NOT NULL, shared BLOB NOT NULL
    );
    CREATE INDEX IF NOT EXISTS manifest_call ON manifest (call);
    CREATE INDEX IF NOT EXISTS manifest_fingerprint ON manifest (fingerprint);
    CREATE TABLE IF NOT EXISTS line (hash INTEGER, manifest INTEGER, PRIMARY KEY (hash, manifest)) WITHOUT ROWID;
"""
_AT_ONCE = 500
"""Lines asked for in one statement: below the least number of parameters that any SQLite takes."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """An entry, the graphs that are the document's own, and its N-Quads lines in shared graphs."""

    entry: Entry
    graphs: frozenset[str]
    shared: frozenset[str]


def make_tables(path: Path) -> None:
    """A file of manifests with no manifest in it, if there is none yet."""
    try:
        with closing(sqlite3.connect(path)) as table:
            table.executescript(_TABLES)
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be written ({error}); name another folder with --store") from error


class Manifests:
    """The manifests of a store, in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._explained():  # not read-only: what a killed process has left half done is rolled back on opening
            self._table = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)

    def close(self) -> None:
        """Let the file go."""
        self._table.close()

    def write(self, manifest: Manifest) -> str:
        """Keep a manifest; returns the key by which the database refers to it."""
        entry = json.dumps(asdict(manifest.entry), ensure_ascii=False)
        graphs, lines = json.dumps(sorted(manifest.graphs)), sorted(manifest.shared)
        key = hashlib.sha256("\n".join([entry, graphs, *lines]).encode()).hexdigest()[:32]
        row = (key, manifest.entry.call, manifest.entry.fingerprint, entry, graphs, _packed(lines))
        with self._transaction():
            if self._id(key) is None:
                put = "INSERT INTO manifest (key, call, fingerprint, entry, graphs, shared) VALUES (?, ?, ?, ?, ?, ?)"
                id = self._table.execute(put, row).lastrowid
                self._table.executemany("INSERT INTO line VALUES (?, ?)", ((_hash(line), id) for line in lines))
        return key

    def read(self, key: str) -> Manifest:
        """The manifest of a key."""
        entry, graphs, shared = self._row("SELECT entry, graphs, shared FROM manifest WHERE key = ?", key)
        with self._explained():
            return Manifest(_entry(entry), frozenset(json.loads(graphs)), frozenset(_lines(shared)))

    def entry(self, key: str) -> Entry:
        """Only the entry of a manifest."""
        (entry,) = self._row("SELECT entry FROM manifest WHERE key = ?", key)
        with self._explained():
            return _entry(entry)

    def entries(self) -> dict[str, Entry]:
        """All of them by key."""
        return self._entries("SELECT key, entry FROM manifest")

    def of_call(self, call: str) -> dict[str, Entry]:
        """Those of one call by key."""
        return self._entries("SELECT key, entry FROM manifest WHERE call = ?", call)

    def made_of(self, fingerprint: str) -> dict[str, Entry]:
        """Those with a fingerprint by key."""
        return self._entries("SELECT key, entry FROM manifest WHERE fingerprint = ?", fingerprint)

    def still_shared(self, lines: Collection[str], *, without: Collection[str]) -> frozenset[str]:
        """Those of the lines that documents other than those of the given keys hold as well."""
        not_these = [id for id in map(self._id, without) if id is not None]
        known = {_hash(line): line for line in lines}
        held: set[str] = set()
        for some in _chunks(known):
            ask = f"SELECT hash FROM line WHERE hash IN ({_marks(some)}) AND manifest NOT IN ({_marks(not_these)})"
            with self._explained():
                held |= {known[hash] for (hash,) in self._table.execute(ask, (*some, *not_these))}
        return frozenset(held)

    def keys(self) -> frozenset[str]:
        """The keys that are there."""
        with self._explained():
            return frozenset(key for (key,) in self._table.execute("SELECT key FROM manifest"))

    def remove(self, keys: Iterable[str]) -> None:
        """Forget the manifests of these keys."""
        with self._transaction():
            for key in keys:
                hashes = {_hash(line) for line in self.read(key).shared}
                id = self._id(key)
                self._table.executemany("DELETE FROM line WHERE hash = ? AND manifest = ?", ((h, id) for h in hashes))
                self._table.execute("DELETE FROM manifest WHERE id = ?", (id,))

    def _id(self, key: str) -> int | None:
        with self._explained():
            row = self._table.execute("SELECT id FROM manifest WHERE key = ?", (key,)).fetchone()
        return None if row is None else int(row[0])

    def _row(self, ask: str, key: str) -> tuple[str, ...]:
        with self._explained():
            row: tuple[str, ...] | None = self._table.execute(ask, (key,)).fetchone()
        if row is None:
            raise StoreError(f"{self._path}: a document's manifest is missing; build the store anew")
        return row

    def _entries(self, ask: str, *values: str) -> dict[str, Entry]:
        with self._explained():
            return {key: _entry(entry) for key, entry in self._table.execute(ask, values)}

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._explained():
            self._table.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._table.execute("ROLLBACK")
                raise
            self._table.execute("COMMIT")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, TypeError, ValueError) as error:
            raise StoreError(
                f"{self._path}: made by another version of kg, damaged, or not to be written ({error}); "
                "build the store anew"
            ) from error


def _packed(lines: Iterable[str]) -> bytes:
    return zlib.compress("\n".join(lines).encode())


def _lines(packed: str | bytes) -> list[str]:
    if not isinstance(packed, bytes):
        raise ValueError("no packed lines")
    text = zlib.decompress(packed).decode()
    return text.split("\n") if text else []


def _entry(text: str) -> Entry:
    return Entry(**json.loads(text))


def _hash(line: str) -> int:
    """Sixty-four bits of a line, as SQLite keeps numbers."""
    return int.from_bytes(hashlib.blake2b(line.encode(), digest_size=8).digest(), signed=True)


def _chunks(hashes: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(sorted(hashes))
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
