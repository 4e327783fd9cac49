"""The result of linking: the context that extractors of facts read, and what was corrected or given up on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Correction, Relation, Rendering, Skipped

if TYPE_CHECKING:  # the facts import this module
    from kg.facts.context import Context


@dataclass(frozen=True, slots=True)
class Linked:
    """One call whose mentions are resolved; `positions` are posts that people hold, corrections are in text order."""

    context: Context
    positions: tuple[Relation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    renderings: tuple[Rendering, ...] = ()
    skipped: tuple[Skipped, ...] = ()
