"""A relation as read off one paragraph, before doubles are taken out."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EntityId, Predicate


@dataclass(frozen=True, slots=True)
class Claim:
    """`words` are the first token and the one after the last that carry it; `rule` is what read it."""

    subject: EntityId
    predicate: Predicate
    object: EntityId
    words: tuple[int, int]
    rule: str
