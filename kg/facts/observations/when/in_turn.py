"""Times that a sentence pairs with figures: "EPS in the quarter and the half was $1 and $2, *respectively*"."""

from __future__ import annotations

from itertools import pairwise

from kg.facts.observations.roles.respectively import run_told_in_turn
from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.observations.when.comparing import comparison_of
from kg.model import Mention, Period

_LINKS = frozenset({"and", ",", "the", "for", "in", "&"})


def period_in_turn(scene: Scene, figure: Placed[Mention]) -> Period | None:
    """The time that "respectively" gives a figure; None where no list of times is as long as that of the figures."""
    run = run_told_in_turn(scene, figure)
    if len(run) < 2:
        return None
    named = [p for p in scene.periods if period(p) is not None and comparison_of(p.item) is None]
    between = (scene.doc[a.end : b.start] for a, b in pairwise(named))
    if len(named) != len(run) or not all(t.lower_ in _LINKS for words in between for t in words):
        return None
    return period(named[run.index(figure)])
