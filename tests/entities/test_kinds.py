"""What kind of thing a name names, as far as the name itself tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import read_call
from kg.entities.kinds import told_by_name
from kg.model import EntityType, Reading
from tests.bench.invented import call


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Orvana Logistics", EntityType.BUSINESS_UNIT),
        ("Orvana Cloud", EntityType.BUSINESS_UNIT),
        ("Orvana International", EntityType.BUSINESS_UNIT),
        ("Orvana Pay", EntityType.PRODUCT),
        ("Orvana Day", EntityType.EVENT),
        ("Orvana", None),
        ("Zentara", None),
        ("Tarvel Cloud", None),
    ],
)
def test_the_last_word_of_a_name_of_the_house_tells_its_kind(name: str, kind: EntityType | None) -> None:
    assert told_by_name(name, "Orvana") == kind


@pytest.mark.parametrize(
    ("name", "house", "kind"),
    [
        ("Bank of Kelmora Asia", "bank of harbour", None),
        ("Bank of Harbour Asia", "bank of harbour", EntityType.BUSINESS_UNIT),
        ("General Tarvel Cloud", "general looms", None),
        ("General Looms Financial", "general looms", EntityType.BUSINESS_UNIT),
        ("Harbour Pay", "harbour", EntityType.PRODUCT),
        ("Kelmora Asia", "kelmora looms", EntityType.BUSINESS_UNIT),
    ],
)
def test_a_name_that_shares_a_common_word_with_the_company_is_not_of_the_house(
    name: str, house: str, kind: EntityType | None
) -> None:
    assert told_by_name(name, house) == kind


def test_a_fund_of_the_house_is_a_firm_and_no_line_of_business() -> None:
    assert told_by_name("Orvana Capital", "Orvana") == EntityType.ORGANIZATION
    assert told_by_name("Orvana Foundry Services", "Orvana") == EntityType.BUSINESS_UNIT


def test_a_unit_is_a_unit_in_every_call_of_its_company(tmp_path: Path) -> None:
    kinds: dict[str, set[EntityType]] = {}
    for number in range(4):
        path = tmp_path / f"{number}.txt"
        path.write_text(call(number), encoding="utf-8")
        for entity in read_call(path).entities:
            if entity.name.startswith("Alder "):
                kinds.setdefault(entity.name, set()).add(entity.type)
    assert len(kinds) > 3
    assert [name for name, found in sorted(kinds.items()) if len(found) > 1] == []


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("We run mills in Northern Ohio and in Greater Boston.", "Northern Ohio", EntityType.PLACE),
        ("We run mills in Northern Ohio and in Greater Boston.", "Greater Boston", EntityType.PLACE),
        ("The Northern Light helps our customers.", "Northern Light", EntityType.PRODUCT),
        ("We opened a mill in Kelmora County.", "Kelmora County", EntityType.PLACE),
        ("Our fabrics went to Walmart, Zelvor, and Costco.", "Zelvor", EntityType.ORGANIZATION),
        ("Our mills stand in Poland, Zelvor and Hungary.", "Zelvor", EntityType.PLACE),
        ("Walmart and Zelvor did well.", "Zelvor", EntityType.PRODUCT),
        ("We like Walmart, Zelvor and Hungary.", "Zelvor", EntityType.PRODUCT),
        ("Last year, Zelvor chose our looms for its mill.", "Zelvor", EntityType.ORGANIZATION),
        ("The costs of the Zelvor acquisition were small.", "Zelvor", EntityType.ORGANIZATION),
        ("We bought yarn from our partner Zelvor in May.", "Zelvor", EntityType.ORGANIZATION),
        ("I spoke to Zelvor's CEO in May.", "Zelvor", EntityType.ORGANIZATION),
        ("We sold the looms to Zelvor Motor Company in May.", "Zelvor Motor Company", EntityType.ORGANIZATION),
        ("We lost sales to Hurricane Zelvor in May.", "Hurricane Zelvor", EntityType.EVENT),
        ("Thank you, Zelvor. That is a good question.", "Zelvor", EntityType.PERSON),
        ("Thanks for the question, Zelvor. That is a good one.", "Zelvor", EntityType.PERSON),
        ("Our client Zelvor looms sold well.", "Zelvor", EntityType.PRODUCT),
        ("As Zelvor mentioned, our costs fell.", "Zelvor", EntityType.PERSON),
        ("Hello, this is Emma from Zelvor.", "Zelvor", EntityType.ORGANIZATION),
        ("We sold to Walmart, Costco, Kroger, Zelvor, Boston and Nike.", "Zelvor", EntityType.ORGANIZATION),
        ("Last year Tarvel & Zelvor posted a decline of 8%.", "Tarvel & Zelvor", EntityType.BUSINESS_UNIT),
        (
            "We like refrigeration. Last year Home Refrigeration revenue rose 5%.",
            "Home Refrigeration",
            EntityType.BUSINESS_UNIT,
        ),
        ("In Zelvor, we did well. Zelvor revenue rose 5%.", "Zelvor", EntityType.PRODUCT),
    ],
)
def test_a_name_is_of_the_kind_of_its_head_or_of_those_it_is_listed_with(
    read: Callable[[str], Reading], words: str, name: str, kind: EntityType
) -> None:
    assert [e.type for e in read(words).entities if e.name == name] == [kind]
