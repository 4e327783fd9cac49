"""The sample call and its gold agree: every quoted word is there, every name is an entity of the file."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from typing import TypedDict, cast

import pytest

from kg import lexicon, sample
from kg.model import CallInfo


class Row(TypedDict, total=False):
    id: str
    kind: str
    name: str
    speaker: str
    evidence: str | list[str]
    nth: int | list[int | None]
    surfaces: list[str]
    garbled: list[str]
    entity: str
    metric: str
    subject: str
    object: str
    effect: str
    cause: str
    cause_entities: list[str]


ROWS = [cast(Row, json.loads(line)) for line in sample.gold_path().read_text("utf-8").splitlines()]
ENGLISH = [
    line.removeprefix("  • ") for line in sample.call_path().read_text("utf-8").splitlines() if line.startswith("  • ")
]


def quotes() -> Iterator[tuple[str, str, int | None]]:
    for row in ROWS:
        evidence, nth = row["evidence"], row.get("nth")
        if isinstance(evidence, str):
            yield row["id"], evidence, nth if isinstance(nth, int) else None
        else:
            numbers = nth if isinstance(nth, list) else [None] * len(evidence)
            yield from ((row["id"], words, n) for words, n in zip(evidence, numbers, strict=True))


def test_every_evidence_stands_in_one_english_paragraph_and_nth_tells_which():
    wrong = []
    for id, words, nth in quotes():
        count = sum(len(re.findall(re.escape(words), paragraph)) for paragraph in ENGLISH)
        if count == 0 or (count > 1) != (nth is not None) or (nth or 1) > count:
            wrong.append((id, words, nth, count))
    assert wrong == []


def test_every_name_in_a_fact_is_an_entity_of_the_file():
    names = {row["name"] for row in ROWS if row["kind"] == "entity"}
    used = {row[key] for row in ROWS for key in ("entity", "metric", "subject", "object") if key in row}
    used |= {name for row in ROWS for name in row.get("cause_entities", [])}
    assert used - names == set()


def test_every_driver_explains_an_observation_with_words_of_its_evidence():
    observations = {row["id"] for row in ROWS if row["kind"] == "observation"}
    drivers = [row for row in ROWS if row["kind"] == "driver"]
    assert [row["id"] for row in drivers if row["effect"] not in observations] == []
    assert [row["id"] for row in drivers if row["cause"] not in row["evidence"]] == []


def test_misheard_names_are_surfaces_and_the_real_india_is_left_alone():
    heard = {s: row["name"] for row in ROWS for s in row.get("garbled", [])}
    assert heard == {
        "PCD": "Pasarya Commerce Group",
        "Pasar Ya": "Pasarya",
        "India": "Indeo",
        "Mac and Lee": "Makanly",
        "Juan Plus": "Kawan Plus",
        "Nymbara": "Nimbara",
    }
    assert next(row for row in ROWS if row.get("name") == "India").get("surfaces") == ["India"]


def test_the_call_has_between_1500_and_2500_english_words():
    assert 1500 <= sum(len(paragraph.split()) for paragraph in ENGLISH) <= 2500


def test_every_english_paragraph_has_chinese_below_it():
    lines = [line for line in sample.call_path().read_text("utf-8").splitlines() if line]
    below = [after for line, after in itertools.pairwise(lines) if line.startswith("  • ")]
    assert [line for line in below if not line.startswith("    ")] == []


@pytest.fixture(scope="module")
def words() -> lexicon.Lexicon:
    return lexicon.load([sample.lexicon_path()])


def test_the_lexicon_is_found_by_the_ticker_and_knows_the_fiscal_year(words: lexicon.Lexicon):
    call = CallInfo("科蘭諾", ticker="KLNR")
    own = words.of_call(call)
    assert own is not None
    assert own.company.name == "Kelanor Group"
    calendar = words.fiscal_calendar(call)
    assert calendar is not None
    assert calendar.end_month == 6
