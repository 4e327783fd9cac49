"""Names in a figure's sentence that the figure is not of: what it leaves out, what its measure is called by."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import SUBJECTS, subject
from kg.model import Entity, EntityType, Link

_DEALS = frozenset({"divestiture", "acquisition", "disposal", "exit"})
_LEAVING = frozenset({"excluding", "ex", "without", "despite", "due", "according"})


def is_in_metric(name: Placed[Link], metric: Placed[Link] | None) -> bool:
    """Whether a name is part of what a metric is called, as in "cloud storage revenue"."""
    return metric is not None and metric.start <= name.start and name.end <= metric.end


def shares_noun(scene: Scene, name: Placed[Link], metric: Placed[Link] | None) -> bool:
    """Whether a name is the first half of what a metric is of: "*Life* and health sales", "*Ink* and other costs"."""
    if metric is None or name.end + 1 != metric.start or scene.doc[name.end].lower_ not in ("and", "&"):
        return False
    words = scene.doc[metric.start : metric.end]
    return len(words) > 1 and words[0].pos_ in ("ADJ", "NOUN", "PROPN") and words[0].i != words.root.i


def is_kept_at(scene: Scene, name: Placed[Link], entity: Entity) -> bool:
    """Whether something is only kept with a firm: "our cash balances *at the Central Bank*"."""
    if entity.type is not EntityType.ORGANIZATION or entity.id == scene.turn.organization:
        return False
    lead = [t.lower_ for t in scene.doc[max(scene.sentence.start, name.start - 2) : name.start] if t.lower_ != "the"]
    return lead[-1:] == ["at"]


def is_left_out(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a name stands in what a figure leaves out: "excluding the effect of ..."."""
    before = scene.doc[max(scene.sentence.start, name.start - 5) : name.start]
    told = [t for t in before if t.lower_ in _LEAVING]
    if told and not _begins_behind(scene, name, told[-1]):
        return True
    above = list(scene.doc[name.end - 1].ancestors)
    if any(t.lower_ == "excluding" for t in above) and any(t.lemma_.lower() in _DEALS for t in above):
        return True
    about = subject(scene.sentence.root)
    if scene.sentence[0].lower_ not in ("excluding", "adjusting", "despite"):
        return False
    apart = any(t.text == "," for t in scene.doc[name.end : anchor]) and not _begins_behind(
        scene, name, scene.sentence[0]
    )
    return apart or (about is not None and name.end <= about.left_edge.i)


def _begins_behind(scene: Scene, name: Placed[Link], left_out: Token) -> bool:
    """Whether a subject begins with a name behind what is left out: "Excluding these effects, *Vexil* grew 2%"."""
    comma = any(t.text == "," for t in scene.doc[left_out.i : name.start])
    above = scene.doc[name.start : name.end].root
    while above.dep_ in ("poss", "compound", "amod", "nmod") and above.head.i != above.i:
        above = above.head
    return comma and above.dep_ in SUBJECTS
