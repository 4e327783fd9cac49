"""The morning-after page holds what an analyst looks for first, and nothing that was not said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from kg.brief import brief
from kg.brief.scorecard import scorecard
from kg.build import to_document
from kg.export.choose.content import CallHead, Content, Figure, Said, Thing
from kg.export.choose.source import content_of
from kg.model import Modality, Reading
from kg.rdf import iris, vocabulary
from kg.store import writing

PAGE = """\
# Oakfield, quarter to 31 March 2024 (fiscal 2024 Q1)

## Scorecard

| Unit           | Metric  | Value   | Change | Before |   |
|----------------|---------|---------|--------|--------|---|
| Oakfield Cloud | revenue | US$120m | +7%    |        | ✓ |

## Why it moved

- Oakfield Cloud, revenue US$120m +7%: + more users

## Guidance

- Oakfield Cloud, revenue: US$130m for 2024-04-01/2024-06-30 (Ann Birch)

## Questions

- Ben Reed (Northwind Research): churn rate; answered by Ann Birch

## Asked and not fully answered

- Ben Reed: declined, churn rate not given: “What was the churn of Cloud?”

## Names put right, to be looked at

- “Clout” read as Oakfield Cloud: Cloud sounds like Clout (confidence 0.80)

✓ moved for the better, ✗ for the worse.
"""


def test_the_page_of_a_small_call(reading: Reading, tmp_path: Path) -> None:
    document, _ = to_document(reading, fingerprint="by hand")
    with writing(tmp_path) as store:
        store.keep_vocabulary(vocabulary(), graphs=(iris.ONTOLOGY_GRAPH.value, iris.CODES_GRAPH.value))
        store.replace(document)
        content = content_of(store.quads(), call="oakfield_2024-03-31")
        assert brief(store, content, frozenset({document.entry.document})) == PAGE


def _shown(reading: Reading, folder: Path) -> str:
    document, _ = to_document(reading, fingerprint="by hand")
    with writing(folder) as store:
        store.keep_vocabulary(vocabulary(), graphs=(iris.ONTOLOGY_GRAPH.value, iris.CODES_GRAPH.value))
        store.replace(document)
        return brief(store, content_of(store.quads()), frozenset({document.entry.document}))


def _unsure(reading: Reading, confidence: str) -> Reading:
    """The same call, with every figure read so surely, and every cause of it."""
    told = tuple(replace(o, confidence=Decimal(confidence)) for o in reading.observations)
    drivers = tuple(
        replace(d, effect=next(o for o in told if o.evidence == d.effect.evidence)) for d in reading.drivers
    )
    return replace(reading, observations=told, drivers=drivers)


def test_a_doubtful_reading_bears_the_same_mark_in_every_section(reading: Reading, tmp_path: Path) -> None:
    lines = _shown(_unsure(reading, "0.45"), tmp_path).splitlines()
    assert [line for line in lines if "?" in line and not line.startswith("- Ben Reed")] == [
        "| Oakfield Cloud | revenue ? | US$120m | +7%    |        | ✓ |",
        "- Oakfield Cloud, revenue US$120m +7% ?: + more users",
        "- Oakfield Cloud, revenue: US$130m for 2024-04-01/2024-06-30 ? (Ann Birch)",
        "? a reading that may well be wrong: `kg explain` opens its words.",
    ]


def test_a_reading_too_unsure_to_be_shown_is_only_counted(reading: Reading, tmp_path: Path) -> None:
    page = _shown(_unsure(reading, "0.2"), tmp_path)
    assert "revenue" not in page
    assert "1 metric is left out, too doubtful or for want of room: `kg query figures` lists every one." in page
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## Scorecard",
        "## Questions",
        "## Asked and not fully answered",
        "## Names put right, to be looked at",
    ]


def test_guidance_says_what_restricts_a_figure_and_both_its_ends(reading: Reading, tmp_path: Path) -> None:
    told = tuple(
        replace(
            o,
            value=None,
            unit=None,
            change=Decimal(5),
            change_max=Decimal(7),
            change_unit="percent",
            qualifiers=("domestic",),
        )
        if o.modality is Modality.GUIDANCE
        else o
        for o in reading.observations
    )
    page = _shown(replace(reading, observations=told), tmp_path)
    assert "- Oakfield Cloud, revenue (domestic): +5% to +7% for 2024-04-01/2024-06-30 (Ann Birch)" in page


def test_of_many_figures_of_a_unit_the_telling_ones_are_shown_with_the_top_line_first() -> None:
    said = Said("call", 0, confidence=Decimal("0.9"))
    names = [f"share of thing {n}" for n in range(12)] + ["operating margin", "revenue"]
    figures = tuple(
        Figure(f"f{n}", f"s{n}", "firm", name, replace(said, begin=n), Decimal(1), unit="percent", listed=n > 11)
        for n, name in enumerate(names)
    )
    content = Content((CallHead("call", "firm"),), {"firm": Thing("firm", "Organization", "Firm", "Firm")}, figures)
    table, _, note = scorecard(content).partition("\n\n")
    metrics = [line.split("|")[2].strip() for line in table.splitlines()[2:]]
    assert metrics == ["revenue", *names[:10], "operating margin"]
    assert note.startswith("2 metrics are left out")
