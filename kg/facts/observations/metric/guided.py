"""Measures of which only the guidance is named: "we raised our gross margin guidance", or "guidance" alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.scene import Placed
from kg.lexicon.metrics import MetricTable, singular, words_of
from kg.mentions.metric_words import dropped_modifiers, metric_heads
from kg.model import Entity, EntityId, Link

_NEW_OR_OLD = frozenset(
    {"revised", "updated", "new", "prior", "previous", "initial", "original", "current", "annual"}
    | {"raised", "lowered", "increased", "reduced", "reaffirmed", "full", "year"}
)
"""What tells one guidance from another and is no measure."""
_FORESIGHTS = frozenset({"guidance", "outlook"})


def takes_up(metric: Placed[Link], last: Measure, table: MetricTable) -> bool:
    """Whether a noun stands for the measure before it: "guidance", or "the ratio" behind "the leverage ratio"."""
    word = metric.item.mention.text.lower()
    if metric.item.entity == last.id:
        return False
    bare = metric.item.mention.rule == "metric.bare" and metric.item.entity not in table.by_id
    return is_guidance_alone(metric) or (bare and singular(last.name.split()[-1]) == singular(word.split()[-1]))


def is_guidance_alone(metric: Placed[Link]) -> bool:
    """Whether words only say that something is guided, not what: "our revised *guidance*", "the *outlook*"."""
    *guided, word = metric.item.mention.text.lower().replace("-", " ").split()
    return word in _FORESIGHTS and all(w in _NEW_OR_OLD | dropped_modifiers() for w in guided)


def of_guidance(metric: Placed[Link], entities: Mapping[EntityId, Entity], table: MetricTable) -> Measure | None:
    """The measure that is guided: "we raised our gross margin guidance to 41%" tells of the gross margin."""
    entity = entities.get(metric.item.entity)
    if entity is None or not entity.name.lower().endswith(" guidance"):
        return None
    words = entity.name.split()[:-1]
    while len(words) > 1 and words[0].lower() in _NEW_OR_OLD:
        words.pop(0)
    guided = " ".join(words)
    if guided.lower() in _NEW_OR_OLD or (
        table.get(words_of(guided)) is None and words_of(guided)[-1:] not in metric_heads()
    ):
        return None
    return replace(listed(guided, table, "0.8"), placed=metric)
