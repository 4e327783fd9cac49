"""The time to come that a turn speaks of, which dates the outlooks that follow."""

from __future__ import annotations

from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.observations.when.base import is_base
from kg.facts.observations.when.clock import REST, SINCE, Clock
from kg.facts.observations.when.comparing import comparison_of
from kg.facts.observations.when.passing_times import of_a_term
from kg.facts.sentence import clause_head
from kg.model import Mention, Period
from kg.word_lists import word_list

_FRONT = 4
"""Tokens of a sentence within which a period opens it."""
_BRIEF = 16
"""Words that a sentence has at most that does no more than turn to something."""
_OUTLOOKS = frozenset({"outlook", "guidance", "expectation", "forecast", "plan", "target"})


def ahead(scene: Scene, clock: Clock) -> Period | None:
    """A period of a sentence that ends after the reported one: what its outlook is about, as its last clause says.

    What is said of the rest of the year leaves the year as a whole to be spoken of.
    """
    if clock.reported is None:
        return None
    named = [p for p in scene.periods if comparison_of(p.item) is None and not is_base(scene, p)]
    coming = [(p, _whole(p, clock)) for p in named if p.item.rule != SINCE]
    coming = [(p, f) for p, f in coming if f is not None and f.end > clock.reported.end and not f.instant]
    coming = [(p, f) for p, f in coming if not _in_passing(scene, p) and not of_a_term(scene, p, clock.reported)]
    if clock.outlook is not None and not _opens_outlook(scene):
        return None
    later = [f for p, f in coming if clause_head(scene.doc[p.start]) in scene.sentence.root.conjuncts]
    return later[-1] if later else coming[0][1] if coming else None


def announced(scene: Scene, clock: Clock) -> Period | None:
    """The time of an outlook that a sentence without figures only turns to: "*Turning to our guidance for 2025.*"."""
    words = [t for t in scene.sentence if t.is_alpha]
    if scene.figures or len(words) > _BRIEF or not (_turns(scene) or _lists(scene)):
        return None
    if not any(t.pos_ == "NOUN" and t.lemma_.lower() in ("guidance", "outlook") for t in words):
        return None
    return clock.outlook or clock.next_year or clock.year


def _opens_outlook(scene: Scene) -> bool:
    """Whether a sentence gives an outlook or turns to one, where others only touch on a time: "We open it next May"."""
    words = {t.lemma_.lower() for t in scene.sentence}
    fronted = any(p.start - scene.sentence.start <= _FRONT for p in scene.periods)
    return bool(scene.figures or words & _OUTLOOKS or _turns(scene) or fronted)


def _turns(scene: Scene) -> bool:
    """Whether a sentence has a word of turning or looking to something: "*turning* to", "*looking* ahead"."""
    lists = (word_list("kg.facts", "words/topics.toml", name) for name in ("turning", "looking"))
    return not all(listed.isdisjoint(scene.words) for listed in lists)


def _lists(scene: Scene) -> bool:
    """Whether a sentence only heads a list: "*Now for our outlook.*", "Our guidance is *as follows*:"."""
    verbless = not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in scene.sentence)
    return verbless or "follows" in scene.words or "following" in scene.words


def _whole(placed: Placed[Mention], clock: Clock) -> Period | None:
    return clock.year if placed.item.rule == REST and clock.year is not None else period(placed)


def _in_passing(scene: Scene, placed: Placed[Mention]) -> bool:
    """Whether a period only tells which thing is meant, where nothing is said in figures: "to meet 2026 demand"."""
    noun = scene.doc[placed.end - 1].head
    if scene.figures or noun.i < placed.end or noun.pos_ != "NOUN":
        return False
    outlook = {t.lemma_.lower() for t in scene.doc[placed.end : noun.i + 1]} & _OUTLOOKS
    return not outlook and any(t.dep_ == "xcomp" or t.tag_ == "VB" for t in noun.ancestors if t != scene.sentence.root)
