"""Decisions about repairs survive a round trip through their file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.decisions import Decision, Decisions, read, write
from kg.errors import StoreError
from kg.model import EntityId

CLOUD, TOOLS = EntityId("segment/cloud"), EntityId("segment/tools")


def test_decisions_come_back_as_they_were_written(tmp_path: Path) -> None:
    taken = Decisions().with_(Decision("Clout", CLOUD, True), Decision("雲", CLOUD, False))
    taken = taken.stating("ab", {"year": "2024", "company": "Café"}).stating("cd", {"quarter": "3"})
    write(tmp_path, taken)
    assert read(tmp_path) == taken


def test_no_file_means_nothing_was_decided(tmp_path: Path) -> None:
    assert read(tmp_path) == Decisions()


def test_the_last_decision_about_a_pair_holds() -> None:
    taken = Decisions().with_(Decision("Clout", CLOUD, True)).with_(Decision("clout", CLOUD, False))
    assert taken.of("CLOUT", CLOUD) is False
    assert taken.of("Clout", TOOLS) is None


def test_a_decision_can_be_taken_back() -> None:
    taken = Decisions().with_(Decision("Clout", CLOUD, True), Decision("Toll", TOOLS, True))
    assert taken.without([("clout", CLOUD)]).taken == (Decision("Toll", TOOLS, True),)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "decisions.jsonl").write_text('\n{"heard": "x"}\n', encoding="utf-8")
    with pytest.raises(StoreError, match=r"decisions.jsonl:2: expected heard, meant and accepted"):
        read(tmp_path)
    (tmp_path / "decisions.jsonl").write_bytes(b"caf\xe9")
    with pytest.raises(StoreError, match=r"decisions.jsonl: found bytes that are no UTF-8"):
        read(tmp_path)


def test_a_field_that_is_none_or_cannot_be_so_is_named(tmp_path: Path) -> None:
    for line in ('{"sha256": "ab", "field": "month", "value": "3"}', '{"sha256": "ab", "field": "year", "value": "x"}'):
        (tmp_path / "decisions.jsonl").write_text(line, encoding="utf-8")
        with pytest.raises(StoreError, match=r"decisions.jsonl:1: expected .* sha256, field and value"):
            read(tmp_path)
