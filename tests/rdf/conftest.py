"""A reading of the sample call, made from its own gold facts, and one of two invented sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kg import sample, transcripts
from kg.facts_file import read_facts, reading_of
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
    QuestionPart,
    Reading,
    Relation,
    RepairKind,
    Responsiveness,
    Role,
    Section,
    Span,
    Speaker,
    SpokenTurn,
    Surface,
    Transcript,
    Turn,
)

TEXT = (
    "Ada Holm\n"
    "Turbine sales rose 12% to EUR2.8 billion, thanks to the North Sea.\n"
    "風機銷售額成長 12% 至 28 億歐元。\n"
    "Raj Bose\n"
    "What is the margin of turbans?\n"
)
ENGLISH, CHINESE, ASKED = Span(9, 75), Span(76, 97), Span(107, 137)
WINDMARK, TURBINES = EntityId("company/windmark"), EntityId("segment/turbines")
ADA, RAJ, SALES = EntityId("person/ada-holm"), EntityId("person/raj-bose"), EntityId("metric/sales")
MARGIN, SEA = EntityId("metric/margin"), EntityId("place/north-sea")
QUARTER = Period(date(2025, 1, 1), date(2025, 3, 31), "Q1 FY2025")


def words(text: str) -> Span:
    """The span of words that stand once in the invented text."""
    start = TEXT.index(text)
    return Span(start, start + len(text))


@pytest.fixture
def reading() -> Reading:
    """Two turns, one fact of each kind, one mis-heard name."""
    ada, raj = Speaker("Ada Holm", role=Role.EXECUTIVE), Speaker("Raj Bose", role=Role.ANALYST)
    transcript = Transcript(
        text=TEXT,
        name="windmark.txt",
        sha256="ab" * 32,
        reader="bilingual",
        call=CallInfo("Windmark", fiscal_year=2025, fiscal_quarter=1, held_on=date(2025, 4, 30), period=QUARTER),
        turns=(
            Turn(1, ada, Span(0, 8), (Paragraph(ENGLISH, CHINESE),), Section.PREPARED),
            Turn(2, raj, Span(98, 106), (Paragraph(ASKED),), Section.QA),
        ),
        source="press",
        chinese="zh-hant",
    )
    rise = Observation(
        evidence=Evidence(words("Turbine sales rose 12% to EUR2.8 billion"), 1, "figures"),
        entity=TURBINES,
        metric=SALES,
        qualifiers=("excluding services",),
        value=Decimal("2.8E+9"),
        unit="EUR",
        change=Decimal(12),
        change_unit="percent",
        direction=Direction.UP,
        comparison=Comparison.YOY,
        period=QUARTER,
        decimals=-8,
        confidence=Decimal("0.95"),
    )
    part = QuestionPart(words("the margin of turbans"), ("margin",), Responsiveness.DECLINED, refused=MARGIN)
    return Reading(
        transcript=transcript,
        company=WINDMARK,
        entities=(
            Entity(WINDMARK, EntityType.ORGANIZATION, "Windmark", identifiers=(("ticker", "XCSE:WIND"),)),
            Entity(MARGIN, EntityType.METRIC, "margin", surfaces=(Surface("margin", words("margin")),)),
            Entity(SALES, EntityType.METRIC, "sales", surfaces=(Surface("sales", words("sales")),)),
            Entity(ADA, EntityType.PERSON, "Ada Holm", surfaces=(Surface("Ada Holm", Span(0, 8)),)),
            Entity(RAJ, EntityType.PERSON, "Raj Bose", surfaces=(Surface("Raj Bose", Span(98, 106)),)),
            Entity(SEA, EntityType.PLACE, "North Sea", surfaces=(Surface("North Sea", words("North Sea")),)),
            Entity(
                TURBINES,
                EntityType.BUSINESS_UNIT,
                "Turbines",
                surfaces=(
                    Surface("Turbine", words("Turbine")),
                    Surface("turbans", words("turbans"), garbled=True),
                ),
                parent=WINDMARK,
            ),
        ),
        turns=(
            SpokenTurn(1, ADA, "CFO", WINDMARK, Role.EXECUTIVE, Section.PREPARED, False, ENGLISH, Span(0, 8)),
            SpokenTurn(2, RAJ, None, None, Role.ANALYST, Section.QA, True, ASKED, Span(98, 106)),
        ),
        observations=(rise,),
        relations=(
            Relation(
                Evidence(words("the North Sea"), 1, "places"), TURBINES, Predicate.OPERATES_IN, SEA, date="2025-03"
            ),
        ),
        drivers=(
            Driver(
                evidence=Evidence(ENGLISH, 1, "cues"),
                effect=rise,
                cause=words("the North Sea"),
                polarity=Polarity.RAISES,
                cue="thanks to",
                cause_entities=(SEA,),
            ),
        ),
        exchanges=(
            Exchange(
                evidence=Evidence(ASKED, 2, "question"),
                analyst=RAJ,
                firm=None,
                question=ASKED,
                topics=("margin", "blades"),
                answered_by=(ADA,),
                parts=(part,),
            ),
        ),
        corrections=(
            Correction(
                span=words("turbans"),
                heard="turbans",
                form="turbines",
                meant=TURBINES,
                kind=RepairKind.HOMOPHONE,
                support="sounds alike",
                confidence=Decimal("0.7"),
            ),
        ),
    )


@pytest.fixture
def sample_reading() -> Reading:
    """The sample call as its gold facts say."""
    rows = read_facts(sample.gold_path().read_text(encoding="utf-8").splitlines())
    return reading_of(rows, transcripts.read(sample.call_path()), company="Kelanor Group")
