"""Measures as a percentage of a whole: "fulfilment expenses as a percentage of revenue", "or 8% of sales"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

from kg.facts.observations.metric.measure import Measure, first_of_phrase, listed
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.language.neighbours import word_at
from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.metric_names import metric_id, spoken_name
from kg.model import Entity, EntityId, Link, Mention, Money, Percent, Points

_LEADS = (("as", "a"), ("as", "the"), ("as",))
_NEAR = 5
_PERCENTS = frozenset({"percentage", "percent", "%", "proportion"})


@dataclass(frozen=True, slots=True)
class Whole:
    """The tokens of "as a percentage of sales": where it begins, and where the name of the whole stands."""

    start: int
    first: int
    end: int


def as_percentage(scene: Scene) -> Whole | None:
    """Where a sentence says that its figures are percentages of a whole.

    "*As a percentage of sales*, rent was 4%"; None where it does not.
    """
    for position, word in enumerate(scene.words):
        if word in _PERCENTS and scene.words[position + 1 : position + 2] == ("of",):
            lead = next((lead for lead in _LEADS if scene.words[position - len(lead) : position] == lead), None)
            named = _whole(scene, scene.sentence.start + position + 2)
            if lead is not None and named is not None:
                return Whole(scene.sentence.start + position - len(lead), *named)
    return None


def percentage_of_whole(
    scene: Scene,
    figure: Placed[Mention],
    metric: Placed[Link] | None,
    entities: Mapping[EntityId, Entity],
    table: MetricTable,
) -> Measure | None:
    """The measure of a percentage that is said to be of a whole: a margin, or an expense as a percentage of sales."""
    value = amount(figure)
    if metric is None or metric.start >= figure.start:
        metric = next((m for m in reversed(scene.metrics) if m.end <= figure.start), metric)
    said = as_percentage(scene) if isinstance(value, Percent | Points) else None
    if said is not None and (metric is None or said.start <= metric.start < said.end):
        metric = _before_whole(scene, said) or next(
            (m for m in scene.metrics if said.end <= m.start < figure.start), None
        )
        if metric is None:
            return _noun_of_whole(scene, said)
    if metric is None or not isinstance(value, Percent | Points):
        return None
    if (moved := _margin_moved(scene, figure, metric, entities, table)) is not None:
        return moved
    entity = entities.get(metric.item.entity)
    whole = said or _or_percentage(scene, figure, metric) or _is_percentage(scene, figure, entity)
    if whole is None or entity is None or whole.first <= metric.start < whole.end:
        return None
    of = scene.doc[whole.first : whole.end]
    if (
        words_of(entity.name) in _wholes()
        or entity.name.endswith(("revenue", "sales"))
        or metric.end > whole.first > metric.start
    ):
        return None
    margin = profit_margins().get(words_of(entity.name))
    if margin is not None and words_of(of.text) in _wholes():
        return listed(margin, table, "0.8")
    if entity.name.endswith(("margin", "rate", "ratio", "share")):
        return None
    name = f"{entity.name} as a percentage of {of.text.lower()}"
    return replace(listed(name, table, "0.8"), placed=metric)


def _before_whole(scene: Scene, whole: Whole) -> Placed[Link] | None:
    """The part that is told right before its whole: "*rent* in the quarter as a percentage of sales"."""
    return next((m for m in reversed(scene.metrics) if whole.start - _NEAR <= m.end <= whole.start), None)


def _noun_of_whole(scene: Scene, whole: Whole) -> Measure | None:
    """The same where no metric is named: "*marketing* as a percent of sales"."""
    noun = scene.doc[whole.start - 1] if whole.start > scene.sentence.start else None
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    words = scene.doc[first_of_phrase(noun) : noun.i + 1]
    name = f"{spoken_name(words)} as a percentage of {scene.doc[whole.first : whole.end].text.lower()}"
    return Measure(metric_id(name), name, None, Decimal("0.7"), (words.text, scene.span(words.start, words.end)))


def _margin_moved(
    scene: Scene,
    figure: Placed[Mention],
    metric: Placed[Link],
    entities: Mapping[EntityId, Entity],
    table: MetricTable,
) -> Measure | None:
    """The margin of a profit that moves by points: "gross profit improved, expanding 170 basis points"."""
    entity = entities.get(metric.item.entity)
    margin = profit_margins().get(words_of(entity.name)) if entity is not None else None
    if margin is None or entity is None or margin == entity.name or not isinstance(amount(figure), Points):
        return None
    if metric.start > figure.start or word_at(scene.doc, metric.end) == "growth":
        return None
    return replace(listed(margin, table, "0.7"), placed=metric)


def _or_percentage(scene: Scene, figure: Placed[Mention], metric: Placed[Link]) -> Whole | None:
    """ "Gross profit rose to $584 million, or 58% of sales": a sum before, and its share of sales behind."""
    doc = scene.doc
    if not isinstance(amount(figure), Percent):
        return None
    sums = [f for f in scene.figures if metric.end <= f.start < figure.start and isinstance(amount(f), Money)]
    if not sums or figure.end + 1 >= scene.sentence.end or doc[figure.end].lower_ != "of":
        return None
    gap = doc[sums[-1].end : figure.start]
    led = len(gap) <= 4 and {"or", "representing", "and"} & {t.lower_ for t in gap}
    points = any(sums[-1].end <= f.start < figure.start and isinstance(amount(f), Points) for f in scene.figures)
    if not led and not (points and gap[-1].lower_ == "to" and len(gap) <= 10):
        return None
    named = _whole(scene, figure.end + 1)
    return Whole(figure.end, *named) if named is not None else None


def _is_percentage(scene: Scene, figure: Placed[Mention], entity: Entity | None) -> Whole | None:
    """ "R&D expense was 14.5% of revenue": a burden that is said as a percentage of what is earned."""
    if entity is None or not entity.name.endswith(_burdens()) or figure.end >= scene.sentence.end:
        return None
    named = _whole(scene, figure.end + 1) if scene.doc[figure.end].lower_ == "of" else None
    if named is None or words_of(scene.doc[named[1] - 1].text) not in _wholes():
        return None
    return Whole(figure.end, *named)


def _whole(scene: Scene, first: int) -> tuple[int, int] | None:
    """The tokens of the name of a whole: a short run of nouns; None where none stands there."""
    while first < scene.sentence.end and scene.doc[first].pos_ in ("DET", "PRON", "NUM"):
        first += 1
    end = first
    while end < min(first + 6, scene.sentence.end) and scene.doc[end].pos_ in ("NOUN", "PROPN", "ADJ"):
        end += 1
    return (first, end) if end > first and scene.doc[end - 1].pos_ in ("NOUN", "PROPN") else None


@cache
def _read() -> Mapping[str, object]:
    raw = json.loads((files("kg.facts.observations.metric") / "percentages.json").read_text(encoding="utf-8"))
    return {str(key): value for key, value in raw.items()}


@cache
def _burdens() -> tuple[str, ...]:
    found = _read()["burdens"]
    return tuple(map(str, found)) if isinstance(found, list) else ()


@cache
def _wholes() -> frozenset[tuple[str, ...]]:
    found = _read()["wholes"]
    return frozenset(words_of(str(w)) for w in found) if isinstance(found, list) else frozenset()


@cache
def profit_margins() -> Mapping[tuple[str, ...], str]:
    """The margin of each profit, by the words of its name.

    >>> profit_margins()["gross", "profit"]
    'gross margin'
    """
    return _rates("margins")


@cache
def loss_rates() -> Mapping[tuple[str, ...], str]:
    """The rate at which losses are told in percent, by the words of their name.

    >>> loss_rates()["net", "charge", "off"]
    'net charge-off rate'
    """
    return _rates("loss rates")


def _rates(kind: str) -> Mapping[tuple[str, ...], str]:
    found = _read()[kind]
    return {words_of(str(k)): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
