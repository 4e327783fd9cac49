"""Sentences that leave a unit for the company as a whole: "Total revenue was ...", "for our entire company"."""

from __future__ import annotations

from itertools import pairwise

from kg.facts.observations.owner.company_metrics import is_company_metric
from kg.facts.observations.scene import Scene
from kg.word_lists import word_list

_ENTIRE = frozenset({("entire", "company"), ("whole", "company"), ("overall", "company"), ("total", "company")})


def leaves_unit(scene: Scene) -> bool:
    """Whether a sentence leaves a unit not announced: it names none and tells what only a whole company has."""
    if scene.names or not scene.figures:
        return False
    return any(is_company_metric(m.item.mention.text) for m in scene.metrics)


def speaks_of_whole(scene: Scene, *, under_heading: bool, under_headline: bool) -> bool:
    """Whether a sentence turns to the company as a whole: "Total revenue", "On a consolidated basis".

    Under a heading, "total" is the total of what was announced; "overall" leaves only what a headline began.
    """
    words = [t.lower_ for t in scene.sentence[:8]]
    if _ENTIRE & set(pairwise(t.lower_ for t in scene.sentence if not t.is_space)):
        return True
    measured = any(m.start <= scene.sentence.start + 2 for m in scene.metrics)
    if under_headline and words[0] in ("overall", "worldwide") and measured:
        return not scene.names
    whole = word_list("kg.facts", "words/topics.toml", "whole") - ({"total"} if under_heading else set())
    whole |= {"worldwide"} if words[:1] == ["worldwide"] and not under_heading else set()
    return not scene.names and bool(whole & set(words)) and words[0] != "our"
