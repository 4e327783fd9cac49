"""The statements of a graph, looked up by subject and predicate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

import pyoxigraph as ox

from kg.errors import FactsFileError


class Nodes:
    """Objects by subject and predicate, in a stable order."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                found[quad.subject.value][quad.predicate.value].append(quad.object)
        self._nodes = found
        self._inverse: dict[tuple[str, str], list[str]] = defaultdict(list)
        for subject, node in found.items():
            for predicate, values in node.items():
                for value in values:
                    self._inverse[(predicate, value.value)].append(subject)

    def all(self, subject: str, predicate: ox.NamedNode) -> list[str]:
        """The values of a property, sorted."""
        node = self._nodes.get(subject)
        return sorted(term.value for term in node.get(predicate.value, ())) if node else []

    def maybe(self, subject: str, predicate: ox.NamedNode) -> str | None:
        """The value of a property, or None; the first where documents differ."""
        return next(iter(self.all(subject, predicate)), None)

    def one(self, subject: str, predicate: ox.NamedNode) -> str:
        """The value of a property that every such node has; raises `FactsFileError` where the graph lacks it."""
        value = self.maybe(subject, predicate)
        if value is None:
            raise FactsFileError(f"<{subject}> has no {predicate.value}; build the call again")
        return value

    def number(self, subject: str, predicate: ox.NamedNode) -> int | None:
        """A whole number, or None."""
        value = self.maybe(subject, predicate)
        return None if value is None else int(value)

    def decimal(self, subject: str, predicate: ox.NamedNode) -> Decimal | None:
        """A decimal, or None."""
        value = self.maybe(subject, predicate)
        return None if value is None else Decimal(value)

    def flag(self, subject: str, predicate: ox.NamedNode) -> bool:
        """Whether a property is true; absent is false."""
        return self.maybe(subject, predicate) == "true"

    def of_type(self, kind: ox.NamedNode, types: ox.NamedNode) -> list[str]:
        """Subjects of a class, sorted."""
        return self.subjects_of(types, kind.value)

    def subjects_of(self, predicate: ox.NamedNode, value: str) -> list[str]:
        """Subjects that have a value, sorted."""
        return sorted(self._inverse.get((predicate.value, value), ()))

    def subjects(self) -> list[str]:
        """Every subject, sorted."""
        return sorted(self._nodes)

    def having(self, predicate: ox.NamedNode) -> list[str]:
        """Subjects that have a property, sorted."""
        return sorted(subject for subject, node in self._nodes.items() if predicate.value in node)
