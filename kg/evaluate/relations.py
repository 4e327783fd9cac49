"""Relations: found when subject, predicate and object agree; each link counts once, however often it is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.evaluate.matching import Outcome, compare, evidence_overlap
from kg.evaluate.names import Names, plain
from kg.evaluate.rows import RelationRow, Rows

LEAST_TITLE = 0.5


def score(gold: Rows, system: Rows, names: Names) -> Sequence[Outcome[RelationRow]]:
    """One outcome, with a share for titles and modality."""

    def similarity(g: RelationRow, o: RelationRow) -> float:
        same = g.predicate == o.predicate and names.same(g.subject, o.subject) and names.same(g.object, o.object)
        return 1 + evidence_overlap(g.evidence, o.evidence) if same else 0.0

    fields = {
        "title": lambda g, o: not g.title or names.close(g.title, o.title) >= LEAST_TITLE,
        "modality": lambda g, o: g.modality == o.modality,
    }
    return (compare("relation", _unique(gold.of(RelationRow)), _unique(system.of(RelationRow)), similarity, fields),)


def _unique(rows: Iterable[RelationRow]) -> list[RelationRow]:
    first: dict[tuple[str, str, str, str], RelationRow] = {}
    for row in rows:
        first.setdefault((plain(row.subject), row.predicate, plain(row.object), plain(row.title)), row)
    return list(first.values())
