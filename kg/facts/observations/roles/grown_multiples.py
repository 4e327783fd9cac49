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
    if _was_before(scene, figure):
        return True
    moved = moved_by(scene, figure) or by_verb(scene, figure)
    return after not in _LIKENING and moved is not None and moved.direction is Direction.UP and moved.cue is not None


def _was_before(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a multiple is told of what the measure itself was: "*double* what it was", "*double* the prior year"."""
    if figure.item.text.split()[0].lower() not in ("double", "triple", "twice"):
        return False
    words = [t.lower_ for t in scene.doc[figure.start : min(figure.end + 4, scene.sentence.end)]][1:]
    if words[:1] == ["what"]:
        return bool(_OURS & set(words[1:2])) and bool(_PAST & set(words[2:4]))
    return words[:1] == ["the"] and bool(_EARLIER & set(words[1:2]))


_OURS = frozenset({"it", "we", "they", "i", "you", "that", "was"})
_PAST = frozenset({"was", "were", "had", "did", "saw", "used", "'d", "in", "a"})
_EARLIER = frozenset({"prior", "previous", "year-ago", "prior-year", "last"})


def _as_growth(scene: Scene, figure: Placed[Mention]) -> Placed[Mention]:
    told = quantity(figure)
    grown = Percent((amount(figure).amount - 1) * Decimal(100))
    value = replace(told, value=grown, decimals=None)
    rule = "quantity.multiple" if _was_before(scene, figure) else figure.item.rule
    return replace(figure, item=replace(figure.item, value=value, rule=rule))
