"""The unit in which a measure moved: points for rates that a percentage moves, else the unit that was said."""

from __future__ import annotations

from kg.facts.observations.draft import Draft, Part
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount, same_kind
from kg.facts.observations.scene import Scene
from kg.model import Count, Percent
from kg.values.unit import unit_of

_RATES = frozenset({"margin", "ratio", "rate", "yield"})
_STANDING = (frozenset({"margin"}), frozenset({"ratio"}), frozenset({"tax", "rate"}))
_FEW_POINTS = 10


def change_unit(scene: Scene, draft: Draft, measure: Measure, unit: str | None) -> str | None:
    """The unit of a change; things that are counted twice have one name, a margin "up 1.5% to 6.5%" rose by points."""
    if draft.change is None:
        return None
    change = draft.change.figure
    cue = scene.doc[draft.change.role.cue].lemma_ if draft.change.role.cue is not None else ""
    if cue in ("headwind", "tailwind") and isinstance(amount(change), Percent):
        return "percentage points"
    percent = isinstance(amount(change), Percent)
    words = set(measure.name.lower().split())
    if percent and unit is None and any(rate <= words for rate in _STANDING) and _is_small(draft.change):
        return "percentage points"  # "a 1% rise in the tax rate"
    both = unit == "percent" and percent
    if both and _RATES & words and not draft.change.role.growth_level:
        return "percentage points"
    counted = isinstance(amount(change), Count) and draft.value is not None and same_kind(draft.value.figure, change)
    return unit if counted else unit_of(amount(change))


def _is_small(change: Part) -> bool:
    """Whether a change is one of few points rather than a growth."""
    return abs(amount(change.figure).amount) < _FEW_POINTS and not change.role.growth_level
