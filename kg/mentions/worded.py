"""A figure that has no number in it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Quantity


@dataclass(frozen=True, slots=True)
class Worded:
    """A figure in words, where it stands in its text, and the rule that read it."""

    start: int
    end: int
    quantity: Quantity
    rule: str
