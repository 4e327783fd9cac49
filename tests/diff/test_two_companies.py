"""Calls of two companies are not laid side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import to_document
from kg.diff import diff
from kg.errors import NotComparable
from kg.model import EntityId, Reading
from kg.store import writing


def test_two_companies_are_refused_by_name(reading: Reading, tmp_path: Path) -> None:
    transcript = replace(reading.transcript, sha256="cd" * 32)
    other = replace(reading, company=EntityId("company/northwind"), transcript=transcript)
    with writing(tmp_path) as store:
        for each in (reading, other):
            store.replace(to_document(each, fingerprint=each.company)[0])
        with pytest.raises(NotComparable, match=r"a call of Oakfield and .* of Northwind Research"):
            diff(store, "oakfield_2024-03-31", "northwind_2024-03-31")
