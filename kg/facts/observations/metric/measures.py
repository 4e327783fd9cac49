"""Which measure a draft is of: each way of telling it in turn, what is said outright before what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.basis import on_basis
from kg.facts.observations.metric.beside_figure import noun_before, share_in_state
from kg.facts.observations.metric.bridged import bridged
from kg.facts.observations.metric.counted_measures import counted_measure
from kg.facts.observations.metric.exchange_effects import exchange_effect
from kg.facts.observations.metric.grown import (
    grown_thing,
    levelled_thing,
    moved_by_another,
    of_category,
)
from kg.facts.observations.metric.guided import is_guidance_alone, of_guidance, takes_up
from kg.facts.observations.metric.in_shares import in_shares
from kg.facts.observations.metric.included import included
from kg.facts.observations.metric.left_over import left_of_authorization
from kg.facts.observations.metric.measure import Measure, listed, named
from kg.facts.observations.metric.noun_of_figure import noun_of_figure
from kg.facts.observations.metric.of_what import of_what
from kg.facts.observations.metric.per_share import per_share
from kg.facts.observations.metric.per_share_of import per_share_of
from kg.facts.observations.metric.percentages import percentage_of_whole
from kg.facts.observations.metric.presumed import growth_alone, growth_of_unit, kind_left_out, subject_or_last, taken_up
from kg.facts.observations.metric.recent import spoken_of
from kg.facts.observations.metric.repurchase_price import repurchase_price
from kg.facts.observations.metric.shares import share_of
from kg.facts.observations.metric.sized_business import sized_business
from kg.facts.observations.metric.suited import suits
from kg.facts.observations.metric.verb_measures import of_verb
from kg.facts.observations.movement import verb_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.coupons import debt_of
from kg.facts.observations.roles.figure_role import FigureRole
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.language.neighbours import pos_at
from kg.lexicon.metrics import MetricEntry, MetricTable
from kg.model import Count, Entity, EntityId, Link, Money, Percent

_FIRM = 3.0
"""The weight from which on a metric of the sentence is not doubted."""


def measure(
    scene: Scene,
    draft: Draft,
    last: Measure | None,
    table: MetricTable,
    entities: Mapping[EntityId, Entity],
    grows: MetricEntry,
    recent: Sequence[Measure] = (),
) -> Measure | None:
    """The metric of a draft, `grows` being what growing without more means; None where nothing tells it.

    `last` is the measure told before, `recent` those named lately.
    """
    said = (
        bridged(scene, draft, last, entities, table, grows)
        or exchange_effect(scene, draft, table)
        or _on_debt(scene, draft, table)
        or left_of_authorization(scene, draft, table)
        or repurchase_price(scene, draft, table)
        or per_share_of(scene, draft, entities)
        or per_share(scene, draft, entities, table)
        or included(scene, draft, entities)
        or in_shares(scene, draft, last)
        or of_verb(scene, draft, table)
        or counted_measure(scene, draft, table)
        or sized_business(scene, draft, grows)
        or share_in_state(scene, draft)
    )
    if said is not None:
        return said
    if (line := moved_by_another(scene, draft)) is not None:
        return line
    if draft.metric is None or (draft.weight < _FIRM and not _in_subject(scene, draft)):
        if (what := grown_thing(scene, draft) or levelled_thing(scene, draft)) is not None:
            return what
        grown = growth_of_unit(scene, draft, grows, last, table)
        presumed = grown is not None and grown.id in (grows.id, last.id if last is not None else grows.id)
        if grown is not None and (draft.metric is None or (presumed and not _tells(scene, draft))):
            return grown
    part = draft.value or draft.change
    if part is not None:
        of_whole = percentage_of_whole(scene, part.figure, draft.metric, entities, table)
        if of_whole is not None:
            return of_whole
    share = share_of(scene, draft)
    if share is not None:
        return share
    if draft.metric is not None:
        if (same := _in_other_words(scene, draft.metric)) is not None:
            return named(same, entities, Decimal("0.85"))
        if (other := kind_left_out(scene, draft, table)) is not None:
            return other
        if last is not None and takes_up(draft.metric, last, table) and suits(draft, last, table):
            return replace(last, placed=None, words=None, certainty=Decimal("0.6"))
        if is_guidance_alone(draft.metric):
            return None
        if (meant := of_guidance(draft.metric, entities, table)) is not None:
            return meant
        if draft.weight < _FIRM and _is_done(scene, draft) and _leaves(scene, draft):
            if (beside := noun_of_figure(scene, draft)) is not None:
                return beside
        if (narrower := of_category(scene, draft.metric, entities)) is not None:
            return narrower
        return of_what(scene, on_basis(scene, named(draft.metric, entities, _certainty(draft.weight)), table), table)
    if _is_rank(draft):
        return listed("market position", table, "0.4") if _is_placed(scene, draft) else None
    if (growth := growth_alone(scene, draft, grows)) is not None:
        return growth
    before = spoken_of(draft, last, recent, table) or (last if _is_its_growth(scene, draft, last, table) else None)
    beside = noun_of_figure(scene, draft) if _is_done(scene, draft) or _fills_in(scene, draft) else None
    told = noun_before(scene, draft) or beside
    return told or taken_up(scene, draft, before) or subject_or_last(scene, draft, before)


def _on_debt(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """The rate that a debt bears: "notes at 5%"."""
    rate = debt_of(scene, draft.parts[0].figure)
    return listed(rate, table, "0.75") if rate is not None else None


def _is_rank(draft: Draft) -> bool:
    """Whether a figure tells a place among others: "*number two* in its market"."""
    value = amount(draft.parts[0].figure)
    return isinstance(value, Count) and value.thing == "rank"


_PLACES = frozenset({"position", "player", "spot", "place", "rank", "ranking", "market"})


def _is_placed(scene: Scene, draft: Draft) -> bool:
    """Whether the words around a rank say that it is one among rivals: "our *position* as number one"."""
    figure = draft.parts[0].figure
    around = scene.doc[max(scene.sentence.start, figure.start - 4) : min(figure.end + 4, scene.sentence.end)]
    return any(t.lemma_.lower() in _PLACES for t in around)


def _is_done(scene: Scene, draft: Draft) -> bool:
    """Whether somebody does something with a sum, which is then seldom that of the measure told before."""
    if draft.value is None or isinstance(amount(draft.value.figure), Count):
        return False
    verb = clause_head(scene.doc[draft.parts[0].figure.start])
    about = subject(verb)
    if about is None:
        return False
    if verb.lemma_.lower() in ("have", "represent", "offer", "see") and about.pos_ in ("NOUN", "PROPN"):
        return about.i < verb.i
    if about.lower_ not in ("we", "you", "they", "there"):
        return False
    return verb.lemma_.lower() != "be" or about.lower_ == "there"


def _fills_in(scene: Scene, draft: Draft) -> bool:
    """Whether a level is told of the noun right behind it: "above a *9% minimum*", "a *$7 billion opportunity*"."""
    part = draft.parts[0]
    if part.role.role is not FigureRole.VALUE or not isinstance(amount(part.figure), Money | Percent):
        return False
    return pos_at(scene.doc, part.figure.end) in ("NOUN", "ADJ")


def _leaves(scene: Scene, draft: Draft) -> bool:
    """Whether the metric nearest to a figure was told in a clause before its own."""
    verb = clause_head(scene.doc[draft.parts[0].figure.start])
    about = subject(verb)
    return draft.metric is not None and about is not None and draft.metric.end <= min(about.i, verb.i)


def _is_its_growth(scene: Scene, draft: Draft, last: Measure | None, table: MetricTable) -> bool:
    """Whether a clause tells a percentage of "it", a sum told before: "stock rose 9% in May. In June *it* is 4%"."""
    entry = table.closest(last.id) if last is not None else None
    if (
        entry is None
        or entry.unit_kind not in ("Money", "Count")
        or not isinstance(amount(draft.parts[0].figure), Percent)
    ):
        return False
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    return about is not None and about.lower_ in ("it", "that", "this")


def _certainty(weight: float) -> Decimal:
    """How sure a metric of the sentence is, by its weight; one that is merely nearest is a guess."""
    return Decimal("0.92") if weight >= 4 else Decimal("0.78") if weight >= 3 else Decimal("0.5")


def _in_subject(scene: Scene, draft: Draft) -> bool:
    """Whether the metric of a draft stands in what the clause is about: "bookings growth was strong, up 22%"."""
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    metric = draft.metric
    return metric is not None and about is not None and about.left_edge.i <= metric.start <= about.right_edge.i


def _tells(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence whose subject is "we" tells its metric before it or behind the verb."""
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    metric = draft.metric
    if metric is None or about is None or about.lower_ not in ("we", "it"):
        return False
    if metric.end <= about.i:
        return _fronted(scene, about)
    return _is_object(scene, draft, metric) or _is_grown(scene, draft, metric)


