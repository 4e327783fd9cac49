"""What each document put into the graphs that documents share, so that exactly that can be taken out again.

A manifest is a file named by the hash of its content. It is written before the database refers to it and removed after
the database has ceased to, so a process killed in between leaves at most a file that nobody refers to.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.store.document import Entry

SUFFIX = ".nq.gz"


@dataclass(frozen=True, slots=True)
class Manifest:
    """An entry, the document's graph, all graphs that are its own, and its N-Quads lines in shared graphs."""

    entry: Entry
    graph: str
    graphs: frozenset[str]
    shared: frozenset[str]


class Manifests:
    """A folder of manifests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, manifest: Manifest) -> str:
        """Keep a manifest; returns the key by which the database refers to it."""
        places = {"graph": manifest.graph, "graphs": sorted(manifest.graphs)}
        header = json.dumps({"entry": asdict(manifest.entry)} | places, ensure_ascii=False)
        content = "\n".join([header, *sorted(manifest.shared)]).encode()
        key = hashlib.sha256(content).hexdigest()[:32]
        self._folder.mkdir(exist_ok=True)
        draft = self._folder / f"{key}.draft"
        draft.write_bytes(gzip.compress(content, mtime=0))
        draft.replace(self._path(key))
        return key

    def read(self, key: str) -> Manifest:
        """The manifest of a key."""
        header, *lines = gzip.decompress(self._path(key).read_bytes()).decode().split("\n")
        fields = json.loads(header)
        return Manifest(Entry(**fields["entry"]), fields["graph"], frozenset(fields["graphs"]), frozenset(lines))

    def entry(self, key: str) -> Entry:
        """Only the entry of a manifest: quick, for a list of many."""
        with gzip.open(self._path(key), "rt", encoding="utf-8") as handle:
            return Entry(**json.loads(handle.readline())["entry"])

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
