"""Which names were put right, and how many statements rest on each: what to look at before relying on them."""

from __future__ import annotations

from collections import defaultdict

from kg.brief.markdown import items
from kg.explain.node import Node, subjects
from kg.rdf.vocab import CODE, EC, RDF
from kg.store import Store


def repairs(store: Store, documents: frozenset[str]) -> str:
    """One line for each pair of heard and meant that nobody has accepted yet."""
    groups: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in subjects(store, RDF.type, EC.Correction):
        document, status = node.node(EC.inTranscript), node.node(EC.reviewStatus)
        if document and document.iri.value in documents and not (status and status.iri == CODE.Accepted):
            groups[_heard(node), _meant(node)].append(node)
    return items(_line(*pair, nodes) for pair, nodes in sorted(groups.items()))


def _heard(node: Node) -> str:
    return " ".join((node.text(EC.text) or "").split())


def _meant(node: Node) -> str:
    meant = node.node(EC.refersTo)
    return meant.name if meant else node.text(EC.correctedForm) or ""


def _line(heard: str, meant: str, nodes: list[Node]) -> str:
    times = f", {len(nodes)} times" if len(nodes) > 1 else ""
    sure = min(float(node.text(EC.confidence) or 0) for node in nodes)
    support = next((text for node in nodes if (text := node.text(EC.support))), "")
    return f"“{heard}” read as {meant}{times}: {support} (confidence {sure:.2f})"
