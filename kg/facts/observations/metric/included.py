"""What a sum includes or leaves out is no value of it: "profit *included $4 million of* repair costs"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.holders import holders
from kg.facts.observations.metric.measure import Measure, named
from kg.facts.observations.metric.noun_of_figure import noun_of_figure
from kg.facts.observations.metric.share_amounts import is_per_share
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.scene import Placed, Scene
from kg.model import Entity, EntityId, Link, Mention, Money

_ASIDE = frozenset({"including", "excluding", "includes", "excludes", "included", "excluded"})
_LEADS = frozenset({"a", "an", "the", "of", "approximately", "about", "roughly", "some"})
_NEAR = 3
_CERTAIN = Decimal("0.7")


def included(scene: Scene, draft: Draft, entities: Mapping[EntityId, Entity]) -> Measure | None:
    """The measure behind a sum that another measure is said to hold; None where the words behind tell none.

    "Profit included $4 million of *repair costs*", "cash flow was $9 million, including a $2 million *tax payment*".
    """
    part = draft.value
    if part is None or len(draft.parts) > 1 or not isinstance(amount(part.figure), Money):
        return None
    if is_per_share(scene, part.figure):
        return None
    if not (holders(scene, part.figure) or _is_aside(scene, part.figure)):
        return None
    if (metric := _metric_behind(scene, part.figure)) is not None and metric.item.entity in entities:
        return named(metric, entities, _CERTAIN)
    found = noun_of_figure(scene, draft)
    return replace(found, certainty=_CERTAIN) if found is not None else None


def _is_aside(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a figure stands right behind "including" or "excluding", a measure before it."""
    at = left_edge(scene.doc, figure, scene.sentence.start)
    while at > scene.sentence.start and scene.doc[at - 1].lower_ in _LEADS:
        at -= 1
    led = at > scene.sentence.start and scene.doc[at - 1].lower_ in _ASIDE
    return led and any(m.end < at for m in scene.metrics)


def _metric_behind(scene: Scene, figure: Placed[Mention]) -> Placed[Link] | None:
    """The measure right behind a figure or its "of", with what narrows it."""
    found = next((m for m in scene.metrics if 0 <= m.start - figure.end <= _NEAR), None)
    if found is None:
        return None
    between = scene.doc[figure.end : found.start]
    first = between[1:] if between and between[0].lower_ == "of" else between
    return found if all(t.pos_ in ("NOUN", "ADJ", "DET", "PROPN") for t in first) else None
