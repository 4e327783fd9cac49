"""A loss with a figure is its profit measure, below zero: a net loss of 5 is a net income of -5.

The facts file keeps `net loss`, `operating loss` and `loss` for words without a figure ("losses narrowed").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.facts.observations.metric.measure import Measure
from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.metric_names import metric_id
from kg.model import Direction, Entity, EntityId

_PROFIT_MOVES = {
    Direction.UP: Direction.DOWN,
    Direction.WIDENED: Direction.DOWN,
    Direction.DOWN: Direction.UP,
    Direction.NARROWED: Direction.UP,
}


@cache
def _profits() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    raw = json.loads((files("kg.facts.observations.metric") / "losses.json").read_text(encoding="utf-8"))
    return {words_of(loss): tuple(map(str, profits)) for loss, profits in raw.items()}


def as_profit(measure: Measure, table: MetricTable, entities: Mapping[EntityId, Entity]) -> Measure:
    """The profit measure of a loss, preferably one that the call speaks of; any other measure as it is.

    >>> from decimal import Decimal
    >>> from kg.lexicon.metrics import shipped_metrics
    >>> loss = Measure(EntityId("metric/net-loss"), "net loss", None, Decimal("0.9"))
    >>> as_profit(loss, shipped_metrics(), {}).name
    'net income'
    """
    names = _profits().get(words_of(measure.name), ()) or _without_loss(measure.name)
    entries = [e for name in names if (e := table.get(words_of(name)))]
    if not entries:
        return _coined(measure)
    entry = next((e for e in entries if e.id in entities), entries[0])
    return replace(measure, id=entry.id, name=entry.name, loss=True)


_SIDES = frozenset({"operating", "nonoperating", "non-operating", "net", "comprehensive"})


def _coined(measure: Measure) -> Measure:
    """ "net nonoperating loss" as the income that no list knows; other losses as they are."""
    stem = measure.name.removesuffix(" loss")
    if stem == measure.name or stem.split()[-1].lower() not in _SIDES:
        return measure
    name = f"{stem} income"
    return replace(measure, id=metric_id(name), name=name, loss=True)


def _without_loss(name: str) -> tuple[str, ...]:
    """ "adjusted EBITDA loss": what is left is the profit measure, if a list knows it."""
    stem = name.removesuffix(" loss")
    earned = any(w in stem for w in ("EBIT", "income", "profit", "earnings"))
    return (stem,) if stem != name and earned else ()


def profit_moves(direction: Direction | None) -> Direction | None:
    """Where the profit goes when its loss moves: a loss that narrows is a profit that rises.

    >>> profit_moves(Direction.WIDENED)
    <Direction.DOWN: 'down'>
    """
    return _PROFIT_MOVES.get(direction, direction) if direction else None
