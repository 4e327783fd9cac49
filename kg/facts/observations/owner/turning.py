"""Sentences that turn to a new subject, told by their form alone: "Turning to logistics", "Let's talk about cash"."""

from __future__ import annotations

from itertools import pairwise

from kg.facts.observations.scene import Scene
from kg.model import Section
from kg.word_lists import word_list

_NEAR, _LED = 14, 8


def turned_to(scene: Scene) -> int | None:
    """The token behind the words by which a sentence turns to a new subject; None where it turns to none.

    "Turning to the balance sheet", "OK, let's move on to Widgets", "Now to our outlook", "Looking ahead".
    """
    return _turned_from(scene, _behind_lead(scene))


def _behind_lead(scene: Scene) -> int:
    """Where an invitation begins behind a short clause that leads to it: "*Speaking of ink*, let's move to Paint"."""
    start = scene.sentence.start
    comma = scene.first(",", at=start + 1)
    if (
        comma is None
        or comma >= start + _LED
        or comma + 2 >= scene.sentence.end
        or any(f.start < comma for f in scene.figures)
    ):
        return start
    return comma + 1 if scene.doc[comma + 1].lower_ == "let" else start


def _turned_from(scene: Scene, position: int) -> int | None:
    doc, end = scene.doc, scene.sentence.end
    led = False
    while position < end and doc[position].lower_ in _words("leads"):
        led = led or doc[position].lower_ in {"now", "next"}
        position += 1
    if position >= end:
        return None
    if led and doc[position].lower_ in {"to", "onto", "on"}:
        return _behind(scene, position)
    invited = after_invitation(scene, position)
    if invited + 1 >= end:
        return None
    if doc[position].lower_ in {"this", "that"} and doc[position + 1].lower_ in _words("ending"):
        return position + 2
    if invited > position and doc[invited].lower_ in _words("giving"):
        return _behind_review(scene, invited + 1)
    if invited > position and doc[invited].lower_ in _words("talking") and scene.turn.section is Section.PREPARED:
        return _behind_talk(scene, invited + 1)
    verb, follower = doc[invited].lower_, doc[invited + 1].lower_
    let = invited > position and doc[position].lower_ == "let"
    if verb in _words("concerning") or (let and verb in _words("discussing")):
        return invited + 1
    if verb in {"in", "to"} and follower in _words("closing"):
        return invited + 2
    if verb in _words("turning"):
        return _behind(scene, invited + 1)
    if verb in _words("finishing") and (invited > position or follower in {"up", "out", "off", "with"}):
        return _behind_last(scene, invited + 1)
    return _behind_slide(scene, invited)


def looks_ahead(scene: Scene) -> bool:
    """Whether a sentence turns to the time to come: "Looking ahead to the fourth quarter, ..."."""
    return any(a == "looking" and b in _words("ahead") for a, b in pairwise(scene.words[:4]))


def after_invitation(scene: Scene, position: int) -> int:
    """Behind "let's", "let me", "I'll now", "I would like to"; the same place where none of them stands there."""
    doc, end = scene.doc, scene.sentence.end
    words = scene.words[position - scene.sentence.start :][:6]
    if words[:1] == ("let",) and len(words) > 2:
        position += 2
    elif words[:1] in (("i",), ("we",)) and len(words) > 1 and words[1] in _words("intending"):
        position += 2
        while position < end and doc[position].lower_ in {"like", "to"}:
            position += 1
    while position < end and doc[position].lower_ in {"now", "also", "briefly", "just", "keep", "continue"}:
        position += 1
    return position


def _behind(scene: Scene, position: int) -> int | None:
    """Behind "to", "on to", "now with"; None where no such word follows."""
    doc, end = scene.doc, scene.sentence.end
    found = None
    while position < end and doc[position].lower_ in _words("to") | _words("between"):
        found = position + 1 if doc[position].lower_ in _words("to") else found
        position += 1
    return found


def _behind_last(scene: Scene, position: int) -> int | None:
    """Behind "with" in "I'll finish with", "Closing out the segments with", "Wrapping up our review, with"."""
    near = scene.doc[position : min(position + _NEAR - 4, scene.sentence.end - 1)]
    return next((t.i + 1 for t in near if t.lower_ == "with"), None)


def _behind_review(scene: Scene, position: int) -> int | None:
    """Behind "a brief review of our", "you some highlights of"; None where nothing is reviewed."""
    doc, end = scene.doc, min(position + _NEAR, scene.sentence.end - 1)
    at = next((i for i in range(position, end) if doc[i].lower_ in _words("reviews")), None)
    return at + 2 if at is not None and doc[at + 1].lower_ in _words("of") else None


def _behind_talk(scene: Scene, position: int) -> int | None:
    """Behind "talk about", "take a closer look at", "spend a moment discussing"; None where nothing is spoken of."""
    doc, end = scene.doc, scene.sentence.end
    while position < end and doc[position].lower_ in _words("at_ease"):
        position += 1
    if position + 1 >= end:
        return None
    return (
        position + 1 if doc[position].lower_ in _words("about") | _words("discussing") | _words("concerning") else None
    )


def _behind_slide(scene: Scene, position: int) -> int | None:
    """Behind "On Slide 8", "Slide 8 shows"."""
    doc, end = scene.doc, scene.sentence.end
    position += doc[position].lower_ == "on"
    shown = position + 1 < end and doc[position].lower_ in {"slide", "page"} and doc[position + 1].like_num
    return position + 2 if shown else None


def _words(name: str) -> frozenset[str]:
    return word_list("kg.facts", "words/topics.toml", name)
