"""A node of the graph with its neighbours, for walking from a claim to its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf.vocab import EC, RDF
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Node:
    """One resource in a store."""

    store: Store
    iri: ox.NamedNode

    def text(self, predicate: ox.NamedNode) -> str | None:
        """The first literal of a property, in order of its characters; None where there is none."""
        objects = (quad.object for quad in self.store.match(self.iri, predicate))
        return min((term.value for term in objects if isinstance(term, ox.Literal)), default=None)

    def texts(self, predicate: ox.NamedNode) -> tuple[str, ...]:
        """All literals of a property, sorted."""
        objects = (quad.object for quad in self.store.match(self.iri, predicate))
        return tuple(sorted({term.value for term in objects if isinstance(term, ox.Literal)}))

    def nodes(self, predicate: ox.NamedNode) -> tuple[Node, ...]:
        """The resources that a property leads to, sorted by IRI."""
        objects = (quad.object for quad in self.store.match(self.iri, predicate))
        return tuple(self._sorted(term for term in objects if isinstance(term, ox.NamedNode)))

    def node(self, predicate: ox.NamedNode) -> Node | None:
        """The first of `nodes`."""
        return next(iter(self.nodes(predicate)), None)

    def pointing(self, predicate: ox.NamedNode) -> tuple[Node, ...]:
        """The resources whose property leads here, sorted by IRI."""
        subjects = (quad.subject for quad in self.store.match(None, predicate, self.iri))
        return tuple(self._sorted(term for term in subjects if isinstance(term, ox.NamedNode)))

    def is_a(self, kind: ox.NamedNode) -> bool:
        """Whether the node has a type."""
        return any(True for _ in self.store.match(self.iri, RDF.type, kind))

    def exists(self) -> bool:
        """Whether the store says anything about it."""
        return any(True for _ in self.store.match(self.iri))

    @property
    def name(self) -> str:
        """Its plain name, or failing that the end of its IRI."""
        return self.text(EC.name) or self.local

    @property
    def local(self) -> str:
        """The end of its IRI."""
        return self.iri.value.rstrip("/").rsplit("/", 1)[-1]

    def number(self, predicate: ox.NamedNode) -> int | None:
        """An integer property."""
        value = self.text(predicate)
        return int(value) if value is not None else None

    def _sorted(self, terms: Iterator[ox.NamedNode]) -> Iterator[Node]:
        return (Node(self.store, term) for term in sorted(set(terms), key=lambda term: term.value))


def subjects(store: Store, predicate: ox.NamedNode, object: ox.NamedNode | None = None) -> tuple[Node, ...]:
    """The resources that have a property, or have it with one value, sorted by IRI."""
    found = {quad.subject for quad in store.match(None, predicate, object)}
    named = (subject for subject in found if isinstance(subject, ox.NamedNode))
    return tuple(Node(store, subject) for subject in sorted(named, key=lambda subject: subject.value))
