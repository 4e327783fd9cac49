"""Whom the speaker is talking about: a topic set by one sentence holds for the next ones of its paragraph.

A heading ("Next, the Cloud segment.", "Turning to logistics, ...") holds for the turn, over paragraphs, until the
next heading; one that is only the first figure of a section, until a paragraph opens with another unit's; a unit that
is merely the subject of a paragraph's first sentence holds to the end of that paragraph.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.facts.observations.owner.asked import asked_about, asks_anew
from kg.facts.observations.owner.headings import (
    goes_through_segments,
    heading,
    is_topic,
    opens_series,
)
from kg.facts.observations.owner.next_unit import (
    called_segment,
    fronted_segment,
    goes_on_about_segment,
    next_part,
    opens_with_another,
    reports_next,
    states_money,
    takes_over,
    takes_turns,
)
from kg.facts.observations.owner.speaker_unit import home_of
from kg.facts.observations.owner.subject_unit import fronted, is_part, subject_unit
from kg.facts.observations.owner.turning import looks_ahead, turned_to
from kg.facts.observations.owner.whole_company import leaves_heading, leaves_unit, speaks_of_whole
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import subject
from kg.mentions.place_segments import RULE as PLACE_SEGMENT
from kg.model import Entity, EntityId, EntityType, Link, Role, Section
from kg.word_lists import word_list

_PAGES = frozenset({"slide", "page"})


class Origin(StrEnum):
    """How a topic came up, in the words in which a reader is told of it."""

    NOTHING = "nothing said"
    HANDED = "handed over"
    GOES_ON = "the unit of the sentence that goes on"
    SPEAKER = "the speaker's unit"
    ASKED = "asked about"
    ALSO_ASKED = "also asked about"
    ANSWERED = "what is asked about"
    ASKED_ANEW = "asked anew"
    TOLD_LAST = "the segment told of last"
    HEADING = "heading"
    HEADLINE = "headline"
    SLIDE = "shown on a slide"
    SEGMENTS = "turned to the segments"
    SEGMENT = "segment"
    IN_SEGMENT = "in segment"
    ONE_AFTER_OTHER = "one unit after the other"
    NEXT = "next"
    REPORTED_NEXT = "reported next"
    SUBJECT = "spoken of"
    ELSEWHERE = "turned elsewhere"
    NEXT_PAGE = "turned to the next page"
    WHOLE = "the whole company"
    NO_LINE = "no line that is reported"


@dataclass(frozen=True, slots=True)
class Topic:
    """The unit or product under discussion, and how it came up; None where the whole company is meant.

    `name` is what the unit was called there, empty where it was not.
    """

    entity: EntityId | None
    origin: Origin
    name: str = ""
    heading: bool = False
    headline: bool = False

    @property
    def reason(self) -> str:
        """How it came up, for a reader.

        >>> Topic(None, Origin.WHOLE).reason, Topic(EntityId("segment/paint"), Origin.HEADING, "Paint").reason
        ('the whole company', "heading 'Paint'")
        """
        return f"{self.origin} {self.name!r}" if self.name else str(self.origin)


def opening(
    scene: Scene,
    before: Topic | None,
    entities: Mapping[EntityId, Entity],
    company: EntityId,
    *,
    begun: EntityId | None = None,
    handed: EntityId | None = None,
    told: EntityId | None = None,
) -> Topic:
    """The topic with which a paragraph begins: the heading that still holds, the speaker's own unit, or the company.

    A paragraph that begins in the middle of a sentence keeps the unit that was `begun` with; a speaker to whom a unit
    was `handed` speaks of it. The segment `told` of last is that of which a paragraph says "the segment".
    """
    if handed is not None:
        return Topic(handed, Origin.HANDED, heading=True)
    if before is not None and not before.heading and scene.passage.text[:1].islower():
        held = begun or before.entity
        if held is not None:
            return Topic(held, Origin.GOES_ON)
    home = home_of(scene, entities, company)
    if home is not None:
        return Topic(home, Origin.SPEAKER)
    if (
        before is not None
        and scene.turn.section is Section.PREPARED
        and (before.heading or before.origin in (Origin.NEXT_PAGE, Origin.SEGMENTS))
        and not (before.origin is Origin.IN_SEGMENT and _is_of_us(scene))
    ):
        return before
    if before is not None and before.origin is Origin.ASKED and scene.turn.role is not Role.ANALYST:
        return Topic(before.entity, Origin.ANSWERED)
    if told is not None and scene.turn.section is Section.PREPARED and goes_on_about_segment(scene, entities):
        return Topic(told, Origin.TOLD_LAST)
    return Topic(None, Origin.NOTHING)


def after(scene: Scene, topic: Topic, entities: Mapping[EntityId, Entity], company: EntityId) -> Topic:
    """The topic that holds in a sentence, given the one before it."""
    announced = heading(scene, entities)
    if announced is not None:
        first = opens_series(scene, announced)
        return _named(announced, Origin.HEADING, heading=not first)
    asked = asked_about(scene, entities)
    if asked is not None:
        first = "?" not in scene.doc[: scene.sentence.start].text
        return _named(asked, Origin.ASKED if first else Origin.ALSO_ASKED)
    if topic.origin in (Origin.ASKED, Origin.ALSO_ASKED) and asks_anew(scene, entities):
        return Topic(home_of(scene, entities, company), Origin.ASKED_ANEW)
    shown = subject_unit(scene, entities) if _shows_slide(scene) else None
    if shown is not None and scene.turn.section is Section.PREPARED:
        return _named(shown, Origin.SLIDE, heading=True)
    segment = _segment(scene, topic, entities)
    if segment is not None:
        return _named(segment, Origin.SEGMENT, heading=True, headline=True)
    if scene.turn.section is Section.PREPARED and goes_through_segments(scene):
        return Topic(None, Origin.SEGMENTS)
    opens = topic.origin in (Origin.ELSEWHERE, Origin.NEXT_PAGE, Origin.SEGMENTS) or (
        topic.headline and scene.sentence.start == 0 and states_money(scene)
    )
    another = opens_with_another(scene, topic.entity, entities)
    if another is not None and topic.origin in (Origin.HEADLINE, Origin.IN_SEGMENT):
        return _named(another, Origin.HEADLINE, heading=True, headline=topic.headline)
    segment = called_segment(scene, topic.entity, entities) if topic.headline else None
    if segment is not None:
        return _named(segment, Origin.HEADLINE, heading=True, headline=True)
    headline = _headline(scene, topic, entities) if opens else None
    if headline is not None:
        return _named(headline, Origin.HEADLINE, heading=True, headline=topic.origin is not Origin.NEXT_PAGE)
    if topic.headline and not opens and takes_turns(scene, topic.entity, entities):
        return Topic(None, Origin.ONE_AFTER_OTHER)
    if topic.headline and opens and not any(is_topic(n, entities) for n in scene.names):
        return Topic(home_of(scene, entities, company), Origin.ELSEWHERE)
    left = topic.entity is not None and (not topic.heading or topic.headline) and leaves_unit(scene)
    if topic.entity is not None and topic.heading:
        left = left or leaves_heading(scene, entities)
    if left or speaks_of_whole(scene, under_heading=topic.heading, under_headline=topic.headline):
        return Topic(None, Origin.WHOLE)
    if topic.headline and _turns_to_measure(scene):
        return topic
    if turned_to(scene) is not None or (looks_ahead(scene) and not topic.heading):
        return Topic(home_of(scene, entities, company), Origin.NEXT_PAGE if _is_page(scene) else Origin.ELSEWHERE)
    region = next_part(scene, topic.entity, entities)
    if region is not None:
        goes_on = topic.heading and region.item.mention.rule == PLACE_SEGMENT
        return _named(region, Origin.NEXT, heading=goes_on)
    another = reports_next(scene, topic.entity, entities) if topic.heading else None
    if topic.heading and another is None and scene.sentence.start == 0 and scene.turn.section is Section.PREPARED:
        another = fronted(scene, entities) or called_segment(scene, topic.entity, entities)
    if another is not None:
        return _named(another, Origin.REPORTED_NEXT, heading=True)
    if topic.heading:
        return topic
    in_segment = fronted_segment(scene, entities) if scene.turn.section is Section.PREPARED else None
    if in_segment is not None:
        return _named(in_segment, Origin.IN_SEGMENT, heading=True, headline=True)
    about = subject_unit(scene, entities) if _may_set(scene, entities) else takes_over(scene, topic.entity, entities)
    named = fronted(scene, entities) or about or _reviewed(scene, entities)
    if named is None:
        return topic
    entity = entities[named.item.entity]
    if topic.entity is not None and is_part(entity, topic.entity, entities):
        return topic
    return _named(named, Origin.SUBJECT)


def _named(name: Placed[Link], origin: Origin, *, heading: bool = False, headline: bool = False) -> Topic:
    return Topic(name.item.entity, origin, name.item.mention.text, heading=heading, headline=headline)


def _is_of_us(scene: Scene) -> bool:
    """Whether a sentence tells what "we" did, the company: "We ended the quarter with 9,000 people"."""
    about = subject(scene.sentence.root)
    return about is not None and about.lower_ == "we"


def _segment(scene: Scene, topic: Topic, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The unit with which a walk through the segments begins, or a paragraph of it: "In Paint, fees rose 4%"."""
    begins = topic.origin is Origin.SEGMENTS
    if not begins and not (topic.origin is Origin.SEGMENT and scene.sentence.start == 0):
        return None
    unit = fronted(scene, entities) or (subject_unit(scene, entities) if begins else None)
    return unit if unit is not None and entities[unit.item.entity].type is EntityType.BUSINESS_UNIT else None


