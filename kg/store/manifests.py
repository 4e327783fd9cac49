"""What each document put into the graphs that documents share, so that exactly that can be taken out again.

A manifest is a file named by the hash of its content. It is written before the database refers to it and removed after
the database has ceased to, so a process killed in between leaves at most a file that nobody refers to.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from kg.errors import StoreError
from kg.store.document import Entry

SUFFIX = ".nq.gz"


@dataclass(frozen=True, slots=True)
class Manifest:
    """An entry, the graphs that are the document's own, and its N-Quads lines in shared graphs."""

    entry: Entry
    graphs: frozenset[str]
    shared: frozenset[str]


class Manifests:
    """A folder of manifests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._entries: dict[str, Entry] = {}

    def write(self, manifest: Manifest) -> str:
        """Keep a manifest; returns the key by which the database refers to it."""
        fields = {"entry": asdict(manifest.entry), "graphs": sorted(manifest.graphs)}
        header = json.dumps(fields, ensure_ascii=False)
        content = "\n".join([header, *sorted(manifest.shared)]).encode()
        key = hashlib.sha256(content).hexdigest()[:32]
        self._folder.mkdir(exist_ok=True)
        draft = self._folder / f"{key}.draft"
        draft.write_bytes(gzip.compress(content, mtime=0))
        draft.replace(self._path(key))
        return key

    def read(self, key: str) -> Manifest:
        """The manifest of a key."""
        with self._opened(key) as handle:
            header, *lines = handle.read().split("\n")
            fields = json.loads(header)
            return Manifest(Entry(**fields["entry"]), frozenset(fields["graphs"]), frozenset(lines))

    def entry(self, key: str) -> Entry:
        """Only the entry of a manifest: quick, for a list of many; a key stands for one content, so once is enough."""
        if key not in self._entries:
            with self._opened(key) as handle:
                self._entries[key] = Entry(**json.loads(handle.readline())["entry"])
        return self._entries[key]

    @contextmanager
    def _opened(self, key: str) -> Iterator[IO[str]]:
        path = self._path(key)
        try:
            with gzip.open(path, "rt", encoding="utf-8", newline="\n") as handle:
                yield handle
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{path}: made by another version of kg, or damaged; build the store anew") from error

    def still_shared(self, lines: Collection[str], keys: Iterable[str]) -> frozenset[str]:
        """Those of the lines that documents of the given keys hold as well."""
        wanted = frozenset(lines)
        held: set[str] = set()
        for key in keys if wanted else ():
            held |= wanted & self.read(key).shared
        return frozenset(held)

    def sweep(self, keys: Collection[str]) -> None:
        """Remove the files that nobody refers to."""
        for path in self._folder.glob("*"):
            if path.name.removesuffix(SUFFIX) not in keys:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{SUFFIX}"
