"""The morning-after page holds what an analyst looks for first, and nothing that was not said."""

from __future__ import annotations

from pathlib import Path

from kg.brief import brief
from kg.build import to_document
from kg.export.choose.source import content_of
from kg.model import Reading
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
"""


def test_the_page_of_a_small_call(reading: Reading, tmp_path: Path) -> None:
    document, _ = to_document(reading, fingerprint="by hand")
    with writing(tmp_path) as store:
        store.keep_vocabulary(vocabulary(), graphs=(iris.ONTOLOGY_GRAPH.value, iris.CODES_GRAPH.value))
        store.replace(document)
        content = content_of(store.quads(), call="oakfield_2024-03-31")
        assert brief(store, content, frozenset({document.entry.document})) == PAGE
