"""The figures of one sentence as observations: which measure each is of, whose, and what else shares it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.facts.context import Context
from kg.facts.observations.draft import Draft
from kg.facts.observations.drafts import drafts
from kg.facts.observations.figures import observe
from kg.facts.observations.metric.basis import on_stated_basis
from kg.facts.observations.metric.beside_figure import beside_figure
from kg.facts.observations.metric.bridged import without_cause
from kg.facts.observations.metric.going_on import goes_on
from kg.facts.observations.metric.kinds_in_turn import kind_in_turn
from kg.facts.observations.metric.listed_metrics import sharing
from kg.facts.observations.metric.losses import as_profit
from kg.facts.observations.metric.margins import as_margin, of_profit_before
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.metric.measures import measure
from kg.facts.observations.metric.noun_of_figure import noun_of_figure
from kg.facts.observations.metric.per_share import dividend_per_share, of_one_share
from kg.facts.observations.metric.segment_sums import of_all_segments
from kg.facts.observations.metric.talk import Recalled, as_told_last, like_the_last, told_again
from kg.facts.observations.owner.antecedent import is_of_segment, referred_to, refers_back, speaks_of_unit
from kg.facts.observations.owner.choice import Owner, choose_owner
from kg.facts.observations.owner.clauses import goes_on_with
from kg.facts.observations.owner.coordination import spread
from kg.facts.observations.owner.grown_line import grown_line
from kg.facts.observations.owner.markets import market_of
from kg.facts.observations.owner.reporting import in_its_unit
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.ellipsis import dated_again, is_about_it, is_definite, is_elliptic, is_left_out
from kg.facts.observations.roles.growth import growth_apart
from kg.facts.observations.roles.growth_told import as_growth_told
from kg.facts.observations.roles.idle_counts import is_beside_a_measure
from kg.facts.observations.roles.repeated_figures import as_told_before
from kg.facts.observations.roles.respectively import narrowed, paired
from kg.facts.observations.roles.unmeasured import why_unmeasured
from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.state import State
from kg.facts.observations.taken_up import Told
from kg.facts.observations.when.against import of_rates
from kg.facts.observations.when.comparing import period_behind
from kg.lexicon.metrics import MetricEntry, MetricTable
from kg.model import Entity, EntityType, Link, Mention, Money, Observation, Skipped, Surface

_GUESS = Decimal("0.5")
_IDLE = "a few things told beside a measure"
_PAIRED = 9.0
"""The weight of a metric that the sentence itself pairs with a figure."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the state in which it is read; `grows` is what growing without more means."""

    scene: Scene
    state: State
    context: Context
    table: MetricTable
    grows: MetricEntry

    def is_a(self, own: Placed[Link] | None, *types: EntityType) -> bool:
        """Whether what a sentence pairs with a figure is of one of some types."""
        return own is not None and self.context.entities[own.item.entity].type in types


def told_in_figures(sentence: Sentence, used: set[int]) -> tuple[list[Told], Measure | None]:
    """The observations in figures of a sentence, and the measure last spoken of; `used` takes up the metrics told."""
    scene, context, last = sentence.scene, sentence.context, sentence.state.last
    told, measuring = _sifted(scene)
    pairs = paired(scene, context.entities)
    found_drafts = drafts(scene, measuring, sentence.table)
    for draft in found_drafts:
        own = pairs.get(draft.parts[0].figure.start)
        found = _measured(sentence, draft, own, last)
        recalled = _recalled(sentence, draft, found) if own is None else None
        if recalled is not None:
            found = recalled.measure
            draft.recast(recalled.role)
        elif found is not None:
            found = as_growth_told(found, draft, sentence.grows)
        idle = found is not None and is_beside_a_measure(draft.parts[0].figure, found, sentence.table)
        if found is None or idle:
            span = scene.span(draft.parts[0].figure.start, draft.parts[-1].figure.end)
            told.append(Skipped("observation.figure", span, _IDLE if idle else "no metric is named for this figure"))
            continue
        owner = _owner(sentence, draft, own, found)
        found = replace(found, qualifiers=()) if owner.of_line else found
        found = of_all_segments(found) if owner.entity == context.company else found
        if found.id not in context.entities:
            told.append(_coined(found, sentence.table))
        last = found
        used |= {found.placed.start} if found.placed is not None else set()
        if owner.coined is not None and owner.entity not in context.entities:
            told.append(owner.coined)
        if recalled is not None and recalled.entity is not None and not owner.stated:
            owner = Owner(recalled.entity, owner.qualifiers, "whom the talk told it of", False)
        for one in _observed(sentence, draft, found, owner):
            if recalled is not None and recalled.again is not None and isinstance(one, Observation):
                one = dated_again(scene, one, recalled.again)
            if not isinstance(one, Observation):
                told += [one] if one.id not in context.entities else []
            elif own is not None:
                apart = sentence.is_a(own, EntityType.PLACE) and one.entity != own.item.entity
                told.append(narrowed(scene, one, own, pairs) if apart else one)
            else:
                others = sharing(scene, draft, found_drafts) if one.metric == found.id and found.placed else []
                used |= {m.start for m in others}
                for metric in (one.metric, *(m.item.entity for m in others)):
                    told += spread(scene, draft, replace(one, metric=metric), context.entities)
    return told, last


