"""Documents go into a store and out of it whole, each in one transaction or many in one bulk load."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.contents import Contents, catalogue, in_order, parsed
from kg.store.document import Document, Entry
from kg.store.exchange import arrivals, exchange, line
from kg.store.manifests import Manifest, Manifests
from kg.store.memory import give_back
from kg.store.naming import settled
from kg.store.update import delta

AT_ONCE = 50_000
"""Statements gathered before a load, or changed before a flush: enough to pay, few enough to keep memory flat."""


class Store(Contents):
    """Contents that can change. Open one with `reading` or `writing`, which hold the lock."""

    def __init__(self, open_database: Callable[[], ox.Store], manifests: Manifests, *, loading: Path) -> None:
        super().__init__(open_database(), manifests)
        self._open_database = open_database
        self._loading = loading
        self._gathered: list[Document] | None = None
        self._unflushed = 0

    def made_of(self, fingerprint: str) -> Entry | None:
        """The document made from exactly this, if it is there."""
        found = (document.entry for document in self._gathered or () if document.entry.fingerprint == fingerprint)
        return next(iter((*found, *self._live(self._manifests.made_of(fingerprint)).values())), None)

    def keep_vocabulary(self, quads: Iterable[ox.Quad], *, graphs: Sequence[str]) -> None:
        """Make these graphs hold exactly these statements: the ontology of the program that writes."""
        held, new = set(self.quads(*graphs)), set(quads)
        self._change(held - new, new - held)

    def replace(self, document: Document) -> None:
        """Take a document in, in place of any text of the same call and source, wholly or not at all."""
        former = self._former(document.entry)
        if self._gathered is not None and not former:
            self._gather(document)
            return
        key = self._keep(document)
        self._exchange(former, document.quads | catalogue(document.entry, key))
        self._manifests.remove(former - {key})

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """For as long as this lasts, new documents are gathered and taken in a few at once, by bulk load.

        The store comes to hold the same; a process that is killed loses those that it had gathered and no others.
        """
        self._gathered = []
        try:
            yield
        finally:
            self._load(self._gathered)
            self._gathered = None

    def drop(self, call: str) -> tuple[Entry, ...]:
        """Take every document of a call out, with all that no other document says; returns what went."""
        gone = self._named(call)
        self._exchange(gone.keys(), frozenset())
        self._manifests.remove(gone.keys())
        return in_order(gone)

    def flush(self) -> None:
        """Have on disk what is in memory and in the journal, so that the next process opens the store quickly."""
        with _explained():
            self._database.flush()
        self._unflushed = 0

    def recover(self) -> None:
        """Take out what a process that was killed had begun to load: nothing in the catalogue refers to it."""
        lost = self._manifests.keys() - {key for _, key in self._catalogued()}
        if lost:
            kept = {graph for key in self._manifests.keys() - lost for graph in self._manifests.read(key).graphs}
            begun = [self._manifests.read(key) for key in lost]
            for graph in {graph for manifest in begun for graph in manifest.graphs} - kept:
                self._database.remove_graph(ox.NamedNode(graph))
            lines = {line for manifest in begun for line in manifest.shared}
            gone = parsed(lines - self._manifests.still_shared(lines, without=lost))
            self._change(*settled(self._database, gone, frozenset()))
            self._manifests.remove(lost)
        self._loading.unlink(missing_ok=True)

    def _former(self, entry: Entry) -> set[str]:
        """The manifests of what gives way to a document: a text of the same call and source, or the same file."""
        if any(_same_text(entry, waiting.entry) for waiting in self._gathered or ()):
            self._load(self._gathered or [])
        rivals = self._live(self._manifests.of_call(entry.call))
        return {k for k, old in rivals.items() if _same_text(old, entry)} | {
            k for _, k in self._catalogued(entry.document)
        }

    def _keep(self, document: Document) -> str:
        """Write the manifest of a document; returns its key."""
        return self._manifests.write(Manifest(document.entry, document.graphs, frozenset(map(line, document.shared))))

    def _exchange(self, former: Set[str], new: Set[ox.Quad]) -> None:
        held = {quad for key in former for quad in self._statements(key)}
        found = exchange(self._database, self._manifests, held=held, new=new, former=former)
        self._change(found.gone, found.new)

    def _gather(self, document: Document) -> None:
        waiting = self._gathered = [*(self._gathered or ()), document]
        if sum(len(each.quads) for each in waiting) > AT_ONCE:
            self._load(waiting)

    def _load(self, documents: list[Document]) -> None:
        """Take in documents of which the database knows nothing: what they say by bulk load, then the rest.

        Until one update has entered them in the catalogue, a mark beside the graph tells of what is to be taken out.
        """
        if not documents:
            return
        self._loading.touch()
        entered = {quad for each in documents for quad in catalogue(each.entry, self._keep(each))}
        with _explained():
            self._database.bulk_extend(quad for each in documents for quad in each.quads)
        found = arrivals(self._database, [each.quads for each in documents])
        self._change(found.gone, found.new | entered)
        self._loading.unlink()
        documents.clear()
        self._reopen()

    def _change(self, gone: Collection[ox.Quad], new: Collection[ox.Quad]) -> None:
        update = delta(gone, new)
        if update:
            with _explained():
                self._database.update(update)
            self._unflushed += len(gone) + len(new)
        if self._unflushed > AT_ONCE:
            self._reopen()

    def _reopen(self) -> None:
        """Give back the memory that the database takes for what is written and keeps; the lock stays held."""
        self.flush()
        del self._database
        with _explained():
            self._database = self._open_database()
        give_back()


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"the store cannot be written: {error}; is the disk full or read-only?") from error


def _same_text(old: Entry, new: Entry) -> bool:
    return (old.call, old.source) == (new.call, new.source) or old.document == new.document
