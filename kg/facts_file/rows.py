"""The lines of a facts file as typed rows, one class a kind; field names are those of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Json = str | bool | int | float | None | list[str] | list[int | None]


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A stretch of speech by one person."""

    id: str
    evidence: str
    speaker: str | None
    section: str
    interpreted: bool = False
    title: str | None = None
    organization: str | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A thing with an identity; `evidence` and `nth` run parallel to `surfaces`."""

    id: str
    name: str
    type: str
    surfaces: tuple[str, ...] = ()
    garbled: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    nth: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """A stated value, change or direction of a metric of an entity."""

    id: str
    evidence: str
    entity: str
    metric: str
    speaker: str | None = None
    qualifiers: tuple[str, ...] = ()
    value: Decimal | None = None
    value_max: Decimal | None = None
    value_is_bound: bool = False
    unit: str | None = None
    change: Decimal | None = None
    change_max: Decimal | None = None
    change_is_bound: bool = False
    change_unit: str | None = None
    direction: str | None = None
    prior_value: Decimal | None = None
    comparison: str | None = None
    period: str | None = None
    modality: str = "actual"
    nth: int | None = None
    confidence: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A stated link between two entities."""

    id: str
    evidence: str
    subject: str
    predicate: str
    object: str
    speaker: str | None = None
    title: str | None = None
    date: str | None = None
    modality: str = "actual"
    nth: int | None = None
    confidence: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DriverRow:
    """Why a metric moved; `effect` is the id of an observation."""

    id: str
    evidence: str
    effect: str
    cause: str
    polarity: str
    speaker: str | None = None
    cause_entities: tuple[str, ...] = ()
    nth: int | None = None
    confidence: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """A question and who answered it; `question` is its first ten words."""

    id: str
    evidence: str
    analyst: str | None
    question: str
    speaker: str | None = None
    firm: str | None = None
    topics: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ()
    nth: int | None = None
    confidence: Decimal | None = None


Row = TurnRow | EntityRow | ObservationRow | RelationRow | DriverRow | ExchangeRow

KINDS: Mapping[str, type[Row]] = {
    "turn": TurnRow,
    "entity": EntityRow,
    "observation": ObservationRow,
    "relation": RelationRow,
    "driver": DriverRow,
    "exchange": ExchangeRow,
}
"""Row classes by the word in the field `kind`, in the order in which a file lists them."""


def kind_of(row: Row) -> str:
    """The word in the field `kind`.

    >>> kind_of(EntityRow("e1", "Acme", "Organization"))
    'entity'
    """
    return next(kind for kind, cls in KINDS.items() if isinstance(row, cls))
