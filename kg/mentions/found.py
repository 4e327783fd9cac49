"""What the finders find in a call, before anything is linked."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Mention


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of one call by kind, each in text order and free of overlaps within its kind."""

    names: tuple[Mention, ...] = ()
    metrics: tuple[Mention, ...] = ()
    quantities: tuple[Mention, ...] = ()
    periods: tuple[Mention, ...] = ()