def _turns_to_measure(scene: Scene) -> bool:
    """Whether a sentence turns to a measure of whatever is spoken of: "Turning to costs", "Regarding volume"."""
    behind = turned_to(scene)
    if behind is None or any(n.start >= behind for n in scene.names):
        return False
    words = {t.lower_ for t in scene.doc[behind : min(behind + 3, scene.sentence.end)]}
    return bool(words & word_list("kg.facts", "words/topics.toml", "measured"))


def _may_set(scene: Scene, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether the subject of a sentence is a topic: at the head of a paragraph, or as "Revenue from Logistics"."""
    unit = subject_unit(scene, entities)
    if scene.sentence.start == 0 or unit is None:
        return unit is not None
    reported = entities[unit.item.entity].type is EntityType.BUSINESS_UNIT
    led = {t.lower_ for t in scene.doc[max(scene.sentence.start, unit.start - 3) : unit.start]}
    if _has_top_line(scene, unit) or (scene.figures and unit.item.mention.rule == PLACE_SEGMENT):
        return True
    return reported and bool(scene.figures) and bool(led & {"from", "of", "for", "in", "at", "within"})


def _has_top_line(scene: Scene, unit: Placed[Link]) -> bool:
    """Whether a sentence begins with the sum that a unit earned: "Widgets revenue was $5 billion"."""
    opens = all(
        t.pos_ in ("DET", "PRON") or t.lower_ in ("and", ",") for t in scene.doc[scene.sentence.start : unit.start]
    )
    behind = scene.doc[unit.end].lower_ if unit.end < scene.sentence.end else ""
    return opens and behind in ("revenue", "revenues", "sales") and states_money(scene)


def _reviewed(scene: Scene, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The unit on which a short sentence looks back: "It was a great quarter for Widgets."."""
    named = [n for n in scene.names if is_topic(n, entities)]
    if len(named) != 1 or scene.figures or len(scene.sentence) > 14:
        return None
    before = [t.lower_ for t in scene.doc[max(scene.sentence.start, named[0].start - 3) : named[0].start]]
    ends = named[0].end >= scene.sentence.end - 2
    time = any(word in ("quarter", "year", "period", "half") for word in before)
    return named[0] if ends and time and "for" in before else None


def _is_page(scene: Scene) -> bool:
    """Whether a sentence names a page and no subject: "Moving to Slide 16."."""
    return len(scene.words) <= 7 and not _PAGES.isdisjoint(scene.words)


def _shows_slide(scene: Scene) -> bool:
    """Whether a sentence says which page shows what it tells: "Garden revenue on Slide 13 grew 10%"."""
    return any(
        word in _PAGES and token.nbor().like_num for word, token in zip(scene.words[:-1], scene.sentence, strict=False)
    )


def _headline(scene: Scene, topic: Topic, entities: Mapping[EntityId, Entity]) -> Placed[Link] | None:
    """The unit whose figures a section opens with: "Revenue from Logistics was 5 billion"."""
    unit = subject_unit(scene, entities)
    if unit is None or not scene.figures:
        return None
    return unit if scene.metrics or topic.origin is Origin.NEXT_PAGE else None
