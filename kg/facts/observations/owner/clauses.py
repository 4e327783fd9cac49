"""The unit of a sentence in its later clauses: "Revenue in Paint rose 9%, while *volume* fell 2%" are both Paint's."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.facts.observations.owner.headings import is_topic
from kg.facts.observations.owner.subject_unit import subject_of
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, subject
from kg.model import Entity, EntityId, EntityType
from kg.word_lists import word_list

_JOINED = frozenset({"conj", "advcl", "ccomp", "parataxis"})
_TELLING = frozenset({"mark", "represent", "reflect", "compare", "be", "include", "equate", "translate"})
_OTHERS = frozenset({"we", "i", "you"})


def goes_on_with(scene: Scene, anchor: int, entities: Mapping[EntityId, Entity]) -> EntityId | None:
    """The unit with which a sentence begins, where the clause of a figure names no other and not the whole company."""
    unit = subject_of(scene, entities)
    if unit is None:
        return None
    verb, root = clause_head(scene.doc[anchor]), scene.sentence.root
    if _tells_more(verb, root):
        return None if any(n.start > root.i and is_topic(n, entities) for n in scene.names) else unit
    if entities[unit].type is not EntityType.BUSINESS_UNIT:
        return None
    about = subject(verb)
    if verb == root or verb.dep_ not in _JOINED or about is None or about.lower_ in _OTHERS or about.i < root.i:
        return None
    inside = range(about.left_edge.i, scene.sentence.end)
    if any(n.start in inside and is_topic(n, entities) for n in scene.names):
        return None
    whole = word_list("kg.facts", "words/topics.toml", "whole")
    said = {t.lower_ for t in scene.doc[about.left_edge.i : about.right_edge.i + 1]}
    measured = any(about.left_edge.i <= m.start <= about.right_edge.i for m in scene.metrics)
    return unit if measured and not said & (whole | {"overall", "our"}) else None


def _tells_more(verb: Token, root: Token) -> bool:
    """Whether a clause says more of what was told: "Paint earned $5 million, *which marked a 9% rise*"."""
    if verb.i <= root.i:
        return False
    which = verb.dep_ == "relcl" and any(c.lower_ == "which" for c in verb.children)
    return (which or verb.dep_ == "acl") and verb.lemma_.lower() in _TELLING
