"""Multiples by which something is said to have grown, read as growth in percent: "up 6x" is a rise of 500%."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.change_figures import by_verb, moved_by
from kg.facts.observations.scene import Placed, Scene, quantity
from kg.model import Count, Direction, Mention, Percent

_LIKENING = frozenset({"as", "more", "higher", "larger", "faster", "greater", "the", "what", "that", "better"})


def with_growth(scene: Scene) -> Scene:
    """A sentence whose grown multiples are percentages: "usage increased 2x" tells of a growth of 100%."""
    if not any(_has_grown(scene, f) for f in scene.figures):
        return scene
    return replace(scene, figures=tuple(_as_growth(scene, f) if _has_grown(scene, f) else f for f in scene.figures))


def _has_grown(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a multiple follows on a word of growing, and likens nothing: no "grew three times *as fast*"."""
    value = amount(figure)
    if not isinstance(value, Count) or value.thing != "times" or value.amount <= 1:
        return False
    after = scene.doc[figure.end : figure.end + 1].text.lower()
    moved = moved_by(scene, figure) or by_verb(scene, figure)
    return after not in _LIKENING and moved is not None and moved.direction is Direction.UP and moved.cue is not None


def _as_growth(scene: Scene, figure: Placed[Mention]) -> Placed[Mention]:
    told = quantity(figure)
    grown = Percent((amount(figure).amount - 1) * Decimal(100))
    value = replace(told, value=grown, decimals=None)
    return replace(figure, item=replace(figure.item, value=value))
