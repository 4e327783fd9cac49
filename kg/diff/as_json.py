"""The difference between two calls for programs: the records of `kg.diff.model` with figures in base units."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal

from kg.diff.model import Difference
from kg.export.choose.content import Figure

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

FIGURE = (
    *("value", "value_max", "value_limit", "unit", "change", "change_max", "change_limit", "change_unit"),
    *("comparison", "direction", "period", "qualifiers"),
)


def as_json(found: Difference) -> str:
    """One JSON object; a figure has its IRI, so that `kg explain` gives its words."""
    return json.dumps(_plain(found), ensure_ascii=False, indent=2)


def _plain(value: object) -> Json:
    if isinstance(value, Figure):
        stated = {name: _plain(getattr(value, name)) for name in FIGURE if getattr(value, name) not in (None, ())}
        return {"iri": value.iri, **stated, "speaker": value.said.speaker, "confidence": _plain(value.said.confidence)}
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value if isinstance(value, bool) or value is None else str(value)
