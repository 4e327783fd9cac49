"""Why something is in the graph: from an IRI or words to the fact, its speaker, its words and its evidence."""

from __future__ import annotations

from kg.explain.explanation import Explanation, explanation
from kg.explain.find import MOST, find
from kg.explain.page import page
from kg.store import Store

__all__ = ["MOST", "Explanation", "explain", "page"]


def explain(store: Store, what: str) -> tuple[Explanation, ...]:
    """What stands behind an IRI, a name or words of the call; raises `UnknownName` with the nearest name."""
    return tuple(explanation(node) for node in find(store, what))
