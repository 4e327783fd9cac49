"""Whom "it", "its" and "this" speak of: the unit that the sentence before was about."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.facts.observations.owner.subject_unit import just_named
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import SUBJECTS, clause, clause_head, subject
from kg.model import Entity, EntityId, EntityType, Link

_POINTING = frozenset({"its", "their", "this", "these", "that"})
_PRONOUNS = frozenset({"it", "they"})
_FACTS, _BRINGING = frozenset({"this", "that"}), frozenset({"drive", "lead", "reflect", "include"})
"""What was just told, and the verbs that say what is in it: "*This* was *driven* by sales growth of 4% abroad"."""
_UNIT = frozenset({"segment", "divisional"})
_WHOLE = frozenset({"total", "overall", "consolidated", "record", "our", "combined", "company"})
_INSIDE = frozenset({"in", "for", "of", "at", "within", "on", "from", "across", "through"})
_UNITS = frozenset({"segment", "division"})
_SPEAKERS = frozenset({"guys", "folks", "team", "teams", "people"})
_GENERIC = _UNITS | {"business", "unit", "platform", "group"}


def refers_back(scene: Scene, anchor: int, metric: Placed[Link] | None) -> bool:
    """Whether a figure belongs to whoever was spoken of: "It reported 5 billion", "this margin was 3%"."""
    if metric is not None:
        lead = scene.doc[max(scene.sentence.start, metric.start - 2) : metric.start]
        if any(t.lower_ in _POINTING and t.tag_ != "IN" for t in lead):
            return True
    verb = clause_head(scene.doc[anchor])
    about = subject(verb)
    if about is not None and about.lower_ in _FACTS and verb.lemma_ in _BRINGING:
        return True
    if that_unit(scene, anchor) is not None:
        return True
    if about is not None and about.lower_ in _PRONOUNS:
        return not _takes_up_subject(scene, verb)
    return speaks_of_unit(scene, anchor)


def _takes_up_subject(scene: Scene, verb: Token) -> bool:
    """Whether a pronoun takes up the subject of its sentence, no unit: "*Prices* fell, as *they* were 9% too high"."""
    root = scene.sentence.root
    about = subject(root) if verb.i > root.i else None
    if about is None or about.pos_ not in ("NOUN", "PROPN") or about.lower_ in _SPEAKERS:
        return False
    return not any(about.left_edge.i <= n.start <= about.right_edge.i for n in scene.names)


def that_unit(scene: Scene, anchor: int) -> str | None:
    """The noun by which a figure is said to be in a unit named before: "a margin of 9% *in this segment*"."""
    for token in clause(scene.doc[anchor]):
        if token.lower_ in _GENERIC and token.dep_ == "pobj" and token.head.lower_ in _INSIDE:
            whose = {child.lower_ for child in token.children}
            if whose & {"this", "that"} and not any(c.dep_ in ("compound", "amod") for c in token.children):
                return token.lower_
    return None


def referred_to(
    scene: Scene, anchor: int, about: EntityId | None, unit: EntityId | None, entities: Mapping[EntityId, Entity]
) -> EntityId | None:
    """Whom a figure takes up that refers back: whoever the sentence before was `about`; by "in this segment" a unit,
    and where that was none, the `unit` that the talk named last.
    """
    named = just_named(scene, anchor, entities)
    noun = that_unit(scene, anchor)
    if named is not None or noun is None:
        return named or about
    fits = about is not None and (noun not in _UNITS or entities[about].type is EntityType.BUSINESS_UNIT)
    return about if fits else unit


def is_of_segment(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether a measure is said to be of the segment spoken of, which is not named again: "Segment margin was 9%"."""
    lead = scene.doc[max(scene.sentence.start, metric.start - 2) : metric.start]
    words = [t.lower_ for t in scene.doc[metric.start : metric.end]]
    said = words[0] in _UNIT or (len(lead) > 0 and lead[-1].lower_ in _UNIT)
    is_subject = scene.doc[metric.start : metric.end].root.dep_ in SUBJECTS
    return said and is_subject and not any(t.lower_ in _WHOLE for t in lead)


def speaks_of_unit(scene: Scene, anchor: int) -> bool:
    """Whether a general noun does it, which under a heading is what was announced: "the business grew 8%"."""
    about = subject(clause_head(scene.doc[anchor]))
    if about is None or about.lower_ not in _GENERIC or any(c.dep_ in ("compound", "amod") for c in about.children):
        return False
    return any(c.lower_ in _POINTING | {"the"} for c in about.children)
