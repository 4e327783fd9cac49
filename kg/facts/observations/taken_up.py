"""A figure that one sentence tells and the next takes up: "Cash flow was 3 billion. That is up 20%" is one fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kg.facts.observations.scene import Scene
from kg.facts.sentence import SUBJECTS
from kg.model import Entity, Observation, Skipped, Span

Told = Observation | Entity | Skipped

_PRONOUNS = frozenset({"it", "that", "this", "which", "they", "these", "those"})
_OPENERS = frozenset({"and", "but", "so", "now", "again", "also", "well", "then", ",", "-", "--"})


def taken_up(scene: Scene, before: Sequence[Told], now: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """What a sentence and the one before it tell, the last figure of the one made whole by the first of the other."""
    earlier = next((o for o in reversed(before) if _has_figure(o)), None)
    later = next((o for o in now if _has_figure(o)), None)
    if not isinstance(earlier, Observation) or not isinstance(later, Observation) or not _goes_on(scene):
        return list(before), list(now)
    earlier = _newest(earlier, before)
    whole = _joined(earlier, later)
    if whole is None:
        return list(before), list(now)
    return [o for o in before if o is not earlier], [whole if o is later else o for o in now]


def _newest(last: Observation, before: Sequence[Told]) -> Observation:
    """Of the values that a sentence tells of one measure, that of the latest time: "6 million, after 4 last year"."""
    alike = [
        one
        for one in reversed(before)
        if isinstance(one, Observation) and one.value is not None and one.period is not None
        if (one.metric, one.entity, one.unit) == (last.metric, last.entity, last.unit)
    ]
    return max(alike, key=_ends, default=last) if last.period is not None else last


def _ends(told: Observation) -> date:
    return told.period.end if told.period is not None else date.min


def _has_figure(told: Told) -> bool:
    return isinstance(told, Observation) and any(n is not None for n in (told.value, told.change, told.prior_value))


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence says "it" or "that" of what the one before told, and names no other subject."""
    if not scene.figures:
        return False
    start = scene.sentence.start
    words = [t for t in scene.doc[start : scene.figures[0].start] if t.lower_ not in _OPENERS and not t.is_space]
    while words and (words[0].pos_ == "ADP" or any(p.start <= words[0].i < p.end for p in scene.periods)):
        words.pop(0)
    if not words or words[0].lower_ not in _PRONOUNS or words[0].dep_ not in SUBJECTS:
        return False
    return not any(t.dep_ in SUBJECTS and t.lower_ not in _PRONOUNS for t in words)


def _joined(earlier: Observation, later: Observation) -> Observation | None:
    """The observation that two sentences make together; None where both tell the same part of it."""
    if earlier.metric != later.metric or earlier.value is None or later.value is not None:
        return None
    if earlier.change is not None or earlier.prior_value is not None or earlier.modality is not later.modality:
        return None
    span = Span(earlier.evidence.span.start, later.evidence.span.end)
    return replace(
        earlier,
        evidence=replace(earlier.evidence, span=span),
        change=later.change,
        change_max=later.change_max,
        change_is_bound=later.change_is_bound,
        change_limit=later.change_limit,
        change_unit=later.change_unit,
        direction=later.direction,
        prior_value=later.prior_value,
        prior_decimals=later.prior_decimals,
        comparison=later.comparison,
        confidence=max(earlier.confidence, later.confidence),
    )
