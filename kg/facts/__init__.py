"""Facts of every kind, from one linked call: the extractors, in the order in which they need one another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from kg.entities.linked import Linked
from kg.facts.drivers import drivers
from kg.facts.exchanges import exchanges
from kg.facts.observations import observations
from kg.facts.observations.confidence import confirmed
from kg.facts.relations import relations
from kg.facts.spoken_of import only_told, spoken_of
from kg.model import Driver, Entity, Exchange, Observation, Reading, Relation, Skipped

F = TypeVar("F", Observation, Relation, Driver, Exchange)


def extract(linked: Linked) -> Reading:
    """All that a linked call says; what was recognised but could not be completed is in `skipped`."""
    context = linked.context
    skipped = list(linked.skipped)
    read = tuple(observations(context))
    coined = {e.id: e for e in reversed(read) if isinstance(e, Entity)}
    observed = confirmed(_kept((o for o in read if not isinstance(o, Entity)), Observation, skipped))
    driven = tuple(only_told(d, context, observed) for d in _kept(drivers(context, observed), Driver, skipped))
    related = (*linked.positions, *_kept(relations(context), Relation, skipped))
    exchanged = _kept(exchanges(context), Exchange, skipped)
    return Reading(
        transcript=context.transcript,
        company=context.company,
        entities=spoken_of(context, coined, observed, driven, related, exchanged),
        turns=context.turns,
        observations=observed,
        relations=tuple(sorted(related, key=_place)),
        drivers=driven,
        exchanges=exchanged,
        corrections=linked.corrections,
        renderings=linked.renderings,
        links=(*context.names, *context.metrics),
        skipped=tuple(sorted(skipped, key=lambda s: (s.span, s.rule))),
    )


def _kept(found: Iterable[F | Skipped], kind: type[F], skipped: list[Skipped]) -> tuple[F, ...]:
    """The facts of one extractor in text order; what it gave up goes to `skipped`."""
    facts: list[F] = []
    for item in found:
        if isinstance(item, kind):
            facts.append(item)
        elif isinstance(item, Skipped):
            skipped.append(item)
    return tuple(sorted(facts, key=_place))


def _place(fact: Observation | Relation | Driver | Exchange) -> tuple[int, int]:
    return fact.evidence.span.start, fact.evidence.span.end
