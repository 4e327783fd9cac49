"""Figures of one sentence that speak of the same metric, gathered into drafts of observations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.facts.observations.completion import home_of
from kg.facts.observations.draft import Draft, Part
from kg.facts.observations.metric.choice import choose
from kg.facts.observations.roles.amounts import amount, same_kind
from kg.facts.observations.roles.figure_role import Role
from kg.facts.observations.roles.growth_or_level import as_growth, as_level
from kg.facts.observations.roles.of_figure import role
from kg.facts.observations.roles.points_moved import as_moved
from kg.facts.observations.scene import Placed, Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Direction, Mention


def drafts(scene: Scene, figures: Sequence[Placed[Mention]], table: MetricTable) -> list[Draft]:
    """The drafts that some figures of a sentence make, in the order of their first figures."""
    out: list[Draft] = []
    before: Placed[Mention] | None = None
    for figure in figures:
        part_role = role(scene, figure, before)
        part = Part(figure, part_role, choose(scene, figure, part_role, table))
        part.role = as_growth(scene, part, table)
        if part.choice is not None and part.role is not part_role and part.role.cue == part.choice.metric.end:
            part.choice = replace(part.choice, weight=max(part.choice.weight, _FIRM))  # "price *increases* were 3%"
        part.role = as_level(part, table)
        part.role = as_moved(scene, part, table)
        apart = part_role.of_base or part_role.contribution or part.role.contribution
        home = None if apart else home_of(scene, part, out)
        if home is None:
            home = Draft(part.choice.metric if part.choice else None, part.choice.weight if part.choice else 0.0)
            if part_role.of_base and out and out[-1].metric is not None:
                home.metric, home.weight = out[-1].metric, out[-1].weight
            out.append(home)
        home.add(part)
        if (
            home.metric is None
            and part.choice is not None
            and (part.choice.metric.start < home.parts[0].figure.start or part is home.value)
        ):
            home.metric, home.weight = part.choice.metric, part.choice.weight
        before = figure
    return _settle(scene, out)


def _settle(scene: Scene, found: list[Draft]) -> list[Draft]:
    """A change with no metric takes that of the draft before it: "…, and 9% sequentially"; a level starts from it."""
    for before, draft in pairwise(found):
        if draft.metric is None and before.metric is not None and draft.value is None:
            goes_on = draft.change is not None and _is_participle(scene, draft.change.role.cue)
            draft.metric, draft.weight = before.metric, max(before.weight, _FIRM) if goes_on else before.weight * 0.6
        if draft.metric is before.metric and _one_move(before, draft):
            draft.weight = before.weight
        if draft.metric is before.metric is not None and draft.value is None and draft.change is not None:
            if _is_participle(scene, draft.change.role.cue) or _represents(scene, before, draft):
                draft.weight = max(draft.weight, _FIRM)
        if _moves_on(scene, before, draft):
            draft.prior = before.value
        if draft.prior is not None and draft.parts == [draft.prior] and before.value is not None:
            draft.prior.role = _since(before.value, draft.prior)
    return found


def _since(now: Part, then: Part) -> Role:
    """The role of a level that another has been compared with before: it has risen or fallen since."""
    if then.role.direction is not None or not same_kind(now.figure, then.figure):
        return then.role
    rise = amount(now.figure).amount - amount(then.figure).amount
    return replace(then.role, direction=Direction.UP if rise > 0 else Direction.DOWN if rise < 0 else Direction.FLAT)


def _one_move(before: Draft, draft: Draft) -> bool:
    """Whether two changes hang on one word: "*grew* 9% as reported and 7% in constant currency"."""
    one, other = before.change, draft.change
    return one is not None and other is not None and one.role.cue == other.role.cue is not None


_FIRM = 3.0
"""The weight from which on a metric is not doubted."""


def _is_participle(scene: Scene, cue: int | None) -> bool:
    """ "we added 24 billion of loans, *growing* 12%"."""
    return cue is not None and scene.doc[cue].tag_ == "VBG"


def _represents(scene: Scene, before: Draft, draft: Draft) -> bool:
    """ "9 million of earnings growth, *representing* a 20% increase"."""
    return any(t.lower_ == "representing" for t in scene.doc[before.end : draft.parts[0].figure.start])


def _moves_on(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Whether a level is told as the next of the same metric: "was 12% in May and *dropped to* 6%"."""
    now, then = draft.value, before.value
    if now is None or then is None or draft.prior is not None or draft.change is not None:
        return False
    if now.role.direction not in _COMPARED or now.role.cue is None or now.role.cue < then.figure.end:
        return False
    if any(then.figure.end <= m.start < now.figure.start for m in scene.metrics) or not same_kind(
        then.figure, now.figure
    ):
        return False
    rises = amount(now.figure).amount > amount(then.figure).amount
    return rises == (now.role.direction is Direction.UP) and scene.doc[now.role.cue].pos_ in ("VERB", "ADV", "ADP")


_COMPARED = (Direction.UP, Direction.DOWN)
