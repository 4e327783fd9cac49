"""Whether a sentence goes on with the outlook of the one before it, and so holds for the same time to come."""

from __future__ import annotations

from kg.facts.observations.scene import Scene
from kg.facts.sentence import SUBJECTS
from kg.word_lists import word_list

_OPENERS = frozenset({"and", "but", "so", "now", "again", "also"})


def explains_outlook(scene: Scene) -> bool:
    """Whether a sentence says what an outlook told before it holds: "*This includes* 3 million of tax"."""
    words = [t for t in scene.sentence if not t.is_space and not t.is_punct and t.lower_ not in _OPENERS]
    verb = scene.sentence.root
    who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if not words or who is None or words[0] not in who.subtree:
        return False
    named = who.lemma_.lower() in _listed("outlooks") and words[0].lower_ in _listed("pointing") | {"the", "our"}
    if verb.lemma_ == "compare" and not any(t.lemma_.lower() in _listed("outlooks") for t in scene.sentence):
        return False
    points = who == words[0] and who.lower_ in _listed("pointing")
    return (points or named) and verb.lemma_.lower() in _listed("explaining") and verb.tag_ in ("VBZ", "VBP")


def _listed(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.when", "foretold.toml", name)
