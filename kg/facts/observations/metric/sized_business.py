"""What a business is said to be worth in sales: "our *$2 billion* kiln *business*" tells of its revenue."""

from __future__ import annotations

from decimal import Decimal

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricEntry
from kg.model import Money

_BUSINESSES = frozenset({"business", "franchise", "brand"})
_LONGEST = 5
_LARGE = 10_000_000


def sized_business(scene: Scene, draft: Draft, grows: MetricEntry) -> Measure | None:
    """What grows of a business, `grows`, where a sum right before it says how large it is; None otherwise."""
    part = draft.value
    if part is None or part.role.role is not FigureRole.VALUE or not isinstance(amount(part.figure), Money):
        return None
    if amount(part.figure).amount < _LARGE or not _is_introduced(scene, draft):
        return None
    for token in scene.doc[part.figure.end : min(part.figure.end + _LONGEST, scene.sentence.end)]:
        if token.lemma_.lower() in _BUSINESSES and token.tag_ in ("NN", "NNP"):
            return Measure(grows.id, grows.name, None, Decimal("0.6"))
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.lower_ not in ("-", "plus", "and", "&", "+"):
            return None
    return None


def _is_introduced(scene: Scene, draft: Draft) -> bool:
    """Whether a determiner stands before the sum: "*a* $2 billion business", "*our* roughly $2 billion brand"."""
    start = draft.parts[0].figure.start
    edge = left_edge(scene.doc, draft.parts[0].figure, scene.sentence.start)
    before = {t.lower_ for t in scene.doc[max(scene.sentence.start, edge - 1) : start]}
    return bool(before & {"a", "an", "our", "the", "their", "its", "this", "that", "his", "your"})
