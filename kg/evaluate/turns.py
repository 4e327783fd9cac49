"""Turns: found by their first words; then who spoke, for whom, in which section, interpreted or not."""

from __future__ import annotations

from collections.abc import Sequence

from kg.evaluate.matching import Outcome, compare, evidence_overlap
from kg.evaluate.names import Names
from kg.evaluate.rows import Rows, TurnRow

LEAST_OVERLAP = 0.8


def score(gold: Rows, system: Rows, names: Names) -> Sequence[Outcome[TurnRow]]:
    """One outcome, with a share for each field."""

    def similarity(g: TurnRow, o: TurnRow) -> float:
        overlap = evidence_overlap(g.evidence, o.evidence)
        return overlap if overlap >= LEAST_OVERLAP else 0.0

    fields = {
        "speaker": lambda g, o: names.same(g.speaker, o.speaker),
        "organization": lambda g, o: not g.organization or names.same(g.organization, o.organization),
        "section": lambda g, o: g.section == o.section,
        "interpreted": lambda g, o: g.interpreted == o.interpreted,
    }
    return (compare("turn", gold.of(TurnRow), system.of(TurnRow), similarity, fields),)
