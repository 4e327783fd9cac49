"""Sentences that announce what comes next: "Next, the Cloud segment.", "Turning to logistics", "On Slide 8, ...".

They are told by their form alone; what they announce may be a unit, or a subject of the whole company.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.model import Count, Entity, EntityId, EntityType, Link, Section
from kg.word_lists import word_list

SUBJECT_TYPES = frozenset({EntityType.BUSINESS_UNIT, EntityType.PRODUCT})
_NEAR = 14
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_topic(name: Placed[Link], entities: Mapping[EntityId, Entity]) -> bool:
    """Whether a name is of a unit or product that may be spoken about; a technology that nobody sells is none."""
    entity = entities.get(name.item.entity)
    if entity is None or entity.type not in SUBJECT_TYPES:
        return False
    unsold = word_list("kg.facts", "words/relations.toml", "unsold")
    return entity.name.lower() not in unsold and (
        entity.type is not EntityType.PRODUCT or entity.name.lower().split()[-1] not in unsold
    )


def is_example(scene: Scene, name: Placed[Link]) -> bool:
    """Whether a name only exemplifies what was named: "volumes including Tarvel", "services such as Orchard Pay"."""
    lead = [t.lower_ for t in scene.doc[max(scene.sentence.start, name.start - 2) : name.start]]
    return "including" in lead or lead == ["such", "as"]


def turned_to(scene: Scene) -> int | None:
    """The token behind the words by which a sentence turns to a new subject; None where it turns to none.

    "Turning to the balance sheet", "OK, let's move on to Widgets", "Now to our outlook", "Looking ahead".
    """
    doc, position, end = scene.doc, scene.sentence.start, scene.sentence.end
    led = False
    while position < end and doc[position].lower_ in _words("leads"):
        led = led or doc[position].lower_ in {"now", "next"}
        position += 1
    if position >= end:
        return None
    if led and doc[position].lower_ in {"to", "onto", "on"}:
        return _behind(scene, position)
    invited = _after_invitation(scene, position)
    if invited + 1 >= end:
        return None
    if doc[position].lower_ in {"this", "that"} and doc[position + 1].lower_ in _words("ending"):
        return position + 2
    if invited > position and doc[invited].lower_ in _words("giving"):
        return _behind_review(scene, invited + 1)
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


def goes_through_segments(scene: Scene) -> bool:
    """Whether a sentence says that the segments come next: "Now, let's look at our segments"; it names none of them."""
    behind = turned_to(scene)
    behind = _looked_at(scene) if behind is None else behind
    if behind is None or scene.figures or scene.names or len(scene.sentence) > _NEAR:
        return False
    words = [t.lower_ for t in scene.doc[behind : scene.sentence.end]]
    plural = bool(_words("segments") & set(words)) and not _words("no_segments") & set(words)
    return plural or any(a == "segment" and b in _words("reviewed") for a, b in pairwise(words))


def looks_ahead(scene: Scene) -> bool:
    """Whether a sentence turns to the time to come: "Looking ahead to the fourth quarter, ..."."""
    words = [t.lower_ for t in scene.sentence[:4]]
    return any(a == "looking" and b in _words("ahead") for a, b in pairwise(words))


def _after_invitation(scene: Scene, position: int) -> int:
    """Behind "let's", "let me", "I'll now", "I would like to"; the same place where none of them stands there."""
    doc, end = scene.doc, scene.sentence.end
    words = [t.lower_ for t in doc[position : min(position + 6, end)]]
    if words[:1] == ["let"] and len(words) > 2:
        position += 2
    elif words[:1] in (["i"], ["we"]) and len(words) > 1 and words[1] in _words("intending"):
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


def _behind_slide(scene: Scene, position: int) -> int | None:
    """Behind "On Slide 8", "Slide 8 shows"."""
    doc, end = scene.doc, scene.sentence.end
    position += doc[position].lower_ == "on"
    shown = position + 1 < end and doc[position].lower_ in {"slide", "page"} and doc[position + 1].like_num
    return position + 2 if shown else None


def heading(scene: Scene, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """A unit that a sentence turns to, or that stands alone in one: "Next, the Cloud segment."."""
    named = [n for n in scene.names if is_topic(n, entities)]
    people = any(entities[n.item.entity].type is EntityType.PERSON for n in scene.names if n.item.entity in entities)
    if not named or people or scene.turn.section is not Section.PREPARED:
        return None
    behind = turned_to(scene)
    behind = _looked_at(scene) if behind is None else behind
    if behind is not None:
        return _announced(scene, behind, named)
    first = named[0]
    if _is_fragment(scene, first):
        return first
    verbless = not any(t.pos_ in ("VERB", "AUX") for t in scene.sentence)
    unit = entities[first.item.entity].type is EntityType.BUSINESS_UNIT or "segment" in scene.sentence.text.lower()
    alone = first.end - first.start >= len(scene.sentence) - 2
    return first if verbless and (unit or alone) and len(scene.sentence) <= 9 and not scene.figures else None


def _looked_at(scene: Scene) -> int | None:
    """Behind "Now, looking at", "Let's look at" at the head of a sentence; behind "starting with" where it follows."""
    doc, position, end = scene.doc, scene.sentence.start, scene.sentence.end
    while position < end and doc[position].lower_ in _words("leads"):
        position += 1
    position = _after_invitation(scene, position)
    looks = position + 1 < end and doc[position].lower_ in _words("looking") and doc[position + 1].lower_ == "at"
    if not looks:
        return None
    first = next((t.i for t in scene.sentence if t.lower_ in {"starting", "beginning"}), None)
    if first is None:
        return position + 2
    return first + 2 if first + 2 < end and doc[first + 1].lower_ == "with" else None


def opens_series(scene: Scene, name: Placed[Link]) -> bool:
    """Whether a unit is but the first of several: "let's look at our segments, *starting with* Logistics"."""
    lead = [t.lower_ for t in scene.doc[max(scene.sentence.start, name.start - 4) : name.start]]
    return bool({"starting", "beginning"} & set(lead)) and "with" in lead and name.start - scene.sentence.start > 4


def _is_fragment(scene: Scene, name: Placed[Link]) -> bool:
    """Whether a sentence without a finite verb opens with a name: "On logistics, again, a difficult environment."."""
    lead = [t.lower_ for t in scene.doc[scene.sentence.start : name.start]]
    comma = name.end < scene.sentence.end and scene.doc[name.end].text == ","
    opens = lead in (["on"], ["in"], ["on", "our"], ["in", "our"])
    return opens and comma and not scene.figures and not any(t.tag_ in _FINITE for t in scene.sentence)


def _announced(scene: Scene, behind: int, named: list[Placed[Link]]) -> Placed[Link] | None:
    """The first name after the turning words, where neither a figure of the section nor another phrase is between."""
    after = [n for n in named if n.start >= behind]
    if not after or after[0].start - scene.sentence.start > _NEAR:
        return None
    behind = _behind_page(scene, behind, after[0])
    between = scene.doc[behind : after[0].start]
    invited = any(t.lower_ in {"let", "start", "starting", "begin", "beginning", "see", "show"} for t in between)
    apart = any(t.text in {",", "-", "–", "—"} and t.whitespace_ for t in between)
    figures = [f for f in scene.figures if f.start >= behind and not isinstance(amount(f), Count)]
    if _of_industry(scene, behind, after[0]):
        return None
    return after[0] if (invited or not apart) and all(after[0].end <= f.start for f in figures) else None


def _behind_page(scene: Scene, behind: int, name: Placed[Link]) -> int:
    """Behind the page that is turned to, where what it shows is told after a comma: "to Page 6, we cover our Paint"."""
    if scene.doc[behind].lower_ not in {"page", "slide", "chart"} or not scene.doc[behind + 1].like_num:
        return behind
    told = {"we", "you", "here", "i"} & {t.lower_ for t in scene.doc[behind + 2 : name.start]}
    stated = any(t.lower_ in _words("results") for t in scene.doc[behind + 2 : name.start])
    comma = scene.doc[behind + 2].text == ","
    return behind + 3 if comma and told and not stated else behind


def _of_industry(scene: Scene, behind: int, name: Placed[Link]) -> bool:
    """Whether what is announced is the trade around a unit: "our industry outlook for Paint markets"."""
    next_word = scene.doc[name.end].lower_ if name.end < scene.sentence.end else ""
    before = {t.lower_ for t in scene.doc[behind : name.start]}
    return bool(before & {"industry", "market"}) or next_word in ("industry", "market", "markets")


def _words(name: str) -> frozenset[str]:
    return word_list("kg.facts", "words/topics.toml", name)
