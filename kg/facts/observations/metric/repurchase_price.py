"""What a company paid for one of its own shares: "we bought stock back for an average price of $48"."""

from __future__ import annotations

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.left_over import buys_back
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Money

_PRICES = frozenset({"price", "cost"})
_REACH = 9
"""Words before a sum in which its price is named: "at an average price of approximately"."""


def repurchase_price(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """The average price of the shares that were bought back; None where a sum is another."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Money):
        return None
    lead = scene.doc[max(scene.sentence.start, part.figure.start - _REACH) : part.figure.start]
    price = next((t for t in lead if t.lower_ in _PRICES and t.nbor().lower_ in ("of", "per", "was", "paid")), None)
    if price is None or not any(t.lower_ == "average" for t in lead if t.i < price.i):
        return None
    told = scene.doc[scene.sentence.start : price.i]
    shares = any(t.lemma_.lower() in ("share", "stock") for t in told)
    return listed("average repurchase price", table, "0.85") if shares and buys_back(told) else None
