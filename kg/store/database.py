"""The database on disk: documents go in and out whole, questions go over all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from kg.errors import QueryError, StoreError, UnknownName
from kg.nearest import nearest
from kg.rdf import iris
from kg.rdf.vocab import EC, RDF
from kg.store.across import across, claims, verdicts
from kg.store.document import CALL_TEXT, Document, Entry
from kg.store.guard import names_its_graphs, refuse_side_effects
from kg.store.manifests import Manifest, Manifests
from kg.store.update import delta

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store:
    """Documents and their statements. Open one with `reading` or `writing`, which hold the lock."""

    def __init__(self, database: ox.Store, manifests: Manifests) -> None:
        self._database = database
        self._manifests = manifests

    def close(self) -> None:
        """Let the database go: it closes when the last reference to it does."""
        del self._database

    # ------------------------------------------------------------ documents

    def entries(self) -> tuple[Entry, ...]:
        """What is in the store, sorted by call and source."""
        entries = (self._manifests.entry(key) for key in self._keys().values())
        return tuple(sorted(entries, key=lambda e: (e.call, e.source, e.document)))

    def calls(self) -> tuple[str, ...]:
        """The calls in the store, each once."""
        return tuple(sorted({entry.call for entry in self.entries_of(None) if entry.call}))

    def entries_of(self, call: str | None) -> tuple[Entry, ...]:
        """The documents of a call, or of all calls; raises `UnknownName` with the nearest call that is there.

        `acme_2024-09-30@vendor` names one of several texts of a call.
        """
        if call is None:
            return tuple(entry for entry in self.entries() if entry.kind == CALL_TEXT)
        found = tuple(entry for entry in self.entries() if call in (entry.call, f"{entry.call}@{entry.source}"))
        if not found:
            raise UnknownName(f"no call {call!r} in this store; {nearest(call, self.calls(), 'kg calls')}")
        return found

    def made_of(self, fingerprint: str) -> Entry | None:
        """The document made from exactly this, if it is there."""
        return next((entry for entry in self.entries() if entry.fingerprint == fingerprint), None)

    def keep_vocabulary(self, quads: Iterable[ox.Quad], *, graphs: Sequence[str]) -> None:
        """Make these graphs hold exactly these statements: the ontology of the program that writes."""
        held, new = set(self.quads(*graphs)), set(quads)
        update = delta(held - new, new - held)
        if update:
            self._run(update)

    def replace(self, document: Document) -> None:
        """Take a document in, in place of any text of the same call and source, in one transaction."""
        entry = document.entry
        former = [
            key
            for node, key in self._keys().items()
            if node == entry.document or _same_text(self._manifests.entry(key), entry)
        ]
        self._exchange(former, document)

    def drop(self, call: str) -> tuple[Entry, ...]:
        """Take every document of a call out, with all that no other document says; returns what went."""
        gone = self.entries_of(call)
        keys = self._keys()
        self._exchange([keys[entry.document] for entry in gone], None)
        return gone

    def _exchange(self, former: list[str], document: Document | None) -> None:
        held: set[ox.Quad] = set()
        kept = [key for key in self._keys().values() if key not in former]
        for key in former:
            held |= self._statements(key)
        held |= verdicts(self._database, claims(held))
        new = self._signed(document) if document else set()
        new |= across(self._database, new, gone=claims(held))
        gone = held - new
        candidates = {_line(quad): quad for quad in gone}
        gone -= {candidates[line] for line in self._manifests.still_shared(candidates.keys(), kept)}
        update = delta(gone, new - held)
        if update:
            self._run(update)
        self._manifests.sweep(self._keys().values())

    def _signed(self, document: Document) -> set[ox.Quad]:
        """The document's statements and the one by which the catalogue refers to its manifest."""
        shared = frozenset(_line(quad) for quad in document.shared)
        key = self._manifests.write(Manifest(document.entry, document.graphs, shared))
        return set(document.quads) | _catalogue(document.entry, key)

    def _statements(self, key: str) -> set[ox.Quad]:
        manifest = self._manifests.read(key)
        found = set(ox.parse("\n".join(manifest.shared).encode(), format=ox.RdfFormat.N_QUADS))
        for graph in sorted(manifest.graphs):
            found |= set(self._database.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
        return found | _catalogue(manifest.entry, key)

    def _keys(self) -> dict[str, str]:
        """Manifest keys by document."""
        quads = self._database.quads_for_pattern(None, EC.manifest, None, iris.CATALOG_GRAPH)
        return {_value(quad.subject): _value(quad.object) for quad in quads}

    def _run(self, update: str) -> None:
        try:
            self._database.update(update)
            self._database.flush()
        except OSError as error:
            raise StoreError(f"the store cannot be written: {error}; is the disk full or read-only?") from error

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
            raise QueryError(f"{name}: {error}") from error

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
        keys = self._keys()
        found: set[ox.Quad] = set()
        for entry in self.entries_of(call) if call is not None else self.entries():
            found |= self._statements(keys[entry.document])
        said = claims(found)
        found |= {quad for quad in verdicts(self._database, said) if quad.subject in said and quad.object in said}
        return tuple(sorted(found, key=str))

    def quads(self, *graphs: str) -> Iterator[ox.Quad]:
        """The statements of some graphs, or of all; in no order."""
        if not graphs:
            yield from self._database.quads_for_pattern(None, None, None)
        for graph in graphs:
            yield from self._database.quads_for_pattern(None, None, None, ox.NamedNode(graph))


def _same_text(old: Entry, new: Entry) -> bool:
    return (old.call, old.source) == (new.call, new.source)


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


def _line(quad: ox.Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object} {quad.graph_name} ."


def _value(term: object) -> str:
    if isinstance(term, ox.NamedNode | ox.Literal):
        return term.value
    raise StoreError(f"the catalogue refers to {term}, which is neither an IRI nor a text; build the store anew")
