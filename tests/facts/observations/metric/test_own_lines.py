"""Lines that a company's lexicon lists: under its own labels, of the unit that reports them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import Reading

LEXICON = """
@prefix company: <https://w3id.org/earnings-call/id/company/> .
@prefix segment: <https://w3id.org/earnings-call/id/segment/> .
@prefix product: <https://w3id.org/earnings-call/id/product/> .
@prefix metric: <https://w3id.org/earnings-call/metric/> .
@prefix ec: <https://w3id.org/earnings-call/def/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

company:orvane-corporation a ec:Company ; skos:prefLabel "Orvane Corporation"@en ; skos:altLabel "Orvane"@en .
segment:loomhall a ec:Segment ; ec:company company:orvane-corporation ; ec:partOf company:orvane-corporation ;
    skos:prefLabel "Loomhall"@en .
product:night-weaving a ec:Product ; ec:company company:orvane-corporation ; ec:partOf segment:loomhall ;
    skos:prefLabel "night weaving"@en .
metric:pattern-fee a ec:Metric ; ec:company company:orvane-corporation ; ec:reportsIn segment:loomhall ;
    skos:prefLabel "pattern fee"@en ; skos:altLabel "usage charge for patterns"@en .
metric:night-weaving-revenue a ec:Metric ; ec:company company:orvane-corporation ; ec:reportsIn segment:loomhall ;
    skos:prefLabel "night weaving revenue"@en ; skos:altLabel "revenue from night weaving"@en .
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The pattern fee was 0.6% in the quarter.", [("Loomhall", "pattern fee")]),
        ("We raised the usage charge for patterns to 0.8%.", [("Loomhall", "pattern fee")]),
        ("Revenue from night weaving grew 12%.", [("Loomhall", "night weaving revenue")]),
        ("Night weaving revenue was $4 million.", [("Loomhall", "night weaving revenue")]),
        (
            "Night weaving revenue grew 12%. Capex was $4 million.",
            [("Loomhall", "night weaving revenue"), ("Orvane Corporation", "capex")],
        ),
        ("Capex was $4 million.", [("Orvane Corporation", "capex")]),
    ],
)
def test_a_line_of_a_lexicon_belongs_to_the_unit_that_reports_it(
    tmp_path: Path, read: Callable[..., Reading], sentence: str, told: list[tuple[str, str]]
) -> None:
    lexicon = tmp_path / "orvane.ttl"
    lexicon.write_text(LEXICON, encoding="utf-8")
    reading = read(f"Thank you. Loomhall weaves well.\n\n{sentence}", lexicons=[lexicon])
    found = [(reading.entity(o.entity).name, reading.entity(o.metric).name) for o in reading.observations]
    assert [one for one in found if one != ("Loomhall", "revenue")] == told
