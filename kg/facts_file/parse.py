"""One line of a facts file as a row: which fields each kind has, and which words they may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum
from functools import partial

from kg.errors import FactsFileError
from kg.facts_file.fields import Fields
from kg.facts_file.filled import Reader, filled
from kg.facts_file.rows import KINDS, Row
from kg.model import Comparison, Direction, EntityType, Modality, Polarity, Predicate, Section
from kg.values.period import parse_period

GOLD_ONLY: frozenset[str] = frozenset({"aka", "optional", "note", "entity_aka", "unit_aka", "period_aka"})
"""Fields that only an annotator writes, for the scorer: accepted and left out."""

_CHOICES: Mapping[str, type[StrEnum]] = {
    "section": Section,
    "type": EntityType,
    "predicate": Predicate,
    "modality": Modality,
    "polarity": Polarity,
}
_MAYBE_CHOICES: Mapping[str, type[StrEnum]] = {"direction": Direction, "comparison": Comparison}


def parse_row(found: Mapping[str, object], place: str) -> Row:
    """A JSON object as a row; raises `FactsFileError` that begins with `place`."""
    line = Fields(found, place)
    kind = found.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise FactsFileError(f"{place}: unknown kind {kind!r}; expected one of {', '.join(KINDS)}")
    line.only({"kind", "call", *GOLD_ONLY, *(field.name for field in fields(KINDS[kind]))})
    row: Callable[..., Row] = KINDS[kind]
    return filled(row, _readers(line), _own(line))


def _readers(line: Fields) -> dict[object, Reader]:
    """How a line gives a field of each type."""
    return {
        str: line.text,
        str | None: line.maybe_text,
        bool: line.flag,
        Decimal | None: line.number,
        int | None: line.whole,
        tuple[str, ...]: line.texts,
        tuple[int | None, ...]: line.wholes,
    }


def _own(line: Fields) -> dict[str, Reader]:
    """How it gives those fields that hold one of a few words, or dates."""
    must = {name: partial(line.choice, allowed=_words(members)) for name, members in _CHOICES.items()}
    may = {name: partial(line.maybe_choice, allowed=_words(members)) for name, members in _MAYBE_CHOICES.items()}
    return {**must, **may, "period": partial(_period, line)}


def _words(members: type[StrEnum]) -> list[str]:
    return [member.value for member in members]


def _period(line: Fields, name: str) -> str | None:
    text = line.maybe_text(name)
    if text is not None and parse_period(text) is None:
        raise FactsFileError(
            f"{line.place}: field {name!r} must be a day, or two in order with / between them, got {text!r}"
        )
    return text
