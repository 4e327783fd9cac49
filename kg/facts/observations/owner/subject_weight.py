"""How firmly a figure is of a name by the grammar of its clause: the unit that does the growing, or has it counted."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.movement import verb_direction
from kg.facts.observations.owner.fronted import is_fronted
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import SUBJECTS, clause_head, subject
from kg.language.neighbours import word_at
from kg.model import Count, Link

_GROW = frozenset({"grow", "double", "triple", "quadruple"})
_SUBJECT, _COUNTED_ON, _IN_CLAUSE = 4.0, 3.5, 1.0


def subject_weight(scene: Scene, name: Placed[Link], anchor: int) -> float:
    """A unit that does the growing: "Logistics delivered 8% growth"; or one set at the head of the sentence."""
    doc = scene.doc
    verb = clause_head(doc[min(anchor, len(doc) - 1)])
    about = subject(verb)
    if verb.dep_ == "acl" and verb.head.dep_ == "dobj" and _above(name, verb):
        return _SUBJECT + 1.0
    if _where(name, verb):
        return _SUBJECT + 1.5
    if _is_to_move(scene, name, verb):
        return _SUBJECT + 1.5
    if about is not None and about.left_edge.i <= name.start <= min(about.right_edge.i, max(verb.i, about.i)):
        return _SUBJECT + (1.0 if name.start <= about.i < name.end else 0.0)
    if any(t.head == verb and t.dep_ in SUBJECTS for t in doc[name.start : name.end]) and name.end <= anchor:
        return _SUBJECT  # "sales of our new tonic, Vexil totaled 3 million": the parser gives the verb two subjects
    if _is_grown(scene, name, verb):
        return _SUBJECT
    if is_fronted(scene, name, anchor) or _year_for(scene, name, about):
        return _SUBJECT
    if _opens(scene, name, anchor) or _above(name, verb):
        return _SUBJECT - 0.5
    if name.end <= anchor:
        return _IN_CLAUSE if clause_head(doc[name.start]) == verb else 0.0
    return _COUNTED_ON if _counted_on(scene, name, anchor, verb) else 0.0


def _is_grown(scene: Scene, name: Placed[Link], verb: Token) -> bool:
    """Whether somebody makes a thing grow, and nothing of it: "We *grew our Paint business* by 9%"."""
    if verb.lemma_.lower() not in _GROW:
        return False
    behind = scene.doc[name.start : min(name.end + 1, scene.sentence.end)]
    return any(t.dep_ == "dobj" and t.head == verb for t in behind)


def _is_to_move(scene: Scene, name: Placed[Link], verb: Token) -> bool:
    """Whether a move is expected of a thing: "we expect Paint to grow 5% and *Glass to decline* 3%"."""
    doc = scene.doc
    return word_at(doc, name.end) == "to" and verb.i == name.end + 1 and verb_direction(verb) is not None


def _where(name: Placed[Link], verb: Token) -> bool:
    """Whether a clause tells what happened in a thing: "led by Paint, *where we were up 9%*"."""
    if verb.dep_ != "relcl" or not name.start <= verb.head.i < name.end:
        return False
    return any(t.lower_ == "where" for t in verb.children)


def _counted_on(scene: Scene, name: Placed[Link], anchor: int, verb: Token) -> bool:
    """Whether things are counted on a product: "4,700 weavers have drawn patterns on Vexil"."""
    counted = any(f.start == anchor and isinstance(amount(f), Count) for f in scene.figures)
    root = scene.doc[name.end - 1]
    inside = root.dep_ == "pobj" and root.head.lower_ in ("on", "in", "across", "through")
    between = any(f.start > anchor and f.end <= name.start for f in scene.figures)
    return counted and inside and not between and clause_head(root) == verb


def _year_for(scene: Scene, name: Placed[Link], about: Token | None) -> bool:
    """Whether the sentence looks back on a time for a unit: "It was a kind year for Paint, as we grew 7%"."""
    lead = [t.lower_ for t in scene.doc[max(scene.sentence.start, name.start - 3) : name.start]]
    if not lead or lead[-1] not in ("our", "the", "for") or "for" not in lead:
        return False
    time = lead[0] in ("year", "quarter") or lead[-2:-1] == ["quarter"] or lead[-2:-1] == ["year"]
    return time and about is not None and about.lower_ in ("we", "it", "they")


def _opens(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a sentence begins with a name, as its subject does, and stays in one clause up to the figure."""
    lead = scene.doc[scene.sentence.start : name.start]
    rest = scene.doc[name.end : anchor]
    return name.end <= anchor and all(t.pos_ == "DET" for t in lead) and not any(t.text in ",;:" for t in rest)


def _above(name: Placed[Link], verb: Token) -> bool:
    """Whether a name is the subject of the clause on which a participle hangs: "Crane has ..., with sales topping"."""
    if verb.tag_ not in ("VBG", "VBN") or verb.dep_ not in ("acl", "advcl", "pcomp", "xcomp"):
        return False
    about = subject(clause_head(verb.head))
    return about is not None and name.start <= about.i < name.end
