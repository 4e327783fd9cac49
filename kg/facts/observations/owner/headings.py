"""Sentences that announce what comes next: "Next, the Cloud segment.", "Turning to logistics", "On Slide 8, ...".

They are told by their form alone; what they announce may be a unit, or a subject of the whole company.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from kg.facts.observations.owner.no_owners import owns_nothing
from kg.facts.observations.owner.turning import after_invitation, turned_to
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
    if entity is None or entity.type not in SUBJECT_TYPES or owns_nothing(entity):
        return False
    unsold = word_list("kg.facts", "words/relations.toml", "unsold")
    return entity.name.lower() not in unsold and (
        entity.type is not EntityType.PRODUCT or entity.name.lower().split()[-1] not in unsold
    )


def is_example(scene: Scene, name: Placed[Link]) -> bool:
    """Whether a name only exemplifies what was named: "volumes including Tarvel", "services such as Orchard Pay"."""
    lead = [t.lower_ for t in scene.doc[max(scene.sentence.start, name.start - 2) : name.start]]
    return "including" in lead or lead == ["such", "as"]


def goes_through_segments(scene: Scene) -> bool:
    """Whether a sentence says that the segments come next: "Now, let's look at our segments"; it names none of them."""
    behind = turned_to(scene)
    behind = _looked_at(scene) if behind is None else behind
    if behind is None or scene.figures or scene.names or len(scene.sentence) > _NEAR:
        return False
    words = [t.lower_ for t in scene.doc[behind : scene.sentence.end]]
    plural = bool(_words("segments") & set(words)) and not _words("no_segments") & set(words)
    return plural or any(a == "segment" and b in _words("reviewed") for a, b in pairwise(words))


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
    position = after_invitation(scene, position)
    looks = position + 1 < end and doc[position].lower_ in _words("looking") and doc[position + 1].lower_ == "at"
    if not looks:
        return None
    first = scene.first("starting", "beginning")
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
