"""Bare numbers that repeat a sum: after "expenses of $15.3 billion", "we keep them at 15.3" is the same sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.facts.observations.draft import Draft
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed
from kg.lexicon.metrics import MetricTable
from kg.model import Count, EntityId, Mention, Money, Quantity

_DIGITS = re.compile(r"\d+\.\d+")


def as_told_before(draft: Draft, metric: EntityId, table: MetricTable, figures: Sequence[Mention]) -> None:
    """Gives the bare value of a sum of money the unit and scale with which the call tells the same digits."""
    part, entry = draft.value, table.closest(metric)
    if part is None or entry is None or entry.unit_kind != "Money":
        return
    value, digits = amount(part.figure), _DIGITS.fullmatch(part.figure.item.text.strip())
    if digits is None or not isinstance(value, Count) or value.thing:
        return
    known = {q for m in figures if (q := _sum(m, digits.group())) is not None}
    if len({q.value for q in known}) == 1:
        told = min(known, key=str)
        part.figure = Placed(part.figure.start, part.figure.end, replace(part.figure.item, value=told))


def _sum(mention: Mention, digits: str) -> Quantity | None:
    """The sum of money that a mention tells with these digits and a scale."""
    quantity = mention.value
    if not isinstance(quantity, Quantity) or not isinstance(quantity.value, Money):
        return None
    said = _DIGITS.search(mention.text)
    return Quantity(quantity.value, decimals=quantity.decimals) if said and said.group() == digits else None
