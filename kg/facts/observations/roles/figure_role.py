"""The parts that a figure can play: the value of a metric, a change of it, or what it was before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model import Direction


class FigureRole(StrEnum):
    VALUE = "value"
    CHANGE = "change"
    PRIOR = "prior"


@dataclass(frozen=True, slots=True)
class Role:
    """A figure's part, the way it points, and the word that tells (its token position).

    `growth_level`: the growth itself came to this level; `of_base`: it is that of the period compared with;
    `contribution`: it is what one thing adds to the metric or takes from it, a fact apart; `fell`: a growth compared
    with is called a fall.
    """

    role: FigureRole
    direction: Direction | None = None
    cue: int | None = None
    growth_level: bool = False
    of_base: bool = False
    contribution: bool = False
    fell: bool = False
