"""What lies in exports/ gives away none of the real transcript's sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "calls" / "alibaba_2024-09.txt"
EXPORTED = [path for path in sorted((ROOT / "exports" / "alibaba-group_2024-09-30").rglob("*")) if path.is_file()]
SHORTEST_SENTENCE = 8
"""Words; names, posts and metrics are shorter."""


def words(text: str) -> list[str]:
    return re.findall(r"[\w'’]+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


@pytest.mark.skipif(not REAL.exists(), reason="needs the real call in ../shared")
@pytest.mark.parametrize("path", EXPORTED, ids=lambda path: path.name)
def test_no_sentence_of_the_real_call_is_exported(path: Path) -> None:
    shared = runs(path.read_text(encoding="utf-8"), SHORTEST_SENTENCE) & runs(
        REAL.read_text(encoding="utf-8"), SHORTEST_SENTENCE
    )
    assert not shared
