"""Leave out what the program found beyond the point where the gold is only partly marked."""

from __future__ import annotations

from dataclasses import replace

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

KINDS = {
    TurnRow: "turn",
    EntityRow: "entity",
    ObservationRow: "observation",
    RelationRow: "relation",
    DriverRow: "driver",
    ExchangeRow: "exchange",
}


def within(scope: Scope | None, system: Rows, text: str | None) -> Rows:
    """The rows that count: all, unless the gold says that from some words on it leaves out some kinds."""
    if scope is None or text is None:
        return system
    border = text.find(scope.partial_from)
    if border < 0:
        raise FactsFileError("the words from which the gold is only partly marked do not stand in the transcript")
    return replace(system, facts=tuple(row for row in system.facts if _counts(row, scope, text, border)))


def _counts(row: FactRow, scope: Scope, text: str, border: int) -> bool:
    kind = KINDS[type(row)]
    if isinstance(row, ObservationRow) and not row.has_figure:
        kind = "observation in words"
    return kind not in scope.kinds or isinstance(row, EntityRow) or text.find(row.evidence) < border
