"""The expressions that announce a cause ("driven by", "partly offset by", "contributed to"), read from data.

They stand in `kg/facts/words/drivers.toml`; `finding` looks for them in sentences.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Side(StrEnum):
    """Where the cause stands, seen from the cue."""

    AFTER = "after"
    CLAUSE = "clause"
    DOING = "doing"
    BEFORE = "before"
    BALANCE = "balance"
    BACKWARD = "backward"
    CONSEQUENCE = "consequence"


class Force(StrEnum):
    """How a cause works on a metric: along with the direction said, against it, or one way whatever is said."""

    WITH = "with"
    AGAINST = "against"
    RAISES = "raises"
    LOWERS = "lowers"


class Need(StrEnum):
    """What else must hold for a cue to count: about its cause, about where it stands, about its effect."""

    NOTHING = ""
    MOVE = "move"
    OBJECT = "object"
    DIRECTION = "direction"
    SETTING = "setting"
    WANT = "want"
    COMPARABLE = "comparable"
    MOVE_TOLD = "move told"
    POINTER = "pointer"


@dataclass(frozen=True, slots=True)
class Cue:
    """A family of expressions that announce a cause in the same way."""

    id: str
    side: Side
    force: Force
    phrases: tuple[tuple[str, ...], ...] = ()
    lemmas: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    needs: Need = Need.NOTHING
    confidence: Decimal = Decimal("0.7")

    @property
    def weak(self) -> bool:
        """Whether it is a word of many uses ("with", "given") that ties nothing by itself."""
        return self.needs in {Need.MOVE, Need.SETTING, Need.WANT, Need.COMPARABLE}

    @property
    def measured(self) -> bool:
        """Whether a measure in points may stand in place of its preposition: "added 2 points of growth"."""
        return self.id in ("contribute to", "subtract from")

    @property
    def near(self) -> bool:
        """Whether it must follow right upon its effect."""
        return self.needs is Need.OBJECT


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at the tokens `start` to `end` (half-open) of its document; `core` is where its own words begin."""

    cue: Cue
    start: int
    core: int
    end: int


@cache
def _data() -> dict[str, object]:
    return tomllib.loads(files("kg.facts").joinpath("words/drivers.toml").read_text(encoding="utf-8"))


def _strings(value: object) -> frozenset[str]:
    return frozenset(str(v) for v in value) if isinstance(value, list) else frozenset()


@cache
def words(name: str) -> frozenset[str]:
    """One of the word lists beside the cues; raises `KeyError` for an unknown name.

    >>> "growth" in words("moves")
    True
    """
    table = _data()["words"]
    return _strings(table[name]) if isinstance(table, dict) else frozenset()


@cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the order of the file.

    >>> [c.force.value for c in cues() if c.id in {"due to", "offset by", "weigh on"}]
    ['with', 'against', 'lowers']
    """
    rows = _data()["cue"]
    return tuple(_cue(row) for row in rows) if isinstance(rows, list) else ()


def _cue(row: dict[str, object]) -> Cue:
    phrases = sorted(_strings(row.get("phrases")))
    return Cue(
        id=str(row["id"]),
        side=Side(str(row["side"])),
        force=Force(str(row["force"])),
        phrases=tuple(tuple(p.replace("'s", " 's").split()) for p in phrases),
        lemmas=_strings(row.get("lemmas")),
        particles=_strings(row.get("particles")),
        nouns=_strings(row.get("nouns")),
        needs=Need(str(row.get("needs", ""))),
        confidence=Decimal(str(row["confidence"])),
    )


@cache
def fillers() -> frozenset[str]:
    """Words that may stand between those of a cue: "driven in large part by"."""
    return _strings(_data()["fillers"])


@cache
def degrees() -> frozenset[str]:
    """Words of degree that may stand before a cue: "primarily due to"."""
    return _strings(_data()["degrees"])
