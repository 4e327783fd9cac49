"""What a store holds, for reading: documents in the catalogue, questions over all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg.errors import QueryError, StoreError, UnknownName
from kg.nearest import nearest
from kg.rdf import iris
from kg.rdf.vocab import EC, RDF
from kg.store.across import claims, verdicts
from kg.store.document import CALL_TEXT, Entry
from kg.store.guard import names_its_graphs, refuse_side_effects
from kg.store.manifests import Manifests
from kg.store.misspelt import why_no_sparql
from kg.store.naming import with_one_name

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Contents:
    """The documents of a store and their statements, as they are."""

    def __init__(self, database: ox.Store, manifests: Manifests) -> None:
        self._database = database
        self._manifests = manifests

    def close(self) -> None:
        """Let the database go: it closes when the last reference to it does."""
        self._manifests.close()
        del self._database

    def entries(self) -> tuple[Entry, ...]:
        """What is in the store, sorted by call and source."""
        return in_order(self._live(self._manifests.entries()))

    def calls(self) -> tuple[str, ...]:
        """The calls in the store, each once."""
        return tuple(sorted({entry.call for entry in self.entries_of(None) if entry.call}))

    def entries_of(self, call: str | None) -> tuple[Entry, ...]:
        """The documents of a call, or of all calls; raises `UnknownName` with the nearest call that is there.

        `acme_2024-09-30@vendor` names one of several texts of a call.
        """
        if call is None:
            return tuple(entry for entry in self.entries() if entry.kind == CALL_TEXT)
        return in_order(self._named(call))

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
        return tuple(sorted(with_one_name(found), key=str))

    def quads(self, *graphs: str) -> Iterator[ox.Quad]:
        """The statements of some graphs, or of all; in no order."""
        if not graphs:
            yield from self._database.quads_for_pattern(None, None, None)
        for graph in graphs:
            yield from self._database.quads_for_pattern(None, None, None, ox.NamedNode(graph))

    def _statements(self, key: str) -> set[ox.Quad]:
        manifest = self._manifests.read(key)
        found = parsed(manifest.shared)
        for graph in sorted(manifest.graphs):
            found |= set(self._database.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
        return found | catalogue(manifest.entry, key)

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


def parsed(lines: Iterable[str]) -> set[ox.Quad]:
    """Statements from their lines of N-Quads."""
    return set(ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS))


def in_order(entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """Documents by call and source."""
    return tuple(sorted(entries.values(), key=lambda e: (e.call, e.source, e.document)))


def catalogue(entry: Entry, key: str) -> set[ox.Quad]:
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
