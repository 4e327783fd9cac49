"""Products that a company speaks of as its own without saying "our": by their name, or by their place in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.relations.belonging import is_something_else, is_unsold
from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene, has_known_parent
from kg.facts.relations.words import word_list
from kg.facts.sentence import SUBJECTS, conjuncts
from kg.model import EntityType, Predicate

_EARLY = 12  # tokens from the start of a sentence within which it shows what it is about
_LONG = 6
"""Initials have at most so many letters: "XARANTO" is spoken as a word."""
LIKELY = "relation/own"


def offered(scene: Scene) -> Iterator[Claim]:
    """What management names like its own: "Acme Cloud", "Zephyr revenue", "with Zephyr, customers can"."""
    for named in scene.names:
        entity = named.entity
        side = scene.side(named.words.root)
        if side is None or entity.type is not EntityType.PRODUCT or has_known_parent(entity) or is_unsold(entity):
            continue
        owner = scene.owner(named.words.root)
        if owner is not None and owner.id not in {side.id, scene.company.id}:
            continue
        if _is_first_name(scene, entity.name) or is_something_else(named) or _is_of_others(named.words.root):
            continue
        rule = _rule(scene, named)
        if rule is not None and not (rule == LIKELY and _is_among_users(named)):
            words = (named.words.start, named.words.end)
            yield Claim(side.id, Predicate.OFFERS, entity.id, words, rule)


def _is_of_others(root: Token) -> bool:
    """Whether a sentence tells what others do, are measured by, or have done to them: "Orbis approved", "than Vela"."""
    root = next((t for t in conjuncts(root) if t.dep_ != "conj"), root)
    lemma = root.head.lemma_.lower()
    if root.dep_ in SUBJECTS:
        return root.dep_ != "nsubjpass" and lemma in word_list("acts_of_others")
    if root.dep_ == "dobj":
        return lemma in word_list("done_to_others")
    return root.dep_ == "pobj" and root.head.lower_ in {"than", "versus", "against", "vs"}


def _is_first_name(scene: Scene, name: str) -> bool:
    """Whether a single word is what a person of the call is called."""
    people = (e.name for e in scene.context.entities.values() if e.type is EntityType.PERSON)
    return any(name in person.split() for person in people)


def _rule(scene: Scene, named: Named) -> str | None:
    """What tells that a product is the speaker's own: its name, its figures, or only its place in the sentence."""
    if _bears_name(named, scene.company.name):
        return "relation/bears-name"
    if named.entity.listed:
        return None
    if _is_measured(named):
        return "relation/measured"
    if "&" in named.entity.name or named.entity.name.split()[0].lower() in word_list("not_names"):
        return None
    unit = scene.we is not None and scene.we.id != scene.company.id
    return LIKELY if (unit or _acts(named.words.root)) and _is_telling(named.entity.name) else None


def _is_among_users(named: Named) -> bool:
    """Whether a name stands in a list of users: "early adopters include Orbis", "companies that use it, like Vela"."""
    before = named.words.doc[named.words.sent.start : named.words.start]
    listed = any(t.lemma_ == "include" or t.lower_ in {"like", "as"} for t in before)
    return listed and any(t.lower_ in word_list("users") for t in before)


def _bears_name(named: Named, company: str) -> bool:
    """Whether the product's name opens with the company's: "Acme Cloud" of Acme Corporation."""
    return named.entity.name.lower().split()[0] == company.lower().split()[0]


def _is_telling(name: str) -> bool:
    """Whether a name looks like a product's: several words, a figure, a sign or an inner capital, no bare acronym."""
    if " " in name or any(not c.isalpha() for c in name):
        return name.split()[-1].lower() not in word_list("units")
    spoken = not name.rstrip("s").isupper() or len(name) > _LONG  # a word in capitals, no initials
    return spoken and any(c.isupper() for c in name[1:])


def _is_measured(named: Named) -> bool:
    root = named.words.root
    return root.dep_ == "compound" and root.head.lower_ in word_list("measured")


def _acts(root: Token) -> bool:
    """Whether a product is what the sentence is about: its subject, its object, what it opens with, or one of those."""
    root = next((t for t in conjuncts(root) if t.dep_ != "conj"), root)
    if root.dep_ in SUBJECTS or root.dep_ == "dobj":
        return True
    return root.dep_ == "pobj" and root.head.lower_ in word_list("showcase") and root.head.i <= root.sent.start + _EARLY
