"""What a figure says of its metric: the value, a change, or what it was before.

Each rule looks at the words beside the figure, in the order in which a reader would: "an increase *of* 5%" before
"revenue *was* 5". A percentage with no sign of movement is a value ("a margin of 9%").
"""

from __future__ import annotations

from kg.facts.observations.roles.amounts import amount, same_kind
from kg.facts.observations.roles.change_figures import (
    by_verb,
    from_base,
    moved_by,
    on_top_of,
    verb_of_growth,
    worded_growth,
)
from kg.facts.observations.roles.coupons import coupon
from kg.facts.observations.roles.effects import contribution, effect
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.growth_before import growth_before
from kg.facts.observations.roles.judged_figures import judged
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.roles.more_of import more_of
from kg.facts.observations.roles.moved_amounts import of_moved_line
from kg.facts.observations.roles.named_growth import names_growth, names_moved_sum
from kg.facts.observations.roles.prior_figures import prior
from kg.facts.observations.roles.respectively import run_behind
from kg.facts.observations.roles.value_figures import multiple, to_value
from kg.facts.observations.scene import Placed, Scene
from kg.model import Count, Mention, Percent, Points


def role(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> Role:
    """The part that a figure plays; `before` is the figure to its left in the sentence, if any."""
    return (
        on_top_of(scene, figure)
        or coupon(scene, figure)
        or _ratio_moved(scene, figure, before)
        or multiple(scene, figure)
        or judged(scene, figure)
        or of_moved_line(scene, figure)
        or effect(scene, figure)
        or verb_of_growth(scene, figure)
        or prior(scene, figure, before)
        or _listed_prior(scene, figure, before)
        or more_of(scene, figure)
        or names_moved_sum(scene, figure)
        or to_value(scene, figure)
        or moved_by(scene, figure)
        or names_growth(scene, figure)
        or contribution(scene, figure)
        or growth_before(scene, figure)
        or by_verb(scene, figure)
        or from_base(scene, figure)
        or _other_measure_of_change(scene, figure, before)
        or _listed_change(scene, figure, before)
        or worded_growth(figure)
        or Role(FigureRole.VALUE)
    )


def _ratio_moved(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> Role | None:
    """ "leverage fell from *3.1 times to 2.8 times*": a ratio in times, now and before, as any other level."""
    value = amount(figure)
    if not isinstance(value, Count) or value.thing != "times" or not figure.item.text[:1].isdigit():
        return None
    if not any(same_kind(f, figure) for f in scene.figures if f is not figure):
        return None
    earlier = prior(scene, figure, before)
    if earlier is not None:
        return earlier
    reached = to_value(scene, figure)
    return reached if reached is not None and reached.cue is not None else None


def _other_measure_of_change(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> Role | None:
    """ "grew by 8%, or $29 billion": the same change in another unit."""
    if before is None or same_kind(figure, before):
        return None
    between = [t.lower_ for t in scene.doc[before.end : left_edge(scene.doc, figure, before.end)] if t.text != ","]
    if (
        "or" not in [t.lower_ for t in scene.doc[before.end : figure.start]]
        or _is_of_sales(scene, figure)
        or between not in ([], ["or"])
    ):
        return None
    changed = _role_of(scene, before)
    if changed.role is FigureRole.PRIOR and changed.direction is not None and isinstance(amount(figure), Percent):
        return Role(FigureRole.CHANGE, changed.direction, changed.cue)  # "down from 12 cents, or 9%"
    return changed if changed.role is FigureRole.CHANGE else None


def _is_of_sales(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a figure is a part of the whole business: "up 6%, or *31% of revenue*"."""
    behind = [t.lower_ for t in scene.doc[figure.end : min(figure.end + 3, scene.sentence.end)]]
    return behind[:1] == ["of"] and bool({"sales", "revenue", "revenues"} & set(behind))


def _listed_prior(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> Role | None:
    """ "12 million or 15 cents, compared to 20 million *or 26 cents*": what the second of two was before."""
    if before is None:
        return None
    if _is_next_prior(scene, figure, before):
        return Role(FigureRole.PRIOR)
    if [t.lower_ for t in scene.doc[before.end : figure.start] if t.text != ","] != ["or"]:
        return None
    earlier = _role_of(scene, before)
    alike = any(same_kind(f, figure) and f.end < before.start for f in scene.figures)
    return earlier if earlier.role is FigureRole.PRIOR and alike else None


def _is_next_prior(scene: Scene, figure: Placed[Mention], before: Placed[Mention]) -> bool:
    """ "versus 12 tons last summer *and 9 tons* a year ago", "compared to 5 *and 6*, respectively"."""
    if not same_kind(figure, before) or _role_of(scene, before).role is not FigureRole.PRIOR:
        return False
    edge = left_edge(scene.doc, figure, before.end)
    if scene.doc[edge - 1].lower_ not in ("and", ",") or any(t.pos_ == "VERB" for t in scene.doc[before.end : edge]):
        return False
    dated = [p for p in scene.periods if before.end <= p.start < edge]
    behind = any(figure.end <= p.start <= figure.end + 3 for p in scene.periods)
    in_turn = any(t.lower_ == "respectively" for t in scene.doc[figure.end : min(figure.end + 3, scene.sentence.end)])
    in_turn = in_turn or len(run_behind(scene, figure)) > 1  # "were 7 and 8, respectively, compared to 5 *and 6*"
    return (bool(dated) and behind) or (in_turn and edge <= before.end + 2)


def _role_of(scene: Scene, figure: Placed[Mention]) -> Role:
    index = scene.figures.index(figure)
    return role(scene, figure, scene.figures[index - 1] if index else None)


def _listed_growth(scene: Scene, figure: Placed[Mention], before: Placed[Mention]) -> Role | None:
    """ "a 3% increase in volume *and 2% in price*": the noun of moving is said but once."""
    listed = _role_of(scene, before)
    if listed.role is not FigureRole.CHANGE or listed.cue is None or not before.end <= listed.cue <= before.end + 1:
        return None
    lead = scene.doc[listed.cue + 1].lower_ if listed.cue + 1 < figure.start else ""
    same = figure.end < scene.sentence.end and scene.doc[figure.end].lower_ == lead
    joined = scene.doc[left_edge(scene.doc, figure, before.end) - 1].lower_ in ("and", ",")
    return listed if same and joined and lead in ("in", "for", "from") else None


def _listed_change(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> Role | None:
    """ "up 12% and 14% in constant currency": a figure takes the part of the one it is listed with."""
    if before is None or not (same_kind(figure, before) or isinstance(amount(figure), Points)):
        return None
    if _is_of_sales(scene, figure):
        return None
    between = scene.doc[before.end : figure.start]
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ != "amod" for t in between) or len(between) > 9:
        return None
    if (alike := _listed_growth(scene, figure, before)) is not None:
        return alike
    if not any(t.lower_ in ("and", "or", ",") for t in between) or any(
        m.start >= before.end and m.end <= figure.start for m in scene.metrics
    ):
        return None
    listed = _role_of(scene, before)
    return listed if listed.role is FigureRole.CHANGE else None
