"""The measures that are said to include a figure: "*profit* includes $4 million", "*EPS* excludes 12 cents"."""

from __future__ import annotations

from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.model import Link, Mention

_HOLDS = frozenset({"include", "exclude", "reflect"})


def holders(scene: Scene, figure: Placed[Mention]) -> tuple[Placed[Link], ...]:
    """The measures named before a verb of including that has a figure for its object; empty where there is none."""
    verb = clause_head(scene.doc[figure.start])
    about = subject(verb)
    if verb.lemma_.lower() not in _HOLDS or about is None or not about.i < verb.i < figure.start:
        return ()
    if any(verb.i < f.start < figure.start for f in scene.figures):
        return ()
    return tuple(m for m in scene.metrics if m.end <= verb.i)