def _sifted(scene: Scene) -> tuple[list[Told], Sequence[Placed[Mention]]]:
    """The figures of a sentence that measure something, and the others with the reason."""
    told: list[Told] = []
    measuring = []
    for figure in scene.figures:
        if (why := why_unmeasured(scene, figure)) is None:
            measuring.append(figure)
        else:
            told.append(Skipped("observation.figure", scene.span(figure.start, figure.end), why))
    return told, measuring


def _measured(sentence: Sentence, draft: Draft, own: Placed[Link] | None, last: Measure | None) -> Measure | None:
    """The measure of a draft: what it is a loss or a margin of goes by the name of its profit or rate."""
    scene, table, entities = sentence.scene, sentence.table, sentence.context.entities
    if draft.parts[0].figure.item.rule == "quantity.none":
        return listed("share repurchase", table, "0.9")  # "we did not repurchase any shares"
    if sentence.is_a(own, EntityType.METRIC):
        draft.metric, draft.weight = own, _PAIRED
    found = measure(scene, draft, last, table, entities, sentence.grows, sentence.state.recent)
    found = found or beside_figure(scene, draft) or noun_of_figure(scene, draft)
    if found is None:
        return None
    as_told_before(draft, found.id, table, sentence.context.quantities)
    found = kind_in_turn(scene, draft, found, table)
    found = of_profit_before(scene, as_margin(found, draft, table), entities, table)
    found = dividend_per_share(scene, draft, found, table)
    if draft.value is not None and isinstance(amount(draft.value.figure), Money):
        found = as_profit(found, table, entities)
    return on_stated_basis(scene, draft, of_one_share(draft, found, table), table)


def _recalled(sentence: Sentence, draft: Draft, found: Measure | None) -> Recalled | None:
    """What the talk tells that a figure is of, where its sentence tells nothing or repeats it by "the" and "that"."""
    scene, figure = sentence.scene, draft.parts[0].figure
    talk = sentence.state.talk.with_named(sentence.state.recent)
    definite = is_definite(scene, figure)
    if found is not None:
        behind = found.words is not None and found.words[1].start > scene.span(figure.start, figure.end).start
        guessed = found.placed is None and not behind and found.certainty <= _GUESS
        again = told_again(draft, talk, known=True) if guessed and definite else None
        return again or (as_told_last(draft, found, talk) if guessed else None)
    if not definite and not is_elliptic(scene, draft):
        return None
    same = told_again(draft, talk, known=definite)
    if same is not None or not is_left_out(scene, draft) or not is_elliptic(scene, draft):
        return same
    at = scene.span(figure.start, figure.end).start
    pointed = is_about_it(scene, figure) and goes_on(scene, draft)
    return like_the_last(draft, talk, at, sentence.table, pointed=pointed)


def _owner(sentence: Sentence, draft: Draft, own: Placed[Link] | None, found: Measure) -> Owner:
    """Whom a draft belongs to: what it is paired with, else whom the sentence, the topic or a pronoun names."""
    scene, state, context = sentence.scene, sentence.state, sentence.context
    if own is not None and not sentence.is_a(own, EntityType.METRIC, EntityType.PLACE):
        return Owner(own.item.entity, (), "paired by respectively", True)
    if own is not None and sentence.is_a(own, EntityType.PLACE) and _begins(scene, own):
        return Owner(own.item.entity, (), "the place told of", True)
    anchor = draft.parts[0].figure.start
    owner = choose_owner(
        without_cause(scene, draft), anchor, found.placed, state.topic, context.entities, context.company
    )
    if found.line is not None and not owner.stated:
        owner = grown_line(found.line, owner, context.entities)
        if owner.of_line:
            return owner
    market = market_of(scene, anchor) if not owner.stated else None
    if market is not None:
        return Owner(market.id, owner.qualifiers, "the market that is told of", True, coined=market)
    if not owner.stated and state.segment is not None and owner.entity == context.company:
        if found.placed is not None and is_of_segment(scene, found.placed):
            return replace(owner, entity=state.segment, reason="the segment reported last")
    unit = None if owner.stated else goes_on_with(scene, anchor, context.entities)
    if unit is not None:
        return replace(owner, entity=unit, reason="the unit with which the sentence begins")
    announced = state.topic.heading and speaks_of_unit(scene, anchor)
    if owner.stated or announced or not refers_back(scene, anchor, found.placed):
        return in_its_unit(owner, found.id, sentence.table, context.entities, context.company)
    about = referred_to(scene, anchor, state.about, state.unit, context.entities)
    return replace(owner, entity=about, reason="the unit just spoken of") if about is not None else owner


def _begins(scene: Scene, name: Placed[Link]) -> bool:
    """Whether a sentence begins with a name or with the list that it is in."""
    return all(t.pos_ in ("DET", "CCONJ", "PUNCT", "PROPN") for t in scene.doc[scene.sentence.start : name.start])


def _observed(sentence: Sentence, draft: Draft, found: Measure, owner: Owner) -> Iterator[Observation | Entity]:
    """The observation of a draft, and that of its growth rate where rates are compared."""
    observed = observe(sentence.scene, draft, found, owner, sentence.state.clock, sentence.table)
    rates = of_rates(sentence.scene, draft, observed.period)
    return growth_apart(observed, draft, found, period_behind(sentence.scene, draft.prior), rates)


def _coined(found: Measure, table: MetricTable) -> Entity:
    """The entity of a metric that no mention names: what is counted, or what a verb implies."""
    surfaces = (Surface(found.words[0], found.words[1]),) if found.words else ()
    return Entity(found.id, EntityType.METRIC, found.name, surfaces=surfaces, listed=found.id in table.by_id)
