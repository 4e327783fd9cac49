"""People with firm or title in the calls of ../shared, with every printed list of participants taken out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.entities.same_person import same_name
from kg.legal_forms import as_compared
from kg.model import Speaker
from kg.transcripts import from_text

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "gold" / "participants.json"
FLOOR = 0.97

_TAIL = re.compile(r"\n(?:Duration:|Call participants:)[\s\S]*$")
_BLOCK = re.compile(r"={20,}\nCor\w+ Participants\n={20,}[\s\S]*?(?=={20,}\nPresentation)")

pytestmark = pytest.mark.skipif(not GOLD.is_file(), reason="needs ../shared/gold/participants.json")


def without_lists(text: str) -> str:
    return _BLOCK.sub("", _TAIL.sub("\n", text))


def agrees(person: Speaker, wanted: dict[str, str]) -> bool:
    """The same name, and the same post or firm as far as the gold gives one of them."""
    if not same_name(person.name, wanted["name"]):
        return False
    told = as_compared(f"{person.organization or ''} {person.title or ''}")
    asked = [as_compared(wanted[key]) for key in ("firm", "title") if wanted.get(key)]
    return any(part in told or " ".join(part.split()[:2]) in told for part in asked)


def score() -> list[tuple[str, int, int, int]]:
    """For each call: people found right, people found, people wanted."""
    rows = []
    for name, call in sorted(json.loads(GOLD.read_text(encoding="utf-8")).items()):
        text = (SHARED / "calls" / f"{name}.txt").read_text(encoding="utf-8")
        found = from_text(without_lists(text), name).participants
        right = sum(any(agrees(person, wanted) for person in found) for wanted in call["participants"])
        rows.append((name, right, len(found), len(call["participants"])))
    return rows


def test_participants_are_found_with_firm_or_title() -> None:
    rows = score()
    for name, right, found, wanted in rows:
        print(f"{name:36} right {right:3}  found {found:3}  wanted {wanted:3}")  # noqa: T201
    right, found, wanted = (sum(row[i] for row in rows) for i in (1, 2, 3))
    print(f"{'all':36} recall {right / wanted:.3f}  precision {right / found:.3f}")  # noqa: T201
    assert right / wanted >= FLOOR
    assert right / found >= FLOOR
