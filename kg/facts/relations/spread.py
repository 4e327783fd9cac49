"""Lets what is read of one member of a list hold for all: the parser often loses the tail of "A, B, and C"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts.relations.belonging import is_unsold
from kg.facts.relations.claim import Claim
from kg.facts.relations.offers import LIKELY
from kg.facts.relations.scene import Named, Scene
from kg.model import EntityId, Predicate

_OVER_OBJECTS = frozenset(
    {Predicate.OFFERS, Predicate.LAUNCHED, Predicate.OPERATES_IN, Predicate.INVESTS_IN, Predicate.PARTNERS_WITH}
)
_OVER_SUBJECTS = frozenset({Predicate.USES, Predicate.CUSTOMER_OF})
_LINKS = frozenset({",", "and", "or", "to", "&"})


def spread(scene: Scene, claim: Claim) -> Iterator[Claim]:
    """The claim, and its copies for the other members of the list in which its object (or user) stands."""
    yield claim
    if claim.predicate in _OVER_OBJECTS and claim.rule != LIKELY:
        for other in _fellows(scene, claim, claim.object):
            sold = claim.predicate not in {Predicate.OFFERS, Predicate.LAUNCHED} or not is_unsold(other.entity)
            if other.entity.id != claim.subject and sold:
                yield replace(claim, object=other.entity.id, words=_reaching(claim, other))
    if claim.predicate in _OVER_SUBJECTS:
        for other in _fellows(scene, claim, claim.subject):
            if other.entity.id != claim.object:
                yield replace(claim, subject=other.entity.id, words=_reaching(claim, other))


def _reaching(claim: Claim, other: Named) -> tuple[int, int]:
    return min(claim.words[0], other.words.start), max(claim.words[1], other.words.end)


def _fellows(scene: Scene, claim: Claim, entity: EntityId) -> list[Named]:
    """The names of one kind that stand in a list with an entity, inside the words of a claim."""
    start, end = claim.words
    for number, named in enumerate(scene.names):
        if named.entity.id == entity and start <= named.words.start < end:
            return _list(scene, number)
    return []


def _list(scene: Scene, number: int) -> list[Named]:
    first = last = number
    while first > 0 and _linked(scene.names[first - 1], scene.names[first]):
        first -= 1
    while last + 1 < len(scene.names) and _linked(scene.names[last], scene.names[last + 1]):
        last += 1
    return [n for i, n in enumerate(scene.names[first : last + 1], first) if i != number]


def _linked(one: Named, other: Named) -> bool:
    """Whether only commas and "and" stand between two names of one kind."""
    between = one.words.doc[one.words.end : other.words.start]
    linked = 0 < len(between) <= 2 and all(t.lower_ in _LINKS for t in between)
    return linked and one.entity.type is other.entity.type
