"""Which measures a reading keeps: those that a fact is about, and those whose name alone tells a subject."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import read_call
from kg.model import EntityType

CALL = """Orvane Corporation (ORVN)
Q3 2024 Earnings Call
Oct 24, 2024, 5:00 p.m. ET

Operator

Good day, and welcome to the Orvane third quarter 2024 earnings conference call. Please go ahead.

Mara Quill -- Chief Financial Officer

{sentence}

Operator

Thank you. You may now disconnect.
"""


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[str], list[str]]:
    """The measures that a call with one remark is said to speak of."""

    def reader(sentence: str) -> list[str]:
        path = tmp_path / "call.txt"
        path.write_text(CALL.format(sentence=sentence), encoding="utf-8")
        return [e.name for e in read_call(path).entities if e.type is EntityType.METRIC]

    return reader


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("We think about capital intensity every day.", ["capital intensity"]),
        ("Let me say a word on net charge-offs and asset quality.", ["asset quality", "net charge-offs"]),
        ("Our customers know what cost means.", []),
        ("The kiln warranty accrual method is new.", []),
        ("Our costs fell 3%.", ["cost"]),
    ],
)
def test_a_general_measure_is_kept_only_with_a_fact(
    kept: Callable[[str], list[str]], sentence: str, names: list[str]
) -> None:
    assert kept(sentence) == names
