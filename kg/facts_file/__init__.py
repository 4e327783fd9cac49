"""The facts file: what a call says as JSON Lines, one thing the words establish on each line.

`rows` takes it from a reading, `rows_of_graph` from a store; `to_lines` writes it, `read_facts` reads it,
`reading_of` joins it to its transcript, so that it can become a graph.
`facts.schema.json` beside this module is its JSON Schema.
"""

from __future__ import annotations

from kg.facts_file.lines import read_facts, to_lines
from kg.facts_file.of_graph import rows, rows_of_graph
from kg.facts_file.rows import (
    DriverRow,
    EntityRow,
    ExchangeRow,
    ObservationRow,
    RelationRow,
    Row,
    TurnRow,
    kind_of,
)
from kg.facts_file.to_reading import reading_of

__all__ = [
    "DriverRow",
    "EntityRow",
    "ExchangeRow",
    "ObservationRow",
    "RelationRow",
    "Row",
    "TurnRow",
    "kind_of",
    "read_facts",
    "reading_of",
    "rows",
    "rows_of_graph",
    "to_lines",
]
