"""Where a company is listed, as the heads of pages say."""

from __future__ import annotations

import pytest

from kg.entities.listings import listings
from kg.lexicon import load
from kg.model import Entity, EntityId, EntityType
from kg.transcripts import from_text

COMPANY = Entity(EntityId("company/lumen-works"), EntityType.ORGANIZATION, "Lumen Works")
SPEECH = "\nOperator: Good day. {said}\nTeo Lund: Thank you. We sold lamps.\nOperator: Goodbye.\nTeo Lund: Goodbye.\n"
HEADS = {
    "beside the ticker": ("Lumen Works, Inc. (NYSE:LMN) Q4 2018 Earnings Call", "", [("NYSE:LMN", "NYSE")]),
    "on two exchanges": (
        "Lumen Works (NYSE: LMN; HKEX: 9977)",
        "",
        [("NYSE: LMN", "NYSE"), ("HKEX: 9977", "HKEX")],
    ),
    "in a field": ("Company: Lumen\nSymbol: LMN\nExchange: NASDAQ\n", "", [("Exchange: NASDAQ", "NASDAQ")]),
    "no exchange": ("Lumen Works (LMN -1.68%)\nQ3 2022 Earnings Call", "", []),
    "spoken only": ("Q3 2022 Earnings Call", "Orvana (NYSE: ORV) is a client.", []),
}


@pytest.mark.parametrize(("head", "said", "expected"), HEADS.values(), ids=HEADS)
def test_the_head_of_a_page_lists_the_company(head: str, said: str, expected: list[tuple[str, str]]) -> None:
    call = from_text(head + SPEECH.format(said=said), "call")
    found = listings(call, COMPANY, load().general)
    assert [(call.quote(fact.evidence.span), link.mention.text) for link, fact in found] == expected
