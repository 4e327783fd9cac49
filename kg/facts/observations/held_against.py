"""What a measure was before, told in a sentence of its own: "Cash flow was 5 million. This compares to 3 in May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.facts.observations.roles.signs import compared
from kg.facts.observations.scene import Scene
from kg.facts.observations.taken_up import Told
from kg.facts.observations.when.comparing import apart, comparison_of
from kg.model import Comparison, Observation, Span
from kg.word_lists import word_list

_COMPARES = re.compile(
    r"(?:(?:and|again)\s*,?\s+)?(?:this|that|these|those|which|it)\s+"
    r"(?:(?:is|are|was)\s+)?(?:compares?|compared)\s+(?:favorably\s+)?(?:to|with)\b",
    re.I,
)


def held_against(scene: Scene, before: Sequence[Told], now: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """What a sentence and the one before it tell, the values that the second only compares with joined to the first."""
    earlier, later = list(before), list(now)
    if _COMPARES.match(scene.sentence.text) is None or _is_foreseen(scene):
        return earlier, later
    said = next((c for p in scene.periods if (c := comparison_of(p.item)) is not None), None)
    for then in now:
        alike = [one for one in earlier if isinstance(one, Observation) and _may_be_held_against(one, then)]
        if not alike or not isinstance(then, Observation):
            continue
        one = next((o for o in alike if o.metric == then.metric), alike[0])
        later.remove(then)
        earlier[earlier.index(one)] = _joined(one, then, said)
    return earlier, later


def _is_foreseen(scene: Scene) -> bool:
    """Whether what is compared with was only foreseen: "this compares to our guidance of 7"."""
    words = word_list("kg.facts.observations.when", "against.toml", "foreseen")
    return any(t.lemma_.lower() in words or t.lower_ in words for t in scene.sentence)


def _may_be_held_against(told: Observation, then: Told) -> bool:
    """Whether one value is in the unit of another and has nothing yet that it was before."""
    if not isinstance(then, Observation) or then.value is None or then.change is not None:
        return False
    return told.value is not None and told.prior_value is None and told.unit == then.unit


def _joined(told: Observation, then: Observation, said: Comparison | None) -> Observation:
    """A value with what it was before."""
    against = said or (apart(then.period, told.period) if then.period and told.period else Comparison.OTHER)
    assert told.value is not None and then.value is not None
    return replace(
        told,
        evidence=replace(told.evidence, span=Span(told.evidence.span.start, then.evidence.span.end)),
        prior_value=then.value,
        prior_decimals=then.decimals,
        direction=told.direction or compared(told.value, then.value),
        comparison=told.comparison or against,
    )
