"""The things that a document speaks of: their names and types, from the registry and the list of metrics."""

from __future__ import annotations

import pyoxigraph as ox

from kg.facts_file.nodes import Nodes
from kg.rdf import codes, vocabulary
from kg.rdf.vocab import EC, RDF

UNNAMED = "Unknown"
"""The name under which the graph keeps speakers whom a call does not name; a facts file leaves it out."""


class Known:
    """Names and types by IRI; `own` is the document's graph, `shared` the registry."""

    def __init__(self, own: Nodes, shared: Nodes) -> None:
        self._own = own
        self._shared = shared
        self._listed = Nodes(q for q in vocabulary() if q.predicate == EC.name)

    def spoken_of(self) -> list[str]:
        """Entities that the call names, and metrics even where it only paraphrases them; by type, then name."""
        document = self._own.of_type(EC.Transcript, RDF.type)
        known = {
            subject
            for kind in codes.CLASS.values()
            for subject in self._shared.of_type(kind, RDF.type) + self._listed_metrics(kind)
            if set(document) & set(self._shared.all(subject, EC.knownFrom))
        }
        spoken = (n for n in known if self.type(n) == "Metric" or self._own.subjects_of(EC.refersTo, n))
        return sorted(spoken, key=lambda n: (self.type(n), self.name(n), n))

    def _listed_metrics(self, kind: ox.NamedNode) -> list[str]:
        """Metrics of the general list, which the registry does not describe again."""
        return self._listed.subjects() if kind == EC.Metric else []

    def type(self, entity: str) -> str:
        """The type's word in a facts file."""
        for name, kind in codes.CLASS.items():
            if kind.value in self._shared.all(entity, RDF.type):
                return name.value
        return "Metric"

    def name(self, entity: str) -> str:
        """The name by which every call knows it."""
        return self._shared.maybe(entity, EC.name) or self._listed.one(entity, EC.name)

    def maybe_name(self, entity: str | None) -> str | None:
        """The name of an entity, if there is one."""
        return self.name(entity) if entity else None

    def names(self, subject: str, predicate: ox.NamedNode) -> tuple[str, ...]:
        """The names of all that a claim points to by a property, sorted."""
        return tuple(sorted(self.name(entity) for entity in self._own.all(subject, predicate)))

    def who(self, person: str) -> str | None:
        """A person's name; None for somebody whom the call leaves unnamed."""
        name = self.name(person)
        return None if name == UNNAMED else name
