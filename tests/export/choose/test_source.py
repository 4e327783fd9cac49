"""Facts come out of the RDF as they went in: a call of three sentences, written by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kg.export.choose.content import CallHead, Cause, Content, Figure, Question, Said, Thing, Tie, Topic
from kg.export.choose.source import content_of
from kg.model import (
    CallInfo,
    Comparison,
    Correction,
    Direction,
    Driver,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Exchange,
    Observation,
    Paragraph,
    Period,
    Polarity,
    Predicate,
    Reading,
    Relation,
    RepairKind,
    Role,
    Section,
    Span,
    Speaker,
    SpokenTurn,
    Surface,
    Transcript,
    Turn,
)
from kg.rdf import iris, quads

QUARTER = Period(date(2031, 1, 1), date(2031, 3, 31))
FIRST = "Jarn Works revenue was EUR3.1 billion, up 9%, due to colder weather."
SECOND = "What about revenue?"
TEXT = f"{FIRST}\n{SECOND}\n"
IDA, BO, LOOM, YARN, HERON, REVENUE = (
    EntityId(id)
    for id in ("person/ida", "person/bo", "company/loom", "segment/yarn", "company/heron", "metric/revenue")
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def turn(number: int, words: str, speaker: str) -> Turn:
    return Turn(number, Speaker(speaker), None, (Paragraph(span(words)),), Section.QA)


def spoken(number: int, words: str, speaker: EntityId, role: Role) -> SpokenTurn:
    return SpokenTurn(number, speaker, None, None, role, Section.QA, False, span(words))


OBSERVATION = Observation(
    Evidence(span("Jarn Works revenue was EUR3.1 billion, up 9%"), 1, "test"),
    YARN,
    REVENUE,
    value=Decimal("3100000000"),
    unit="EUR",
    change=Decimal(9),
    change_unit="percent",
    direction=Direction.UP,
    comparison=Comparison.YOY,
    period=QUARTER,
    confidence=Decimal("0.9"),
)

READING = Reading(
    Transcript(
        TEXT,
        "loom",
        "ab" * 32,
        "test",
        CallInfo("Loom", fiscal_year=2031, fiscal_quarter=1, period=QUARTER),
        (turn(1, FIRST, "Ida Quill"), turn(2, SECOND, "Bo Tern")),
    ),
    LOOM,
    (
        Entity(LOOM, EntityType.ORGANIZATION, "Loom Group"),
        Entity(HERON, EntityType.ORGANIZATION, "Heron Brothers"),
        Entity(REVENUE, EntityType.METRIC, "revenue"),
        Entity(BO, EntityType.PERSON, "Bo Tern"),
        Entity(IDA, EntityType.PERSON, "Ida Quill"),
        Entity(
            YARN,
            EntityType.BUSINESS_UNIT,
            "Yarn Works",
            surfaces=(Surface("Jarn Works", span("Jarn Works"), garbled=True),),
            parent=LOOM,
        ),
    ),
    (spoken(1, FIRST, IDA, Role.EXECUTIVE), spoken(2, SECOND, BO, Role.ANALYST)),
    (OBSERVATION,),
    (Relation(Evidence(span("Jarn Works"), 1, "test"), YARN, Predicate.PART_OF, LOOM),),
    (
        Driver(
            Evidence(span("due to colder weather"), 1, "test"),
            OBSERVATION,
            span("colder weather"),
            Polarity.RAISES,
            cause_entities=(REVENUE,),
        ),
    ),
    (
        Exchange(
            Evidence(span(SECOND), 2, "test"), BO, HERON, span(SECOND), topics=("revenue", "snow"), answered_by=(IDA,)
        ),
    ),
    (Correction(span("Jarn Works"), "Jarn Works", "Yarn Works", YARN, RepairKind.HOMOPHONE, "sound", Decimal("0.9")),),
)


def iri(id: EntityId) -> str:
    return iris.entity(id).value


def local(name: str) -> str:
    return iris.local("ab" * 32, name).value


def said(begin: int, words: str, *, confidence: str = "0.8", modality: str = "actual", headline: bool = False) -> Said:
    call = iris.ID + "call/loom_2031-03-31"
    return Said(call, begin, "Ida Quill", "Management", modality, Decimal(confidence), words, headline)


def test_a_call_comes_out_of_its_graph_as_records() -> None:
    series = iris.series(YARN, REVENUE, ()).value
    figure, call = local("obs-0-44-1"), iris.ID + "call/loom_2031-03-31"
    assert content_of(quads(READING)) == Content(
        calls=(CallHead(call, iri(LOOM), QUARTER, "fiscal 2031 Q1"),),
        things={
            iri(LOOM): Thing(iri(LOOM), "Organization", "Loom Group", "Loom Group", calls=(call,)),
            iri(HERON): Thing(iri(HERON), "Organization", "Heron Brothers", "Heron Brothers", calls=(call,)),
            iri(YARN): Thing(
                iri(YARN),
                "BusinessUnit",
                "Yarn Works",
                "Yarn Works",
                (iri(LOOM),),
                heard=("Jarn Works",),
                calls=(call,),
            ),
            iri(BO): Thing(iri(BO), "Person", "Bo Tern", "Bo Tern", calls=(call,)),
            iri(IDA): Thing(iri(IDA), "Person", "Ida Quill", "Ida Quill", calls=(call,)),
            iri(REVENUE): Thing(iri(REVENUE), "Metric", "revenue", "revenue", calls=(call,)),
        },
        figures=(
            Figure(
                figure,
                series,
                iri(YARN),
                "revenue",
                said(0, "Jarn Works revenue was EUR3.1 billion, up 9%", confidence="0.9", headline=True),
                value=Decimal("3100000000"),
                unit="EUR",
                change=Decimal(9),
                change_unit="percent",
                direction="up",
                comparison="yoy",
                favourable=True,
                period=str(QUARTER),
            ),
        ),
        causes=(
            Cause(
                local("drv-46-67-1"),
                figure,
                "colder weather",
                "raises",
                said(46, "due to colder weather"),
                things=(series,),
                names=("revenue",),
            ),
        ),
        questions=(
            Question(
                local("question-69-88-1"),
                iri(BO),
                "Heron Brothers",
                Said(call, 69, "Bo Tern", "Analyst", "hypothetical", Decimal("0.9"), SECOND),
                (Topic("revenue", iri(REVENUE)), Topic("snow")),
                (iri(IDA),),
            ),
        ),
        ties=(Tie(iri(YARN), "partOf", iri(LOOM), said(0, "Jarn Works")),),
    )


def test_another_call_s_name_gives_nothing() -> None:
    assert content_of(quads(READING), call="loom_2030-12-31") == Content((), {})
