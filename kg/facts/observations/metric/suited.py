"""Whether a measure that was told before can have a figure: a sum takes money and growth, a rate takes percentages."""

from __future__ import annotations

from kg.facts.observations.draft import Draft, Part
from kg.facts.observations.metric.choice import OF_ONE
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.lexicon.metrics import MetricTable, singular
from kg.model import Count, Percent, Points
from kg.word_lists import word_list

_SHARED_OUT = 5
"""So little money is that of one share, not of a company."""
_SUMS = frozenset({"Money", "MoneyPerShare", "Count"})
_FEW = 100
"""A number below this is seldom how many customers or units there are."""


def suits(draft: Draft, measure: Measure, table: MetricTable) -> bool:
    """Whether a measure can have every figure of a draft."""
    return all(takes(part, part.role, measure, table) for part in draft.parts)


def takes(part: Part, role: Role, measure: Measure, table: MetricTable) -> bool:
    """Whether a measure can have a figure in a role."""
    value, head = amount(part.figure), singular(measure.name.lower().split()[-1])
    kind = _kind(measure, head, table)
    ratio = kind == "Percentage"
    moved = role.role is FigureRole.CHANGE
    if isinstance(value, Count):
        if value.thing == "times" and role.direction is not None:  # "those rates are three times higher"
            return kind not in ("", "AnyUnit")
        return _counts(value, "Count" if measure.words is not None and kind in ("", "AnyUnit") else kind)
    if head in _list("effects"):
        return True
    if isinstance(value, Points):
        return ratio or (moved and kind in _SUMS)
    if isinstance(value, Percent):
        return kind in _SUMS or (kind == "AnyUnit" and measure.id in table.by_id) if moved and not ratio else ratio
    if kind == "Money" and measure.id in table.by_id and abs(value.amount) < _SHARED_OUT:
        return False
    one = kind == "MoneyPerShare" or head in _list("prices")
    return kind == "Money" or (one and abs(value.amount) < OF_ONE)


def _counts(value: Count, kind: str) -> bool:
    """Whether a number can be how many there are of what was told: no few things, no rank, no multiple of a sum."""
    if value.thing == "times":
        return kind == "Multiple"
    if value.thing not in ("", "count"):
        return False
    per_share = kind == "MoneyPerShare" and value.amount != int(value.amount)
    return per_share or (kind == "Count" and abs(value.amount) >= _FEW)


def _kind(measure: Measure, head: str, table: MetricTable) -> str:
    """What a measure is told in: as its list has it, or that of the measure of which it is a kind, or by its noun."""
    entry = table.closest(measure.id)
    if "share-of-" in measure.id:
        return "Percentage"
    if entry is not None:
        return entry.unit_kind or "AnyUnit"
    if head in _list("money"):
        return "Money"
    if head in _list("counted"):
        return "Count"
    rate = head in _list("percent") and " " in measure.name
    return "Percentage" if rate or measure.name.startswith(("share ", "percentage ")) else ""


def _list(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.metric", "suited.toml", name)
