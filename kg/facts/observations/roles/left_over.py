"""What is left of a sum that was granted: "we have $200 million remaining under our repurchase program"."""

from __future__ import annotations

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Money

_LEFT = frozenset({"remaining", "left", "available", "remains"})
_UNDER = frozenset({"on", "under", "of", "in", "for"})
_GRANTS = frozenset({"authorization", "authorisation", "program", "programme"})
_REACH = 11


def left_of_authorization(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """The share repurchase authorization that is left; None where a sum is left of something else."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Money):
        return None
    behind = scene.doc[part.figure.end : min(part.figure.end + _REACH, scene.sentence.end)]
    words = [t.lower_ for t in behind]
    left = next((i for i, w in enumerate(words[:3]) if w in _LEFT), None)
    if left is None or not _UNDER & set(words[left + 1 : left + 3]):
        return None
    granted = next((i for i, w in enumerate(words) if i > left and w in _GRANTS), None)
    if granted is None or any(t.text in (",", ";") for t in behind[:granted]):
        return None
    named = {t.lemma_.lower() for t in scene.sentence}
    bought = bool({"repurchase", "buyback", "board", "share"} & named)
    return listed("share repurchase authorization", table, "0.7") if bought else None
