"""Exchanges: found by analyst and first words; then firm, who answered, and whether half of the topics are there."""

from __future__ import annotations

from collections.abc import Sequence

from kg.evaluate.matching import Outcome, compare, evidence_overlap
from kg.evaluate.names import Names, plain
from kg.evaluate.rows import ExchangeRow, Rows

LEAST_OVERLAP = 0.5
LEAST_TOPIC = 0.5


def score(gold: Rows, system: Rows, names: Names) -> Sequence[Outcome[ExchangeRow]]:
    """One outcome, with a share for each field."""

    def similarity(g: ExchangeRow, o: ExchangeRow) -> float:
        overlap = evidence_overlap(g.evidence, o.evidence)
        return 1 + overlap if overlap > LEAST_OVERLAP and names.same(g.analyst, o.analyst) else 0.0

    fields = {
        "firm": lambda g, o: names.same(g.firm, o.firm),
        "answered by": lambda g, o: _same_people(g.answered_by, o.answered_by, names),
        "half of the topics": lambda g, o: _share_of_topics(g, o, names) >= 0.5,
    }
    return (compare("exchange", gold.of(ExchangeRow), system.of(ExchangeRow), similarity, fields),)


def _same_people(golds: tuple[str, ...], others: tuple[str, ...], names: Names) -> bool:
    if {plain(name) for name in golds} == {plain(name) for name in others}:
        return True
    return len(golds) == len(others) and all(any(names.same(g, o) for o in others) for g in golds)


def _share_of_topics(g: ExchangeRow, o: ExchangeRow, names: Names) -> float:
    if not g.topics:
        return 1.0
    return sum(any(names.close(t, u) >= LEAST_TOPIC for u in o.topics) for t in g.topics) / len(g.topics)
