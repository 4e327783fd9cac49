"""One SPARQL update that takes statements out and puts others in: the only way in which the database changes.

An update is one transaction; removing a graph and then extending it would be two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Quad


def delta(gone: Iterable[Quad], new: Iterable[Quad]) -> str:
    """The update that removes `gone` and adds `new`.

    >>> from pyoxigraph import Literal, NamedNode
    >>> a, g = NamedNode("urn:a"), NamedNode("urn:g")
    >>> print(delta([], [Quad(a, a, Literal("b"), g)]))
    INSERT DATA {
    GRAPH <urn:g> {
    <urn:a> <urn:a> "b" .
    }
    }
    """
    parts = (_data("DELETE DATA", gone), _data("INSERT DATA", new))
    return " ;\n".join(part for part in parts if part)


def _data(verb: str, quads: Iterable[Quad]) -> str:
    by_graph: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        by_graph[str(quad.graph_name)].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    if not by_graph:
        return ""
    blocks = [f"GRAPH {graph} {{\n" + "\n".join(sorted(lines)) + "\n}" for graph, lines in sorted(by_graph.items())]
    return f"{verb} {{\n" + "\n".join(blocks) + "\n}"
