"""Planted faults are found, sound calls are left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.checks import Finding, offsets, run_checks
from kg.checks.languages import disagreement, figures
from kg.model import (
    CallInfo,
    Direction,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Label,
    Observation,
    Paragraph,
    Period,
    Reading,
    Role,
    Section,
    Span,
    Speaker,
    SpokenTurn,
    Transcript,
    Turn,
)
from kg.rdf import quads, vocabulary
from kg.rdf.literals import literal
from kg.rdf.vocab import CODE, EC

SPEAKER, ACME = EntityId("person/ada-holm"), EntityId("company/acme")
TOOLS, PAINTS, LAND = EntityId("segment/tools"), EntityId("segment/paints"), EntityId("place/lapland")
QUARTER = Period(date(2025, 1, 1), date(2025, 3, 31))
HALF, NEXT = Period(date(2025, 1, 1), date(2025, 6, 30)), Period(date(2025, 4, 1), date(2025, 6, 30))


def metric(name: str) -> EntityId:
    return EntityId(f"metric/{name.replace(' ', '-').lower()}")


def said(words: str, **fields: object) -> tuple[str, Observation]:
    """A sentence and what it states; the place is filled in by `call`."""
    defaults: dict[str, object] = {"entity": TOOLS, "metric": metric("revenue"), "period": QUARTER, "unit": "USD"}
    return words, Observation(Evidence(Span(0, 0), 1, "planted"), **{**defaults, **fields})  # type: ignore[arg-type]


def call(*sentences: tuple[str, Observation], chinese: str = "") -> Reading:
    """A call in which one person says the sentences, each a paragraph, with Chinese under the first."""
    text, paragraphs, observations = "", [], []
    for words, observation in sentences:
        span = Span(len(text), len(text) + len(words))
        text += words + "\n"
        beside = Span(len(text), len(text) + len(chinese)) if chinese and not paragraphs else None
        text += chinese + "\n" if beside else ""
        paragraphs.append(Paragraph(span, beside))
        observations.append(replace(observation, evidence=replace(observation.evidence, span=span)))
    turn = Turn(1, Speaker("Ada Holm", role=Role.EXECUTIVE), None, tuple(paragraphs), Section.PREPARED)
    names = {o.metric for o in observations} | {metric("revenue")}
    return Reading(
        transcript=Transcript(
            text, "acme", "cd" * 32, "plain", CallInfo("Acme", period=QUARTER), (turn,), chinese="zh-hant"
        ),
        company=ACME,
        entities=(
            Entity(ACME, EntityType.ORGANIZATION, "Acme"),
            Entity(SPEAKER, EntityType.PERSON, "Ada Holm"),
            Entity(TOOLS, EntityType.BUSINESS_UNIT, "Tools", parent=ACME),
            Entity(
                PAINTS,
                EntityType.BUSINESS_UNIT,
                "Lapaint",
                (Label("Lapaint", kind="pref"), Label("Lapland", kind="hidden")),
                parent=ACME,
            ),
            Entity(LAND, EntityType.PLACE, "Lapland"),
            *(Entity(name, EntityType.METRIC, name.partition("/")[2].replace("-", " ")) for name in sorted(names)),
        ),
        turns=(SpokenTurn(1, SPEAKER, "CFO", ACME, Role.EXECUTIVE, Section.PREPARED, False, turn.span),),
        observations=tuple(observations),
    )


def found(reading: Reading, *, shapes: bool = False) -> list[tuple[str, str]]:
    findings = run_checks((*quads(reading), *vocabulary()), shapes=shapes)
    return [(finding.kind, finding.sentence) for finding in findings]


B, M = 10**9, 10**6
FAULTS: list[tuple[str, Reading, str]] = [
    (
        "growth-matches-prior",
        call(
            said(
                "Revenue rose 20% to $2.2 billion from $2.0 billion",
                value=Decimal(22 * 10**8),
                decimals=-8,
                prior_value=Decimal(20 * 10**8),
                prior_decimals=-8,
                change=Decimal(20),
                change_unit="percent",
            )
        ),
        "A change of 20% is stated, but the stated figures imply 4.9% to 15.4%.",
    ),
    (
        "margin-matches-ratio",
        call(
            said("Revenue was $2.00 billion", value=Decimal(2 * B), decimals=-7),
            said(
                "Operating income was $300 million",
                metric=metric("operating income"),
                value=Decimal(300 * M),
                decimals=-6,
            ),
            said("a margin of 25%", metric=metric("operating margin"), value=Decimal(25), unit="percent", decimals=0),
        ),
        "A figure of 25% for operating margin is stated, but the stated figures imply 14.9% to 15.1%.",
    ),
    (
        "same-fact-disagrees",
        call(
            said("Revenue was $2.0 billion", value=Decimal(2 * B), decimals=-8),
            said("our $2.4 billion of revenue", value=Decimal(24 * 10**8), decimals=-8),
        ),
        "2 billion and 2.4 billion are read as one fact; probably one of them is of another thing, time or kind.",
    ),
    (
        "sign-of-direction",
        call(said("Revenue fell 4%", change=Decimal(4), change_unit="percent", direction=Direction.DOWN, unit=None)),
        "The direction is decrease, but the stated figures move the other way.",
    ),
    (
        "unit-fits-metric",
        call(said("Headcount was $9 million", metric=metric("headcount"), value=Decimal(9 * M), decimals=-6)),
        "A figure in USD is stated for headcount, which is measured in count.",
    ),
    (
        "subject-is-a-place",
        call(said("Revenue from Lapland was $9 million", entity=LAND, value=Decimal(9 * M), decimals=-6)),
        "A figure is stated for Lapland, a place, where a business unit should stand (a known mis-hearing of Lapaint).",
    ),
    (
        "parts-exceed-total",
        call(
            said("Revenue was $2.0 billion", entity=ACME, value=Decimal(2 * B), decimals=-8),
            said("Tools had $1.9 billion", value=Decimal(19 * 10**8), decimals=-8),
            said("Lapaint had $1.2 billion", entity=PAINTS, value=Decimal(12 * 10**8), decimals=-8),
        ),
        "The parts of Acme add up to 3.1 billion, more than its revenue of 2 billion; they may overlap, or be of "
        "other times.",
    ),
    (
        "quarters-match-year-to-date",
        call(
            said("half-year revenue of $5.0 billion", value=Decimal(5 * B), decimals=-8, period=HALF),
            said("$2.0 billion in the first quarter", value=Decimal(2 * B), decimals=-8),
            said("$2.2 billion in the second", value=Decimal(22 * 10**8), decimals=-8, period=NEXT),
        ),
        "revenue of 5 billion is stated for the longer period, but its quarters add up to 4.2 billion.",
    ),
    (
        "period-fits-metric",
        call(
            said(
                "Net cash was $9 million for the quarter", metric=metric("net cash"), value=Decimal(9 * M), decimals=-6
            )
        ),
        "net cash is a balance at a date, but a value is stated for 2025-01-01/2025-03-31.",
    ),
    (
        "missing-percentage",
        call(
            said(
                "Revenue decreased by to $55 million compared to $906 million",
                value=Decimal(55 * M),
                decimals=-6,
                prior_value=Decimal(906 * M),
                prior_decimals=-6,
            )
        ),
        "The words lack the size of the change; the stated figures imply -94% to -93.9%.",
    ),
    (
        "languages-agree",
        call(
            said("Revenue was $29.6 billion", value=Decimal(296 * 10**8), decimals=-8), chinese="營收為 29.6 億美元。"
        ),
        "The English says 29.6 billion, the Chinese 2.96 billion.",
    ),
]


@pytest.mark.parametrize(("kind", "reading", "sentence"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_planted_fault_is_found_and_nothing_else(kind: str, reading: Reading, sentence: str) -> None:
    assert found(reading) == [(kind, sentence)]


def test_figures_that_agree_within_their_rounding_are_left_alone() -> None:
    sound = call(
        said(
            "Revenue rose 9% to $2.2 billion from $2.0 billion",
            value=Decimal(22 * 10**8),
            decimals=-8,
            prior_value=Decimal(20 * 10**8),
            change=Decimal(9),
            change_unit="percent",
            direction=Direction.UP,
        ),
        said("revenue of $2,236 million", value=Decimal(2236 * M), decimals=-6),
        said(
            "Operating income was $300 million", metric=metric("operating income"), value=Decimal(300 * M), decimals=-6
        ),
        said("a margin of 13%", metric=metric("operating margin"), value=Decimal(13), unit="percent", decimals=0),
        chinese="營收年增 9%,由 20 億美元增至 22 億美元。",
    )
    assert found(sound, shapes=True) == []


def test_a_finding_says_where_it_is_and_in_which_words() -> None:
    reading = FAULTS[3][1]
    assert run_checks((*quads(reading), *vocabulary()), shapes=False) == (
        Finding(
            call="acme_2025-03-31",
            begin=0,
            kind="sign-of-direction",
            sentence="The direction is decrease, but the stated figures move the other way.",
            claims=("https://w3id.org/earnings-call/id/doc/cdcdcdcdcdcdcdcd/obs-0-15-1",),
            words="Revenue fell 4%",
            cause="reading",
        ),
    )


def twice(one: int, other: int, *, sure: str = "0.9") -> Reading:
    """One fact, stated by two sentences."""
    first, second = Decimal(one * M), Decimal(other * M)
    return call(
        said("Revenue was this", value=first, decimals=-6, confidence=Decimal(sure)),
        said("revenue of that", value=second, decimals=-6, confidence=Decimal(sure)),
    )


@pytest.mark.parametrize(
    ("reading", "cause"),
    [
        (twice(2000, 2010), "call"),
        (twice(2, 2000), "call"),
        (twice(2000, 2400), "reading"),
        (twice(2000, 8), "reading"),
        (twice(2000, -2000), "reading"),
        (twice(2000, 2010, sure="0.5"), "reading"),
        (FAULTS[0][1], "call"),
        (FAULTS[4][1], "reading"),
    ],
    ids=[
        *("near", "millions for billions", "far", "very far", "another sign", "unsure"),
        *("one sentence that does not add up", "a unit that does not fit"),
    ],
)
def test_the_call_is_blamed_only_where_a_misreading_is_less_likely(reading: Reading, cause: str) -> None:
    assert [f.cause for f in run_checks((*quads(reading), *vocabulary()), shapes=False)] == [cause]


def test_one_fact_stated_in_several_ways_is_one_finding() -> None:
    values = [Decimal(v * M) for v in (2000, 2010, 2000, 2030)]
    reading = call(*(said(f"Revenue, {n}", value=v, decimals=-6) for n, v in enumerate(values)))
    (finding,) = run_checks((*quads(reading), *vocabulary()), shapes=False)
    assert finding.sentence == (
        "One fact is stated as 2 billion, 2.01 billion and as 2.03 billion, which differ by more than their rounding; "
        "neither restates the other."
    )
    assert len(finding.claims) == 3


def test_of_several_totals_only_the_largest_is_held_against_the_parts() -> None:
    totals = [said(f"Revenue, {v}", entity=ACME, value=Decimal(v * M), decimals=-6) for v in (2000, 4000)]
    parts = [said(f"{unit} had this", entity=unit, value=Decimal(1500 * M), decimals=-6) for unit in (TOOLS, PAINTS)]
    assert "parts-exceed-total" not in dict(found(call(*totals, *parts)))


Change = Callable[[set[ox.Quad]], set[ox.Quad]]


def without(predicate: ox.NamedNode, subject: str) -> Change:
    return lambda found: {q for q in found if not (q.predicate == predicate and subject in str(q.subject))}


def with_value(predicate: ox.NamedNode, subject: str, value: ox.NamedNode | ox.Literal) -> Change:
    def change(found: set[ox.Quad]) -> set[ox.Quad]:
        old = {q for q in found if q.predicate == predicate and subject in str(q.subject)}
        return (found - old) | {ox.Quad(q.subject, q.predicate, value, q.graph_name) for q in old}

    return change


BROKEN: list[tuple[Change, str]] = [
    (without(EC.evidence, "/obs-"), "A statement needs a span of text as evidence."),
    (with_value(EC.confidence, "/obs-", literal(Decimal("1.2"))), "A statement has one confidence between 0 and 1."),
    (without(EC.modality, "/obs-"), "A statement has one modality."),
    (with_value(EC.side, "/obs-", CODE.Increase), "A statement is made on one side."),
    (without(EC.metric, "/obs-"), "An observation has one metric."),
    (without(EC.unit, "/obs-"), "A value needs a unit."),
    (
        lambda q: without(EC.direction, "/obs-")(without(EC.value, "/obs-")(q)),
        "An observation says a value, a change or a direction.",
    ),
    (with_value(EC.value, "/obs-", ox.Literal("much")), "A value is one decimal."),
    (with_value(EC.direction, "/obs-", CODE.Raises), "A direction is one of five."),
    (with_value(EC.end, "/span-", literal(0)), "A span begins before it ends."),
    (with_value(EC.text, "/span-", ox.Literal("mots", language="fr")), "A span's words are English or Chinese."),
    (with_value(EC.sha256, "/doc/", ox.Literal("00")), "A transcript has the hash of its bytes."),
    (without(EC.speaker, "/turn-"), "A turn has one speaker."),
    (without(EC.name, "/segment/"), "A thing has a plain name."),
]


@pytest.mark.parametrize(("change", "message"), BROKEN, ids=[message for _, message in BROKEN])
def test_a_broken_structure_is_found(change: Change, message: str) -> None:
    reading = call(said("Revenue was $2.0 billion", value=Decimal(2 * B), decimals=-8, direction=Direction.UP))
    whole = {*quads(reading), *vocabulary()}
    assert run_checks(whole) == ()
    assert message in {finding.sentence for finding in run_checks(change(whole)) if finding.kind == "shape"}


def test_every_span_says_what_the_transcript_says() -> None:
    reading = FAULTS[0][1]
    assert list(offsets(quads(reading), reading.transcript.text)) == []
    moved = "x" + reading.transcript.text
    assert {finding.kind for finding in offsets(quads(reading), moved)} == {"offsets-hold"}


@pytest.mark.parametrize(
    ("chinese", "expected"),
    [
        ("營收 1,234.5 億元", [123450000000.0]),
        ("用戶 4,600 萬", [46000000.0]),
        ("利润率为 9%", [9.0]),
        ("3 百萬股", [3000000.0]),
        ("沒有數字", []),
    ],
)
def test_figures_are_read_from_chinese(chinese: str, expected: list[float]) -> None:
    assert figures(chinese) == expected


def test_a_figure_that_the_chinese_leaves_out_is_no_disagreement() -> None:
    assert disagreement(29.6e9, "營收大幅成長", slack=5e7) is None
    assert disagreement(29.6e9, "營收為 296 億元", slack=5e7) is None
    assert disagreement(29.6e9, "營收介於 296 至 300 億元", slack=5e7) is None
