"""How sure an observation in figures is: signs in its sentence and in the call, weighed as the gold calls taught.

The weights are those of a logistic regression; `tests/quality/train_confidence.py` fits and writes them.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.owner.choice import Owner
from kg.facts.observations.rivals import without_rivals
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Count, Link, Modality, Money, Observation, Role, Section

SIGNS = (
    "metric of a listed kind",
    "metric listed in these words",
    "metric guessed",
    "metric tied to the figure",
    "metric tied well",
    "metric tied closely",
    "a word before the metric unread",
    "unit named",
    "another name before the figure",
    "value and change",
    "change only",
    "value before",
    "sum of money",
    "count",
    "alone in its sentence",
    "many figures",
    "long sentence",
    "period named",
    "of the reported period",
    "prepared remarks",
    "by an analyst",
    "not reported",
    "told again",
)
_TIED, _WELL, _CLOSELY = 3, 5, 8
"""Weights of what ties a metric to a figure (`roles.json`), from which it counts as tied at all, well and closely."""
_MANY_FIGURES, _LONG = 3, 25
_ALIKE = Decimal("0.03")
"""By how much of itself a value may differ from one told elsewhere that is the same but for rounding."""

_LISTED = frozenset({"metric.listed", "metric.own"})


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign, and `bias`."""
    raw = json.loads((files("kg.facts.observations") / "confidence.json").read_text(encoding="utf-8"))
    return {str(name): float(weight) for name, weight in raw.items()}


def confidence(signs: Collection[str]) -> Decimal:
    """The probability that an observation with these signs is right in every field, to two places."""
    return _probability(weights()["bias"] + sum(weights()[sign] for sign in signs))


def signs(
    scene: Scene,
    draft: Draft,
    measure: Measure,
    owner: Owner,
    stance: Modality,
    table: MetricTable,
    *,
    of_reported_period: bool,
) -> tuple[str, ...]:
    """Which of `SIGNS` an observation shows in its sentence: all but that it is told again."""
    placed, first = measure.placed, draft.parts[0].figure
    weight = draft.weight
    shows = {
        "metric of a listed kind": measure.id not in table.by_id and table.closest(measure.id) is not None,
        "metric listed in these words": placed is not None and placed.item.mention.rule in _LISTED,
        "metric guessed": measure.certainty <= Decimal("0.5"),
        "metric tied to the figure": weight >= _TIED,
        "metric tied well": weight >= _WELL,
        "metric tied closely": weight >= _CLOSELY,
        "a word before the metric unread": placed is not None and _unread_before(scene, placed),
        "unit named": owner.stated,
        "another name before the figure": any(
            name.end <= first.start and name.item.entity != owner.entity for name in scene.names
        ),
        "value and change": draft.value is not None and draft.change is not None,
        "change only": draft.value is None,
        "value before": draft.prior is not None,
        "sum of money": isinstance(amount(first), Money),
        "count": isinstance(amount(first), Count),
        "alone in its sentence": len(scene.figures) == len(draft.parts),
        "many figures": len(scene.figures) > _MANY_FIGURES,
        "long sentence": len(scene.sentence) > _LONG,
        "period named": any(p.item.rule.startswith("period.") for p in scene.periods),
        "of the reported period": of_reported_period,
        "prepared remarks": scene.turn.section is Section.PREPARED,
        "by an analyst": scene.turn.role is Role.ANALYST,
        "not reported": stance is not Modality.ACTUAL,
    }
    return tuple(sign for sign in SIGNS if shows.get(sign))


def _unread_before(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether a noun or an adjective that no name holds stands right before a metric, and may narrow it."""
    if metric.start == scene.sentence.start:
        return False
    before = metric.start - 1
    held = any(name.start <= before < name.end for name in scene.names)
    return scene.doc[before].pos_ in ("NOUN", "PROPN", "ADJ") and not held


def confirmed(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The observations of a call, those surer whose value the call tells again, those less whom another excludes."""
    again = told_again(observations)
    return without_rivals(
        [replace(one, confidence=_surer(one.confidence)) if one in again else one for one in observations]
    )


def told_again(observations: Sequence[Observation]) -> frozenset[Observation]:
    """Those whose value another one gives too, but for rounding, of the same metric, entity, period and modality."""
    alike: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in observations:
        if one.value is not None:
            alike[one.entity, one.metric, one.unit, one.modality, one.period].append(one)
    return frozenset(
        one
        for told in alike.values()
        for one in told
        if any(other is not one and _close(other.value, one.value) for other in told)
    )


def _close(one: Decimal | None, other: Decimal | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= abs(other) * _ALIKE


def _surer(before: Decimal) -> Decimal:
    """The probability once the observation is known to be told again; 0 and 1 stand for the nearest that are not."""
    probability = min(max(float(before), 0.005), 0.995)
    return _probability(math.log(probability / (1 - probability)) + weights()["told again"])


def _probability(score: float) -> Decimal:
    return Decimal(str(round(1 / (1 + math.exp(-score)), 2))).quantize(Decimal("0.01"))
