"""A reader of single sentences: they are put into the mouth of a finance chief on an invented call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import read_call
from kg.model import Reading

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
def read_text(tmp_path: Path) -> Callable[[str], Reading]:
    """Reads a whole call."""

    def reader(text: str) -> Reading:
        path = tmp_path / "call.txt"
        path.write_text(text, encoding="utf-8")
        return read_call(path)

    return reader


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Reading]:
    """Reads a call whose only prepared remark is the given text."""

    def reader(sentence: str) -> Reading:
        path = tmp_path / "call.txt"
        path.write_text(CALL.format(sentence=sentence), encoding="utf-8")
        return read_call(path)

    return reader
