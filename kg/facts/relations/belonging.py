"""What belongs to whom: units that are part of the company, products that it offers, places where it works."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene
from kg.facts.relations.words import word_list
from kg.facts.sentence import clause, clause_head
from kg.model import Entity, EntityType, Predicate

_BELONGS = {
    EntityType.BUSINESS_UNIT: Predicate.PART_OF,
    EntityType.PRODUCT: Predicate.OFFERS,
}


_WORKS = frozenset({EntityType.ORGANIZATION, EntityType.BUSINESS_UNIT})


def owned(scene: Scene) -> Iterator[Claim]:
    """ "Our Zephyr platform", "Acme's Zephyr": a unit is part of its owner, a product is offered by it."""
    for named in scene.names:
        predicate = _BELONGS.get(named.entity.type)
        owner = scene.owner(named.words.root) if predicate is not None else None
        if (
            predicate is None
            or owner is None
            or _known_otherwise(named.entity)
            or owner.type not in {EntityType.ORGANIZATION, EntityType.BUSINESS_UNIT}
        ):
            continue
        yield _claim(owner, predicate, named, "relation/possessive")


def _known_otherwise(entity: Entity) -> bool:
    """Whether the lexicon tells the parent already, or knows a technology that belongs to nobody."""
    return entity.parent is not None or (entity.listed and is_unsold(entity))


def is_unsold(entity: Entity) -> bool:
    """Whether a product's name ends in what no company sells: a market, a policy, a share."""
    return entity.type is EntityType.PRODUCT and entity.name.lower().split()[-1] in word_list("unsold")


def _claim(owner: Entity, predicate: Predicate, named: Named, rule: str) -> Claim:
    start = min(named.words.start, named.words.root.left_edge.i, named.words.root.head.left_edge.i)
    if named.words.start - start > 6:
        start = named.words.start
    words = (start, named.words.end)
    if predicate is Predicate.PART_OF:
        return Claim(named.entity.id, predicate, owner.id, words, rule)
    return Claim(owner.id, predicate, named.entity.id, words, rule)


def placed(scene: Scene) -> Iterator[Claim]:
    """ "Growth in India", "our stores across Europe": the doer of the clause, or the speaker's side, works there."""
    for named in scene.names:
        if named.entity.type is not EntityType.PLACE:
            continue
        root = named.words.root
        first = root.conjuncts[0] if root.dep_ == "conj" and root.conjuncts else root
        preposition = first.head
        if first.dep_ == "pobj" and preposition.lower_ in word_list("markets") and _busy(preposition):
            who = _who(scene, preposition)
            if who is not None:
                yield Claim(
                    who.id,
                    Predicate.OPERATES_IN,
                    named.entity.id,
                    (min(preposition.head.i, preposition.i), named.words.end),
                    "relation/place",
                )


def _busy(preposition: Token) -> bool:
    return any(
        t.lower_ in word_list("activity") or t.lemma_.lower() in word_list("activity") for t in clause(preposition)
    )


def _who(scene: Scene, token: Token) -> Entity | None:
    """Who works there: the doer of the clause, a unit named before in the sentence, or the speaker's side."""
    doers = [d for d in scene.doers(clause_head(token)) if d.type in _WORKS]
    if doers:
        return doers[0]
    start = token.sent.start
    before = [n.entity for n in scene.names if start <= n.words.start < token.i and n.entity.type in _WORKS]
    return before[0] if before else scene.side(token) or scene.you
