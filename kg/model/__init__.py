"""The types that every stage reads or returns: text, mentions, entities, facts.

Plain frozen data without spaCy, rdflib or files, so that each stage can be called, tested and understood alone.
"""

from __future__ import annotations

from kg.model.facts import (
    Basis,
    Comparison,
    Direction,
    Driver,
    Evidence,
    Exchange,
    Fact,
    Modality,
    Observation,
    Polarity,
    Predicate,
    QuestionPart,
    Relation,
    Responsiveness,
    SpokenTurn,
)
from kg.model.naming import (
    Correction,
    Entity,
    EntityId,
    EntityType,
    Label,
    Link,
    Mention,
    MentionKind,
    RepairKind,
    ReviewStatus,
    Surface,
)
from kg.model.reading import Reading, Skipped
from kg.model.text import CallInfo, Paragraph, Period, Role, Section, Span, Speaker, Transcript, Turn, within
from kg.model.values import Amount, Count, Money, Percent, Points, Quantity, Range

__all__ = [
    "Amount",
    "Basis",
    "CallInfo",
    "Comparison",
    "Correction",
    "Count",
    "Direction",
    "Driver",
    "Entity",
    "EntityId",
    "EntityType",
    "Evidence",
    "Exchange",
    "Fact",
    "Label",
    "Link",
    "Mention",
    "MentionKind",
    "Modality",
    "Money",
    "Observation",
    "Paragraph",
    "Percent",
    "Period",
    "Points",
    "Polarity",
    "Predicate",
    "Quantity",
    "QuestionPart",
    "Range",
    "Reading",
    "Relation",
    "RepairKind",
    "Responsiveness",
    "ReviewStatus",
    "Role",
    "Section",
    "Skipped",
    "Span",
    "Speaker",
    "SpokenTurn",
    "Surface",
    "Transcript",
    "Turn",
    "within",
]
