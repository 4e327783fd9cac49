"""Names with which a sentence or a later clause begins: "In Logistics, a fleet brought 8% growth"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.scene import Placed, Scene
from kg.model import Link
from kg.word_lists import word_list

_OPENING = frozenset({"from", "for", "of", "in", "at", "on", "by", "within", "across", "to", "with"})
_LINKING = frozenset({"and", "but", "so", "now", "then", "also", ","})


def is_fronted(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a sentence begins with a name: "In Logistics a fleet brought 8% growth", "And with Orchard Pay, ..."."""
    before = [t.lower_ for t in scene.doc[scene.sentence.start : name.start]]
    if before in (["in"], ["within"], ["in", "our"]) and scene.doc[name.end - 1].pos_ in ("NOUN", "PROPN"):
        if name.end < scene.sentence.end and scene.doc[name.end].pos_ in ("DET", "PRON"):
            return True
    first = next((t for t in scene.doc[scene.sentence.start : name.start] if t.lower_ not in _LINKING), None)
    opens = first is not None and not _does(first)
    if len(before) <= 5 and opens and bool(_OPENING & set(before)) and _comma_follows(scene, name.end):
        return True
    return _opens_clause(scene, name, anchor)


def _does(first: Token) -> bool:
    """Whether a sentence begins with something done, not with what is turned to: "*Using* cash from Paint, we ..."."""
    lists = ("turning", "looking", "concerning")
    turning = frozenset[str]().union(*(word_list("kg.facts", "words/topics.toml", name) for name in lists))
    return first.tag_ in ("VBG", "VBN") and first.lower_ not in turning | {"including"}


def _opens_clause(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a later clause begins with a name, and has the figure: "costs fell 2%, and in Towels, sales rose 3%"."""
    lead = scene.doc[max(scene.sentence.start, name.start - 3) : name.start]
    words = [t.lower_ for t in lead if t.lower_ not in ("our", "the")][-2:]
    opens = len(words) == 2 and words[0] in ("and", ",", ";", "while", "but") and words[1] in ("in", "at", "within")
    comma = name.end < scene.sentence.end and scene.doc[name.end].text == ","
    return opens and comma and name.end < anchor and not any(n.start > name.end for n in _before(scene, anchor))


def _before(scene: Scene, anchor: int) -> list[Placed[Link]]:
    return [n for n in scene.names if n.start < anchor]


def _comma_follows(scene: Scene, position: int) -> bool:
    return any(t.text == "," for t in scene.doc[position : min(position + 5, scene.sentence.end)])
