"""Places beside a figure: one that narrows it ("sales in Peru", "Peru sales"), one that moved itself ("Peru grew")."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.facts.observations.owner.weight import is_next_in_list
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head
from kg.model import Entity, EntityId, EntityType, Link

_BEHIND = 3
"""How far behind its figure a place may stand: "5% in the Southern States"."""
_NARROWING = 3
"""How many words may stand between a place and the measure that it narrows: "Peru net operating sales"."""
_GROWS = frozenset({"grow", "decline", "increase", "decrease", "rise", "fall", "accelerate", "rebound"})
_HAS = frozenset({"deliver", "post", "see", "show", "achieve", "have", "report", "record"})
_EARNS = frozenset({"generate", "contribute", "earn", "produce"})
_MOVED = frozenset({"up", "down", "flat"})
_STRENGTHS = frozenset(
    {"strength", "weakness", "performance", "uptake", "demand", "momentum", "softness", "adoption", "gain", "result"}
)
_GROWTH = frozenset({"growth", "decline", "increase", "decrease"})


def place_that_moved(scene: Scene, anchor: int, entities: Mapping[EntityId, Entity]) -> EntityId | None:
    """The place that a clause says grew or has a measure: "Peru was up 5%", "we expect Chile to grow 4%"."""
    verb = clause_head(scene.doc[anchor])
    listed = [n for n in scene.names if is_next_in_list(scene, n, anchor)]
    if listed and (place := entities.get(listed[0].item.entity)) is not None and place.type is EntityType.PLACE:
        return place.id
    if not (_tells_growth(verb) or _has_measure(scene, verb)):
        return None
    for name in scene.names:
        entity = entities.get(name.item.entity)
        root = scene.doc[name.start : name.end].root
        if entity is not None and entity.type is EntityType.PLACE and root.dep_ == "nsubj" and root.head == verb:
            return entity.id
    return None


def _tells_growth(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return any(child.lower_ in _MOVED for child in verb.children)
    growth = any(c.dep_ == "dobj" and c.lemma_.lower() in _GROWTH for c in verb.children)
    return lemma in _GROWS or (lemma in _HAS and growth)


def _has_measure(scene: Scene, verb: Token) -> bool:
    """Whether a verb gives its subject a measure: "Peru *generated sales* of $4 million"."""
    told = (c.i for c in verb.children if c.dep_ == "dobj")
    return verb.lemma_.lower() in _HAS | _EARNS and any(m.start <= i < m.end for i in told for m in scene.metrics)


def _before_metric(scene: Scene, place: Placed[Link], metric: Placed[Link] | None) -> bool:
    """Whether a place stands before a measure as what it is of: "Peru net sales"."""
    if metric is None or place.end > metric.start or metric.start - place.end > _NARROWING:
        return False
    root = scene.doc[place.start : place.end].root
    between = scene.doc[place.end : metric.start]
    between = between[1:] if len(between) and between[0].lower_ in ("'s", "’s") else between
    head = root.head
    grown = head.i == metric.end and head.lemma_.lower() in _GROWTH  # "U.S. *sales growth*"
    inside = (place.end <= head.i < metric.end or grown) and root.dep_ in ("compound", "nmod", "amod", "poss")
    return inside and all(t.pos_ in ("NOUN", "PROPN", "ADJ") and t.is_alpha for t in between)


def _beside_another(scene: Scene, place: Placed[Link], anchor: int) -> bool:
    """Whether a place goes with another figure: in "up 5% in Peru and down 1% in Chile", each has its own."""
    return any(0 <= place.start - f.end <= _BEHIND for f in scene.figures if f.start != anchor)


def _is_of_strength(lead: Token, anchor: int) -> bool:
    """Whether a place says only where a business did well or badly: "up 9%, *with strength in Peru and Chile*"."""
    return lead.head.i > anchor and lead.head.pos_ == "NOUN" and lead.head.lemma_.lower() in _STRENGTHS


def places_of(
    scene: Scene, anchor: int, metric: Placed[Link] | None, entities: Mapping[EntityId, Entity]
) -> tuple[str, ...]:
    """Places that narrow a figure, as the sentence puts them: "in India", "India" of "India sales rose"."""
    out = []
    for name in scene.names:
        entity = entities.get(name.item.entity)
        if entity is None or entity.type is not EntityType.PLACE:
            continue
        if _before_metric(scene, name, metric):
            out.append(scene.doc[name.start : name.end].text)
        if name.start == scene.sentence.start:
            continue
        lead: Token = scene.doc[name.start - 1]
        lead = scene.doc[name.start - 2] if lead.lower_ == "the" and name.start - 2 >= scene.sentence.start else lead
        near = abs(name.start - anchor) < 12 or (metric is not None and abs(name.start - metric.end) < 4)
        near = near and not _beside_another(scene, name, anchor) and not _is_of_strength(lead, anchor)
        if lead.lower_ in ("in", "across", "outside") and near and clause_head(lead) == clause_head(scene.doc[anchor]):
            out.append(scene.doc[lead.i : name.end].text)
    return tuple(out)
