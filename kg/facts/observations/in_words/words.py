"""Observations without a figure: a metric that is said to have risen, fallen, held, narrowed or set a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Token

from kg.facts.context import Context
from kg.facts.observations.draft import Draft
from kg.facts.observations.in_words.meant import is_unexpected
from kg.facts.observations.in_words.moved import counted_movement, movement
from kg.facts.observations.in_words.records import records
from kg.facts.observations.in_words.spending import spending_moved
from kg.facts.observations.in_words.unlisted import unlisted
from kg.facts.observations.metric.measure import basis_of
from kg.facts.observations.metric.narrowing import narrowed_name
from kg.facts.observations.metric.unit_growth import growth_moved, lines_moved, units_moved
from kg.facts.observations.movement import movement_words
from kg.facts.observations.owner import topic as topics
from kg.facts.observations.owner.choice import Owner, choose_owner
from kg.facts.observations.owner.coordination import spread
from kg.facts.observations.owner.reporting import in_its_unit
from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.stance.modality import hedge, modality
from kg.facts.observations.when.clock import Clock
from kg.facts.observations.when.comparing import comparison_of
from kg.facts.observations.when.timing import dates
from kg.lexicon.metrics import MetricEntry, MetricTable
from kg.mentions.metric_names import metric_id
from kg.mentions.metric_words import is_bare
from kg.model import Comparison, Direction, Entity, EntityId, EntityType, Evidence, Link, Modality, Observation


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sentences before hand to one: the topic, the dates that hold, and what growing without more means."""

    topic: topics.Topic
    clock: Clock
    top_line: MetricEntry


@dataclass(frozen=True, slots=True)
class Desk:
    """A sentence with all that is known when it is read."""

    scene: Scene
    setting: Setting
    context: Context
    table: MetricTable

    def owner(self, word: Token, metric: Placed[Link] | None) -> Owner:
        """Whom a movement belongs to that a word states of a metric, or of one without a mention."""
        topic, context = self.setting.topic, self.context
        owner = choose_owner(self.scene, word.i, metric, topic, context.entities, context.company)
        if metric is None:
            return owner
        return in_its_unit(owner, metric.item.entity, self.table, context.entities, context.company)


@dataclass(frozen=True, slots=True)
class Moved:
    """A metric that a sentence moves: its name, the tokens that name it or its owner, the word that moves it."""

    name: str
    start: int
    end: int
    cue: tuple[Token, Direction]
    owner: Owner
    known: EntityId | None = None

    @property
    def id(self) -> EntityId:
        """The id of the metric: that of its mention, or one made from its name."""
        return self.known or metric_id(self.name)


_FLIPPED = {
    Direction.UP: Direction.WIDENED,
    Direction.DOWN: Direction.NARROWED,
}


def in_words(
    scene: Scene, used: Collection[int], setting: Setting, context: Context, table: MetricTable
) -> Iterator[Observation | Entity]:
    """The observations in words of a sentence: one for each metric or unit that moves without a figure.

    `used` are the positions of metrics that a figure of the sentence belongs to. Each metric that no mention links
    to is given before its observation.
    """
    desk = Desk(scene, setting, context, table)
    for moved in (
        *_metrics(desk, used),
        *_units(desk),
        *_lines(desk),
        *_records(desk),
        *_spent(desk),
        *_unlisted(desk),
    ):
        if is_unexpected(moved.cue[0]):
            continue
        if moved.id not in context.entities:
            yield Entity(moved.id, EntityType.METRIC, moved.name, listed=moved.id in table.by_id)
        yield from spread(scene, Draft(None), _observed(desk, moved), context.entities)


def _metrics(desk: Desk, used: Collection[int]) -> Iterator[Moved]:
    """ "margins rose", "higher costs", "order growth slowed"."""
    scene = desk.scene
    for metric in scene.metrics:
        cue = _cue(desk, metric) if metric.start not in used else None
        if cue is None or _has_figure(scene, metric, cue[0]):
            continue
        known = desk.context.entities.get(metric.item.entity)
        called = known.name if known else metric.item.mention.text
        if called in movement_words("of_an_economy"):
            continue
        name = "market share" if called == "share" else narrowed_name(scene, metric, called)
        id = metric.item.entity if name == called else None
        moved = Moved(name, metric.start, metric.end, cue, desk.owner(cue[0], metric), id)
        rate = growth_moved(scene, metric, cue[0])
        yield moved if rate is None else replace(moved, name=f"{name} growth rate", cue=rate, known=None)


