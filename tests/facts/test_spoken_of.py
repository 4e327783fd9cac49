"""Which measures a reading keeps: those that a fact is about, and those whose name alone tells a subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import EntityType, Reading


@pytest.fixture
def kept(read: Callable[[str], Reading]) -> Callable[[str], list[str]]:
    """The measures that a call with one remark is said to speak of."""

    def reader(sentence: str) -> list[str]:
        return [e.name for e in read(sentence).entities if e.type is EntityType.METRIC]

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
