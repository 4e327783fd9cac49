"""How sure an observation in figures is: signs that can be seen in the sentence, weighed as the gold calls taught.

The weights are those of a logistic regression; `tests/quality/train_confidence.py` fits and writes them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.owner.choice import Owner
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Count, Modality, Money, Role, Section

SIGNS = (
    "metric listed",
    "metric of a listed kind",
    "metric named in the sentence",
    "metric beside the figure",
    "metric guessed",
    "thing counted",
    "bare noun",
    "unit named",
    "measure of a whole company",
    "value and change",
    "change only",
    "value before",
    "sum of money",
    "count",
    "alone in its sentence",
    "many figures",
    "period named",
    "prepared remarks",
    "by an analyst",
    "not reported",
)


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign, and `bias`."""
    raw = json.loads((files("kg.facts.observations") / "confidence.json").read_text(encoding="utf-8"))
    return {str(name): float(weight) for name, weight in raw.items()}


def confidence(signs: Collection[str]) -> Decimal:
    """The probability that an observation with these signs is right in every field, to two places."""
    score = weights()["bias"] + sum(weights()[sign] for sign in signs)
    return Decimal(str(round(1 / (1 + math.exp(-score)), 2))).quantize(Decimal("0.01"))


def signs(
    scene: Scene, draft: Draft, measure: Measure, owner: Owner, stance: Modality, table: MetricTable
) -> tuple[str, ...]:
    """Which of `SIGNS` an observation shows."""
    return tuple(_signs(scene, draft, measure, owner, stance, table))


def _signs(
    scene: Scene, draft: Draft, measure: Measure, owner: Owner, stance: Modality, table: MetricTable
) -> Iterator[str]:
    shows = {
        "metric listed": measure.id in table.by_id,
        "metric of a listed kind": measure.id not in table.by_id and table.closest(measure.id) is not None,
        "metric named in the sentence": measure.placed is not None,
        "metric beside the figure": measure.placed is not None and draft.weight >= 4,
        "metric guessed": measure.certainty <= Decimal("0.5"),
        "thing counted": measure.words is not None,
        "bare noun": measure.placed is not None and measure.placed.item.mention.rule == "metric.bare",
        "unit named": owner.stated,
        "measure of a whole company": "whole company" in owner.reason,
        "value and change": draft.value is not None and draft.change is not None,
        "change only": draft.value is None,
        "value before": draft.prior is not None,
        "sum of money": isinstance(amount(draft.parts[0].figure), Money),
        "count": isinstance(amount(draft.parts[0].figure), Count),
        "alone in its sentence": len(scene.figures) == len(draft.parts),
        "many figures": len(scene.figures) > 3,
        "period named": any(p.item.rule.startswith("period.") for p in scene.periods),
        "prepared remarks": scene.turn.section is Section.PREPARED,
        "by an analyst": scene.turn.role is Role.ANALYST,
        "not reported": stance is not Modality.ACTUAL,
    }
    yield from (sign for sign in SIGNS if shows[sign])
