"""The database on disk: documents go in and out whole, questions go over all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError, StoreError, UnknownName
from kg.nearest import nearest
from kg.rdf import iris
from kg.rdf.vocab import EC, RDF
from kg.store.across import claims, verdicts
from kg.store.document import CALL_TEXT, Document, Entry
from kg.store.exchange import arrivals, exchange, line
from kg.store.guard import names_its_graphs, refuse_side_effects
from kg.store.manifests import Manifest, Manifests
from kg.store.misspelt import why_no_sparql
from kg.store.update import delta

AT_ONCE = 50_000
"""Statements gathered on a first load, or changed before they are flushed: enough to pay, and memory stays flat."""

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store:
    """Documents and their statements. Open one with `reading` or `writing`, which hold the lock."""

    def __init__(self, database: ox.Store, manifests: Manifests, *, loading: Path) -> None:
        self._database = database
        self._manifests = manifests
        self._loading = loading
        self._gathered: list[Document] | None = None
        self._unflushed = 0

    def close(self) -> None:
        """Let the database go: it closes when the last reference to it does."""
        self._manifests.close()
        del self._database

    # ------------------------------------------------------------ documents

    def entries(self) -> tuple[Entry, ...]:
        """What is in the store, sorted by call and source."""
        return _sorted(self._live(self._manifests.entries()))

    def calls(self) -> tuple[str, ...]:
        """The calls in the store, each once."""
        return tuple(sorted({entry.call for entry in self.entries_of(None) if entry.call}))

    def entries_of(self, call: str | None) -> tuple[Entry, ...]:
        """The documents of a call, or of all calls; raises `UnknownName` with the nearest call that is there.

        `acme_2024-09-30@vendor` names one of several texts of a call.
        """
        if call is None:
            return tuple(entry for entry in self.entries() if entry.kind == CALL_TEXT)
        return _sorted(self._named(call))

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
        self._exchange(former, document.quads | _catalogue(document.entry, key))
        self._manifests.remove(former - {key})

    @contextmanager
    def first_load(self) -> Iterator[None]:
        """For as long as this lasts, new documents are gathered and taken in many at once, by bulk load.

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
        return _sorted(gone)

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
            self._change(_parsed(lines - self._manifests.still_shared(lines, without=lost)), ())
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
        catalogue = {quad for each in documents for quad in _catalogue(each.entry, self._keep(each))}
        with _explained():
            self._database.bulk_extend({quad for each in documents for quad in each.quads})
        found = arrivals(self._database, [each.quads for each in documents])
        self._change(found.gone, found.new | catalogue)
        self._loading.unlink()
        documents.clear()

    def _statements(self, key: str) -> set[ox.Quad]:
        manifest = self._manifests.read(key)
        found = _parsed(manifest.shared)
        for graph in sorted(manifest.graphs):
            found |= set(self._database.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
        return found | _catalogue(manifest.entry, key)

    def _named(self, call: str) -> dict[str, Entry]:
        """The documents of a call, or the one of a call and a source, by key; raises `UnknownName`."""
        found = self._live(self._manifests.of_call(call))
        if not found:
            name, _, source = call.rpartition("@")
            texts = self._live(self._manifests.of_call(name))
            found = {key: entry for key, entry in texts.items() if entry.source == source}
        if not found:
            raise UnknownName(f"no call {call!r} in this store; {nearest(call, self.calls(), 'kg calls')}")
        return found

    def _live(self, entries: Mapping[str, Entry]) -> dict[str, Entry]:
        """Those to which the catalogue refers."""
        return {
            key: entry for key, entry in entries.items() if (entry.document, key) in self._catalogued(entry.document)
        }

    def _catalogued(self, document: str | None = None) -> set[tuple[str, str]]:
        """Documents with the keys of their manifests: one, or all."""
        node = None if document is None else ox.NamedNode(document)
        quads = self._database.quads_for_pattern(node, EC.manifest, None, iris.CATALOG_GRAPH)
        return {(_value(quad.subject), _value(quad.object)) for quad in quads}

    def _change(self, gone: Collection[ox.Quad], new: Collection[ox.Quad]) -> None:
        update = delta(gone, new)
        if update:
            with _explained():
                self._database.update(update)
            self._unflushed += len(gone) + len(new)
        if self._unflushed > AT_ONCE:
            self.flush()

    # ------------------------------------------------------------ questions

    def query(self, query: str, *, name: str = "query", prefixes: Mapping[str, str] | None = None) -> Answer:
        """Answer over the union of all graphs, or those after FROM; raises `QueryError` with line and column.

        Updates and `SERVICE` are refused. `prefixes` need not be declared in the query.
        """
        if not query.strip():
            raise QueryError(f"{name}: the query is empty; expected SELECT, ASK, CONSTRUCT or DESCRIBE")
        refuse_side_effects(query, name)
        union = not names_its_graphs(query)
        try:
            return self._database.query(query, use_default_graph_as_union=union, prefixes=dict(prefixes or {}))
        except (SyntaxError, ValueError) as error:
            raise QueryError(why_no_sparql(str(error), query, name)) from error

    def match(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object: ox.NamedNode | ox.Literal | None = None,
    ) -> Iterator[ox.Quad]:
        """The statements, in whatever graph, with these parts; in no order."""
        return self._database.quads_for_pattern(subject, predicate, object)

    def statements(self, call: str | None = None) -> tuple[ox.Quad, ...]:
        """What one call or all calls put into the store, sorted; raises `UnknownName` for a call that is not there.

        The ontology is left out: it is the program's, not a call's.
        """
        found: set[ox.Quad] = set()
        for key in self._named(call) if call is not None else self._live(self._manifests.entries()):
            found |= self._statements(key)
        said = claims(found)
        found |= {quad for quad in verdicts(self._database, said) if quad.subject in said and quad.object in said}
        calls = {quad.subject for quad in found if quad.predicate == EC.company}
        links = self._database.quads_for_pattern(None, EC.previousCall, None, iris.DERIVED_GRAPH)
        found |= {quad for quad in links if quad.subject in calls and quad.object in calls}
        return tuple(sorted(found, key=str))

    def quads(self, *graphs: str) -> Iterator[ox.Quad]:
        """The statements of some graphs, or of all; in no order."""
        if not graphs:
            yield from self._database.quads_for_pattern(None, None, None)
        for graph in graphs:
            yield from self._database.quads_for_pattern(None, None, None, ox.NamedNode(graph))


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"the store cannot be written: {error}; is the disk full or read-only?") from error


def _parsed(lines: Iterable[str]) -> set[ox.Quad]:
    return set(ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS))


def _same_text(old: Entry, new: Entry) -> bool:
    return (old.call, old.source) == (new.call, new.source) or old.document == new.document


def _sorted(entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries.values(), key=lambda e: (e.call, e.source, e.document)))


def _catalogue(entry: Entry, key: str) -> set[ox.Quad]:
    """What the catalogue says of a document: which graph describes it, made by which version."""
    document, described = ox.NamedNode(entry.document), ox.NamedNode(entry.graph)
    said = (
        (described, RDF.type, EC.DocumentGraph),
        (described, EC.describes, document),
        (described, EC.pipelineVersion, ox.Literal(entry.version)),
        (document, EC.manifest, ox.Literal(key)),
    )
    return {ox.Quad(subject, predicate, object, iris.CATALOG_GRAPH) for subject, predicate, object in said}


def _value(term: object) -> str:
    if isinstance(term, ox.NamedNode | ox.Literal):
        return term.value
    raise StoreError(f"the catalogue refers to {term}, which is neither an IRI nor a text; build the store anew")