def _cue(desk: Desk, metric: Placed[Link]) -> tuple[Token, Direction] | None:
    """The word that moves a metric; of what is merely counted, only one that leaves no doubt."""
    if metric.item.mention.rule == "metric.bare":
        return counted_movement(desk.scene, metric)
    entry = desk.table.closest(metric.item.entity)
    leverage = desk.scene.doc[metric.end - 1].lower_ == "leverage"  # of costs, the more the better
    adverse = entry is not None and entry.favourable == "Decrease" and not leverage
    return movement(desk.scene, metric, counted=_is_count(desk.scene, metric, desk.table), adverse=adverse)


def _units(desk: Desk) -> Iterator[Moved]:
    """ "growth in Logistics": what grows is the top line."""
    top = desk.setting.top_line
    for name, cue in units_moved(desk.scene, desk.context.entities):
        owner = Owner(name.item.entity, (), f"grows: {name.item.mention.text!r}", True)
        yield Moved(top.name, name.start, name.end, cue, owner, top.id)


def _lines(desk: Desk) -> Iterator[Moved]:
    """ "softness in our seasonal categories"."""
    for line in lines_moved(desk.scene, desk.setting.top_line.name):
        yield Moved(line.name, line.start, line.end, line.cue, desk.owner(line.cue[0], None))


def _records(desk: Desk) -> Iterator[Moved]:
    """ "record job postings"."""
    for record in records(desk.scene):
        cue = (record.word, Direction.UP)
        yield Moved(record.name, record.start, record.end, cue, desk.owner(record.word, None))


def _spent(desk: Desk) -> Iterator[Moved]:
    """ "our members spend more on tools"."""
    for verb, direction in spending_moved(desk.scene):
        entry = desk.table.get(("spending",))
        known = entry.id if entry is not None else None
        yield Moved("spending", verb.i, verb.i + 1, (verb, direction), desk.owner(verb, None), known)


def _unlisted(desk: Desk) -> Iterator[Moved]:
    """ "higher crew wages"; "growth in lamps" is that of the top line, narrowed to lamps."""
    top = desk.setting.top_line
    for one in unlisted(desk.scene):
        owner = desk.owner(one.cue[0], None)
        if one.of_line is None:
            yield Moved(one.name, one.start, one.end, one.cue, owner)
        else:
            narrowed = (*owner.qualifiers, f"{one.of_line} {desk.scene.doc[one.start : one.end].text}")
            yield Moved(top.name, one.start, one.end, one.cue, replace(owner, qualifiers=narrowed), top.id)


def _observed(desk: Desk, moved: Moved) -> Observation:
    scene, clock = desk.scene, desk.setting.clock
    word, direction = moved.cue
    stance = modality(scene, word.i)
    entry = desk.table.closest(moved.id)
    instant = entry is not None and entry.period_type == "Instant"
    words = moved.name.lower()
    span = scene.span(min(moved.start, word.i), max(moved.end, word.i + 1))
    return Observation(
        evidence=Evidence(span, scene.turn.number, "observation.words"),
        entity=moved.owner.entity,
        metric=moved.id,
        qualifiers=moved.owner.qualifiers,
        direction=_FLIPPED.get(direction, direction) if _is_loss(words) else direction,
        comparison=_comparison(scene, clock, stance),
        period=dates(scene, word.i, stance, clock, instant=instant),
        modality=stance,
        basis=basis_of(moved.name),
        hedge=hedge(scene),
        confidence=Decimal("0.6") if moved.owner.stated else Decimal("0.5"),
        reason=moved.owner.reason,
    )


def _is_loss(name: str) -> bool:
    """Whether a measure is a loss, which widens and narrows, and not what losses cost or how often they come."""
    measured, _, behind = f" {name} ".partition(" loss ")
    return measured != f" {name} " and behind.strip() not in movement_words("of_losses")


def _is_count(scene: Scene, metric: Placed[Link], table: MetricTable) -> bool:
    entry = table.closest(metric.item.entity)
    return is_bare(scene.doc[metric.end - 1].text) or (entry is not None and entry.unit_kind == "Count")


def _comparison(scene: Scene, clock: Clock, stance: Modality) -> Comparison | None:
    said = next((c for p in scene.periods if (c := comparison_of(p.item)) is not None), None)
    return said or (clock.comparison if stance is Modality.ACTUAL else None)


def _has_figure(scene: Scene, metric: Placed[Link], cue: Token) -> bool:
    """Whether a figure stands within the stretch of metric and movement, or directly beside it.

    A figure from which a word of reason parts them is that of the effect: "was up 5% *on* higher prices".
    """
    low, high = min(metric.start, cue.i), max(metric.end, cue.i + 1)
    parted = scene.doc[low - 1].lower_ in movement_words("before_causes")
    return any(f.end > low - (0 if parted else 2) and f.start < high + 3 for f in scene.figures)
