"""Words that name a thing or state a value, what they denote, and names put right."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from kg.model.text import Period, Span
from kg.model.values import Quantity

EntityId = NewType("EntityId", str)
"""`kind/slug`, unique in the world the program knows: `company/alibaba-group`, `metric/free-cash-flow`."""


class EntityType(StrEnum):
    """The kinds of things with an identity; units and products are parts of an organization."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    BUSINESS_UNIT = "BusinessUnit"
    PRODUCT = "Product"
    EVENT = "Event"
    PLACE = "Place"
    METRIC = "Metric"


class MentionKind(StrEnum):
    """What a finder took words for."""

    NAME = "name"
    METRIC = "metric"
    QUANTITY = "quantity"
    PERIOD = "period"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that name a thing or state a value; `text` is `transcript.quote(span)`, `rule` what found it.

    `entity` is the finder's own reading where a list told it (a lexicon label); linking decides.
    """

    span: Span
    kind: MentionKind
    text: str
    rule: str
    value: Quantity | Period | None = field(default=None, compare=False)
    entity: EntityId | None = None
    type: EntityType | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What a mention denotes, and why."""

    mention: Mention
    entity: EntityId
    score: Decimal
    reason: str


class RepairKind(StrEnum):
    """How a name went wrong on its way into the transcript."""

    HOMOPHONE = "Homophone"
    NEAR_ACRONYM = "NearAcronym"
    SPACING = "Spacing"
    OMISSION = "Omission"
    WRONG_TERM = "WrongTerm"


class ReviewStatus(StrEnum):
    """What a user decided about a repair."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Correction:
    """One occurrence of a mis-heard name: what stands there, what was meant, on what evidence."""

    span: Span
    heard: str
    form: str
    meant: EntityId
    kind: RepairKind
    support: str
    confidence: Decimal
    status: ReviewStatus = ReviewStatus.PROPOSED


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its language; `kind` is `pref`, `alt`, or `hidden` for known mis-hearings (SKOS)."""

    text: str
    language: str = "en"
    kind: str = "alt"


@dataclass(frozen=True, slots=True)
class Surface:
    """One form under which a call names an entity: where it first stands, how often, and whether it is mis-heard."""

    text: str
    span: Span
    occurrences: int = 1
    garbled: bool = False


@dataclass(frozen=True, slots=True)
class Rendering:
    """How the Chinese beside a call writes a name: where it first stands, how often, and how sure that is."""

    entity: EntityId
    text: str
    span: Span
    occurrences: int
    confidence: Decimal


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with an identity. `surfaces` are the call's names for it, in text order; `listed`: from a lexicon."""

    id: EntityId
    type: EntityType
    name: str
    labels: tuple[Label, ...] = ()
    surfaces: tuple[Surface, ...] = ()
    parent: EntityId | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    listed: bool = False
