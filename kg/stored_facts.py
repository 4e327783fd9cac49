"""The facts files of the calls in a store: what the graph gives back of what was put into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pyoxigraph as ox

from kg.facts_file import rows_of_graph, to_lines
from kg.rdf import iris
from kg.store import Store


def facts_lines(store: Store, call: str | None = None) -> Iterator[str]:
    """JSON Lines of one call or of all, each with its `call`; a call with several texts is told apart by `@source`.

    Raises `UnknownName` for a call that is not there.
    """
    entries = store.entries_of(call)
    texts = Counter(entry.call for entry in entries)
    shared = tuple(store.quads(iris.REGISTRY_GRAPH.value))
    for entry in entries:
        graph = ox.NamedNode(entry.graph)
        rows = rows_of_graph((*store.quads(graph.value), *shared), graph)
        name = entry.call if texts[entry.call] == 1 else f"{entry.call}@{entry.source}"
        yield from to_lines(rows, call=name)
