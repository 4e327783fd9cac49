"""Figures that a sentence pairs with times: "Sales were 5 and 21 million for the month and year, respectively"."""

from __future__ import annotations

from itertools import pairwise

from kg.facts.observations.roles.amounts import same_kind
from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.observations.when.against import comparison_of
from kg.model import Mention, Period

_BETWEEN = frozenset({",", "and", "&", "for", "the", "our", "in", "about", "approximately", "of", "a", "at"})
_FIGURES_TO_TIMES = frozenset({"for", "in", "during", "the", "our", "both", ",", "of", "at", "per", "share", "diluted"})


def listed_period(scene: Scene, figure: Placed[Mention]) -> Period | None:
    """The time that "respectively" gives a figure, where as many times follow one another as figures before them."""
    ends = [t.i for t in scene.sentence if t.lower_ == "respectively" and t.i >= figure.end]
    if not ends:
        return None
    times = _last_run(scene, [p for p in scene.periods if p.end <= ends[0] and comparison_of(p.item) is None])
    if len(times) < 2 or not _joined(scene, times[-1].end, ends[0], frozenset({","})):
        return None
    figures = [f for f in scene.figures if f.end <= times[0].start][-len(times) :]
    if len(figures) < len(times) or not any(f is figure for f in figures):
        return None
    runs = all(same_kind(one, two) and _joined(scene, one.end, two.start, _BETWEEN) for one, two in pairwise(figures))
    near = _joined(scene, figures[-1].end, times[0].start, _FIGURES_TO_TIMES)
    return period(times[[f is figure for f in figures].index(True)]) if runs and near else None


def _last_run(scene: Scene, times: list[Placed[Mention]]) -> list[Placed[Mention]]:
    """The times that follow one another up to the last."""
    run: list[Placed[Mention]] = []
    for placed in reversed(times):
        if run and not _joined(scene, placed.end, run[0].start, _BETWEEN):
            break
        run.insert(0, placed)
    return run


def _joined(scene: Scene, end: int, start: int, words: frozenset[str]) -> bool:
    return all(t.lower_ in words or t.is_currency for t in scene.doc[end:start])
