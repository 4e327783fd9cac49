"""What a call says: one class per kind of fact, each with the words that state it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kg.model.naming import EntityId
from kg.model.text import Period, Role, Section, Span


class Direction(StrEnum):
    """Where a figure moved; a loss, a gap or a spread narrows or widens."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"
    NARROWED = "narrowed"
    WIDENED = "widened"


class Comparison(StrEnum):
    """With which period a figure is compared: the year before, the quarter before, or another."""

    YOY = "yoy"
    QOQ = "qoq"
    OTHER = "other"


class Modality(StrEnum):
    """What the speaker commits to; analysts suppose, or report what others say."""

    ACTUAL = "actual"
    GUIDANCE = "guidance"
    TARGET = "target"
    HYPOTHETICAL = "hypothetical"
    REPORTED_BY_OTHER = "reported_by_other"


class Basis(StrEnum):
    """Whether a figure follows accounting rules or leaves something out of them."""

    GAAP = "gaap"
    NON_GAAP = "non-gaap"


class Polarity(StrEnum):
    """In which direction a cause moves the figure that it explains."""

    RAISES = "raises"
    LOWERS = "lowers"


class Predicate(StrEnum):
    """The closed set of relations."""

    HOLDS_POSITION = "holdsPosition"
    PART_OF = "partOf"
    OFFERS = "offers"
    LAUNCHED = "launched"
    INVESTS_IN = "investsIn"
    OPERATES_IN = "operatesIn"
    PARTNERS_WITH = "partnersWith"
    COMPETES_WITH = "competesWith"
    CUSTOMER_OF = "customerOf"
    SUPPLIER_OF = "supplierOf"
    ACQUIRED = "acquired"
    DIVESTED = "divested"
    HELD = "held"
    PARTICIPATED_IN = "participatedIn"
    LISTED_ON = "listedOn"
    USES = "uses"


class Responsiveness(StrEnum):
    """How a question was met: in full, in part, past the point, or with a refusal."""

    ANSWERED = "answered"
    PARTLY = "partly"
    DEFLECTED = "deflected"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that state a fact: the turn they stand in, their span, and the rule that read them."""

    span: Span
    turn: int
    rule: str


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A turn whose speaker and organisation are resolved."""

    number: int
    speaker: EntityId
    title: str | None
    organization: EntityId | None
    role: Role
    section: Section
    interpreted: bool
    span: Span
    label: Span | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """A value, change or direction of one metric of one entity over one period, all in base units, signed.

    Fields are those of the facts file (see `ontology/README.md`); `unit` is an ISO 4217 code, `percent`,
    `percentage points`, `times`, `rank` or the thing counted. `decimals` is XBRL rounding of `value`. The limits say
    what a bound is: `at least`, `at most`, or the words that stand for the number, `mid-single-digit`. `reason` tells
    why it is about the entity.
    """

    evidence: Evidence
    entity: EntityId
    metric: EntityId
    qualifiers: tuple[str, ...] = ()
    value: Decimal | None = None
    value_max: Decimal | None = None
    value_is_bound: bool = False
    unit: str | None = None
    change: Decimal | None = None
    change_max: Decimal | None = None
    change_is_bound: bool = False
    change_unit: str | None = None
    direction: Direction | None = None
    prior_value: Decimal | None = None
    comparison: Comparison | None = None
    period: Period | None = None
    modality: Modality = Modality.ACTUAL
    basis: Basis | None = None
    decimals: int | None = None
    prior_decimals: int | None = None
    value_limit: str | None = None
    change_limit: str | None = None
    approximate: bool = False
    hedge: str | None = None
    condition: str | None = None
    attributed_to: EntityId | None = None
    confidence: Decimal = Decimal("0.8")
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A stated link between two entities, out of the closed set."""

    evidence: Evidence
    subject: EntityId
    predicate: Predicate
    object: EntityId
    title: str | None = None
    date: str | None = None
    modality: Modality = Modality.ACTUAL
    confidence: Decimal = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class Driver:
    """Why a metric moved, in the speaker's words; `cause_observation` where the cause is itself an observation."""

    evidence: Evidence
    effect: Observation
    cause: Span
    polarity: Polarity
    cue: str = ""
    cause_entities: tuple[EntityId, ...] = ()
    cause_observation: Observation | None = None
    confidence: Decimal = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """One of the things asked in a question, and how it was met; `refused` is a metric asked for and not given."""

    span: Span
    topics: tuple[str, ...]
    responsiveness: Responsiveness
    answer: Span | None = None
    answered_by: EntityId | None = None
    refused: EntityId | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answers. `topics` are names of entities or, where none fits, noun phrases."""

    evidence: Evidence
    analyst: EntityId
    firm: EntityId | None
    question: Span
    topics: tuple[str, ...] = ()
    answered_by: tuple[EntityId, ...] = ()
    answer_turns: tuple[int, ...] = ()
    parts: tuple[QuestionPart, ...] = ()
    confidence: Decimal = Decimal("0.9")


Fact = Observation | Relation | Driver | Exchange
