"""The types that every stage reads or returns: text, mentions, entities, facts.

Plain frozen data without spaCy, rdflib or files, so that each stage can be called, tested and understood alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NewType

EntityId = NewType("EntityId", str)
"""`kind/slug`, unique in the world the program knows: `company/alibaba-group`, `metric/free-cash-flow`."""


# ---------------------------------------------------------------- text


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets in Unicode code points into `Transcript.text`.

    >>> Span(3, 7).shifted(10)
    Span(start=13, end=17)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must run forward from 0 or later, got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character.

        >>> Span(0, 4).overlaps(Span(4, 8))
        False
        """
        return self.start < other.end and other.start < self.end

    def shifted(self, offset: int) -> Span:
        return Span(self.start + offset, self.end + offset)


class Section(StrEnum):
    PREPARED = "prepared"
    QA = "qa"


class Role(StrEnum):
    """On which side of the call a person speaks."""

    EXECUTIVE = "executive"
    ANALYST = "analyst"
    OPERATOR = "operator"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A participant as the layout of the transcript gives them, before names are resolved."""

    name: str
    title: str | None = None
    organization: str | None = None
    role: Role = Role.UNKNOWN


@dataclass(frozen=True, slots=True)
class Paragraph:
    """English words and, where the file has them, the Chinese beside them.

    `gaps` are stretches inside `span` that nobody spoke: page furniture, `(Operator Instructions)`, `(interpreted)`.
    """

    span: Span
    chinese: Span | None = None
    gaps: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's uninterrupted speech; `label` is where the layout prints who speaks, if anywhere."""

    number: int
    speaker: Speaker
    label: Span | None
    paragraphs: tuple[Paragraph, ...]
    section: Section
    interpreted: bool = False

    @property
    def span(self) -> Span:
        return Span(self.paragraphs[0].span.start, self.paragraphs[-1].span.end)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Calendar dates, both included; an instant has equal dates. `name` is the company's own name for it.

    >>> str(Period(date(2024, 7, 1), date(2024, 9, 30)))
    '2024-07-01/2024-09-30'
    """

    start: date
    end: date
    name: str | None = field(default=None, compare=False)

    @property
    def instant(self) -> bool:
        return self.start == self.end

    def __str__(self) -> str:
        return self.end.isoformat() if self.instant else f"{self.start.isoformat()}/{self.end.isoformat()}"


@dataclass(frozen=True, slots=True)
class CallInfo:
    """What the header, or failing that the opening words, say about the call.

    `reasons` tells for each field that was read or inferred where it comes from: `{"held_on": "header line 3"}`.
    """

    company: str
    ticker: str | None = None
    exchange: str | None = None
    fiscal_year: int | None = None
    fiscal_quarter: int | None = None
    held_on: date | None = None
    period: Period | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text that never changes, and who says which of its characters.

    `text` is the file exactly as decoded or, for PDF or HTML, what the `extractor` took out; every offset counts in it.
    `sha256` is that of the bytes read, unpacked where they were packed; `source` is who published it, `chinese` the
    language tag of the Chinese, if any.
    """

    text: str
    name: str
    sha256: str
    reader: str
    call: CallInfo
    turns: tuple[Turn, ...]
    participants: tuple[Speaker, ...] = ()
    source: str = "unknown"
    chinese: str | None = None
    extractor: str = "plain"

    def quote(self, span: Span) -> str:
        """The characters of a span: what a fact's evidence says."""
        return self.text[span.start : span.end]

    def words(self, paragraph: Paragraph) -> str:
        """The spoken words of a paragraph, of the same length as its span: gaps and line breaks become blanks."""
        start = paragraph.span.start
        text = self.quote(paragraph.span)
        for gap in paragraph.gaps:
            text = text[: gap.start - start] + " " * len(gap) + text[gap.end - start :]
        return text.translate({ord(c): " " for c in "\n\r\t\f\v\u00a0"})

    def turn_at(self, offset: int) -> Turn | None:
        """The turn whose words lie around an offset."""
        return next((t for t in self.turns if t.span.start <= offset < t.span.end), None)


# ---------------------------------------------------------------- values


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units of an ISO 4217 currency: `Money(Decimal("29600000000"), "CNY")`."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A relative figure: 7% is `Percent(Decimal(7))`."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Points:
    """A difference of two percentages, in percentage points: 40 basis points are `Points(Decimal("0.4"))`."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: `Count(Decimal(46000000), "members")`; `times` and `rank` too; "" where none is named."""

    amount: Decimal
    thing: str = ""


Amount = Money | Percent | Points | Count


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends in one unit: "X to Y", "X plus or minus Y"."""

    low: Amount
    high: Amount


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as spoken. `bound`: only a bound ("over 20%", "double-digit"); `approximate`: "about", "some".

    `decimals` is the rounding as in XBRL: 236.5 billion has decimals -8, so it is right to within half of 10**8.
    """

    value: Amount | Range
    bound: bool = False
    approximate: bool = False
    decimals: int | None = None


# ---------------------------------------------------------------- mentions and entities


class EntityType(StrEnum):
    PERSON = "Person"
    ORGANIZATION = "Organization"
    BUSINESS_UNIT = "BusinessUnit"
    PRODUCT = "Product"
    EVENT = "Event"
    PLACE = "Place"
    METRIC = "Metric"


class MentionKind(StrEnum):
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


# ---------------------------------------------------------------- facts


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    FLAT = "flat"
    NARROWED = "narrowed"
    WIDENED = "widened"


class Comparison(StrEnum):
    YOY = "yoy"
    QOQ = "qoq"
    OTHER = "other"


class Modality(StrEnum):
    ACTUAL = "actual"
    GUIDANCE = "guidance"
    TARGET = "target"
    HYPOTHETICAL = "hypothetical"
    REPORTED_BY_OTHER = "reported_by_other"


class Basis(StrEnum):
    GAAP = "gaap"
    NON_GAAP = "non-gaap"


class Polarity(StrEnum):
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
    `percentage points`, `times`, `rank` or the thing counted. `decimals` is XBRL rounding of `value`.
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
    approximate: bool = False
    hedge: str | None = None
    condition: str | None = None
    attributed_to: EntityId | None = None
    confidence: Decimal = Decimal("0.8")


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


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something recognised that could not be completed, with the rule that gave up and why."""

    rule: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one call says: the result of extraction, and what the graph and the facts file are written from.

    Every `EntityId` in `turns` and facts is one of `entities`; entities are sorted by id, facts by evidence.
    """

    transcript: Transcript
    company: EntityId
    entities: tuple[Entity, ...]
    turns: tuple[SpokenTurn, ...]
    observations: tuple[Observation, ...] = ()
    relations: tuple[Relation, ...] = ()
    drivers: tuple[Driver, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    corrections: tuple[Correction, ...] = ()
    links: tuple[Link, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def entity(self, id: EntityId) -> Entity:
        """The entity of an id; raises `KeyError` when this call does not know it."""
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise KeyError(f"no entity {id} in this reading")
