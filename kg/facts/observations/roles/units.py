"""The unit of a figure as the facts file writes it."""

from __future__ import annotations

import re

from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed
from kg.lexicon.metrics import MetricTable
from kg.model import Count, Mention, Money, Points
from kg.values.unit import unit_of

_BARE_NUMBER = re.compile(r"[\d.,\s]*(?:thousand|million|billion|trillion|lakh|crore|[kmb])?")


_SUMS = frozenset(
    {"loan", "loans", "deposit", "deposits", "asset", "assets", "payment", "trading", "lending", "premium"}
)
"""Words of measures that are told in money where a number has no unit: "average loan volume of 7 billion"."""
_CARRIERS = frozenset({"base", "level", "total"})
"""Nouns behind a metric that are no unit: "an active user *base* of 5 million"."""


def value_unit(figure: Placed[Mention], measure: Measure, table: MetricTable) -> str:
    """The unit of a value: basis points as such, times for multiples, no currency for users counted without one."""
    value, text = amount(figure), figure.item.text.lower()
    if isinstance(value, Points) and ("basis" in text or "bps" in text or "bp" in text.split()):
        return "bps"
    entry = table.closest(measure.id)
    counted = entry is not None and entry.unit_kind == "Count" and not _SUMS & set(measure.name.lower().split())
    if isinstance(value, Money) and counted and _BARE_NUMBER.fullmatch(text):
        return measure.name
    if entry is not None and entry.unit_kind == "Multiple" and _BARE_NUMBER.fullmatch(text):
        return "times"
    if entry is not None and entry.unit_kind == "Percentage" and isinstance(value, Count) and not value.thing:
        return "percent"
    unit = unit_of(value)
    return measure.name.split()[-1] + "s" if unit in _CARRIERS else unit
