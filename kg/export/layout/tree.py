"""The tree inside a property graph: every node under the company, unit, series or topic that it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.export.view.graph import Edge, Node, PropertyGraph

_CHILD_IS_SOURCE = frozenset({"partOf", "asked"})
_CHILD_IS_TARGET = frozenset({"offers", "mentions", "reports"})


@dataclass(frozen=True, slots=True)
class Tree:
    """Roots and, for every node, its children in drawing order."""

    roots: tuple[Node, ...]
    children: Mapping[str, tuple[Node, ...]]

    def below(self, node: Node) -> Iterator[Node]:
        """The node and all that hangs from it."""
        yield node
        for child in self.children.get(node.id, ()):
            yield from self.below(child)

    def leaves(self, node: Node) -> int:
        """How many ends the branches below a node have; at least one."""
        return sum(1 for each in self.below(node) if not self.children.get(each.id))


def tree_of(graph: PropertyGraph) -> Tree:
    """Every node gets one parent, the one with the heaviest edge; what has none hangs from the first company."""
    nodes = {node.id: node for node in graph.nodes}
    roots = tuple(node for node in graph.nodes if node.type == "Company") or graph.nodes[:1]
    parents: dict[str, tuple[int, str]] = {}
    for edge in graph.edges:
        child, parent = _direction(edge, nodes)
        if child and nodes[child] not in roots:
            rank = (-edge.weight, parent)
            parents[child] = min(parents.get(child, rank), rank)
    children: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        if node not in roots:
            children[parents[node.id][1] if node.id in parents else roots[0].id].append(node)
    return Tree(roots, {parent: _arranged(group) for parent, group in children.items()})


def _direction(edge: Edge, nodes: Mapping[str, Node]) -> tuple[str, str]:
    if edge.kind in _CHILD_IS_SOURCE or nodes[edge.source].type == "Cause":
        return edge.source, edge.target
    return (edge.target, edge.source) if edge.kind in _CHILD_IS_TARGET else ("", "")


def _arranged(group: list[Node]) -> tuple[Node, ...]:
    """Analysts at both ends, where their long edges cross nothing."""
    ordered = sorted(group, key=_order)
    analysts = [node for node in ordered if node.type == "Analyst"]
    others = [node for node in ordered if node.type != "Analyst"]
    half = len(analysts) // 2
    return (*analysts[:half], *others, *analysts[half:])


def _order(node: Node) -> tuple[bool, int, str]:
    """Series first, then the units below, then the rest; what is talked about most comes first."""
    return node.type != "Series", -node.statements, node.id
