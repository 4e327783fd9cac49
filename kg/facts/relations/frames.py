"""Relations stated by a verb ("we launched Zephyr") or by a noun ("our partnership with Orbis")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene
from kg.facts.relations.words import Frame, frames
from kg.facts.sentence import OBJECTS, clause_head, is_negated, phrase
from kg.model import Entity


def stated(scene: Scene) -> Iterator[Claim]:
    """The relations that the verbs and nouns of a paragraph state between entities."""
    for token in scene.passage.doc:
        if token.pos_ == "VERB" and not is_negated(token):
            yield from _by(scene, token, "verb", scene.doers(token))
        elif token.pos_ in {"NOUN", "PROPN"} and token.i not in scene.at:
            yield from _by(scene, token, "noun", _holders(scene, token))


def _holders(scene: Scene, noun: Token) -> list[Entity]:
    """Whose investment, partnership or launch it is: its possessor, the doer of the clause, and the speaker's side."""
    owner = scene.owner(noun)
    doers = [owner] if owner is not None else scene.doers(clause_head(noun))
    return [*doers, *(e for e in (scene.side(noun) or scene.you, scene.company) if e is not None)]


def _by(scene: Scene, token: Token, kind: str, doers: list[Entity]) -> Iterator[Claim]:
    for frame in frames(kind):
        if token.lemma_.lower() not in frame.lemmas:
            continue
        for named in _filling(scene, token, frame):
            fitting = [d for d in doers if d.type in frame.subject and d.id != named.entity.id]
            for doer in fitting[:1] if kind == "noun" else fitting:
                if named.entity.type in frame.object:
                    yield Claim(doer.id, frame.predicate, named.entity.id, _words(token, named), f"relation/{kind}")


def _filling(scene: Scene, token: Token, frame: Frame) -> Iterator[Named]:
    """What stands in the object slots of a verb or noun; for a passive, its subject."""
    for child in token.children:
        if ("" in frame.slots and child.dep_ in OBJECTS) or (child.dep_ == "nsubjpass" and "" in frame.slots):
            yield from scene.of(child)
        elif child.dep_ == "prep" and child.lower_ in frame.slots:
            yield from (n for t in child.children if t.dep_ == "pobj" for n in scene.of(t))


def _words(token: Token, named: Named) -> tuple[int, int]:
    start, end = min(token.i, named.words.start), max(token.i + 1, named.words.end)
    who = next((t for t in token.children if t.dep_ in {"nsubj", "poss"} and t.i < start), None)
    return (phrase(who).start if who is not None else start), end
