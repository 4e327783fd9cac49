"""What the scorer compares: one class a kind of line, with the answers that a gold file calls as good.

Separate from the program's own rows, because an annotator leaves open what the program must state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Row:
    """What every line has. `optional`: a careful person might leave it out."""

    id: str
    evidence: str
    optional: bool


@dataclass(frozen=True, slots=True)
class TurnRow(Row):
    """A stretch of speech, found again by its first words."""

    speaker: str
    organization: str
    section: str
    interpreted: bool


@dataclass(frozen=True, slots=True)
class EntityRow(Row):
    """A thing or a metric; `aka` are names that are as good, `garbled` those of its surfaces that were misheard."""

    name: str
    type: str
    surfaces: tuple[str, ...]
    garbled: tuple[str, ...]
    aka: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObservationRow(Row):
    """A measured value; the `_aka` fields are answers that are as good."""

    speaker: str
    entity: str
    entity_aka: tuple[str, ...]
    metric: str
    value: float | None
    value_max: float | None
    value_is_bound: bool
    unit: str
    unit_aka: tuple[str, ...]
    change: float | None
    change_is_bound: bool
    change_unit: str
    prior_value: float | None
    direction: str
    comparison: str
    period: str
    period_aka: tuple[str, ...]
    modality: str

    @property
    def has_figure(self) -> bool:
        """Whether it states a number, and not only a direction."""
        return any(figure is not None for figure in (self.value, self.change, self.prior_value))


@dataclass(frozen=True, slots=True)
class RelationRow(Row):
    """A link between two things; `title` only where somebody holds a post."""

    subject: str
    predicate: str
    object: str
    title: str
    modality: str


@dataclass(frozen=True, slots=True)
class DriverRow(Row):
    """A cause; `effect` is the id of the observation that it explains."""

    effect: str
    cause: str
    polarity: str


@dataclass(frozen=True, slots=True)
class ExchangeRow(Row):
    """A question; its evidence is how it begins."""

    analyst: str
    firm: str
    topics: tuple[str, ...]
    answered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """From where on a partly marked file leaves out some kinds of fact."""

    partial_from: str
    kinds: frozenset[str]


FactRow = TurnRow | EntityRow | ObservationRow | RelationRow | DriverRow | ExchangeRow
KINDS: Mapping[str, type[FactRow]] = {
    "turn": TurnRow,
    "entity": EntityRow,
    "observation": ObservationRow,
    "relation": RelationRow,
    "driver": DriverRow,
    "exchange": ExchangeRow,
}
"""Row classes by the word in the field `kind`."""
R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Rows:
    """A facts file: its lines, and the scope that it declares, if it is only partly marked."""

    facts: tuple[FactRow, ...]
    scope: Scope | None = None

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The rows of one kind, in file order."""
        return tuple(row for row in self.facts if isinstance(row, kind))
