"""The amount that a figure states, and whether two figures are of one kind."""

from __future__ import annotations

from kg.facts.observations.scene import Placed, quantity
from kg.model import Amount, Mention, Money, Range


def amount(figure: Placed[Mention]) -> Amount:
    """A figure's amount; the low end of a range."""
    value = quantity(figure).value
    return value.low if isinstance(value, Range) else value


def same_kind(one: Placed[Mention], other: Placed[Mention]) -> bool:
    """Whether two figures are in one unit, so that they may be now and before."""
    a, b = amount(one), amount(other)
    if isinstance(a, Money) and isinstance(b, Money):
        return a.currency == b.currency
    return type(a) is type(b)
