"""Rows as JSON Lines and back; what the file's schema does not allow is refused with file and line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal

from kg.errors import FactsFileError
from kg.facts_file.parse import parse_row
from kg.facts_file.rows import Json, Row, kind_of

OMITTED_WHEN_UNSET: frozenset[str] = frozenset(
    {"nth", "value_max", "value_is_bound", "change_max", "change_is_bound", "confidence"}
)
"""Fields that a line carries only where they say something; the others stand there as null."""


def to_lines(rows: Iterable[Row], *, call: str | None = None) -> Iterator[str]:
    """One JSON object a row, without line ends; `call` goes onto every line.

    >>> from kg.facts_file.rows import EntityRow
    >>> print(*to_lines([EntityRow("e1", "Acme", "Organization")], call="acme_1"))  # doctest: +ELLIPSIS
    {"id": "e1", "kind": "entity", "call": "acme_1", "name": "Acme", "type": "Organization", "surfaces": [], ...}
    """
    for row in rows:
        yield json.dumps(record(row, call=call), ensure_ascii=False)


def record(row: Row, *, call: str | None = None) -> dict[str, Json]:
    """A row as the JSON object of its line."""
    found: dict[str, Json] = {"id": row.id, "kind": kind_of(row)}
    if call is not None:
        found["call"] = call
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name == "id" or (field.name in OMITTED_WHEN_UNSET and value in (None, False)):
            continue
        if field.name == "title" and found["kind"] == "relation" and value is None:
            continue
        found[field.name] = _json(value)
    return found


def _json(value: str | bool | Decimal | tuple[str, ...] | None) -> Json:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value


def read_facts(lines: Iterable[str], *, place: str = "facts") -> tuple[Row, ...]:
    """The rows of a facts file; raises `FactsFileError` that begins with `place` and the line.

    Lines of kind `note` and the fields of `GOLD_ONLY` are the annotator's and are left out.

    >>> read_facts(['{"id": "x1", "kind": "rumour"}'])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    kg.errors.FactsFileError: facts:1: unknown kind 'rumour'; expected one of turn, entity, observation, ...
    """
    rows = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            found = _object(line, f"{place}:{number}")
            if found.get("kind") != "note":
                rows.append(parse_row(found, f"{place}:{number}"))
    return tuple(rows)


def _object(line: str, place: str) -> Mapping[str, object]:
    try:
        found = json.loads(line, parse_float=Decimal)
    except ValueError as error:
        raise FactsFileError(f"{place}: not JSON ({error}); expected one object per line") from error
    if not isinstance(found, dict):
        raise FactsFileError(f"{place}: expected a JSON object, got {type(found).__name__}")
    return found