def _is_grown(scene: Scene, draft: Draft, metric: Placed[Link]) -> bool:
    """Whether a metric is what the verb of growing is done to: "we expect to grow *RASM* this year by 3%"."""
    verb = clause_head(scene.doc[draft.parts[0].figure.start])
    if draft.change is None or verb_direction(verb) is None:
        return False
    between = scene.doc[verb.i + 1 : metric.start]
    return verb.i < metric.start and all(t.pos_ in ("DET", "PRON", "ADJ") for t in between)


def _is_object(scene: Scene, draft: Draft, metric: Placed[Link]) -> bool:
    """ "We saw *store income* rise by $7 million, up 9%": what grows stands behind a verb that is not the growing."""
    part = draft.change or draft.parts[0]
    verb = clause_head(scene.doc[part.figure.start])
    if part.role.cue is None or not verb.i < metric.start < metric.end <= part.role.cue:
        return False
    between = scene.doc[metric.end : part.role.cue]
    return not any(t.pos_ == "CCONJ" for t in between) and verb.i != part.role.cue


def _fronted(scene: Scene, about: Token) -> bool:
    """Whether a sentence sets its metric before "we": "On operating income, we saw a decline of 5%"."""
    before = scene.doc[scene.sentence.start : about.i]
    return not any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("amod", "compound") for t in before)


def _in_other_words(scene: Scene, metric: Placed[Link]) -> Placed[Link] | None:
    """The fuller name beside a bare noun: "NPL ratio" in "our nonperforming loan ratio, or NPL ratio"."""
    if metric.item.mention.rule != "metric.bare":
        return None
    following = next((m for m in scene.metrics if metric.end < m.start <= metric.end + 3), None)
    if following is None or scene.doc[following.start - 1].lower_ not in ("or", "("):
        return None
    return following if scene.doc[following.end - 1].lemma_ == scene.doc[metric.end - 1].lemma_ else None
