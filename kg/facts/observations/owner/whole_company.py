"""Sentences that leave a unit for the company as a whole: "Total revenue was ...", "for our entire company"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from kg.facts.observations.owner.company_metrics import is_company_metric, is_of_treasury
from kg.facts.observations.owner.headings import is_topic
from kg.facts.observations.scene import Scene
from kg.model import Entity, EntityId
from kg.word_lists import word_list

_ENTIRE = frozenset({("entire", "company"), ("whole", "company"), ("overall", "company"), ("total", "company")})
_FRONT = 3
"""A phrase among so many words opens its sentence."""


def leaves_unit(scene: Scene) -> bool:
    """Whether a sentence leaves a unit not announced: it names none and tells what only a whole company has."""
    if scene.names or not scene.figures:
        return False
    return _buys_back(scene) or any(is_company_metric(m.item.mention.text) for m in scene.metrics)


def _buys_back(scene: Scene) -> bool:
    """Whether shares are bought back in a sentence: "We *repurchased* 9 million shares"."""
    return any(t.lemma_.lower() == "repurchase" and t.pos_ == "VERB" for t in scene.sentence)


def leaves_heading(scene: Scene, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether a sentence leaves a unit announced: "Liquidity was $3 billion", "With respect to cash flow, ..."."""
    if any(is_topic(n, entities) for n in scene.names):
        return False
    first = scene.metrics[0] if scene.metrics else None
    if scene.figures and (_buys_back(scene) or (first is not None and is_of_treasury(first.item.mention.text))):
        return True
    led = scene.words[0] in word_list("kg.facts", "words/topics.toml", "opening")
    said = f" {' '.join(scene.words[:10])} "
    return led and any(f" {w} " in said for w in word_list("kg.facts", "words/topics.toml", "of_company"))


def is_aside_to_whole(scene: Scene) -> bool:
    """Whether only one sentence is of the company: "Fee income *for the total company* grew", not "For the total"."""
    words = _spoken(scene)
    at = next((i for i, pair in enumerate(pairwise(words)) if pair in _ENTIRE), 0)
    lead = words[max(0, at - 2) : at]
    return at > _FRONT and bool(lead) and lead[0] in ("for", "of", "across", "at") and not scene.names


def speaks_of_whole(scene: Scene, *, under_heading: bool, under_headline: bool) -> bool:
    """Whether a sentence turns to the company as a whole: "Total revenue", "On a consolidated basis".

    Under a heading, "total" is the total of what was announced; "overall" leaves only what a headline began.
    """
    words = scene.words[:8]
    if not _ENTIRE.isdisjoint(pairwise(_spoken(scene))):
        return not (under_heading and is_aside_to_whole(scene))
    measured = any(m.start <= scene.sentence.start + 2 for m in scene.metrics)
    if under_headline and words[0] in ("overall", "worldwide") and measured:
        return not scene.names
    whole = word_list("kg.facts", "words/topics.toml", "whole") - ({"total"} if under_heading else set())
    whole |= {"worldwide"} if words[0] == "worldwide" and not under_heading else set()
    return not scene.names and bool(whole & set(words)) and words[0] != "our"


def _spoken(scene: Scene) -> list[str]:
    """The words of a sentence without the tokens that are nothing but blanks."""
    return [word for word in scene.words if not word.isspace()]
