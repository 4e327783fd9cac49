"""Drafts with figures become observations: signed, dated, owned, with the words that state them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.facts.observations.confidence import confidence, signs
from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, basis_of
from kg.facts.observations.owner.choice import Owner
from kg.facts.observations.qualifiers import qualifiers
from kg.facts.observations.roles.change_unit import change_unit
from kg.facts.observations.roles.signs import signed
from kg.facts.observations.roles.units import value_unit
from kg.facts.observations.scene import Scene, quantity
from kg.facts.observations.stance.modality import hedge, is_foretold, modality, repeats_own_word
from kg.facts.observations.when.against import of_change, of_standing, of_value
from kg.facts.observations.when.clock import Clock
from kg.facts.observations.when.foretold import goes_on_with_outlook
from kg.facts.observations.when.nature import is_balance
from kg.facts.observations.when.period_of import period_of
from kg.facts.observations.when.unfinished import is_unfinished
from kg.lexicon.metrics import MetricTable
from kg.model import Comparison, Direction, Evidence, Modality, Observation, Period

_SPENT = frozenset({"expense", "expenses", "cost", "costs", "SG&A"})


def observe(
    scene: Scene, draft: Draft, measure: Measure, owner: Owner, clock: Clock, table: MetricTable
) -> Observation:
    """The observation that a draft states."""
    stance = modality(scene, draft.parts[0].figure.start)
    if stance is Modality.ACTUAL and _goes_on(scene, draft, clock):
        stance, clock = Modality.GUIDANCE, replace(clock, outlook=clock.foretold)
    entry = table.closest(measure.id)
    instant = is_balance(scene, draft, measure, table, averages=clock.averages)
    flow = not instant and entry is not None and entry.period_type != "Instant"
    told = Modality.ACTUAL if repeats_own_word(scene, draft.parts[0].figure.start) else stance
    if stance is Modality.REPORTED_BY_OTHER:
        told = Modality.GUIDANCE if is_foretold(scene, draft.parts[0].figure.start) else Modality.ACTUAL
    held = period_of(scene, draft, measure, told, clock, table, instant=instant, flow=flow)
    if stance is Modality.ACTUAL and is_unfinished(scene, draft, held, clock):
        stance = Modality.GUIDANCE
    better_less = (entry is not None and entry.favourable == "Decrease") or bool(_SPENT & set(measure.name.split()))
    numbers = signed(scene, draft, measure, less_is_better=better_less)
    unit = value_unit(draft.value.figure, measure, table) if draft.value else None
    scale = 100 if unit == "bps" else 1
    start, end = _extent(scene, draft, measure)
    return Observation(
        evidence=Evidence(scene.span(start, end), scene.turn.number, "observation.figure"),
        entity=owner.entity,
        metric=measure.id,
        qualifiers=tuple(
            dict.fromkeys((*measure.qualifiers, *qualifiers(scene, draft, measure.name), *owner.qualifiers))
        ),
        value=None if numbers.value is None else numbers.value * scale,
        value_max=None if numbers.value_max is None else numbers.value_max * scale,
        value_is_bound=draft.value is not None and quantity(draft.value.figure).bound,
        unit=unit,
        change=numbers.change,
        change_max=numbers.change_max,
        change_is_bound=draft.change is not None and quantity(draft.change.figure).bound,
        change_unit=change_unit(scene, draft, measure, unit),
        direction=numbers.direction,
        prior_value=None if numbers.prior is None else numbers.prior * scale,
        comparison=_comparison(scene, draft, held, stance, clock, numbers.direction, instant=instant),
        period=held,
        modality=stance,
        basis=basis_of(measure.name),
        decimals=quantity(draft.value.figure).decimals if draft.value else None,
        prior_decimals=quantity(draft.prior.figure).decimals if draft.prior else None,
        value_limit=quantity(draft.value.figure).limit if draft.value else None,
        change_limit=quantity(draft.change.figure).limit if draft.change else None,
        approximate=any(quantity(p.figure).approximate for p in draft.parts),
        hedge=hedge(scene),
        confidence=confidence(
            signs(scene, draft, measure, owner, stance, table, of_reported_period=held == clock.reported)
        ),
        reason=owner.reason,
    )


def _goes_on(scene: Scene, draft: Draft, clock: Clock) -> bool:
    """Whether a figure belongs to the outlook with which the sentence before ended."""
    first = draft.parts[0]
    if clock.foretold is None or first.role.of_base:
        return False
    return goes_on_with_outlook(scene, first.figure.start, clock.reported)


def _extent(scene: Scene, draft: Draft, measure: Measure) -> tuple[int, int]:
    """The shortest stretch of tokens that holds metric, cues and figures."""
    spots = [(p.figure.start, p.figure.end) for p in draft.parts]
    spots += [(p.role.cue, p.role.cue + 1) for p in draft.parts if p.role.cue is not None]
    if measure.placed is not None:
        spots.append((measure.placed.start, measure.placed.end))
    start, end = min(s for s, _ in spots), max(e for _, e in spots)
    return max(start, scene.sentence.start), min(end, scene.sentence.end)


def _comparison(
    scene: Scene,
    draft: Draft,
    held: Period | None,
    stance: Modality,
    clock: Clock,
    direction: Direction | None,
    *,
    instant: bool,
) -> Comparison | None:
    if draft.change is None and draft.prior is None:
        said = of_value(scene, draft) if direction is not None else None
        if direction is not Direction.FLAT or said is not None:
            return said
        return of_standing(scene, held, Comparison.QOQ if instant else clock.comparison)
    timeless = held is None and stance is Modality.ACTUAL and not draft.parts[0].role.of_base
    usual = Comparison.OTHER if timeless and not _yearly(scene) else clock.comparison
    return of_change(scene, draft, held, usual, instant=instant)


def _yearly(scene: Scene) -> bool:
    """Whether something grows "every year", and so against the year before."""
    return any(a in ("every", "each") and b == "year" for a, b in pairwise(scene.words))
