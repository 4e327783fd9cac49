"""The measure of a figure whose sentence names none, from the talk so far: the same figure told before, or one like it.

A turn of prepared remarks is a talk of its own; a question and all that answers it are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.facts.observations.draft import Draft, Part
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.metric.suited import suits, takes
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.scene import quantity
from kg.lexicon.metrics import MetricTable
from kg.model import (
    Count,
    Direction,
    Entity,
    EntityId,
    Modality,
    Money,
    Observation,
    Percent,
    Points,
    Range,
    Skipped,
)

_MEMORY = 400
_REACH, _NEAR = 1500, 600
"""So many characters back a growth like another still speaks of the same measure, and a level."""
_PER_SHARE = 1000
_LARGE = 1_000_000
_SURE = Decimal("0.4")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as it was told, and the name of its measure."""

    observation: Observation
    name: str

    @property
    def place(self) -> int:
        return self.observation.evidence.span.start


@dataclass(frozen=True, slots=True)
class Talk:
    """The figures told so far in the call and the measures named in this talk, newest first; it began at `since`."""

    figures: tuple[Told, ...] = ()
    named: tuple[Measure, ...] = ()
    since: int = 0
    asker: EntityId | None = None

    def with_told(self, told: tuple[Told, ...]) -> Talk:
        """The talk with what a sentence tells, in text order, before what it has."""
        return replace(self, figures=(*reversed(told), *self.figures)[:_MEMORY])

    def with_named(self, named: tuple[Measure, ...]) -> Talk:
        """The talk with the measures named lately."""
        kept = {one.id: one for one in reversed((*named, *self.named)) if one.placed is not None}
        return replace(self, named=tuple(sorted(kept.values(), key=_place_named, reverse=True)[:6]))


BEFORE_ALL = Talk()
"""The talk before a word is said."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a figure is of, as the talk tells; `again` is the fact that it repeats, if it does."""

    measure: Measure
    role: Role
    entity: EntityId | None
    again: Observation | None = None


def figures_of(told: Iterable[Observation | Entity | Skipped], names: Mapping[EntityId, str]) -> tuple[Told, ...]:
    """The facts in figures among what a sentence tells, with the names of their measures."""
    return tuple(
        Told(one, names[one.metric])
        for one in told
        if isinstance(one, Observation) and one.evidence.rule == "observation.figure" and one.metric in names
    )


def told_again(draft: Draft, talk: Talk, *, known: bool) -> Recalled | None:
    """The fact that a lone figure repeats: "*the 6 million* includes both plants"; None where the call told no such.

    Outside of the talk only a figure that is spoken of as `known`, can hardly be another, and is of one measure alone.
    """
    part = draft.parts[0]
    if len(draft.parts) > 1 or isinstance(amount(part.figure), Count):
        return None
    alike = [(one, role) for one in talk.figures if (role := _role_of_same(part, one.observation)) is not None]
    near = [pair for pair in alike if pair[0].place >= talk.since]
    if not near and not (known and _is_distinct(part) and len({one.observation.metric for one, _ in alike}) == 1):
        return None
    told, role = (near or alike)[0]
    measure = Measure(told.observation.metric, told.name, None, Decimal("0.5"))
    return Recalled(measure, role, told.observation.entity, told.observation)


def like_the_last(draft: Draft, talk: Talk, at: int, table: MetricTable, *, pointed: bool) -> Recalled | None:
    """The measure last told or named in the talk that a figure can be of; `at` is where the figure stands.

    A sum of money is only of that where it is `pointed` to: "*it* came in at 11 million".
    """
    part = draft.parts[0]
    if isinstance(amount(part.figure), Count) or (isinstance(amount(part.figure), Money) and not pointed):
        return None
    moved = part.role.role is FigureRole.CHANGE
    told = next((pair for t in talk.figures if (pair := _near_enough(part, t, talk, at, table)) is not None), None)
    first = max(talk.since, at - _NEAR)
    named = next((m for m in talk.named if _place_named(m) >= first and _may_be_of(draft, m, table)), None)
    if named is not None and not moved and (told is None or _place_named(named) > told[0].place):
        return Recalled(replace(named, placed=None, certainty=_SURE), part.role, None)
    if told is None:
        return None
    return Recalled(_measure_of(told[0]), told[1], told[0].observation.entity)


