"""Reads the links that a call states between entities: ownership, offers, launches, partners, places, uses.

The closed set of predicates is `kg.model.Predicate`; who holds which position is read with the people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.facts.context import Context
from kg.facts.relations.belonging import explained, growing, joined, owned, placed, sited
from kg.facts.relations.claim import Claim
from kg.facts.relations.deals import dealt, traded
from kg.facts.relations.events import attended, held
from kg.facts.relations.frames import fresh, powered, stated
from kg.facts.relations.lists import kinds, members
from kg.facts.relations.offers import LIKELY, offered
from kg.facts.relations.parents import alone, listed
from kg.facts.relations.scene import Scene, scenes
from kg.facts.relations.sections import sectioned
from kg.facts.relations.spread import spread
from kg.facts.relations.units import REPORTED, announced, named_after, of_the_house, reported
from kg.facts.relations.words import confidence
from kg.model import EntityType, Evidence, Predicate, Relation, Role, Skipped

READERS: tuple[Callable[[Scene], Iterator[Claim]], ...] = (
    stated,
    fresh,
    powered,
    dealt,
    traded,
    listed,
    alone,
    owned,
    explained,
    announced,
    named_after,
    of_the_house,
    reported,
    members,
    kinds,
    joined,
    offered,
    placed,
    sited,
    growing,
    held,
    attended,
)
_SOLD = frozenset({Predicate.OFFERS, Predicate.LAUNCHED})
_MANY = 5
"""Products of which a call surely says whose they are, from which on it may name others as its own."""

_BETTER = frozenset({Predicate.LAUNCHED, Predicate.USES, Predicate.OFFERS, Predicate.PARTNERS_WITH, Predicate.PART_OF})


def relations(context: Context) -> Iterator[Relation | Skipped]:
    """The relations of a call, the first statement of each, in text order."""
    found = sorted(_read(context), key=lambda r: (r.evidence, r.subject, r.predicate, r.object))
    if len({r.object for r in found if r.predicate in _SOLD and r.evidence.rule != LIKELY}) < _MANY:
        found = [r for r in found if r.evidence.rule != LIKELY]
    seen: set[tuple[str, str, str]] = set()
    for relation in found:
        key = (relation.subject, relation.predicate, relation.object)
        if key not in seen and relation.subject != relation.object and not _told_better(context, relation, found):
            seen.add(key)
            yield relation


def _told_better(context: Context, relation: Relation, found: Sequence[Relation]) -> bool:
    """Whether a surer statement makes a likely offer idle, or a stated whole the listed parent above it."""
    if relation.evidence.rule == REPORTED:
        told = (o for o in found if o.predicate is Predicate.PART_OF and o.subject == relation.subject)
        return any(o.evidence.rule != REPORTED for o in told)
    if relation.evidence.rule == "relation/parent":
        return any(o.evidence.rule == "relation/lexicon" and _part(o) == _part(relation) for o in found)
    if relation.predicate is not Predicate.OFFERS:
        return False
    if relation.subject == context.company and (
        relation.evidence.rule in {LIKELY, "relation/measured"} or _by_analyst(context, relation)
    ):
        unit = EntityType.BUSINESS_UNIT
        if any(o.object == relation.object and context.entities[o.subject].type is unit for o in _offers(found)):
            return True
    if relation.evidence.rule != LIKELY:
        return False
    return any(
        o.predicate in _BETTER and o.evidence.rule != LIKELY and relation.object in {o.object, _part(o)} for o in found
    )


def _offers(found: Sequence[Relation]) -> Iterator[Relation]:
    return (r for r in found if r.predicate is Predicate.OFFERS)


def _by_analyst(context: Context, relation: Relation) -> bool:
    return any(t.number == relation.evidence.turn and t.role is Role.ANALYST for t in context.turns)


def _part(relation: Relation) -> str:
    """The lesser of the two ends: what is offered, or what is part."""
    return relation.subject if relation.predicate is Predicate.PART_OF else relation.object


def _read(context: Context) -> Iterator[Relation]:
    spoken = list(scenes(context))
    for scene in (scene for scene in spoken if scene.names):
        for reader in READERS:
            for claim in reader(scene):
                yield from (_relation(scene, c) for c in spread(scene, claim))
    for scene, claim in sectioned(spoken):
        yield _relation(scene, claim)


def _relation(scene: Scene, claim: Claim) -> Relation:
    start, end = claim.words
    span = scene.passage.span(scene.passage.doc[start:end])
    evidence = Evidence(span, scene.passage.turn.number, claim.rule)
    return Relation(evidence, claim.subject, claim.predicate, claim.object, confidence=confidence(claim.rule))
