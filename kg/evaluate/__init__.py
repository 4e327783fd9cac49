"""How well a facts file agrees with a gold file: precision, recall and F1 for each kind of fact.

One scorer per kind; the tuple below is the order in which their results are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.evaluate import drivers, entities, exchanges, links, observations, relations, turns
from kg.evaluate.lines import parse, read
from kg.evaluate.matching import Measure, Outcome, Share, Wrong
from kg.evaluate.names import Names
from kg.evaluate.rows import EntityRow, Row, Rows
from kg.evaluate.scope import within

SCORERS: tuple[Callable[[Rows, Rows, Names], Sequence[Outcome[Row]]], ...] = (
    turns.score,
    entities.score,
    links.score,
    observations.score,
    relations.score,
    drivers.score,
    exchanges.score,
)


def score(gold: Rows, system: Rows, *, text: str | None = None) -> tuple[Outcome[Row], ...]:
    """One outcome per kind of fact; `text` (the transcript) is needed where the gold is only partly marked."""
    counted = within(gold.scope, system, text)
    names = Names(gold.of(EntityRow))
    return tuple(outcome for scorer in SCORERS for outcome in scorer(gold, counted, names))


__all__ = ["Measure", "Outcome", "Rows", "Share", "Wrong", "parse", "read", "score"]
