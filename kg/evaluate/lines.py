"""Lines of a facts file as the scorer's rows: fields that gold files add are welcome, the needed ones obligatory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypedDict

from kg.errors import FactsFileError
from kg.evaluate.rows import (
    DriverRow,
    EntityRow,
    ExchangeRow,
    FactRow,
    ObservationRow,
    RelationRow,
    Rows,
    Scope,
    TurnRow,
)
from kg.text_file import text_of

NEEDED: Mapping[str, tuple[str, ...]] = {
    "turn": ("id", "section", "evidence"),
    "entity": ("id", "name", "type"),
    "observation": ("id", "entity", "metric", "evidence"),
    "relation": ("id", "subject", "predicate", "object"),
    "driver": ("id", "effect", "cause"),
    "exchange": ("id", "evidence"),
}


def read(path: Path, *, call: str | None = None) -> Rows:
    """The rows of a facts file, of one call where `call` is given; raises `UnreadableFile` or `FactsFileError`."""
    return parse(text_of(path, expected="JSON Lines").splitlines(), place=str(path), call=call)


def parse(lines: Iterable[str], *, place: str = "facts", call: str | None = None) -> Rows:
    """Rows from JSON Lines.

    >>> parse(['{"kind": "entity", "id": "e1", "name": "Acme", "type": "Organization"}']).facts[0].name
    'Acme'
    """
    facts: list[FactRow] = []
    scope: Scope | None = None
    for number, record in _records(lines, place):
        if call is not None and record.get("call", call) != call:
            continue
        if record.get("kind") == "note":
            if record.get("partial_from"):
                scope = Scope(_text(record, "partial_from"), frozenset(_texts(record, "partial_kinds")))
            continue
        facts.append(_row(record, f"{place}:{number}"))
    return Rows(tuple(facts), scope)


def _records(lines: Iterable[str], place: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise FactsFileError(f"{place}:{number}: not JSON ({error}); expected one object per line") from error
        if not isinstance(record, dict):
            raise FactsFileError(f"{place}:{number}: expected a JSON object, got {type(record).__name__}")
        yield number, record


def _row(record: Mapping[str, object], place: str) -> FactRow:
    kind = _text(record, "kind")
    if kind not in NEEDED:
        raise FactsFileError(f"{place}: unknown kind {kind!r}; expected one of {', '.join(NEEDED)}")
    missing = [field for field in NEEDED[kind] if not record.get(field)]
    if missing:
        raise FactsFileError(f"{place}: a line of kind {kind} needs {', '.join(missing)}")
    return _BUILDERS[kind](record)


def _text(record: Mapping[str, object], field: str) -> str:
    value = record.get(field)
    return value if isinstance(value, str) else ""


def _texts(record: Mapping[str, object], field: str) -> tuple[str, ...]:
    value = record.get(field)
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def _either(record: Mapping[str, object], field: str) -> tuple[str, ...]:
    value = record.get(field)
    return (value,) if isinstance(value, str) else _texts(record, field)


def _number(record: Mapping[str, object], field: str) -> float | None:
    value = record.get(field)
    return float(value) if isinstance(value, (int, float, str)) else None


class _Common(TypedDict):
    id: str
    evidence: str
    optional: bool


def _common(record: Mapping[str, object]) -> _Common:
    """What every row has; an entity's evidence is a list, one a surface, and its surfaces are compared instead."""
    return _Common(id=_text(record, "id"), evidence=_text(record, "evidence"), optional=bool(record.get("optional")))


def _turn(record: Mapping[str, object]) -> TurnRow:
    return TurnRow(
        **_common(record),
        speaker=_text(record, "speaker"),
        organization=_text(record, "organization"),
        section=_text(record, "section"),
        interpreted=bool(record.get("interpreted")),
    )


def _entity(record: Mapping[str, object]) -> EntityRow:
    return EntityRow(
        **_common(record),
        name=_text(record, "name"),
        type=_text(record, "type"),
        surfaces=_texts(record, "surfaces"),
        garbled=_texts(record, "garbled"),
        aka=_texts(record, "aka"),
    )


def _observation(record: Mapping[str, object]) -> ObservationRow:
    return ObservationRow(
        **_common(record),
        speaker=_text(record, "speaker"),
        entity=_text(record, "entity"),
        entity_aka=_either(record, "entity_aka"),
        metric=_text(record, "metric"),
        value=_number(record, "value"),
        value_max=_number(record, "value_max"),
        value_is_bound=bool(record.get("value_is_bound")),
        unit=_text(record, "unit"),
        unit_aka=_either(record, "unit_aka"),
        change=_number(record, "change"),
        change_is_bound=bool(record.get("change_is_bound")),
        change_unit=_text(record, "change_unit"),
        prior_value=_number(record, "prior_value"),
        direction=_text(record, "direction"),
        comparison=_text(record, "comparison"),
        period=_text(record, "period"),
        period_aka=_either(record, "period_aka"),
        modality=_text(record, "modality") or "actual",
    )


def _relation(record: Mapping[str, object]) -> RelationRow:
    return RelationRow(
        **_common(record),
        subject=_text(record, "subject"),
        predicate=_text(record, "predicate"),
        object=_text(record, "object"),
        title=_text(record, "title"),
        modality=_text(record, "modality") or "actual",
    )


def _driver(record: Mapping[str, object]) -> DriverRow:
    return DriverRow(
        **_common(record),
        effect=_text(record, "effect"),
        cause=_text(record, "cause"),
        polarity=_text(record, "polarity"),
    )


def _exchange(record: Mapping[str, object]) -> ExchangeRow:
    return ExchangeRow(
        **_common(record),
        analyst=_text(record, "analyst"),
        firm=_text(record, "firm"),
        topics=_texts(record, "topics"),
        answered_by=_texts(record, "answered_by"),
    )


_BUILDERS: Mapping[str, Callable[[Mapping[str, object]], FactRow]] = {
    "turn": _turn,
    "entity": _entity,
    "observation": _observation,
    "relation": _relation,
    "driver": _driver,
    "exchange": _exchange,
}
