"""Facts to graph to facts is the identity: what a facts file says comes back from the graph, field by field."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from pathlib import Path

import pytest

from kg import facts_file, sample, transcripts
from kg.facts_file import DriverRow, EntityRow, ExchangeRow, Row, TurnRow, kind_of, read_facts, reading_of
from kg.model import Transcript

SHARED = Path(__file__).parents[3] / "shared"
GOLD = [
    ("alibaba_2024-09", "alibaba_2024-09", "Alibaba Group"),
    ("apple_2022-09", "apple_2022Q4fy_fool", "Apple"),
    ("bankofamerica_2022-09", "bankofamerica_2022Q3_fool", "Bank of America"),
    ("jd_2022-09", "jd_2022Q3_fool", "JD.com"),
    ("microsoft_2019-06", "microsoft_2019Jul_streetevents", "Microsoft"),
    ("samsung_2024-09", "samsung_2024Q3_asr", "Samsung Electronics"),
    ("target_2022-10", "target_2022Q3_fool", "Target"),
]


def content(rows: tuple[Row, ...]) -> Counter[str]:
    """Rows without ids and places, sets in order, openings cut to their first words, observations for their ids."""
    names = {row.id: repr(_plain(row)) for row in rows if kind_of(row) == "observation"}
    found = []
    for row in rows:
        if isinstance(row, DriverRow):
            row = replace(row, effect=names[row.effect])
        found.append(f"{kind_of(row)} {_plain(row)}")
    return Counter(found)


def _plain(row: Row) -> dict[str, object]:
    if isinstance(row, TurnRow):
        row = replace(row, evidence=_first_words(row.evidence))
    if isinstance(row, ExchangeRow):
        row = replace(row, question=_first_words(row.question), analyst=row.analyst or "Unknown")
    left_out = {"id", "nth", "confidence"} | ({"evidence"} if isinstance(row, EntityRow) else set())
    values = {field.name: getattr(row, field.name) for field in fields(row) if field.name not in left_out}
    return {k: sorted(v) if isinstance(v, tuple) and k != "answered_by" else v for k, v in values.items()}


def _first_words(words: str) -> str:
    return " ".join(words.split()[:8])


def undeclared(rows: tuple[Row, ...], back: tuple[Row, ...]) -> Counter[str]:
    """Entities that some row names and no entity row declares: they come back as rows without surfaces."""
    declared = {row.name for row in rows if isinstance(row, EntityRow)}
    return content(tuple(row for row in back if isinstance(row, EntityRow) and row.name not in declared))


def test_the_sample_calls_facts_come_back_from_the_graph() -> None:
    rows = read_facts(sample.gold_path().read_text(encoding="utf-8").splitlines())
    transcript = transcripts.read(sample.call_path())
    back = facts_file.rows(reading_of(rows, transcript, company="Kelanor Group"))
    assert content(back) == content(rows)


def test_a_second_time_round_changes_nothing_at_all() -> None:
    rows = read_facts(sample.gold_path().read_text(encoding="utf-8").splitlines())
    transcript = transcripts.read(sample.call_path())
    once = facts_file.rows(reading_of(rows, transcript, company="Kelanor Group"))
    assert facts_file.rows(reading_of(once, transcript, company="Kelanor Group")) == once


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the gold files of real calls are not beside this checkout")
@pytest.mark.parametrize(("gold", "call", "company"), GOLD)
def test_the_gold_facts_of_real_calls_come_back_from_the_graph(gold: str, call: str, company: str) -> None:
    rows = read_facts((SHARED / "gold" / f"{gold}.jsonl").read_text(encoding="utf-8").splitlines())
    transcript: Transcript = transcripts.read(SHARED / "calls" / f"{call}.txt")
    back = facts_file.rows(reading_of(rows, transcript, company=company))
    assert content(_spoken(back, rows)) - undeclared(rows, back) == content(_spoken(rows, rows))


def _spoken(rows: tuple[Row, ...], gold: tuple[Row, ...]) -> tuple[Row, ...]:
    """Without speakers and beginnings of turns, where the gold file leaves a speaker open: the graph has the turn's."""
    if all(getattr(row, "speaker", "") is not None for row in gold):
        return rows
    silent = (row if isinstance(row, EntityRow) else replace(row, speaker=None) for row in rows)
    return tuple(replace(row, evidence="") if isinstance(row, TurnRow) else row for row in silent)
