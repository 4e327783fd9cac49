"""Which unit is part of which, by its name or by the word "segment" beside it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan

from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Scene, has_known_parent
from kg.facts.relations.words import word_list
from kg.facts.sentence import SUBJECTS
from kg.model import EntityType, Predicate

REPORTED = "relation/reported"
_EARLY = 10  # tokens from the start of a sentence within which it says what it reports on


def announced(scene: Scene) -> Iterator[Claim]:
    """What is called a segment ("the Widgets segment") is a part of the company, unless its parent is known."""
    for named in scene.names:
        if named.entity.type is not EntityType.BUSINESS_UNIT or has_known_parent(named.entity):
            continue
        doc = named.words.doc
        sentence = named.words.sent
        around = doc[max(named.words.start - 2, sentence.start) : min(named.words.end + 2, sentence.end)]
        if named.entity.name[0].isupper() and any(t.lower_ in word_list("segments") for t in around):
            words = (named.words.start, min(named.words.end + 1, len(doc)))
            yield Claim(named.entity.id, Predicate.PART_OF, scene.company.id, words, "relation/segment")


def reported(scene: Scene) -> Iterator[Claim]:
    """A unit whose figures management reports is part of the company, where nothing else tells its whole."""
    if scene.we is None or scene.we.id != scene.company.id:
        return
    for named in scene.names:
        if named.entity.type is not EntityType.BUSINESS_UNIT or has_known_parent(named.entity):
            continue
        sentence = named.words.sent
        early = named.words.start - sentence.start <= _EARLY
        plain = named.entity.name[0].isupper() and not any(c.isdigit() for c in named.entity.name)
        if early and plain and _has_figure(sentence) and _is_told(named.words):
            words = (named.words.start, named.words.end)
            yield Claim(named.entity.id, Predicate.PART_OF, scene.company.id, words, REPORTED)


def _has_figure(sentence: DocSpan) -> bool:
    return any(t.like_num or t.text[-1:].isdigit() for t in sentence)


def _is_told(words: DocSpan) -> bool:
    """Whether a sentence is about a unit: its subject, its measure's owner, or what it opens with."""
    root = words.root
    if root.dep_ in SUBJECTS or (
        root.dep_ == "pobj" and root.head.lower_ in {"in", "on", "at", "within", "from", "for"}
    ):
        return True
    return words.end < len(words.doc) and words.doc[words.end].lower_ in word_list("measured")


def of_the_house(scene: Scene) -> Iterator[Claim]:
    """A unit that bears the company's name is part of it: "Acme Logistics" of Acme Corporation."""
    house = scene.company.name.lower().replace(".", " ").split()[0]
    for named in scene.names:
        unit = named.entity.type is EntityType.BUSINESS_UNIT and not has_known_parent(named.entity)
        if unit and named.entity.name.lower().split()[0] == house:
            words = (named.words.start, named.words.end)
            yield Claim(named.entity.id, Predicate.PART_OF, scene.company.id, words, "relation/house")


def named_after(scene: Scene) -> Iterator[Claim]:
    """A longer name that opens with another unit's: "Widgets Pro" is part of "Widgets"."""
    units = [n for n in scene.names if n.entity.type is EntityType.BUSINESS_UNIT]
    for part in units:
        for whole in units:
            if part.entity.name.startswith(whole.entity.name + " ") and not has_known_parent(part.entity):
                words = (part.words.start, part.words.end)
                yield Claim(part.entity.id, Predicate.PART_OF, whole.entity.id, words, "relation/name")
