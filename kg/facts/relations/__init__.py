"""Reads the links that a call states between entities: ownership, offers, launches, partners, places, uses.

The closed set of predicates is `kg.model.Predicate`; who holds which position is read with the people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.facts.context import Context
from kg.facts.relations.belonging import owned, placed
from kg.facts.relations.claim import Claim
from kg.facts.relations.frames import stated
from kg.facts.relations.offers import SURE, offered
from kg.facts.relations.parents import listed
from kg.facts.relations.scene import Scene, scenes
from kg.facts.relations.units import announced, moving, named_after
from kg.model import Evidence, Predicate, Relation, Skipped

_BETTER = frozenset({Predicate.LAUNCHED, Predicate.USES, Predicate.OFFERS, Predicate.PARTNERS_WITH})
READERS: tuple[Callable[[Scene], Iterator[Claim]], ...] = (
    stated,
    owned,
    announced,
    named_after,
    moving,
    offered,
    placed,
)


def relations(context: Context) -> Iterator[Relation | Skipped]:
    """The relations of a call, the first statement of each, in text order."""
    found = [*listed(context), *_read(context)]
    seen: set[tuple[str, str, str]] = set()
    for relation in sorted(found, key=lambda r: (r.evidence, r.subject, r.predicate, r.object)):
        key = (relation.subject, relation.predicate, relation.object)
        if key not in seen and relation.subject != relation.object and not _told_better(relation, found):
            seen.add(key)
            yield relation


def _told_better(relation: Relation, found: Sequence[Relation]) -> bool:
    """Whether a likely offer is a launch, a use, or another's product by a surer rule."""
    if relation.predicate is not Predicate.OFFERS or relation.confidence >= SURE:
        return False
    return any(
        other.object == relation.object and other.predicate in _BETTER and other.confidence >= SURE for other in found
    )


def _read(context: Context) -> Iterator[Relation]:
    for scene in scenes(context):
        for reader in READERS:
            for claim in reader(scene):
                yield _relation(scene, claim)


def _relation(scene: Scene, claim: Claim) -> Relation:
    start, end = claim.words
    span = scene.passage.span(scene.passage.doc[start:end])
    evidence = Evidence(span, scene.passage.turn.number, claim.rule)
    return Relation(evidence, claim.subject, claim.predicate, claim.object, confidence=claim.confidence)
