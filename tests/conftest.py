"""Invented calls: one read by hand, for tests of what happens after reading, and readers of words put into a call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kg.build import read_call
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
    Link,
    Mention,
    MentionKind,
    Modality,
    Observation,
    Paragraph,
    Period,
    Polarity,
    QuestionPart,
    Reading,
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

REMARK = """Orvane Corporation (ORVN)
Q3 2024 Earnings Call
Oct 24, 2024, 5:00 p.m. ET

Operator

Good day, and welcome to the Orvane third quarter 2024 earnings conference call. Please go ahead.

Mara Quill -- Chief Financial Officer

{sentence}

Operator

Thank you. You may now disconnect.
"""

collect_ignore = ["bench"]
"""Scripts that measure; they are run by hand."""

SPOKEN = "Revenue of Clout grew 7% to $120 million on more users. We expect revenue of $130 million."
CHINESE = "雲端營收成長7%,達1.2億美元。"
ASKED = "What was the churn of Cloud?"
TEXT = f"{SPOKEN}\n{CHINESE}\n{ASKED}\n"
QUARTER = Period(date(2024, 1, 1), date(2024, 3, 31), "Q1 2024")
NEXT = Period(date(2024, 4, 1), date(2024, 6, 30))

ACME, CLOUD = EntityId("company/oakfield"), EntityId("segment/oakfield-cloud")
ANN, BEN, FIRM = EntityId("person/ann-birch"), EntityId("person/ben-reed"), EntityId("company/northwind")
REVENUE, CHURN = EntityId("metric/revenue"), EntityId("metric/churn-rate")


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def evidence(words: str, turn: int = 1) -> Evidence:
    return Evidence(place(words), turn, "by-hand")


@pytest.fixture
def reading() -> Reading:
    first, second = place(SPOKEN), place(ASKED)
    ann, ben = Speaker("Ann Birch", "CFO", role=Role.EXECUTIVE), Speaker("Ben Reed", role=Role.ANALYST)
    transcript = Transcript(
        text=TEXT,
        name="oakfield",
        sha256="ab" * 32,
        reader="by-hand",
        call=CallInfo("Oakfield", fiscal_year=2024, fiscal_quarter=1, held_on=date(2024, 5, 2), period=QUARTER),
        turns=(
            Turn(1, ann, None, (Paragraph(first, chinese=place(CHINESE)),), Section.PREPARED),
            Turn(2, ben, None, (Paragraph(second),), Section.QA),
        ),
        source="a vendor",
        chinese="zh-hant",
    )
    clout = Mention(place("Clout"), MentionKind.NAME, "Clout", "capitals")
    grew = Observation(
        evidence("Revenue of Clout grew 7% to $120 million"),
        CLOUD,
        REVENUE,
        value=Decimal(120_000_000),
        unit="USD",
        change=Decimal(7),
        change_unit="percent",
        direction=Direction.UP,
        comparison=Comparison.YOY,
        period=QUARTER,
        confidence=Decimal("0.9"),
        reason="named beside the metric: 'Clout'",
    )
    expected = Observation(
        evidence("We expect revenue of $130 million"),
        CLOUD,
        REVENUE,
        value=Decimal(130_000_000),
        unit="USD",
        period=NEXT,
        modality=Modality.GUIDANCE,
    )
    asked = Exchange(
        evidence(ASKED, 2),
        BEN,
        FIRM,
        second,
        topics=("churn rate",),
        answered_by=(ANN,),
        parts=(QuestionPart(second, ("churn rate",), Responsiveness.DECLINED, refused=CHURN),),
    )
    return Reading(
        transcript=transcript,
        company=ACME,
        entities=(
            Entity(ACME, EntityType.ORGANIZATION, "Oakfield"),
            Entity(FIRM, EntityType.ORGANIZATION, "Northwind Research"),
            Entity(CHURN, EntityType.METRIC, "churn rate"),
            Entity(REVENUE, EntityType.METRIC, "revenue", surfaces=(Surface("Revenue", place("Revenue")),)),
            Entity(ANN, EntityType.PERSON, "Ann Birch"),
            Entity(BEN, EntityType.PERSON, "Ben Reed"),
            Entity(
                CLOUD,
                EntityType.BUSINESS_UNIT,
                "Oakfield Cloud",
                surfaces=(Surface("Clout", place("Clout"), garbled=True), Surface("Cloud", place("Cloud"))),
                parent=ACME,
            ),
        ),
        turns=(
            SpokenTurn(1, ANN, "CFO", ACME, Role.EXECUTIVE, Section.PREPARED, False, first),
            SpokenTurn(2, BEN, None, FIRM, Role.ANALYST, Section.QA, False, second),
        ),
        observations=(grew, expected),
        drivers=(Driver(evidence(SPOKEN[:55]), grew, place("more users"), Polarity.RAISES, cue="on"),),
        exchanges=(asked,),
        corrections=(
            Correction(
                place("Clout"),
                "Clout",
                "Cloud",
                CLOUD,
                RepairKind.HOMOPHONE,
                "Cloud sounds like Clout",
                Decimal("0.8"),
            ),
        ),
        links=(Link(clout, CLOUD, Decimal("0.8"), "mis-heard: Cloud sounds like Clout"),),
    )


@pytest.fixture
def read_text(tmp_path: Path) -> Callable[[str], Reading]:
    """Reads a whole call."""

    def reader(text: str) -> Reading:
        path = tmp_path / "call.txt"
        path.write_text(text, encoding="utf-8")
        return read_call(path)

    return reader


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    """Reads a call whose only prepared remark is the given text, with lexicons if need be."""

    def reader(sentence: str, *, lexicons: Sequence[Path] = ()) -> Reading:
        path = tmp_path / "call.txt"
        path.write_text(REMARK.format(sentence=sentence), encoding="utf-8")
        return read_call(path, lexicons=lexicons)

    return reader
