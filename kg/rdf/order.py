"""Claims in text order, ties broken by what they say, so that no number depends on how a claim was found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from kg.model import Driver, Exchange, Observation, Relation

Claim = TypeVar("Claim", Observation, Relation, Driver, Exchange)


def ordered(claims: Iterable[Claim]) -> list[Claim]:
    """By evidence, then by content; claims that say the same in the same words count once."""
    unique = dict.fromkeys(claims)
    return sorted(unique, key=lambda claim: (claim.evidence.span, repr(claim)))
