"""Whether a sentence goes on with the outlook of the one before it, and so holds for the same time to come."""

from __future__ import annotations

from kg.facts.observations.scene import Scene, period
from kg.facts.sentence import SUBJECTS, clause_head
from kg.model import Period
from kg.word_lists import word_list

_OPENERS = frozenset({"and", "but", "so", "now", "again", "also", "then"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def goes_on_with_outlook(scene: Scene, at: int, reported: Period | None) -> bool:
    """Whether a figure still belongs to the outlook told before: "*That's about* 3%", "*Exports, up* 4%".

    Not where its sentence names a time that is past.
    """
    if explains_outlook(scene):
        return True
    found = [f for p in scene.periods if p.item.rule.startswith("period.") and (f := period(p)) is not None]
    if any(reported is None or f.end <= reported.end for f in found):
        return False
    return _is_verbless(scene) or _puts_in_figures(scene, at)


def _is_verbless(scene: Scene) -> bool:
    """Whether a sentence goes on with a list: "Exports, up 4%."."""
    return not any(t.tag_ in _FINITE or t.text == "?" for t in scene.sentence)


def _puts_in_figures(scene: Scene, at: int) -> bool:
    """Whether a sentence says what an outlook comes to: "*that's* about 3%", "*this would put* us at 4%"."""
    verb = clause_head(scene.doc[at])
    who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if who is None or who.lower_ not in _listed("pointing") or verb.lemma_.lower() not in _listed("putting"):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.tag_ in ("VBZ", "VBP") or bool(helpers & _listed("supposed"))


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
