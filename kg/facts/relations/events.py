"""Who holds an event and who takes part: "our investor day", "Acme's results call", "at Expo, Acme showed"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene
from kg.facts.relations.words import word_list
from kg.facts.sentence import clause_head
from kg.model import Entity, EntityType, Predicate

_DOERS = frozenset({EntityType.ORGANIZATION, EntityType.BUSINESS_UNIT})


def held(scene: Scene) -> Iterator[Claim]:
    """An event with the company's name or possessive is held by it."""
    for named in _events(scene):
        owner = scene.owner(named.words.root)
        if owner is None and named.entity.name.lower().startswith(scene.company.name.lower().split()[0]):
            owner = scene.company
        if owner is not None and owner.type is EntityType.ORGANIZATION:
            start = min(named.words.start, named.words.root.left_edge.i)
            yield Claim(owner.id, Predicate.HELD, named.entity.id, (start, named.words.end), "relation/event")


def attended(scene: Scene) -> Iterator[Claim]:
    """Who takes part, as in "at the Expo, Acme showed": who acts at an event takes part in it."""
    for named in _events(scene):
        preposition = named.words.root.head
        if named.words.root.dep_ != "pobj" or preposition.lower_ not in word_list("attending"):
            continue
        for doer in _named_doers(scene, named):
            words = (min(preposition.i, named.words.start), named.words.end)
            yield Claim(doer.id, Predicate.PARTICIPATED_IN, named.entity.id, words, "relation/attended")


def _named_doers(scene: Scene, named: Named) -> list[Entity]:
    verb = clause_head(named.words.root)
    return [d for d in scene.doers(verb) if d.type in _DOERS] if verb.pos_ in {"VERB", "AUX"} else []


def _events(scene: Scene) -> list[Named]:
    return [n for n in scene.names if n.entity.type is EntityType.EVENT]
