"""What a company paid for one of its own shares: "we bought stock back for an average price of $48"."""

from __future__ import annotations

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.left_over import buys_back
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.language.neighbours import word_at
from kg.lexicon.metrics import MetricTable
from kg.model import Mention, Money

_PRICES = frozenset({"price", "cost"})
_REACH = 9
"""Words before a sum in which its price is named: "at an average price of approximately"."""


def repurchase_price(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """The average price of the shares that were bought back, or what all of them cost behind it; None for other sums.

    "We bought back 2 million shares at an average price of $48 *for $96 million*."
    """
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Money):
        return None
    lead = scene.doc[max(scene.sentence.start, part.figure.start - _REACH) : part.figure.start]
    price = next((t for t in lead if t.lower_ in _PRICES and t.nbor().lower_ in ("of", "per", "was", "paid")), None)
    told = scene.doc[scene.sentence.start : part.figure.start if price is None else price.i]
    if not any(t.lemma_.lower() in ("share", "stock") for t in told) or not buys_back(told):
        return None
    if price is None:
        return listed("average repurchase price", table, "0.85") if _is_of_each(scene, part.figure) else None
    if any(price.i < f.start < part.figure.start for f in scene.figures):
        return listed("share repurchase", table, "0.85") if "for" in {t.lower_ for t in lead[-4:]} else None
    average = any(t.lower_ == "average" for t in lead if t.i < price.i)
    return listed("average repurchase price", table, "0.85") if average else None


def _is_of_each(scene: Scene, figure: Placed[Mention]) -> bool:
    """ "We bought shares back *at $45 per share*"."""
    behind = word_at(scene.doc, figure.end) in ("per", "a", "each", "apiece") or figure.item.text.endswith("per share")
    return behind and "at" in {t.lower_ for t in scene.doc[max(scene.sentence.start, figure.start - 2) : figure.start]}
