"""When the figures of a draft hold: the day of the call, a time of before, or what the sentence names."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import same_kind
from kg.facts.observations.scene import Scene, period
from kg.facts.observations.when.clock import BACK, Clock
from kg.facts.observations.when.comparing import base_period
from kg.facts.observations.when.in_turn import period_in_turn
from kg.facts.observations.when.nature import is_current
from kg.facts.observations.when.nearest_period import attached
from kg.facts.observations.when.relative_time import described_time
from kg.facts.observations.when.timeless import is_only_possible, is_timeless
from kg.facts.observations.when.timing import dates
from kg.facts.observations.when.told_of_before import told_of_before
from kg.lexicon.metrics import MetricTable
from kg.model import Modality, Period

_ANNUAL = frozenset({"annual", "yearly", "full-year", "annualized"})


def period_of(
    scene: Scene,
    draft: Draft,
    measure: Measure,
    stance: Modality,
    clock: Clock,
    table: MetricTable,
    *,
    instant: bool,
    flow: bool,
) -> Period | None:
    """The period of a draft: what it is said to be, or none where it holds at no stated time."""
    first = draft.parts[0]
    if first.role.of_base:
        named = [p for p in scene.periods if period(p) is not None and attached(scene, p, first.figure.end)]
        return period(named[0]) if named else base_period(scene, first.figure.end)
    if (own := period_in_turn(scene, first.figure)) is not None:
        return Period(own.end, own.end, own.name) if instant else own
    if stance is Modality.GUIDANCE and not scene.periods:
        before = scene.doc[max(scene.sentence.start, first.figure.start - 10) : first.figure.start]
        if clock.year is not None and any(_is_of_year(t) for t in before):
            return clock.year
    described = described_time(scene, first.figure.start) if stance is Modality.ACTUAL else None
    if described is not None:
        return Period(described.end, described.end, described.name) if instant else described
    if is_timeless(scene, draft, measure):
        return None
    counted = (draft.metric is None or measure.words is not None) and measure.id not in table.by_id
    if instant and counted and is_current(scene, first.figure.start, draft.end):
        return clock.today or clock.reported
    if stance is Modality.ACTUAL and is_only_possible(scene, first.figure.start):
        return None
    earlier = told_of_before(scene, draft) if stance is Modality.ACTUAL else None
    if earlier is not None:
        return Period(earlier.end, earlier.end, earlier.name) if instant else earlier
    anchor = next((p.figure for p in draft.parts if p is not draft.prior), first.figure)
    lone = _without_stretch(_without_base(scene, draft), draft)
    return dates(lone, anchor.start, stance, clock, instant=instant, end=anchor.end, flow=flow, figure=True)


def _is_of_year(word: Token) -> bool:
    """Whether a word says that a year is meant; a *compound* annual rate is one of many years."""
    return word.lower_ in _ANNUAL and (word.i == 0 or word.nbor(-1).lower_ not in ("compound", "compounded"))


def _without_stretch(scene: Scene, draft: Draft) -> Scene:
    """The sentence without the time over which a level has moved: "9 million, up 3% *over the past year*"."""
    if draft.value is None or draft.change is None:
        return scene
    end = draft.change.figure.end
    return replace(scene, periods=tuple(p for p in scene.periods if p.item.rule != BACK or not attached(scene, p, end)))


def _without_base(scene: Scene, draft: Draft) -> Scene:
    """The sentence without the dates behind a prior value: "compared to 37 tons in that spring of 2022"."""
    if draft.prior is None or draft.prior is not draft.parts[-1]:
        return scene
    after = draft.prior.figure.end
    if len(draft.parts) == 1 and not any(
        same_kind(f, draft.prior.figure) and f.end <= after - 1 for f in scene.figures
    ):
        return scene
    own = [f.start for f in scene.figures if f.start > after]
    until = own[0] if own else scene.sentence.end
    return replace(scene, periods=tuple(p for p in scene.periods if not after <= p.start < until))
