"""What the names in a table mean: the things, metrics and periods of the calls that the store holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.errors import UnknownName
from kg.nearest import nearest
from kg.rdf import iris
from kg.rdf.vocab import EC, RDF, SKOS
from kg.store import Entry, Store

_LABELS = (EC.name, EC.otherName, SKOS.prefLabel, SKOS.altLabel)
_QUARTER = re.compile(
    r"Q(?P<quarter>[1-4])\s*(?:FY)?\s*(?P<year>\d{4})|(?:FY)?\s*(?P<year2>\d{4})[\s-]*Q(?P<quarter2>[1-4])", re.I
)
_DATES = re.compile(r"\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?")


@dataclass(slots=True)
class Names:
    """The names of one company's calls."""

    store: Store
    entries: tuple[Entry, ...]
    _things: dict[str, list[ox.NamedNode]] = field(default_factory=dict)
    _metrics: dict[str, list[ox.NamedNode]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        documents = {entry.document for entry in self.entries}
        known = {
            q.subject
            for document in sorted(documents)
            for q in self.store.match(None, EC.knownFrom, ox.NamedNode(document))
        }
        for node in sorted((n for n in known if isinstance(n, ox.NamedNode)), key=lambda n: n.value, reverse=True):
            table = self._metrics if node.value.startswith(iris.METRIC) else self._things
            self._enter(table, node)
        listed = (quad.subject for quad in self.store.match(None, RDF.type, EC.Metric))
        for node in sorted((n for n in listed if isinstance(n, ox.NamedNode)), key=lambda n: n.value):
            self._enter(self._metrics, node)

    def _enter(self, table: dict[str, list[ox.NamedNode]], node: ox.NamedNode) -> None:
        for label in _LABELS:
            for quad in self.store.match(node, label):
                if isinstance(quad.object, ox.Literal):
                    nodes = table.setdefault(quad.object.value.casefold(), [])
                    nodes.extend(() if node in nodes else (node,))

    def company(self) -> ox.NamedNode:
        """The company of the calls."""
        return self.thing(self.entries[0].company)[0]

    def thing(self, name: str) -> list[ox.NamedNode]:
        """What a name may mean; raises `UnknownName` with the nearest."""
        return self._found(self._things, name, "unit or product")

    def metric(self, name: str) -> ox.NamedNode:
        """The metric of a name, one that the calls use before one that only the list knows."""
        return self._found(self._metrics, name, "metric")[0]

    def period(self, name: str) -> ox.NamedNode:
        """A period by its dates, `2024-01-01/2024-03-31`, or by the fiscal quarter that a call reports, `Q1 2024`."""
        if _DATES.fullmatch(name):
            return ox.NamedNode(f"{iris.ID}period/{name.replace('/', '_')}")
        match = _QUARTER.fullmatch(name.strip())
        if match:
            year, quarter = match["year"] or match["year2"], match["quarter"] or match["quarter2"]
            for entry in self.entries:
                call = ox.NamedNode(f"{iris.ID}call/{entry.call}")
                if (self._text(call, EC.fiscalYear), self._text(call, EC.fiscalQuarter)) == (year, quarter):
                    return next(
                        q.object for q in self.store.match(call, EC.period) if isinstance(q.object, ox.NamedNode)
                    )
        raise UnknownName(
            f"no period {name!r}; expected dates such as 2024-01-01/2024-03-31, or the quarter of a call, Q1 2024"
        )

    def _text(self, node: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
        return next(
            (q.object.value for q in self.store.match(node, predicate) if isinstance(q.object, ox.Literal)), None
        )

    def _found(self, table: dict[str, list[ox.NamedNode]], name: str, kind: str) -> list[ox.NamedNode]:
        found = table.get(name.casefold())
        if not found:
            raise UnknownName(f"no {kind} {name!r} in the calls; {nearest(name, _sorted(table), 'kg query lookup')}")
        return found


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
