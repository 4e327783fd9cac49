"""The measure that points are given to or taken from: "*mix* drove 40 basis points" tells of the margin told before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.choice import RATIO_WORDS
from kg.facts.observations.metric.measure import Measure, named
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import MetricEntry, MetricTable
from kg.model import Entity, EntityId, Link, Mention, Points

_GIVES = frozenset({"drive", "contribute", "add", "provide", "deliver", "subtract", "cost", "generate", "reduce"})
_MOVED = RATIO_WORDS - {"mix"}
"""Words of measures that take points themselves; a mix seldom does."""
_TO_WHAT = frozenset({"on", "to", "in"})
_NEAR = 5
_OWNERS = frozenset({"we", "you", "it", "they", "which", "that", "this", "i"})


def bridged(
    scene: Scene,
    draft: Draft,
    last: Measure | None,
    entities: Mapping[EntityId, Entity],
    table: MetricTable,
    grows: MetricEntry,
) -> Measure | None:
    """What a cause moves by points: the measure behind "on" or "to", else the one told before; None for no cause.

    "Mix had an impact of 40 basis points *on gross margin*", "freight subtracted 20 basis points"; points "of growth"
    are those of what `grows` where nothing is named.
    """
    part = draft.change
    if part is None or draft.value is not None or not isinstance(amount(part.figure), Points):
        return None
    cause = _cause(scene, part.figure.start)
    if cause is None:
        return None
    if draft.metric is not None and not _names(draft.metric, cause):
        return None
    if any(t.lower_ in _MOVED for t in scene.doc[cause.left_edge.i : cause.i + 1]):
        return None
    if (target := _target(scene, part.figure)) is not None:
        return named(target, entities, Decimal("0.8"))
    if cause.dep_ != "nsubjpass" and _is_of_growth(scene, part.figure):
        return Measure(grows.id, grows.name, None, Decimal("0.7"))
    if last is None or not _takes_points(last, table):
        return None
    return replace(last, placed=None, words=None, certainty=Decimal("0.6"))


def _is_of_growth(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether points are those of growth and of nothing named: "the purchase added 3 points *of growth*"."""
    behind = [t.lower_ for t in scene.doc[figure.end : min(figure.end + 3, scene.sentence.end)] if t.lower_ != "the"]
    return behind[:2] in (["of", "growth"], ["to", "growth"])


def without_cause(scene: Scene, draft: Draft) -> Scene:
    """The sentence without the names of what moves something by points, which is seldom its own: "*Vexil* added 2"."""
    part = draft.change
    if part is None or draft.value is not None or not isinstance(amount(part.figure), Points):
        return scene
    cause = _cause(scene, part.figure.start)
    if cause is None:
        return scene
    verb = clause_head(scene.doc[part.figure.start])
    kept = (n for n in scene.names if not cause.left_edge.i <= n.start < verb.i)
    return replace(scene, names=tuple(kept))


def _cause(scene: Scene, figure: int) -> Token | None:
    """The subject of a verb of giving or of "had an impact of", before a figure."""
    verb = clause_head(scene.doc[figure])
    about = subject(verb)
    if about is None or about.i > verb.i or verb.i > figure or about.lower_ in _OWNERS:
        return None
    gives = verb.lemma_.lower() in _GIVES
    impact = any(t.lower_ in ("impact", "effect") for t in scene.doc[verb.i : min(figure + _NEAR, scene.sentence.end)])
    return about if gives or (verb.lemma_.lower() == "have" and impact) else None


def _target(scene: Scene, figure: Placed[Mention]) -> Placed[Link] | None:
    """The measure behind points that they go to."""
    return next((m for m in scene.metrics if 0 < m.start - figure.end <= _NEAR and _is_target(scene, m)), None)


def _names(metric: Placed[Link], cause: Token) -> bool:
    """Whether a metric is what causes the move, or part of its name."""
    return cause.left_edge.i <= metric.start and metric.end <= cause.right_edge.i + 1


def _is_target(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether a metric is what the points go to: "to *gross margin*", "on our *net sales*"."""
    position = metric.start - 1
    while position > scene.sentence.start and scene.doc[position].pos_ in ("DET", "PRON", "ADJ"):
        position -= 1
    return scene.doc[position].lower_ in _TO_WHAT and scene.doc[position - 1].lower_ not in ("due", "thanks", "owing")


def _takes_points(measure: Measure, table: MetricTable) -> bool:
    """Whether a measure is a ratio, or a sum whose growth is told in points."""
    if RATIO_WORDS & set(measure.name.lower().split()):
        return True
    entry = table.closest(measure.id)
    return entry is not None and entry.unit_kind in ("Percentage", "Money", "Count")
