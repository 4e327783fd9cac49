"""What an observation in figures tells, in a form that a table of cases can hold."""

from __future__ import annotations

from decimal import Decimal

from kg.model import Observation, Reading

Told = tuple[str, Decimal | None, Decimal | None, Decimal | None, str | None]


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def figures(reading: Reading, o: Observation) -> Told:
    """The metric's name, the value, the change, the prior value and the direction."""
    return reading.entity(o.metric).name, o.value, o.change, o.prior_value, o.direction
