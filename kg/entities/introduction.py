"""Somebody whom a call introduces, with the words that do so."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span, Turn


@dataclass(frozen=True, slots=True)
class Introduction:
    """Somebody named with a post, a firm or both. `span` is the name's, `evidence` the words that say it all.

    `asks`: somebody else reads out a question of theirs; `stands_in`: speaks for a colleague who was announced.
    """

    name: str
    span: Span
    evidence: Span
    turn: Turn
    title: str | None = None
    organization: str | None = None
    firm_span: Span | None = None
    asks: bool = False
    stands_in: bool = False
