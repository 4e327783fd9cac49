"""Which unit is part of which: by its name, by the word "segment" beside it, or because it moves the unit's figures."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene, has_known_parent
from kg.facts.relations.words import word_list
from kg.model import EntityType, Predicate

_NEAR = 6  # tokens from the start of the sentence within which its topic is named
_LINES = frozenset({EntityType.BUSINESS_UNIT, EntityType.PRODUCT})


def announced(scene: Scene) -> Iterator[Claim]:
    """ "The Intelligent Widgets segment", "our widget business": a part of the company, unless its parent is known."""
    for named in scene.names:
        if named.entity.type is not EntityType.BUSINESS_UNIT or has_known_parent(named.entity):
            continue
        doc = named.words.doc
        sentence = named.words.sent
        around = doc[max(named.words.start - 2, sentence.start) : min(named.words.end + 2, sentence.end)]
        if named.entity.name[0].isupper() and any(t.lower_ in word_list("segments") for t in around):
            words = (named.words.start, min(named.words.end + 1, len(doc)))
            yield Claim(named.entity.id, Predicate.PART_OF, scene.company.id, words, "relation/segment")


def of_the_house(scene: Scene) -> Iterator[Claim]:
    """A unit that bears the company's name is part of it: "Acme Logistics" of Acme Corporation."""
    house = scene.company.name.lower().replace(".", " ").split()[0]
    for named in scene.names:
        unit = named.entity.type is EntityType.BUSINESS_UNIT and not has_known_parent(named.entity)
        if unit and named.entity.name.lower().split()[0] == house:
            words = (named.words.start, named.words.end)
            yield Claim(named.entity.id, Predicate.PART_OF, scene.company.id, words, "relation/house")


def named_after(scene: Scene) -> Iterator[Claim]:
    """A longer name that opens with a unit's: "Widgets Pro" is part of "Widgets", a product is offered by it."""
    units = [n for n in scene.names if n.entity.type is EntityType.BUSINESS_UNIT]
    for named in scene.names:
        if named.entity.type not in _LINES or has_known_parent(named.entity):
            continue
        for unit in units:
            if named.entity.type is EntityType.BUSINESS_UNIT and named.entity.name.startswith(unit.entity.name + " "):
                yield _belongs(named, unit, (named.words.start, named.words.end), "relation/name")


def _belongs(part: Named, whole: Named, words: tuple[int, int], rule: str) -> Claim:
    if part.entity.type is EntityType.PRODUCT:
        return Claim(whole.entity.id, Predicate.OFFERS, part.entity.id, words, rule)
    return Claim(part.entity.id, Predicate.PART_OF, whole.entity.id, words, rule)