def _near_enough(part: Part, told: Told, talk: Talk, at: int, table: MetricTable) -> tuple[Told, Role] | None:
    """A fact with the role of a part if it is of its measure; a level is only of that of a fact just told."""
    role = _alike(part, told, table) if told.place >= max(talk.since, at - _REACH) else None
    far = role is not None and role.role is not FigureRole.CHANGE and told.place < at - _NEAR
    return None if role is None or far else (told, role)


def as_told_last(draft: Draft, measure: Measure, talk: Talk) -> Recalled | None:
    """A guessed measure with its figure in the role in which the talk told it last: "costs rose 5%. Now it's 3%"."""
    part = draft.parts[0]
    if len(draft.parts) > 1 or part.role.role is not FigureRole.VALUE or not isinstance(amount(part.figure), Percent):
        return None
    told = next((t for t in talk.figures if t.place >= talk.since and t.observation.metric == measure.id), None)
    role = _role_of_like(part, told.observation) if told is not None else None
    return Recalled(measure, role, None) if role is not None and role is not part.role else None


def _place_named(measure: Measure) -> int:
    return measure.placed.item.mention.span.start if measure.placed is not None else -1


def _role_of_same(part: Part, told: Observation) -> Role | None:
    """The role in which a fact tells the figure of a part; None where it tells another figure."""
    low, high = amount(part.figure), _high(part)
    if told.modality is Modality.HYPOTHETICAL:
        return None
    if isinstance(low, Points):
        same = told.change_unit == "percentage points" and told.change is not None and abs(told.change) == low.amount
        if told.unit == "bps" and told.value == low.amount * 100 and told.change is None:
            return Role(FigureRole.VALUE)
        return Role(FigureRole.CHANGE, told.direction) if same else None
    unit = low.currency if isinstance(low, Money) else "percent"
    if told.unit == unit and told.value is not None and abs(told.value) == abs(low.amount):
        return Role(FigureRole.VALUE) if high is None or told.value_max == high else None
    if told.change_unit == unit and told.change is not None and abs(told.change) == abs(low.amount):
        return Role(FigureRole.CHANGE, told.direction) if high is None or told.change_max == high else None
    return None


def _role_of_like(part: Part, told: Observation) -> Role | None:
    """The role of a part if it is of the measure of a fact with a figure of its kind; None where it cannot be."""
    value, moved = amount(part.figure), part.role.role is FigureRole.CHANGE
    if isinstance(value, Points):
        if told.unit == "percent" and moved:
            return part.role
        alike = told.change_unit == "percentage points" and told.value is None
        return (part.role if moved else Role(FigureRole.CHANGE, told.direction)) if alike else None
    if isinstance(value, Percent):
        grew = told.change_unit == "percent"
        if moved:
            return part.role if grew or told.unit not in (None, "percent", "bps") else None
        if told.unit == "percent":
            return part.role
        return Role(FigureRole.CHANGE, told.direction or Direction.UP) if grew and told.value is None else None
    if not isinstance(value, Money):
        return None
    figure = told.value if told.unit == value.currency else told.change if told.change_unit == value.currency else None
    if figure is None or (abs(figure) < _PER_SHARE) != (abs(value.amount) < _PER_SHARE):
        return None
    return part.role if moved or told.unit == value.currency else Role(FigureRole.CHANGE, told.direction)


def _may_be_of(draft: Draft, measure: Measure, table: MetricTable) -> bool:
    """Whether a measure that was only named can have the figures of a draft."""
    return measure.id in table.by_id and suits(draft, measure, table)


def _alike(part: Part, told: Told, table: MetricTable) -> Role | None:
    """The role of a part if it can be of the measure of a fact; None where it cannot."""
    role = _role_of_like(part, told.observation)
    return role if role is not None and takes(part, role, _measure_of(told), table) else None


def _measure_of(told: Told) -> Measure:
    return Measure(told.observation.metric, told.name, None, _SURE)


def _high(part: Part) -> Decimal | None:
    value = quantity(part.figure).value
    return value.high.amount if isinstance(value, Range) else None


def _is_distinct(part: Part) -> bool:
    """Whether a figure is a range or has digits enough that it can hardly be another one."""
    digits = "".join(c for c in part.figure.item.text if c.isdigit()).strip("0")
    value = amount(part.figure)
    large = isinstance(value, Money) and abs(value.amount) >= _LARGE
    return _high(part) is not None or len(digits) >= 2 or large
