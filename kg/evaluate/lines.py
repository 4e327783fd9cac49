"""Lines of a facts file as the scorer's rows: fields that gold files add are welcome, the needed ones obligatory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from kg.errors import FactsFileError
from kg.evaluate.rows import KINDS, FactRow, Rows, Scope
from kg.facts_file.filled import Reader, filled
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
    readers: dict[object, Reader] = {
        str: partial(_text, record),
        bool: partial(_flag, record),
        float | None: partial(_number, record),
        tuple[str, ...]: partial(_texts, record),
    }
    row: Callable[..., FactRow] = KINDS[kind]
    return filled(row, readers, {"modality": partial(_modality, record)})


def _text(record: Mapping[str, object], field: str) -> str:
    """A text; an entity's evidence is a list, one a surface, and its surfaces are compared instead."""
    value = record.get(field)
    return value if isinstance(value, str) else ""


def _modality(record: Mapping[str, object], field: str) -> str:
    return _text(record, field) or "actual"


def _flag(record: Mapping[str, object], field: str) -> bool:
    return bool(record.get(field))


def _texts(record: Mapping[str, object], field: str) -> tuple[str, ...]:
    """A list of texts, or the one text that stands for it."""
    value = record.get(field)
    if isinstance(value, str):
        return (value,)
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def _number(record: Mapping[str, object], field: str) -> float | None:
    value = record.get(field)
    return float(value) if isinstance(value, (int, float, str)) else None
